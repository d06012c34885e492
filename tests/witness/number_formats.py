#!/usr/bin/env python3
"""The tables of tests/spec/docx-numbering.md against a second witness, LibreOffice.

Writes a .docx with one list for each format and value, has LibreOffice export it as text, and compares. Each format that
LibreOffice 7.4 writes otherwise at any value stands in the page's table "in LibreOffice", with what it writes for a few
values; the test fails where a format is missing there, agrees after all, or is written in another way.

usage: number_formats.py [--print] [SOFFICE]     --print writes that table's rows as they come out, without the reasons
exit 0: as the page says; 1: not; 77: no LibreOffice of that version.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

PAGE = pathlib.Path(__file__).resolve().parent.parent / "spec" / "docx-numbering.md"
VERSION = "LibreOffice 7.4"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def tables(page):
    """Every table of the page as a list of rows; the first row is the header."""
    found, open_table = [], False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            if not open_table:
                found.append([])
            open_table = True
            if not line.startswith("|-"):
                found[-1].append([cell.strip() for cell in line.strip()[1:-1].split("|")])
        else:
            open_table = False
    return found


def expected_values(page):
    """(format, value) to the label that the page gives; bullets aside, which show their text and no value."""
    values = {}
    for table in tables(page):
        if table[0][0] != "format" or not all(cell.isdigit() for cell in table[0][1:]):
            continue
        for row in table[1:]:
            if row[0] != "bullet":
                values |= {(row[0], int(value)): label for value, label in zip(table[0][1:], row[1:], strict=True)}
    return values


def write_docx(path, keys):
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="{value}"/>'
        f'<w:numFmt w:val="{name}"/><w:suff w:val="space"/><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>'
        for n, (name, value) in enumerate(keys))
    lists = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(keys)))
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n + 1}"/></w:numPr></w:pPr><w:r><w:t>={name}={value}</w:t></w:r></w:p>'
        for n, (name, value) in enumerate(keys))
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{WORD}.numbering+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="d" Type="{OFFICE}/officeDocument" '
                       'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="n" '
                                        f'Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {W}>{abstract}{lists}</w:numbering>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def exported(soffice, folder, keys):
    write_docx(folder / "formats.docx", keys)
    subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                    "txt:Text (encoded):UTF8", "--outdir", str(folder), str(folder / "formats.docx")],
                   check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    labels = {}
    for line in (folder / "formats.txt").read_text(encoding="utf-8-sig").splitlines():
        if match := re.match(r"\s*(?:\[(.*)\])?\s*=(\w+)=(\d+)$", line):
            labels[match[2], int(match[3])] = match[1]
    return labels


def as_noted(table):
    """The table of differences as {(format, value): what LibreOffice writes}."""
    values = [cell for cell in table[0][1:] if cell.isdigit()]
    return {(row[0], int(value)): label for row in table[1:] for value, label in zip(values, row[1:])}


def main():
    arguments = [a for a in sys.argv[1:] if a != "--print"]
    soffice = arguments[0] if arguments else "soffice"
    try:
        version = subprocess.run([soffice, "--version"], check=True, timeout=120, capture_output=True, text=True).stdout
    except (OSError, subprocess.SubprocessError) as error:
        print(f"no LibreOffice: {error}")
        return 77
    if not version.startswith(VERSION):
        print(f"{version.strip()}: the page speaks of {VERSION}")
        return 77
    expected = expected_values(PAGE)
    with tempfile.TemporaryDirectory() as folder:
        labels = exported(soffice, pathlib.Path(folder), sorted(expected, key=str))
    differing = {key[0] for key, label in expected.items() if (labels.get(key) or "") != label}
    noted = next(as_noted(table) for table in tables(PAGE) if table[0][0] == "in LibreOffice")
    written = {(name, value): labels.get((name, value)) or "" for name in differing for value in {v for _, v in noted}}
    if "--print" in sys.argv:
        for name in sorted(differing):
            print(f"| {name} | " + " | ".join(written[name, value] for value in sorted({v for _, v in noted})) + " |  |")
        return 0
    faults = [f"{key[0]} {key[1]}: not in the export" for key in expected if key not in labels]
    faults += [f"{name} {value}: the page notes “{noted.get((name, value), 'no difference')}”, LibreOffice writes "
               f"“{written.get((name, value), 'what the page has')}”"
               for name, value in sorted(written.keys() | noted.keys()) if written.get((name, value)) != noted.get((name, value))]
    print("\n".join(faults + [f"{len(expected)} labels in {len({name for name, _ in expected})} formats, of which "
                              f"{len(differing)} formats are written otherwise by {version.strip()}"]))
    return 1 if faults or not expected else 0


if __name__ == "__main__":
    sys.exit(main())
