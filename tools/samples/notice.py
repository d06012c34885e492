"""Reads a notice description (*.notice) into blocks to be written and records to be expected.

A description is the notice as an official typed it, one paragraph a line, with the marks that README.md explains. The
expected records are what the marks say, not what any program prints: a mark states the units and the deadline by hand.
"""
import re
from dataclasses import dataclass, field

FULL = {c: c - 0xFEE0 for c in range(0xFF10, 0xFF1A)}
META = re.compile(r'\{\{(.*?)\}\}')
MARK = re.compile(r'\[\[|\]\]|\{\{.*?\}\}')
NOT_SIMPLE = re.compile(r'[按牵配等会和及与由同（()）/【] |负责|落实|其他|按|牵头|配合|等|会同|由|（|\(|/')


class Mistake(Exception):
    pass


@dataclass
class Paragraph:
    kind: str
    text: str
    level: int = 0
    label: str = ''
    part: int = 0


@dataclass
class Table:
    header: list            # rows of cells, each '^' (merged with the cell above), '<' (with the cell to the left) or text
    rows: list              # (kind, cells): section, row, caption, header
    part: int = 0
    columns: int = 0


@dataclass
class Notice:
    name: str
    head: dict = field(default_factory=dict)
    options: dict = field(default_factory=dict)
    deadlines: dict = field(default_factory=dict)
    blocks: list = field(default_factory=list)
    outline: list = field(default_factory=list)
    tasks: list = field(default_factory=list)
    alt: dict = field(default_factory=dict)


def parse_deadline(words):
    """'date 2023-06-30 ongoing t:6月底前 f:task' -> the deadline object; '-' -> None."""
    if words.strip() == '-':
        return None
    out = dict(text=None, kind=None, date=None, start=None, ongoing=False, recurrence=None, **{'from': None})
    for i, word in enumerate(words.split(' ')):
        if i == 0:
            out['kind'] = word
        elif word == 'ongoing':
            out['ongoing'] = True
        elif word.startswith('t:'):
            out['text'] = word[2:]
        elif word.startswith('f:'):
            out['from'] = word[2:]
        elif word.startswith('start:'):
            out['start'] = word[6:]
        elif word.startswith('rec:'):
            out['recurrence'] = word[4:]
        elif re.fullmatch(r'\d{4}-\d\d-\d\d', word):
            out['date'] = word
        else:
            raise Mistake(f'deadline word {word!r}')
    if out['kind'] == 'ongoing':
        out['ongoing'] = True
    return out


def units(words):
    return [u for u in words.split('+') if u]


def parse_meta(text, number):
    """'L=a+b;R=c;D=date 2023-06-30;;[{...}]' -> dict of what a mark says."""
    import json
    body, _, alt = text.partition(';;')
    out = {}
    for item in filter(None, body.split(';')):
        key, eq, value = item.partition('=')
        if key not in ('L', 'R', 'S', 'D', 'T', 'X', 'N', 'P', 'skip', 'G'):
            raise Mistake(f'line {number}: mark {item!r}')
        if key == 'X':
            name, _, value = value.partition(':')
            out.setdefault('X', {})[name] = value
        else:
            out[key] = value if eq else True
    if alt:
        out['alt'] = json.loads(alt)
    return out


def normal(label):
    return label.translate(FULL).replace('．', '.').replace('(', '（').replace(')', '）').replace(' ', '').replace('\u3000', '')


def simple_units(cell, number):
    if cell in ('', '/', '—', '无', '－', '-', '——'):
        return []
    if NOT_SIMPLE.search(cell):
        raise Mistake(f'line {number}: say the units of {cell!r} by hand')
    return [u for u in re.split(r'[、，,；;\n]', cell) if u]


