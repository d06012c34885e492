#!/usr/bin/env python3
"""Random lists, counted by gongwen and by LibreOffice: nested levels, several w:num over one definition, starts, texts of several
levels, tables between. The labels must be the same.

Left out is what LibreOffice 7.4 does otherwise than the standard or than Word was measured to do: w:isLgl, w:lvlRestart, start
overrides that are used later than in a list's first paragraph, and a level that is passed over after it was started anew (1,
1.1.1, and then a paragraph of level 2: 1.1 in Word, 1.2 in LibreOffice).

usage: lists.py GONGWEN SOFFICE     exit 0: the same; 1: not; 77: no LibreOffice of that version. The seed is fixed.
"""
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import word

FORMATS = ["decimal", "decimalZero", "chineseCountingThousand", "chineseCounting", "japaneseCounting", "ideographTraditional",
           "upperLetter", "lowerRoman", "upperRoman", "chineseLegalSimplified"]
LEVELS, LISTS, PARAGRAPHS, DOCUMENTS = 4, 3, 40, 60


def random_level(source, level):
    shown = "".join(f"%{n + 1}." for n in range(level + 1)) if source.random() < 0.5 else f"（%{level + 1}）"
    return (f'<w:lvl w:ilvl="{level}"><w:start w:val="{source.choice([1, 1, 1, 3])}"/><w:numFmt w:val="{source.choice(FORMATS)}"/>'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{shown}"/></w:lvl>')


def random_paragraph(source, level, number, serial):
    paragraph = (f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
                 f"<w:r><w:t>={serial}</w:t></w:r></w:p>")
    return f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc></w:tr></w:tbl><w:p/>" if source.random() < 0.1 else paragraph


def random_document(source):
    """Lists 1 and 2 share a definition, list 3 has its own."""
    definitions = "".join(f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>' +
                          "".join(random_level(source, level) for level in range(LEVELS)) + "</w:abstractNum>" for n in range(2))
    lists = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n // 2}"/></w:num>' for n in range(LISTS))
    body, levels = "", [-1, -1]   # of the last paragraph of each definition
    for serial in range(PARAGRAPHS):
        number = source.choice([1, 1, 2, 3])
        definition = (number - 1) // 2
        levels[definition] = max(0, min(LEVELS - 1, levels[definition] + source.choice([-2, -1, 0, 0, 1, 1])))
        body += random_paragraph(source, levels[definition], number, serial)
    return body, definitions + lists


def labels(lines):
    """The number of a paragraph to the label before it."""
    found = (re.fullmatch(r"\s*(\S*?)\s*=(\d+)\s*", line) for line in lines)
    return {int(match[2]): match[1] for match in found if match}


def main():
    gongwen, soffice = sys.argv[1:]
    if not word.version(soffice).startswith(word.VERSION):
        print(f"no {word.VERSION}: {word.version(soffice)}")
        return word.SKIPPED
    source = random.Random(20250601)
    names = [f"list{n}" for n in range(DOCUMENTS)]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            word.write_docx(pathlib.Path(folder) / f"{name}.docx", *random_document(source))
        theirs = word.export(soffice, folder, names)
        for name in names:
            text = subprocess.run([gongwen, "text", f"{folder}/{name}.docx"], check=True, timeout=60, capture_output=True).stdout
            ours, wanted = labels(text.decode().splitlines()), labels(theirs[name])
            if len(wanted) != PARAGRAPHS:
                faults.append(f"{name}: {len(wanted)} of {PARAGRAPHS} paragraphs in the export")
            faults += [f"{name}, paragraph {n}: “{ours.get(n)}”, by LibreOffice “{label}”" for n, label in wanted.items()
                       if ours.get(n) != label]
    print("\n".join(faults[:40] + [f"{DOCUMENTS * PARAGRAPHS} labels, {len(faults)} of them otherwise"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
