"""Defects that only a Word document can have: hidden text, changes and comments left in, an empty cell in a true table. The text
inside w:body is changed by its tags; the place is told by words that must stand in the line that is pointed at."""
import html
import io
import re
import zipfile

from .kinds import kind
from .table import FORMS


class Word:
    """A clean .docx: its parts, and those paragraphs of its body that stand in no table."""

    def __init__(self, name, data):
        self.name = name
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {entry: archive.read(entry) for entry in archive.namelist()}
        self.xml = self.parts["word/document.xml"].decode()
        tables = [match.span() for match in re.finditer(r"<w:tbl>.*?</w:tbl>", self.xml, re.DOTALL)]
        self.paragraphs = [match for match in re.finditer(r"<w:p[ >].*?</w:p>", self.xml, re.DOTALL)
                           if not any(begin <= match.start() < end for begin, end in tables) and len(words_of(match[0])) > 25
                           and words_of(match[0]).endswith("。") and not re.search("<w:(txbxContent|br|tab)[ />]", match[0])]
        self.tables = tables

    def with_xml(self, begin, end, xml, parts=()):
        """The document with other XML in place of xml[begin:end], and parts added or replaced."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in {**self.parts, **dict(parts), "word/document.xml": (self.xml[:begin] + xml + self.xml[end:]).encode()}.items():
                archive.writestr(zipfile.ZipInfo(name), data)
        return out.getvalue()


class MutatedWord:
    def __init__(self, data, words):
        self.data, self.words = data, words   # words: of the line that is pointed at; "": the first line


def words_of(xml):
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)))


def last_run(word, random):
    """A paragraph of running text, its last run, and the words that tell the paragraph."""
    paragraph = random.choice(word.paragraphs)
    runs = list(re.finditer(r"<w:r[ >](?:(?!<w:r[ >]).)*?<w:t(?: [^>]*)?>[^<]+</w:t>(?:(?!<w:r[ >]).)*?</w:r>", paragraph[0], re.DOTALL))
    if not runs:
        return None
    begin, end = paragraph.start() + runs[-1].start(), paragraph.start() + runs[-1].end()
    return begin, end, words_of(paragraph[0])[:60]


@kind("hidden text", "docx-hidden-text", word=True)
def hidden(word, random):
    run = last_run(word, random)
    words = random.choice(["待核实", "此处请领导审定", "数据来源：统计局"])
    hidden_run = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r>"
    return run and MutatedWord(word.with_xml(run[1], run[1], hidden_run), run[2])


@kind("change that nobody has accepted", "docx-open-revisions", word=True)
def revised(word, random):
    run = last_run(word, random)
    if not run:
        return None
    change = random.choice(["ins", "del"])
    if change == "ins":
        xml = f'<w:ins w:id="9001" w:author="甲" w:date="2024-01-01T00:00:00Z">{word.xml[run[0]:run[1]]}</w:ins>'
        return MutatedWord(word.with_xml(run[0], run[1], xml), run[2])
    xml = '<w:del w:id="9001" w:author="甲" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>删去的话</w:delText></w:r></w:del>'
    return MutatedWord(word.with_xml(run[1], run[1], xml), run[2])


def cells(xml):
    return list(re.finditer(r"<w:tc>.*?</w:tc>", xml, re.DOTALL))


@kind("row without a lead", "lead-missing", word=True)
def no_lead(word, random):
    places = []
    for begin, end in word.tables:
        table = word.xml[begin:end]
        rows = list(re.finditer(r"<w:tr[ >].*?</w:tr>", table, re.DOTALL))
        header = next((i for i, row in enumerate(rows) if "牵头单位" in words_of(row[0]) and "责任单位" in words_of(row[0])), None)
        if header is None or "gridSpan" in rows[header][0]:
            continue
        names = [words_of(cell[0]) for cell in cells(rows[header][0])]
        for row in rows[header + 1:]:
            own = cells(row[0])
            if len(own) == len(names) and "vMerge" not in row[0] and "gridSpan" not in row[0] and words_of(own[names.index("责任单位")][0]).strip():
                places.append((begin + row.start(), own[names.index("牵头单位")], words_of(max((cell[0] for cell in own), key=lambda one: len(words_of(one))))[:20]))
    if not places:
        return None
    row, cell, words = random.choice(places)
    bare = re.sub(r"<w:r[ >].*?</w:r>", "", cell[0], flags=re.DOTALL)
    return MutatedWord(word.with_xml(row + cell.start(), row + cell.end(), bare), words) if bare != cell[0] else None


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@kind("comment left in", "docx-comments", word=True)
def commented(word, random):
    run = last_run(word, random)
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    if not run or relations not in word.parts or "word/comments.xml" in word.parts:
        return None
    comments = f'<w:comments xmlns:w="{WORD}"><w:comment w:id="0" w:author="甲"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>'
    override = ('<Override PartName="/word/comments.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>')
    relation = f'<Relationship Id="rId9001" Type="{RELATIONS}/comments" Target="comments.xml"/>'
    parts = {"word/comments.xml": comments.encode(),
             types: word.parts[types].replace(b"</Types>", override.encode() + b"</Types>"),
             relations: word.parts[relations].replace(b"</Relationships>", relation.encode() + b"</Relationships>")}
    data = word.with_xml(run[1], run[1], '<w:r><w:commentReference w:id="0"/></w:r>', parts)
    return MutatedWord(data, run[2])


@kind("heading that lost its label", "heading-without-label", also=["heading-number-gap"], word=True)
def no_label(word, random):
    paragraphs = [match for match in re.finditer(r"<w:p[ >].*?</w:p>", word.xml, re.DOTALL)]
    heads = [match for match in paragraphs if re.fullmatch(r"[一二三四五六七八九十]+、[^。]{3,25}", words_of(match[0]))
             and not any(begin <= match.start() < end for begin, end in word.tables)]
    if len(heads) < 4:
        return None
    head = random.choice(heads[1:-1])
    bare = re.sub(r"(<w:t(?: [^>]*)?>)[一二三四五六七八九十]+、(?=[^<])", r"\1", head[0], count=1)
    level = '<w:outlineLvl w:val="0"/>'   # that it has in Word; the samples' headings are set as their text is
    if "<w:outlineLvl" not in bare:
        at = re.search(r"(?s)<w:pPr>(?:(?!<w:rPr>|</w:pPr>).)*", bare)
        bare = bare[:at.end()] + level + bare[at.end():] if at else re.sub(r"^<w:p(?: [^>]*)?>", lambda tag: f"{tag[0]}<w:pPr>{level}</w:pPr>", bare)
    return bare != head[0] and MutatedWord(word.with_xml(head.start(), head.end(), bare), words_of(head[0]).partition("、")[2]) or None


@kind("table without its rows", "table-empty", word=True)
def no_rows(word, random):
    places = []
    for begin, end in word.tables:
        rows = list(re.finditer(r"<w:tr[ >].*?</w:tr>", word.xml[begin:end], re.DOTALL))
        if re.search(FORMS, words_of(word.xml[max(0, begin - 1500):begin])[-40:]):
            continue
        header = next((i for i, row in enumerate(rows) if "责任单位" in words_of(row[0]) or "牵头单位" in words_of(row[0])), None)
        if header is not None and header + 1 < len(rows) and "vMerge" not in rows[header][0]:
            places.append((begin + rows[header].end(), begin + rows[-1].end(), rows[header][0]))
    if not places:
        return None
    begin, end, header = random.choice(places)
    empty = re.sub(r"<w:r[ >].*?</w:r>", "", header, flags=re.DOTALL)
    return MutatedWord(word.with_xml(begin, end, empty * random.randint(0, 3)), words_of(header))
