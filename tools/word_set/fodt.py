"""Flat OpenDocument texts, built from small pieces: what LibreOffice reads and then writes as .docx."""
from xml.sax.saxutils import escape

NAMESPACES = {
    'office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
    'text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
    'draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
    'xlink': 'http://www.w3.org/1999/xlink', 'dc': 'http://purl.org/dc/elements/1.1/', 'meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
    'svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'loext': 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0',
}
HAN, CAPITAL, CIRCLED = '一, 二, 三, ...', '壹, 贰, 叁, ...', '①, ②, ③, ...'
STEMS, BRANCHES, WIDE = '甲, 乙, 丙, ...', '子, 丑, 寅, ...', '１, ２, ３, ...'
PAGE = 'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"'


def p(text='', style='Standard'):
    """A paragraph; `text` is markup already where it begins with '<', as are all pieces below."""
    return f'<text:p text:style-name="{style}">{inline(text)}</text:p>'


def inline(text):
    return text if '<' in text else escape(text)


def h(level, text):
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inline(text)}</text:h>'


def items(style, tree, attributes=''):
    """A list: strings are items, a list behind a string holds what stands one level deeper."""
    out = f'<text:list text:style-name="{style}" {attributes}>'
    for i, item in enumerate(tree):
        if isinstance(item, list):
            continue
        below = items(style, tree[i + 1]) if i + 1 < len(tree) and isinstance(tree[i + 1], list) else ''
        content = item if item.startswith('<text:p') else p(item)
        out += f'<text:list-item>{content}{below}</text:list-item>'
    return out + '</text:list>'


def list_style(name, levels):
    """levels: (format, prefix, suffix) or (format, prefix, suffix, {start, shown, follow}); a bullet is ('•',)."""
    out = f'<text:list-style style:name="{name}">'
    for number, level in enumerate(levels, 1):
        more = level[3] if len(level) > 3 else {}
        follow = f'<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="{more.get("follow", "nothing")}"/></style:list-level-properties>'
        if len(level) == 1:
            out += f'<text:list-level-style-bullet text:level="{number}" text:bullet-char="{level[0]}">{follow}</text:list-level-style-bullet>'
        else:
            out += (f'<text:list-level-style-number text:level="{number}" style:num-format="{level[0]}" style:num-prefix="{level[1]}" style:num-suffix="{level[2]}"'
                    f' text:start-value="{more.get("start", 1)}" text:display-levels="{more.get("shown", 1)}">{follow}</text:list-level-style-number>')
    return out + '</text:list-style>'


def cell(content='', rows=1, columns=1):
    span = (f' table:number-rows-spanned="{rows}"' if rows > 1 else '') + (f' table:number-columns-spanned="{columns}"' if columns > 1 else '')
    content = content if content.startswith(('<text:', '<table:')) else p(content)
    return f'<table:table-cell office:value-type="string"{span}>{content}</table:table-cell>'


COVERED = '<table:covered-table-cell/>'


def table(name, columns, rows, headers=0):
    """rows: lists of strings or of cell(…) and COVERED."""
    made = []
    for row in rows:
        made.append('<table:table-row>' + ''.join(c if c.startswith('<table:') and not c.startswith('<table:table ') else cell(c) for c in row) + '</table:table-row>')
    head = '<table:table-header-rows>' + ''.join(made[:headers]) + '</table:table-header-rows>' if headers else ''
    return f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{columns}"/>{head}{"".join(made[headers:])}</table:table>'


def box(name, paragraphs, x='0cm', y='0cm', anchor='paragraph'):
    return (f'<draw:frame draw:style-name="Box" draw:name="{name}" text:anchor-type="{anchor}" svg:x="{x}" svg:y="{y}" svg:width="12cm" draw:z-index="0">'
            f'<draw:text-box fo:min-height="1cm">{"".join(paragraphs)}</draw:text-box></draw:frame>')


def paragraph_style(name, paragraph='', text='', more=''):
    return (f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard" {more}>'
            f'<style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>')


def text_style(name, properties):
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


COMMON = (
    paragraph_style('Centered', 'fo:text-align="center"') + paragraph_style('Right', 'fo:text-align="end"')
    + paragraph_style('Title', 'fo:text-align="center"', 'fo:font-size="22pt" style:font-size-asian="22pt" fo:font-weight="bold" style:font-weight-asian="bold"')
    + paragraph_style('RedHead', 'fo:text-align="center" fo:border-bottom="1.5pt solid #ff0000"', 'fo:color="#ff0000" fo:font-size="36pt" style:font-size-asian="36pt"')
    + paragraph_style('NewPage', 'fo:break-before="page"') + text_style('Bold', 'fo:font-weight="bold" style:font-weight-asian="bold"')
    + text_style('Hidden', 'text:display="none"')
    + '<style:style style:name="Box" style:family="graphic"><style:graphic-properties style:wrap="none" style:vertical-pos="from-top" style:vertical-rel="paragraph"'
      ' style:horizontal-pos="from-left" style:horizontal-rel="paragraph" fo:border="none" fo:padding="0.1cm"/></style:style>')


def document(body, styles='', headings='', page=PAGE, header='', footer='', first_header='', before_body=''):
    names = ' '.join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    outline = f'<text:outline-style style:name="Outline">{headings}</text:outline-style>' if headings else ''
    heads = ''.join(f'<style:style style:name="Heading_20_{n}" style:display-name="Heading {n}" style:family="paragraph" style:parent-style-name="Standard"'
                    f' style:default-outline-level="{n}"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>' for n in range(1, 5))
    part = lambda tag, content: f'<style:{tag}>{content}</style:{tag}>' if content else ''   # noqa: E731
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {names} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
            '<office:meta><meta:creation-date>2020-01-01T00:00:00</meta:creation-date><dc:date>2020-01-01T00:00:00</dc:date></office:meta>'
            f'<office:styles><style:style style:name="Standard" style:family="paragraph"/>{heads}{outline}</office:styles>'
            f'<office:automatic-styles>{COMMON}{styles}<style:page-layout style:name="Page"><style:page-layout-properties {page}/>'
            '<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>'
            f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">{part("header", header)}{part("header-first", first_header)}'
            f'{part("footer", footer)}</style:master-page></office:master-styles>'
            f'<office:body><office:text>{before_body}{"".join(body)}</office:text></office:body></office:document>\n')
