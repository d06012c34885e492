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
import sys
import tempfile

import word

PAGE = pathlib.Path(__file__).resolve().parent.parent / "spec" / "docx-numbering.md"


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


def exported(soffice, folder, keys):
    """(format, value) to the label that LibreOffice writes."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="{value}"/>'
        f'<w:numFmt w:val="{name}"/><w:suff w:val="space"/><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>'
        for n, (name, value) in enumerate(keys))
    lists = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(keys)))
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n + 1}"/></w:numPr></w:pPr><w:r><w:t>={name}={value}</w:t></w:r></w:p>'
        for n, (name, value) in enumerate(keys))
    word.write_docx(pathlib.Path(folder) / "formats.docx", body, definitions + lists)
    found = (re.match(r"\s*(?:\[(.*)\])?\s*=(\w+)=(\d+)$", line) for line in word.export(soffice, folder, ["formats"])["formats"])
    return {(match[2], int(match[3])): match[1] for match in found if match}


def as_noted(table):
    """The table of differences as {(format, value): what LibreOffice writes}."""
    values = [cell for cell in table[0][1:] if cell.isdigit()]
    return {(row[0], int(value)): label for row in table[1:] for value, label in zip(values, row[1:])}


def main():
    arguments = [a for a in sys.argv[1:] if a != "--print"]
    soffice = arguments[0] if arguments else "soffice"
    version = word.version(soffice)
    if not version.startswith(word.VERSION):
        print(f"no {word.VERSION}: {version}")
        return word.SKIPPED
    expected = expected_values(PAGE)
    with tempfile.TemporaryDirectory() as folder:
        labels = exported(soffice, folder, sorted(expected, key=str))
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
                              f"{len(differing)} formats are written otherwise by {version}"]))
    return 1 if faults or not expected else 0


if __name__ == "__main__":
    sys.exit(main())
