"""usage: loop_python_docx.py FILE TIMES      The usual script: paragraphs, then every row's cells. Prints milliseconds a document."""
import sys
import time

import docx


def text_of(path):
    document = docx.Document(path)
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            lines.append('\t'.join(cell.text for cell in row.cells))
    return '\n'.join(lines)


begin = time.monotonic()
for _ in range(int(sys.argv[2])):
    text_of(sys.argv[1])
print((time.monotonic() - begin) * 1000 / int(sys.argv[2]))
