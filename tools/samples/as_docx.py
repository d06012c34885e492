"""Writes a notice as .docx through python-docx, with typed or automatic labels, merged cells, and the same bytes every time."""
import io
import random
import re
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from notice import Paragraph, Table, normal

CENTRED = ('head', 'num', 'title', 'rule', 'caption')
FORMATS = [                     # a label, the number format of Word, what stands before and after the number
    (r'第.+部分', 'japaneseCounting', '第', '部分'), (r'第.+章', 'chineseCountingThousand', '第', '章'),
    (r'第.+节', 'chineseCountingThousand', '第', '节'), (r'第.+条', 'chineseCountingThousand', '第', '条'),
    (r'[一二三四五六七八九十]+、', 'japaneseCounting', '', '、'), (r'（[一二三四五六七八九十]+）', 'chineseCounting', '（', '）'),
    (r'\d+\.\d+', 'dotted', '', ''), (r'\d+\.', 'decimal', '', '.'), (r'（\d+）', 'decimal', '（', '）'), (r'[①-⑳]', 'decimalEnclosedCircle', '', '')]
DATE = (2020, 1, 1, 0, 0, 0)


def form(label):
    return next((f[1:] for f in FORMATS if re.fullmatch(f[0], normal(label))), None)


class Numbering:
    """One list for each part of the notice; a level that runs on across its parents never restarts."""

    def __init__(self, document, notice):
        self.root = document.part.numbering_part.element
        self.part_number = {}
        last = self.root.findall(qn('w:num'))[0] if self.root.findall(qn('w:num')) else None
        for part in sorted({b.part for b in notice.blocks}):
            headings = [b for b in notice.blocks if isinstance(b, Paragraph) and b.kind == 'h' and b.part == part and form(b.label)]
            if headings:
                self.add(part, headings, last)

    def add(self, part, headings, before):
        levels, seen = '', {}
        for b in headings:
            seen.setdefault(b.level, b.label)
        for level in range(1, max(seen) + 1):
            kind, left, right = form(seen[level]) if level in seen else ('decimal', '', '')
            text = f'%{level - 1}.%{level}' if kind == 'dotted' else f'{left}%{level}{right}'
            runs_on = level > 1 and self.runs_on(headings, level)
            levels += (f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{"decimal" if kind == "dotted" else kind}"/>'
                       + ('<w:lvlRestart w:val="0"/>' if runs_on else '') + f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/>'
                       f'<w:lvlJc w:val="left"/></w:lvl>')
        number = 700 + part
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>')
        if before is not None:
            before.addprevious(abstract)
        else:
            self.root.append(abstract)
        self.root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
        self.part_number[part] = number

    @staticmethod
    def runs_on(headings, level):
        parent = None
        for b in headings:
            if b.level < level:
                parent = True
            elif b.level == level and parent is True:
                first = normal(b.label) in ('（一）', '1.', '（1）', '①', '第一条', '第一节', '一、') or re.fullmatch(r'\d+\.1', normal(b.label))
                if not first:
                    return True
                parent = False
        return False

    def apply(self, paragraph, block):
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{block.level - 1}"/><w:numId w:val="{self.part_number[block.part]}"/></w:numPr>'))