class Reader:
    def __init__(self, path):
        self.path, self.out = path, Notice(path.stem)
        self.part, self.stack, self.pending = 0, [], []
        self.title = None

    def read(self):
        table = None
        for number, line in enumerate(self.path.read_text(encoding='utf-8').split('\n'), 1):
            try:
                line = line.replace('\\t', '\t').replace('\\s', '\u3000')
                if line.startswith('#') or (not line.strip() and table is None):
                    continue
                if line.startswith('@'):
                    self.header(line[1:])
                elif line.startswith('table>'):
                    table = dict(cols=None, header=[], rows=[], options=line[6:].split(), caption=[])
                elif table is not None:
                    if line.startswith('end>'):
                        self.table(table)
                        table = None
                    elif line.strip():
                        self.table_line(table, line, number)
                else:
                    self.paragraph(line, number)
            except (Mistake, ValueError, IndexError) as error:
                raise SystemExit(f'{self.path}:{number}: {error}\n  {line}')
        return self.out

    def header(self, line):
        key, _, value = line.partition(' ')
        if key == 'deadline':
            text, _, words = value.rpartition(' = ')
            self.out.deadlines[text.strip()] = words
        elif key in ('to', 'cc', 'attach'):
            self.out.head.setdefault(key, []).extend(v.strip() for v in value.split('|'))
        elif key in ('txt', 'docx'):
            self.out.options[key] = value.split()
        elif key == 'outline-alt':
            import json
            self.out.alt.setdefault('outline', {}).update(json.loads(value))
        elif key == 'meta-alt':
            import json
            self.out.alt.setdefault('metadata', {}).update(json.loads(value))
        else:
            self.out.head[key] = value

    # paragraphs -----------------------------------------------------------------------------------------------------
    def paragraph(self, line, number):
        kind, gt, rest = line.partition('> ')
        if not gt:
            kind, gt, rest = line.partition('>')
        if not gt or not re.fullmatch(r'[a-z]+\d?', kind):
            kind, rest = 'p', line
        if kind == 'page':
            self.part += 1
            self.stack, self.pending, self.title = [], [], None
            self.out.blocks.append(Paragraph('page', '', part=self.part))
            return
        if re.fullmatch(r'h\d', kind):
            return self.heading(int(kind[1]), rest, number)
        self.out.blocks.append(Paragraph(kind, self.marks(rest, number), part=self.part))

    def heading(self, level, line, number):
        label, title, rest = (line.split('|', 2) + ['', ''])[:3]
        label_only = label
        self.stack = self.stack[:level - 1] + [''] * (level - 1 - len(self.stack))
        shown = normal(label_only)
        self.out.outline.append([level, shown, title])
        if rest.startswith('；'):
            self.out.alt.setdefault('outline', {})[str(len(self.out.outline) - 1)] = [[level, shown, title + '；']]
        self.stack.append(shown + title if title else '')
        self.title, self.pending = title, []
        text = self.marks(rest, number)
        self.out.blocks.append(Paragraph('h', title + text, level, label_only, self.part))

    def marks(self, text, number):
        """Takes the marks out of a paragraph's text and makes the records that they state."""
        shown, open_at = [], None
        for piece in re.split(r'(\[\[|\]\]|\{\{.*?\}\})', text):
            if piece == '[[':
                open_at = len(shown)
            elif piece == ']]':
                self.pending.append(''.join(shown[open_at:]))
                open_at = None
            elif piece.startswith('{{'):
                self.record(parse_meta(piece[2:-2], number), number)
            else:
                shown.append(piece)
        if open_at is not None:
            raise Mistake('[[ without ]]')
        return ''.join(shown)

    def record(self, meta, number):
        path = [s for s in self.stack if s]
        if meta.get('T') == 'title':
            task, path = self.title, path[:-1]
        elif 'T' in meta:
            task = meta['T']
        else:
            task = ''.join(self.pending)
        if 'P' in meta:
            path = [p for p in meta['P'].split('>') if p]
        if not task:
            raise Mistake('a record without a task')
        if meta.get('N') != 'keep':
            self.pending = []
        self.add('annotation', None, path, task, meta, {})

    def add(self, origin, number, path, task, meta, extra):
        deadline = parse_deadline(meta['D']) if meta.get('D') else None
        if deadline and not deadline['from']:
            deadline['from'] = 'annotation' if origin == 'annotation' else 'column'
        task = dict(origin=origin, number=number, path=path, task=task.replace('\n', ''), lead_units=units(meta.get('L', '')),
                    responsible_units=units(meta.get('R', '')), supporting_units=units(meta.get('S', '')),
                    deadline=deadline, extra={**extra, **meta.get('X', {})})
        if 'alt' in meta:
            task['alt'] = meta['alt']
        self.out.tasks.append(task)

    # tables ---------------------------------------------------------------------------------------------------------
    def table_line(self, table, line, number):
        kind, _, rest = line.partition('>')
        rest = rest.strip(' ')
        meta = {}
        found = META.search(rest)
        if found:
            meta, rest = parse_meta(found.group(1), number), (rest[:found.start()] + rest[found.end():]).strip(' ')
        cells = [c.strip(' ').replace('\\n', '\n') for c in rest.split('|')]
        if kind == 'cols':
            table['cols'] = [tuple(c.rsplit(':', 1)) for c in cells]
        elif kind == 'hdr':
            table['header'].append(cells)
        elif kind == 'cap':
            table['caption'].append(rest)
        elif kind in ('sec', 'row', 'rep', 'note', 'full'):
            table['rows'].append((kind, cells if kind == 'row' else [rest], meta, number))
        else:
            raise Mistake(f'table line {kind!r}')

    def table(self, table):
        columns = len(table['cols'])
        header = table['header'] or [[name for name, _ in table['cols']]]
        rows = [('section', [c]) for c in table['caption']] + [('header', h) for h in header]
        above, section = [''] * columns, None
        is_tasks = 'none' not in table['options']
        for kind, cells, meta, number in table['rows']:
            if kind == 'rep':
                rows += [('header', h) for h in header]
                continue
            if kind in ('sec', 'note', 'full'):
                rows.append(('section', cells))
                if kind == 'sec':
                    section = cells[0]
                continue
            if len(cells) != columns:
                raise SystemExit(f'{self.path}:{number}: {len(cells)} cells in {columns} columns')
            rows.append(('row', cells))
            value = []
            for i, cell in enumerate(cells):
                value.append(above[i] if cell == '^' else '' if cell == '<' else cell)
            value = [above[i] if v == '同上' else v for i, v in enumerate(value)]
            above = value
            if is_tasks and 'skip' not in meta:
                self.table_record(table['cols'], value, section, meta, number)
        self.out.blocks.append(Table(header, rows, self.part, columns))

    def table_record(self, cols, value, section, meta, number):
        by = lambda role: [(name, v) for (name, r), v in zip(cols, value) if r == role]
        extra, said = {}, {'L': 'lead', 'R': 'resp', 'S': 'supp'}
        meta = dict(meta)
        for key, role in said.items():
            if key not in meta:
                meta[key] = '+'.join(u for _, v in by(role) for u in simple_units(v, number))
        if 'D' not in meta:
            for _, v in by('deadline'):
                flat = v.replace('\n', '')
                if flat in ('', '/', '—', '无', '－', '-', '——'):
                    continue
                if flat not in self.out.deadlines:
                    raise SystemExit(f'{self.path}:{number}: say the deadline {flat!r} with @deadline')
                meta['D'] = self.out.deadlines[flat] + f' t:{flat.replace(" ", "")}'
        for name, v in by('extra'):
            extra[name] = '' if v in ('/', '—', '无', '－', '-', '——') else v.replace('\n', '')
        path = ([section] if section else []) + [v.replace('\n', '') for _, v in by('group') if v]
        if 'P' in meta:
            path = [p for p in meta['P'].split('>') if p]
        numbers = [v for _, v in by('number')]
        task = meta['T'] if 'T' in meta else ''.join(v for _, v in by('task'))
        self.add('table', meta.get('N', numbers[0] if numbers else None) or None, path, task, meta, extra)


def expected(notice, file):
    head = notice.head
    metadata = {'document_number': head.get('number'), 'issuer': head.get('issuer'), 'date': head.get('date'), 'title': head.get('title')}
    for key, name in (('to', 'addressees'), ('cc', 'copied_to')):
        if key in head:
            metadata[name] = head[key]
    for key in ('publicity', 'signatory', 'urgency', 'secrecy'):
        if key in head:
            metadata[key] = head[key]
    if 'issued' in head:
        metadata['issued_document'] = head['issued']
    if notice.alt.get('metadata'):
        metadata['alt'] = notice.alt['metadata']
    out = {'notice': file, 'metadata': metadata, 'outline': notice.outline, 'tasks': notice.tasks}
    if notice.alt.get('outline'):
        out['alt'] = {'outline': notice.alt['outline']}
    return out
