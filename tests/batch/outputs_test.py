"""What DEST holds, in every format, for a whole archive. usage: outputs_test.py PATH/TO/gongwen [unittest arguments]

Standard library; python3-openpyxl, python3-jsonschema and LibreOffice where they are installed.
"""
import csv
import datetime
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import unittest

import support
from support import ALL, FORMATS, ArchiveCase, Case, digest, notice

NOTICES = 2000 if ALL else 80


class WholeArchive(ArchiveCase):
    @classmethod
    def setUpClass(cls):
        cls.root = cls.archive(NOTICES)
        cls.manifest = json.loads((cls.root / 'manifest.json').read_text(encoding='utf-8'))
        cls.lines = subprocess.run([support.GONGWEN, 'convert', 'archive', '-o', '-', '-q'], cwd=cls.root, capture_output=True, env=support.environment()).stdout
        cls.parsed = [json.loads(line) for line in cls.lines.decode().splitlines()]
        cls.records = [(n, t) for n in cls.parsed for t in n['tasks']]

    def make(self, kind, *options):
        dest = self.folder / FORMATS[kind]
        self.convert('archive', '-o', dest, '-q', *options, cwd=self.root, expect=1)
        return dest

    def test_exactly_the_broken_files_are_reported_each_with_its_code(self):
        for kind, name in FORMATS.items():
            report = self.folder / f'{kind}.report'
            done = self.convert('archive', '-o', self.folder / name, '--report', report, cwd=self.root, expect=1)
            self.assertEqual(self.report(report), self.manifest, kind)
            failed = [code for code in self.manifest.values() if code]
            self.assertEqual(sum(line.startswith(b'gongwen: archive/') for line in done.stderr.splitlines()), len(failed))
            self.assertIn(f'{NOTICES:,} converted', done.stderr.decode().splitlines()[-1])
            self.assertIn(f'{len(failed)} failed', done.stderr.decode().splitlines()[-1])
        self.assertEqual(self.left(), [])

    def test_the_number_of_threads_changes_no_byte(self):
        for kind in FORMATS:
            results = set()
            for jobs in (1, 2, 8):
                dest = self.make(kind, '-j', jobs, '--force')
                results.add(digest(dest))
            self.assertEqual(len(results), 1, kind)

    def test_jsonl_is_what_parse_prints(self):
        path = next(p for p, code in self.manifest.items() if code is None and '!/' not in p)
        alone = self.run_it('parse', path, cwd=self.root).stdout
        self.assertIn(alone, self.lines)
        self.assertEqual([n['source']['path'] for n in self.parsed], [p for p in self.in_order() if self.manifest[p] is None])

    def in_order(self):
        return sorted(self.manifest, key=lambda p: [part.encode() for part in p.replace('!/', '/').split('/')])

    def test_json_is_an_array_of_them(self):
        self.assertEqual(json.loads(self.make('json').read_bytes()), self.parsed)

    def test_a_folder_keeps_the_tree(self):
        dest = self.make('folder')
        names = {n['source']['path'].removeprefix('archive/').replace('!/', '/') + '.json': n for n in self.parsed}
        self.assertEqual({str(p.relative_to(dest)) for p in dest.rglob('*') if p.is_file()}, set(names))
        for name, expected in list(names.items())[::37]:
            self.assertEqual(json.loads((dest / name).read_bytes()), expected)

    def test_records_carry_their_notice(self):
        dest = self.folder / 'records.jsonl'
        self.convert('archive', '-o', dest, '--records', '-q', cwd=self.root, expect=1)
        lines = [json.loads(line) for line in dest.read_text(encoding='utf-8').splitlines()]
        self.assertEqual(lines, [{'source': n['source']['path'], 'metadata': n['metadata'], **t} for n, t in self.records])

    def test_csv_has_a_row_for_each_record(self):
        content = self.make('csv', '--no-guard').read_bytes()
        self.assertTrue(content.startswith(b'\xef\xbb\xbf'))
        rows = list(csv.DictReader(io.StringIO(content.decode('utf-8-sig'), newline='')))
        self.assertEqual([(r['source'], r['id'], r['task'], r['lead_units'], r['deadline_date']) for r in rows],
                         [(n['source']['path'], t['id'], t['task'], '、'.join(t['lead_units']), (t['deadline'] or {}).get('date') or '') for n, t in self.records])

    def test_md_has_a_chapter_for_each_notice(self):
        text = self.make('md').read_text(encoding='utf-8')
        self.assertEqual(sum(line.startswith('## ') for line in text.splitlines()), len(self.parsed))
        self.assertEqual(sum(line.startswith('| t') for line in text.splitlines()), len(self.records))

    def test_sqlite_answers(self):
        database = sqlite3.connect(self.make('sqlite'))
        one = lambda sql, *values: database.execute(sql, values).fetchone()[0]
        self.assertEqual(one('PRAGMA integrity_check'), 'ok')
        self.assertEqual(database.execute('PRAGMA foreign_key_check').fetchall(), [])
        self.assertEqual(one('SELECT count(*) FROM notices'), len(self.parsed))
        self.assertEqual(one('SELECT count(*) FROM tasks'), len(self.records))
        self.assertEqual(one('SELECT count(*) FROM diagnostics'), sum(len(n['diagnostics']) for n in self.parsed))

        def sections(children):
            return sum(1 + sections(c['children']) for c in children)
        self.assertEqual(one('SELECT count(*) FROM sections'), sum(sections(p['sections']) for n in self.parsed for p in n['parts']))
        for role in ('lead', 'responsible', 'supporting'):
            self.assertEqual(one('SELECT count(*) FROM task_units WHERE role = ?', role), sum(len(t[role + '_units']) for _, t in self.records))
        got = database.execute("SELECT n.path, t.task_id, u.name FROM task_units x JOIN units u ON u.id = x.unit_id JOIN tasks t ON t.id = x.task_id "
                               "JOIN notices n ON n.id = t.notice_id WHERE x.role = 'lead' ORDER BY t.id, x.position").fetchall()
        self.assertEqual(got, [(n['source']['path'], t['id'], u) for n, t in self.records for u in t['lead_units']])

    def test_sqlite_finds_chinese_words(self):
        database = sqlite3.connect(self.make('sqlite'))
        run = max(re.findall('[\u4e00-\u9fff]+', self.records[0][1]['task']), key=len)
        for word, table in (('演练', 'task_pairs'), (run[1:3], 'task_pairs'), ('应急演练', 'task_search'), (run[:3], 'task_search'), (run, 'task_search')):
            got = database.execute(f'SELECT rowid FROM {table}(?) ORDER BY rowid', (f'task : "{word}"',)).fetchall()
            expected = [(i,) for i, (_, t) in enumerate(self.records, 1) if word in t['task']]
            self.assertEqual(got, expected, word)
            self.assertTrue(expected, word)
        unit = self.records[0][1]['lead_units'] or self.records[0][1]['responsible_units']
        self.assertTrue(database.execute('SELECT count(*) FROM task_search(?)', (f'units : "{unit[0]}"',)).fetchone()[0])

    def test_xlsx_is_a_ledger(self):
        try:
            import openpyxl
        except ImportError:
            self.skipTest('python3-openpyxl is not installed')
        book = openpyxl.load_workbook(self.make('xlsx', '--lang', 'zh'))
        self.assertEqual(book.sheetnames, ['台账', '公文', '提示', '按单位', '按月份'])
        ledger = book['台账']
        self.assertEqual((ledger.freeze_panes, ledger.auto_filter.ref), ('A2', f'A1:S{len(self.records) + 1}'))
        rows = list(ledger.iter_rows(min_row=2, values_only=True))
        day = lambda iso: datetime.datetime.fromisoformat(iso) if iso else None
        self.assertEqual([(r[0], r[1], r[2], r[6], r[14], r[16]) for r in rows],
                         [(i, t['task'], '、'.join(t['lead_units']) or None, day((t['deadline'] or {}).get('date')), day(n['metadata']['issued_on']), n['source']['path'])
                          for i, (n, t) in enumerate(self.records, 1)])
        self.assertEqual({r[7] for r in rows}, {'未开始'})
        choice = ledger.data_validations.dataValidation[0]
        self.assertEqual((choice.type, choice.formula1, str(choice.sqref)), ('list', '"未开始,进行中,已完成,暂缓"', f'H2:H{len(rows) + 1}'))
        self.assertTrue(ledger['B2'].alignment.wrap_text and ledger['G2'].is_date or ledger['G2'].value is None)
        self.assertEqual(book['公文'].max_row - 1, len(self.parsed))
        self.assertEqual(book['提示'].max_row - 1, sum(len(n['diagnostics']) for n in self.parsed))
        units = {r[0]: r[1:] for r in book['按单位'].iter_rows(min_row=2, values_only=True)}
        some = next(iter(units))
        self.assertEqual(units[some][1], sum(some in t['lead_units'] for _, t in self.records))
        months = {r[0]: r[1] for r in book['按月份'].iter_rows(min_row=2, values_only=True)}
        self.assertEqual(sum(months.values()), len(self.records))

    def test_libreoffice_reads_the_ledger(self):
        office = shutil.which('soffice')
        if not office:
            self.skipTest('LibreOffice is not installed')
        dest = self.make('xlsx')
        command = [office, f'-env:UserInstallation=file://{self.folder}/profile', '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1',
                   '--outdir', self.folder / 'csv', dest]
        done = subprocess.run(command, capture_output=True, timeout=240)
        made = self.folder / 'csv/out.csv'
        if not made.exists() and b'could not be loaded' in done.stderr:
            self.skipTest('LibreOffice Calc is not installed')
        rows = list(csv.reader(io.StringIO(made.read_text(encoding='utf-8'), newline='')))
        self.assertEqual([r[1] for r in rows[1:]], [t['task'] for _, t in self.records])
        self.assertEqual([r[6] for r in rows[1:]], [(t['deadline'] or {}).get('date') or '' for _, t in self.records])

    def test_every_notice_validates(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest('python3-jsonschema is not installed')
        schema = jsonschema.Draft202012Validator(json.loads(self.run_it('schema').stdout))
        for each in self.parsed[::len(self.parsed) // 20]:
            schema.validate(each)


class Memory(ArchiveCase):
    def peak(self, root, name):
        process = self.start('convert', 'archive', '-o', self.folder / name, '-q', '-j', 4, '--force', cwd=root, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 1)
        return usage.ru_maxrss

    def test_ten_times_the_notices_take_hardly_more_memory(self):
        few, many = self.archive(NOTICES // 10, 4), self.archive(NOTICES)
        for name in FORMATS.values() if ALL else ('out.jsonl', 'out.xlsx', 'out.sqlite'):
            self.assertLess(self.peak(many, name) - self.peak(few, name), 64 << 10, name)


class Guard(Case):
    """Texts that a spreadsheet would not leave as they are."""

    TABLE = '''关于印发《重点任务分工》的通知

各镇人民政府：

现印发给你们。

清河市人民政府办公室
2023年3月1日

重点任务分工

| 序号 | 工作任务 | 责任单位 | 完成时限 | 备注 |
|---|---|---|---|---|
| 1-2 | =HYPERLINK("http://x","点我") | 市教育局 | 6月30日 | +1 |
| 007 | -2+3 减负行动 | @市水务局 | 2023年6月 | 3/4 |
| 12 | 新增学位1080个 | 市教育局 | 长期 | 1.5 |
'''

    def rows(self, *options):
        self.file('a.md', self.TABLE)
        return list(csv.DictReader(io.StringIO(self.convert('a.md', '--format', 'csv', '-o', '-', *options).stdout.decode('utf-8-sig'), newline='')))

    def test_formulas_and_what_looks_like_a_date_get_an_apostrophe(self):
        first, second, third = self.rows()
        self.assertEqual((first['number'], first['deadline']), ("'1-2", "'6月30日"))
        self.assertTrue(first['task'].startswith("'=HYPERLINK"))
        self.assertEqual((second['number'], second['task'], second['deadline']), ("'007", "'-2+3减负行动", "'2023年6月"))
        self.assertEqual((third['number'], third['task'], third['deadline']), ('12', '新增学位1080个', '长期'))
        self.assertEqual(third['issued_on'], '2023-03-01')

    def test_programs_can_have_the_texts_as_they_are(self):
        first, second, _ = self.rows('--no-guard', '--no-bom')
        self.assertEqual((first['number'], second['number'], first['deadline']), ('1-2', '007', '6月30日'))
        self.assertTrue(first['task'].startswith('=HYPERLINK'))

    def test_without_the_mark(self):
        self.file('a.md', self.TABLE)
        self.assertTrue(self.convert('a.md', '--format', 'csv', '-o', '-', '--no-bom').stdout.startswith(b'source,'))

    def test_markdown_stays_text(self):
        self.file('a.md', self.TABLE.replace('减负行动', '[减负](http://x) a<b `x`'))
        text = self.convert('a.md', '--format', 'md', '-o', '-').stdout.decode()
        self.assertIn('\\[减负\\]', text)
        self.assertIn('a\\<b', text)
        self.assertNotIn('[减负]', text)

    def test_a_text_too_long_for_a_cell_says_so(self):
        try:
            import openpyxl
        except ImportError:
            self.skipTest('python3-openpyxl is not installed')
        self.file('a.md', self.TABLE.replace('减负行动', '减负' * 20000))
        self.convert('a.md', '-o', 'a.xlsx')
        cell = openpyxl.load_workbook(self.folder / 'a.xlsx').worksheets[0]['B3'].value
        self.assertTrue(len(cell) <= 32767 and cell.endswith('see the source)'), cell[-40:])


class Endings(Case):
    def test_the_ending_says_the_format_and_the_option_overrules_it(self):
        self.file('a.txt', notice())
        for name, begin in (('x.jsonl', b'{"schema'), ('x.json', b'[\n{"schema'), ('x.csv', b'\xef\xbb\xbfsource'), ('x.md', b'## '), ('x.xlsx', b'PK'),
                            ('x.sqlite', b'SQLite format 3'), ('x.db', b'SQLite format 3')):
            self.convert('a.txt', '-o', name)
            self.assertTrue((self.folder / name).read_bytes().startswith(begin), name)
        self.convert('a.txt', '-o', 'x.data', '--format', 'jsonl')
        self.assertTrue((self.folder / 'x.data').read_bytes().startswith(b'{"schema'))
        self.convert('a.txt', '-o', 'folder.v2')
        self.assertTrue((self.folder / 'folder.v2/a.txt.json').exists())

    def test_what_standard_output_cannot_be(self):
        self.file('a.txt', notice())
        for kind in ('xlsx', 'sqlite', 'folder'):
            self.convert('a.txt', '-o', '-', '--format', kind, expect=2)
        self.convert('a.txt', '-o', '-', '--resume', expect=2)
        self.convert('a.txt', '-o', 'x.csv', '--records', expect=2)
        self.convert('a.txt', expect=2)
        self.convert('-o', 'x.csv', expect=2)
        self.convert('a.txt', '-o', 'x.csv', '--shard', '0/4', expect=2)


if __name__ == '__main__':
    unittest.main()