def add_text(paragraph, text, dice, untidy):
    """Types the text; an untidy notice has its runs broken anywhere, as years of editing leave them."""
    pieces = [text]
    if untidy and len(text) > 12:
        cuts = sorted(dice.sample(range(1, len(text)), min(3, len(text) // 12)))
        pieces = [text[a:b] for a, b in zip([0] + cuts, cuts + [len(text)])]
    for piece in pieces:
        run = paragraph.add_run()
        for i, line in enumerate(piece.split('\\n')):
            if i:
                run.add_break()
            run.add_text(line)
    if untidy and dice.random() < 0.1:
        paragraph._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{dice.randrange(900)}" w:name="_GoBack"/>'))


def fill(cell, text, dice, untidy):
    lines = text.split('\n')
    for i, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
        add_text(paragraph, line, dice, untidy)


def number_rows(document, cells, table):
    """The 序号 column numbered by Word: 1, 2, 3 in the cells of the first column that say so."""
    root = document.part.numbering_part.element
    number = 800 + len(root.findall(qn('w:num')))
    root.findall(qn('w:num'))[0].addprevious(parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/><w:lvlJc w:val="center"/></w:lvl></w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    count = 0
    for r, (kind, row) in enumerate(table.rows):
        if len(row) > 1 and row[0] == str(count + 1):
            count += 1
            paragraph = cells[r][0].paragraphs[0]
            for run in list(paragraph.runs):
                run._r.getparent().remove(run._r)
            paragraph._p.get_or_add_pPr().append(parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))


def add_table(document, table, dice, untidy, numbered=False):
    grid = document.add_table(rows=len(table.rows), cols=table.columns)
    grid.style = 'Table Grid'
    cells = [list(row.cells) for row in grid.rows]
    for r, (kind, row) in enumerate(table.rows):
        if len(row) == 1:
            fill(cells[r][0].merge(cells[r][-1]) if table.columns > 1 else cells[r][0], row[0], dice, untidy)
            continue
        for c, text in enumerate(row):
            if text in ('^', '<'):
                continue
            right, down = c, r
            while right + 1 < len(row) and row[right + 1] == '<':
                right += 1
            while down + 1 < len(table.rows) and len(table.rows[down + 1][1]) > c and table.rows[down + 1][1][c] == '^':
                down += 1
            cell = cells[r][c]
            if (right, down) != (c, r):
                cell = cell.merge(cells[down][right])
            fill(cell, text, dice, untidy)
    if numbered:
        number_rows(document, cells, table)
    if table.rows and table.rows[0][0] == 'header':
        grid.rows[0]._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader {nsdecls("w")}/>'))


def fixed(data, strip=()):
    """The same entries with fixed times, so that the same notice gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = source.read(name)
            if name.startswith('docProps/'):
                body = re.sub(rb'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', b'2020-01-01T00:00:00Z', body)
                body = re.sub(rb'<TotalTime>\d+</TotalTime>', b'<TotalTime>0</TotalTime>', body)
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, body)
    return out.getvalue()


def document_of(notice, options):
    document, dice = docx.Document(), random.Random(notice.name)
    untidy, auto, styles = 'untidy' in options, 'auto' in options, 'headings' in options
    normal_style = document.styles['Normal']
    normal_style.font.name, normal_style.font.size = '仿宋_GB2312', Pt(16)
    normal_style.element.rPr.rFonts.set(qn('w:eastAsia'), '仿宋_GB2312')
    numbering = Numbering(document, notice) if auto else None
    title_open = None
    for block in notice.blocks:
        if isinstance(block, Table):
            add_table(document, block, dice, untidy, 'rownumbers' in options)
            continue
        if block.kind in ('web', 'txtonly'):
            continue
        if block.kind == 'page':
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            title_open = None
            continue
        if block.kind == 'title' and title_open is not None and 'breaks' in options:
            title_open.add_run().add_break()
            add_text(title_open, block.text, dice, False)
            continue
        paragraph = document.add_paragraph()
        title_open = paragraph if block.kind == 'title' else None
        numbered = auto and block.kind == 'h' and form(block.label)
        if block.kind == 'h' and styles and len(block.text) < 60:
            paragraph.style = f'Heading {min(block.level, 4)}'
        if block.kind in CENTRED:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif block.kind in ('sign', 'date'):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif block.kind in ('p', 'h', 'note', 'att'):
            paragraph.paragraph_format.first_line_indent = Pt(32)
        if numbered:
            numbering.apply(paragraph, block)
        text = '─' * 26 if block.kind == 'rule' else ('' if numbered else block.label) + block.text
        if text:
            add_text(paragraph, text, dice, untidy)
    return document


def write(notice, path, options):
    out = io.BytesIO()
    document_of(notice, options).save(out)
    path.write_bytes(fixed(out.getvalue()))
