"""Writes a notice as the plain text that one of the usual converters makes of it.

Layouts of a table: tika (a tab before each cell, a blank line between rows, merged cells empty), cells (one cell a line, blank
lines between, merged cells gone), tabs (one row a line, merged cells empty), pipe (|), box (box-drawing), spaces (columns).
"""
import unicodedata

from notice import Paragraph, Table


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' or 0x2500 <= ord(c) < 0x2580 or c in '“”‘’…—①②③④⑤' else 1 for c in text)


def pad(text, columns):
    return text + ' ' * (columns - width(text))


def wrap(text, columns):
    out = []
    for line in text.split('\n'):
        now = ''
        for c in line:
            if width(now + c) > columns:
                out.append(now)
                now = ''
            now += c
        out.append(now)
    return out


def plain(cell):
    return '' if cell in ('^', '<') else cell


def kept(cells):
    """The cells that a reader sees, those merged to the left gone, those merged upwards empty."""
    return [plain(c) for c in cells if c != '<']


def tika(table, fill=False):
    out = []
    for kind, cells in table.rows:
        out += ['\t' + c for c in kept(cells)] + ['']
    return out


def cells_of(table):
    out = []
    for kind, cells in table.rows:
        for c in cells:
            if c not in ('^', '<'):
                out += c.split('\n') + [''] if False else [c.replace('\n', ' '), '']
    return out


def cells_broken(table):
    """One cell a line; a cell of several lines takes several, blank lines only between cells."""
    out = []
    for kind, cells in table.rows:
        for c in cells:
            if c not in ('^', '<'):
                out += c.split('\n') + ['']
    return out


def tabs(table):
    return ['\t'.join(plain(c).replace('\n', ' ') for c in cells) for kind, cells in table.rows]


def tabs_lead(table):
    """As a spreadsheet copies it: section rows carry their empty cells too."""
    return ['\t'.join([plain(c).replace('\n', ' ') for c in cells] + [''] * (table.columns - len(cells))) for kind, cells in table.rows]


def pipe(table):
    out, ruled = [], False
    for kind, cells in table.rows:
        row = [plain(c).replace('\n', '<br>').replace('|', '\\|') for c in cells] + [''] * (table.columns - len(cells))
        if kind == 'section' and not ruled:
            out.append(cells[0])
            continue
        out.append('| ' + ' | '.join(row) + ' |')
        if kind == 'header' and not ruled:
            out.append('|' + ' --- |' * table.columns)
            ruled = True
    return out


def bars(table):
    """Cells between bare bars, as some office suites paste them."""
    return ['|'.join([plain(c).replace('\n', ' ') for c in cells]) for kind, cells in table.rows]


def column_widths(table, cap):
    size = [2] * table.columns
    for kind, cells in table.rows:
        if len(cells) == table.columns:
            for i, c in enumerate(cells):
                size[i] = max([size[i]] + [width(l) for l in plain(c).split('\n')])
    return [min(s + s % 2, cap) for s in size]


def box(table, cap=24):
    size = column_widths(table, cap)
    rule = lambda a, b, c: a + b.join('─' * (s // 2) for s in size) + c
    out = [rule('┌', '┬', '┐')]
    for n, (kind, cells) in enumerate(table.rows):
        if n:
            out.append(rule('├', '┼', '┤'))
        if len(cells) == 1:
            total = sum(size) + 2 * (table.columns - 1)
            out += ['│' + pad(l, total) + '│' for l in wrap(cells[0], total)]
            continue
        lines = [wrap(plain(c), s) for c, s in zip(cells, size)]
        for i in range(max(map(len, lines))):
            out.append('│' + '│'.join(pad(l[i] if i < len(l) else '', s) for l, s in zip(lines, size)) + '│')
    return out + [rule('└', '┴', '┘')]


def spaces(table, cap=40):
    size = column_widths(table, cap)
    out = []
    for kind, cells in table.rows:
        if len(cells) == 1:
            out.append(cells[0])
            continue
        lines = [wrap(plain(c), s) for c, s in zip(cells, size)]
        for i in range(max(map(len, lines))):
            out.append('   '.join(pad(l[i] if i < len(l) else '', s) for l, s in zip(lines, size)).rstrip())
    return out


LAYOUTS = dict(tika=tika, cells=cells_of, broken=cells_broken, tabs=tabs, sheet=tabs_lead, pipe=pipe, bars=bars, box=box, spaces=spaces)
GAPS = {'page': 3, 'title': 0}


def text_of(notice, layout, options=()):
    indent = '\u3000\u3000' if 'indent' in options else '    ' if 'indent4' in options else ''
    gap = 'gap' in options
    out = []
    for block in notice.blocks:
        if isinstance(block, Table):
            out += [''] + LAYOUTS[layout](block) + ['']
            continue
        if block.kind == 'page':
            out += [''] * 3 if 'formfeed' not in options else ['\f']
            continue
        if block.kind == 'docxonly' or (block.kind == 'web' and 'web' not in options):
            continue
        text = block.label + block.text
        if block.kind == 'rule':
            text = '─' * 26
        if block.kind in ('sign', 'date', 'num', 'title', 'head') and 'center' in options:
            text = ' ' * 20 + text
        if block.kind in ('p', 'h', 'note', 'att') and indent:
            text = indent + text
        if block.kind in ('title', 'num', 'to', 'sign', 'page') and 'tight' not in options and out and out[-1] != '' and last != block.kind:
            out.append('')
        out += text.split('\\n')
        if gap:
            out.append('')
        last = block.kind
    return '\n'.join(out) + '\n'


def write(notice, path, options):
    layout = next((o for o in options if o in LAYOUTS), 'tika')
    text = text_of(notice, layout, options)
    if 'crlf' in options:
        text = text.replace('\n', '\r\n')
    if 'half' in options:
        text = text.translate({0xFF08: 0x28, 0xFF09: 0x29, 0xFF0C: 0x2C, 0xFF1A: 0x3A, 0xFF1B: 0x3B})
    encoding = next((o[4:] for o in options if o.startswith('enc=')), 'utf-8')
    path.write_bytes((b'\xff\xfe' if encoding == 'utf-16-le' else b'') + text.encode(encoding))
