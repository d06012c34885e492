"""Shards and parts. usage: merge_test.py PATH/TO/gongwen [unittest arguments]"""
import json
import subprocess
import unittest

from support import ALL, FORMATS, ArchiveCase, Case, digest, notice

NOTICES, SHARDS = (600, 7) if ALL else (50, 3)


class Shards(ArchiveCase):
    @classmethod
    def setUpClass(cls):
        cls.root = cls.archive(NOTICES, 20)

    def parts(self, ending, *options):
        parts = []
        for i in range(1, SHARDS + 1):
            part = self.folder / f'part{i}{ending}'
            parts.append(part)
            self.start('convert', 'archive', '-o', part, '--shard', f'{i}/{SHARDS}', '-q', *options, cwd=self.root, stderr=subprocess.DEVNULL).wait()
            self.assertTrue(part.exists())
        return parts

    def whole(self, kind, *options):
        dest = self.folder / 'whole' / FORMATS[kind]
        dest.parent.mkdir(exist_ok=True)
        self.convert('archive', '-o', dest, '-q', *options, cwd=self.root, expect=1)
        return digest(dest)

    def test_parts_put_together_are_what_one_run_gives(self):
        whole = {kind: self.whole(kind) for kind in FORMATS}
        for ending in ('.jsonl', '.json', ''):
            parts = self.parts(ending)
            for kind, name in FORMATS.items():
                dest = self.folder / ('merged' + ending) / name
                self.run_it('merge', *parts, '--output', dest, '-q')
                if kind != 'folder' or ending == '':   # a file knows the path of a source, not the folder that was given
                    self.assertEqual(digest(dest), whole[kind], (ending, kind))
                else:
                    self.assertEqual(sum(1 for p in dest.rglob('*.json')), NOTICES)

    def test_parts_of_csv_and_of_records(self):
        dest = self.folder / 'all.csv'
        self.run_it('merge', *self.parts('.csv'), '-o', dest)
        self.assertEqual(digest(dest), self.whole('csv'))
        dest = self.folder / 'all.jsonl'
        self.run_it('merge', *self.parts('.records.jsonl', '--records'), '-o', dest)
        self.assertEqual(digest(dest), self.whole('jsonl', '--records'))


class Parts(Case):
    def setUp(self):
        super().setUp()
        self.file('in/a.txt', notice(1))
        self.file('in/b.txt', notice(2))
        self.convert('in', '-o', 'a.jsonl', '-q')
        self.convert('in', '-o', 'a.json', '-q')
        self.convert('in', '-o', 'a.csv', '-q')
        self.convert('in', '-o', 'r.jsonl', '--records', '-q')
        self.convert('in', '-o', 'f', '-q')

    def merge(self, *arguments, **options):
        return self.run_it('merge', *arguments, **options)

    def test_more_shards_than_sources_give_empty_parts(self):
        for i in range(1, 6):
            self.convert('in', '-o', f'p{i}.jsonl', '--shard', f'{i}/5', '-q')
        self.merge(*[f'p{i}.jsonl' for i in range(1, 6)], '-o', 'all.jsonl')
        self.assertEqual(digest(self.folder / 'all.jsonl'), digest(self.folder / 'a.jsonl'))

    def test_a_part_that_is_not_whole_is_named_and_nothing_is_made(self):
        whole = {name: (self.folder / name).read_bytes() for name in ('a.jsonl', 'a.json', 'a.csv')}
        for name, content in whole.items():
            for cut in (1, 2, len(content) // 3, len(content) - 1):
                self.file('cut' + name, content[:cut])
                done = self.merge(name, 'cut' + name, '-o', 'out.csv' if 'csv' in name else 'out.jsonl', expect=3)
                self.assertIn(b'cut' + name.encode() + b': E_BAD_PART', done.stderr, (name, cut))
        self.file('f/in/a.txt.json', '{}')
        self.file('noise.jsonl', '{"schema_version":"1.0","x":1}\n')
        self.assertIn(b'E_BAD_PART', self.merge('f', '-o', 'out.jsonl', expect=3).stderr)
        self.assertIn(b'E_BAD_PART', self.merge('noise.jsonl', '-o', 'out.xlsx', expect=3).stderr)
        self.assertIn(b'E_NOT_FOUND', self.merge('nowhere', '-o', 'out.jsonl', expect=3).stderr)
        self.assertEqual(sorted(p.name for p in self.folder.glob('out*')), [])

    def test_what_cannot_be_made_of_a_part(self):
        self.merge('a.csv', '-o', 'out.xlsx', expect=2)
        self.merge('r.jsonl', '-o', 'out.csv', expect=2)
        self.merge('r.jsonl', 'a.jsonl', '-o', 'out.jsonl', expect=2)
        self.merge('a.jsonl', expect=2)
        self.merge('a.jsonl', '-o', 'a.jsonl', '--force', expect=2)
        self.merge('a.jsonl', '-o', '-', '--format', 'xlsx', expect=2)

    def test_what_is_there_stays_without_force(self):
        mine = self.file('out.jsonl', 'mine')
        self.assertIn(b'E_EXISTS', self.merge('a.jsonl', '-o', 'out.jsonl', expect=3).stderr)
        self.assertEqual(mine.read_text(), 'mine')
        self.merge('a.jsonl', '-o', 'out.jsonl', '--force')
        self.assertEqual(digest(mine), digest(self.folder / 'a.jsonl'))

    def test_parts_of_different_kinds(self):
        done = self.merge('a.jsonl', 'a.json', 'f', '-o', '-', '-q')
        lines = done.stdout.splitlines()
        self.assertEqual((lines[:2], lines[2:4]), (lines[2:4], lines[4:]))
        json.loads(self.merge('f', '-o', '-', '--format', 'json', '-q').stdout)


if __name__ == '__main__':
    unittest.main()
