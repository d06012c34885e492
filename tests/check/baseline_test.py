"""Baselines of `gongwen check`. usage: baseline_test.py GONGWEN [unittest arguments]"""
import json
import unittest
import xml.etree.ElementTree as xml

from support import CLEAN, GAP, Case, zipped

RULE = ['--select', 'structure']


class Baseline(Case):
    def known(self, *arguments, exit=None):
        return [(f['path'], f['line'], f['known']) for f in self.json(*RULE, '--baseline', 'base.json', *arguments, exit=exit)['findings']]

    def write(self, *arguments, exit=0):
        return self.run_it(*RULE, '--write-baseline', 'base.json', *arguments, exit=exit)

    def test_what_is_known_does_not_fail(self):
        self.file('d/一 二.txt')
        self.file('d/a.zip', zipped([('通知.txt'.encode('gb18030'), GAP.encode())]))
        done = self.write('d')
        self.assertIn(b'2 findings', done.stderr)
        self.assertEqual(self.known('d', exit=0), [('d/a.zip!/通知.txt', 6, True), ('d/一 二.txt', 6, True)])
        out = self.text(*RULE, '--baseline', 'base.json', 'd', exit=0)
        self.assertIn('heading-number-gap note', out)
        self.assertIn('No new findings in 2 files; 2 known by the baseline.', out)
        self.assertNotIn('note', self.text(*RULE, '-q', '--baseline', 'base.json', 'd', exit=0))
        self.file('d/新.txt')
        self.assertIn(('d/新.txt', 6, False), self.known('d', exit=1))

    def test_lines_do_not_matter_and_the_text_does(self):
        self.file('a.txt')
        self.write('a.txt')
        self.file('a.txt', GAP.replace('\n\n', '\n\n前言。\n\n\n', 1))
        self.assertEqual(self.known('a.txt', exit=0), [('a.txt', 9, True)])
        self.file('a.txt', GAP.replace('加强巡查', '整改隐患'))
        self.assertEqual(self.known('a.txt', exit=1), [('a.txt', 6, False)])

    def test_equal_ones_are_counted(self):
        part = '三、加强巡查\n各单位要加强巡查。\n\n'
        self.file('a.txt', GAP + part)
        found = len(self.rules(*RULE, 'a.txt'))
        self.assertEqual(found, 2)
        self.write('a.txt')
        self.file('a.txt', GAP + part + part)
        self.assertEqual([known for _, _, known in self.known('a.txt', exit=1)], [True, True, False])

    def test_the_working_directory_does_not_matter(self):
        self.file('d/a.txt')
        self.write('d')
        (self.folder / 'e').mkdir()
        done = self.json(*RULE, '--baseline', '../base.json', '../d', cwd=self.folder / 'e', exit=0)
        self.assertEqual(done['summary']['known'], 1)
        self.assertEqual(self.json(*RULE, '--baseline', self.folder / 'base.json', self.folder / 'd/a.txt', exit=0)['summary']['known'], 1)

    def test_stale_entries_are_told(self):
        for name in ('a.txt', 'b.txt', 'c.txt'):
            self.file(name)
        self.write('.')
        stale = lambda *more: [(s['path'], s['rule'], s['count']) for s in self.json('--baseline', 'base.json', *more)['summary']['stale']]
        self.assertEqual(stale(*RULE, '.'), [])
        self.file('a.txt', CLEAN)
        self.assertEqual(stale(*RULE, '.'), [('a.txt', 'heading-number-gap', 1)])
        self.assertEqual(stale(*RULE, 'b.txt'), [])                       # nobody looked at a.txt
        self.assertEqual(stale('--select', 'text', '.'), [])              # nor for this rule
        (self.folder / 'b.txt').unlink()
        self.assertEqual(stale(*RULE, 'c.txt'), [('b.txt', 'heading-number-gap', 1)])   # it is no more
        out = self.text(*RULE, '--baseline', 'base.json', 'a.txt', exit=0)
        self.assertIn('a.txt: heading-number-gap: the baseline knows 1 that are no more', out)

    def test_formats(self):
        self.file('a.txt')
        self.write('a.txt')
        run = lambda form: self.text(*RULE, '--baseline', 'base.json', '--format', form, 'a.txt', exit=0)
        self.assertEqual(json.loads(run('sarif'))['runs'][0]['results'][0]['suppressions'][0]['kind'], 'external')
        self.assertNotIn('suppressions', self.text(*RULE, '--format', 'sarif', 'a.txt'))
        self.assertEqual(json.loads(run('gitlab'))[0]['severity'], 'info')
        suite = xml.fromstring(run('junit'))[0]
        self.assertEqual((suite.get('skipped'), suite.get('failures'), len(suite.findall('.//skipped'))), ('1', '0', 1))
        self.assertIn('::notice ', run('github'))

    def test_written_twice_it_is_the_same(self):
        self.file('b.txt')
        self.file('a.txt')
        self.write('a.txt', 'b.txt')
        first = (self.folder / 'base.json').read_bytes()
        self.write('b.txt', 'a.txt')
        self.assertEqual((self.folder / 'base.json').read_bytes(), first)

    def test_what_is_no_baseline(self):
        self.file('a.txt')
        for content in (b'', b'{', b'[]', b'{"gongwen_baseline": 2, "files": {}}', b'{"gongwen_baseline": 1}', b'{"gongwen_baseline": 1, "files": {"a.txt": 1}}',
                        b'{"gongwen_baseline": 1, "files": {"a.txt": {"r": {"c": -1}}}}', b'\xff', b'[' * 100000):
            self.file('base.json', content)
            self.assertIn(b'E_BAD_BASELINE', self.run_it('--baseline', 'base.json', 'a.txt', exit=3).stderr)
        self.assertIn(b'E_NOT_FOUND', self.run_it('--baseline', 'nowhere.json', 'a.txt', exit=3).stderr)
        self.run_it(*RULE, '--write-baseline', '/proc/nowhere/base.json', 'a.txt', exit=3)


if __name__ == '__main__':
    unittest.main()
