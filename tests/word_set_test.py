#!/usr/bin/env python3
"""The documents in tests/word: `gongwen text` against what LibreOffice exports from the same file as text.

usage: word_set_test.py GONGWEN [--show] [--update]

Lines are compared with white space folded. LibreOffice exports a table cell by cell, each paragraph a line; so a tab of gongwen's
ends a line, unless LibreOffice, too, has the line as a whole. Lines of one side alone must stand in tests/word/differences.tsv: document, side (lo or gongwen), reason, line; what
stands there and does not occur is a failure, too. docs/word-differences.md must explain each reason and count its lines.
--update rewrites differences.tsv to what occurs (a new line gets the reason "?", which fails); --show prints what is not listed.
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER, DOCS = ROOT / 'tests' / 'word', ROOT / 'docs' / 'word-differences.md'
LISTED = FOLDER / 'differences.tsv'


def folded(line):
    """Runs of white space are one space, and none stands beside a character that is not ASCII."""
    line = re.sub(r'\s+', ' ', line.replace('\u200b', '')).strip()
    return re.sub(r'(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])', '', line)


def inked(lines):
    return [line for line in map(folded, lines) if line]


def lines_of(ours, theirs):
    theirs = inked(theirs.split('\n'))
    whole = set(theirs)
    split = [line if folded(line) in whole else line.replace('\t', '\n') for line in ours.split('\n')]
    return inked('\n'.join(split).split('\n')), theirs


def different(ours, theirs):
    """The lines that a longest common subsequence leaves out, as (side, line)."""
    best = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            best[i][j] = best[i + 1][j + 1] + 1 if ours[i] == theirs[j] else max(best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(ours) or j < len(theirs):
        if i < len(ours) and j < len(theirs) and ours[i] == theirs[j]:
            i, j = i + 1, j + 1
        elif j == len(theirs) or (i < len(ours) and best[i + 1][j] >= best[i][j + 1]):
            yield 'gongwen', ours[i]
            i += 1
        else:
            yield 'lo', theirs[j]
            j += 1


def differences(gongwen):
    """(document, side, line), each as often as it occurs."""
    found = collections.Counter()
    documents = sorted(FOLDER.glob('*.docx'))
    for document in documents:
        done = subprocess.run([gongwen, 'text', str(document)], capture_output=True, check=True)
        theirs = document.with_suffix('.lo.txt').read_text(encoding='utf-8')
        for side, line in different(*lines_of(done.stdout.decode(), theirs)):
            found[document.stem, side, line] += 1
    return documents, found


def read_listed():
    listed, reasons = collections.Counter(), {}
    for row in LISTED.read_text(encoding='utf-8').splitlines() if LISTED.exists() else []:
        document, side, reason, line = row.split('\t', 3)
        listed[document, side, line] += 1
        reasons[document, side, line] = reason
    return listed, reasons


def explained():
    """reason: number of lines, from the tables of the docs: | reason | lines | documents | … |"""
    counts = {}
    for row in DOCS.read_text(encoding='utf-8').splitlines() if DOCS.exists() else []:
        found = re.match(r'\| `([a-z-]+)` \| (\d+) \|', row)
        if found:
            counts[found[1]] = int(found[2])
    return counts


def update(found, reasons):
    rows = [f'{document}\t{side}\t{reasons.get((document, side, line), "?")}\t{line}\n' for (document, side, line), times in found.items() for _ in range(times)]
    LISTED.write_text(''.join(rows), encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gongwen')
    parser.add_argument('--show', action='store_true')
    parser.add_argument('--update', action='store_true')
    args = parser.parse_args()
    documents, found = differences(args.gongwen)
    listed, reasons = read_listed()
    faults = [f'fewer than 40 documents: {len(documents)}'] if len(documents) < 40 else []
    faults += [f'not listed: {" ".join(key)} ({times})' for key, times in (found - listed).items()]
    faults += [f'listed, but it no longer occurs: {" ".join(key)} ({times})' for key, times in (listed - found).items()]
    if args.update:
        update(found, reasons)
    used = collections.Counter(reasons[key] for key in listed.elements())
    counts = explained()
    faults += [f'{DOCS.name} says {counts.get(reason, "nothing")} of `{reason}`, {LISTED.name} has {used[reason]} lines' for reason in sorted(set(used) | set(counts)) if used[reason] != counts.get(reason)]
    for fault in faults:
        print(fault)
    print(f'{len(documents)} documents, {sum(found.values())} lines differ, {sum((found & listed).values())} of them listed; {len(faults)} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
