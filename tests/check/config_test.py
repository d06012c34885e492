"""The configuration of `gongwen check`. usage: config_test.py GONGWEN [unittest arguments]"""
import unittest

from support import CLEAN, GAP, Case, docx, zipped

TABLE = [['序号', '工作任务', '牵头单位', '完成时限'], ['1', '编制预案', '县水利局', '2024年2月28日前'], ['2', '检修闸门', '县水务局', '2024年3月底前']]


class Config(Case):
    def config(self, text, name='.gongwen.toml'):
        return self.file(name, text)

    def fault(self, text, *pieces, lang='en', path='a.txt'):
        """Exit status 2, nothing written, and on standard error the place and a caret."""
        self.config(text)
        done = self.run_it('--lang', lang, path, exit=2)
        self.assertEqual(done.stdout, b'')
        error = done.stderr.decode()
        self.assertIn('E_BAD_CONFIG', error)
        for piece in pieces:
            self.assertIn(piece, error)
        return error

    def test_what_it_says_is_done(self):
        self.file('a.txt', GAP.replace('巡查。', '巡\x02查。'))
        names = lambda *more: {rule for _, _, rule in self.rules('a.txt', *more)}
        self.assertLessEqual({'heading-number-gap', 'text-control-characters'}, names())
        self.config('select = ["structure"]\n')
        self.assertEqual(names(), {'heading-number-gap'})
        self.assertEqual(names('--select', 'text-control-characters'), {'text-control-characters'})   # the command line is stronger
        self.assertLessEqual({'heading-number-gap', 'text-control-characters'}, names('--no-config'))
        self.config('select = ["structure", "text-control-characters"]\nignore = ["heading-number-gap"]\n')
        self.assertEqual(names(), {'text-control-characters'})
        self.assertEqual(names('--ignore', 'text'), set())                                            # what is ignored adds up

    def test_severity(self):
        self.file('a.txt')
        severity = lambda: [f['severity'] for f in self.json('--select', 'heading-number-gap', 'a.txt')['findings']]
        self.config('[severity]\nstructure = "info"\n')
        self.assertEqual(severity(), ['info'])
        self.run_it('--select', 'structure', 'a.txt', exit=0)
        self.config('[severity]\nstructure = "info"\nheading-number-gap = "error"\n')
        self.assertEqual(severity(), ['error'])
        self.config('[severity]\nheading-number-gap = "error"\nall = "info"\n')       # the last one that names it holds
        self.assertEqual(severity(), ['info'])

    def test_the_nearest_one_holds_for_each_file(self):
        for name in ('a.txt', 'x/b.txt', 'x/y/c.txt', 'z/d.txt'):
            self.file(name)
        self.config('ignore = ["all"]\n')
        self.config('select = ["heading-number-gap"]\n', 'x/.gongwen.toml')
        self.assertEqual([path for path, _, _ in self.rules('.')], ['./x/b.txt', './x/y/c.txt'])
        self.assertEqual([path for path, _, _ in self.rules(self.folder / 'x' / 'y')], [f'{self.folder}/x/y/c.txt'])
        self.assertEqual([path for path, _, _ in self.rules('../b.txt', cwd=self.folder / 'x' / 'y')], ['../b.txt'])
        self.assertEqual(self.rules('-', stdin=GAP.encode()), [])
        self.assertEqual(len(self.rules('-', stdin=GAP.encode(), cwd=self.folder / 'x')), 1)

    def test_paths(self):
        for name in ('a.txt', '草稿/b.txt', '草稿/y/c.txt'):
            self.file(name)
        self.file('d.zip', zipped([('草稿/e.txt', GAP.encode()), ('f.txt', GAP.encode())]))
        paths = lambda: [path for path, _, _ in self.rules('.')]
        self.config('select = ["heading-number-gap"]\n[paths."草稿/**"]\nignore = ["all"]\n')
        self.assertEqual(paths(), ['./a.txt', './d.zip!/f.txt', './d.zip!/草稿/e.txt'])
        self.config('select = ["heading-number-gap"]\n[paths."**/草稿/**"]\nignore = ["all"]\n')
        self.assertEqual(paths(), ['./a.txt', './d.zip!/f.txt'])
        self.config('select = ["heading-number-gap"]\nexclude = ["*.zip!/**", "c.txt"]\n')
        self.assertEqual(paths(), ['./a.txt', './草稿/b.txt'])
        self.config('ignore = ["heading-number-gap"]\nselect = ["structure"]\n[paths."a.txt"]\nseverity = { structure = "error" }\n')
        self.assertEqual(paths(), [])
        self.config('select = ["structure"]\n[paths."*.txt"]\nseverity.all = "error"\n[paths."a.*"]\nseverity.all = "info"\n')
        self.assertEqual({f['path']: f['severity'] for f in self.json('.')['findings']}['./a.txt'], 'info')

    def test_an_excluded_file_is_no_failure(self):
        self.file('old/a.txt', '')
        self.config('exclude = ["old/**"]\n')
        self.run_it('old', exit=0)

    def test_a_file_that_is_named(self):
        self.file('a.txt')
        named = self.config('[severity]\nheading-number-gap = "error"\n', 'ci/check.toml')
        self.config('ignore = ["all"]\n')
        self.assertEqual([f['severity'] for f in self.json('--config', named, '--select', 'structure', 'a.txt')['findings']], ['error'])
        self.assertIn(b'E_NOT_FOUND', self.run_it('--config', 'nowhere.toml', 'a.txt', exit=3).stderr)

    def test_required_columns_and_known_units(self):
        self.file('a.docx', docx('关于做好防汛工作的通知\n附件\n防汛工作任务分工表', TABLE))
        self.assertEqual([r for r in self.rules('a.docx') if r[2] in ('table-column-missing', 'unit-unknown')], [])
        self.config('required_columns = ["备注", "deadline"]\n')
        self.assertIn('table-column-missing', {rule for _, _, rule in self.rules('a.docx')})
        self.file('units.txt', '# 县级单位\n\n  县水利局\r\n')
        self.config('known_units = "units.txt"\n')
        unknown = [f['message'] for f in self.json('a.docx')['findings'] if f['rule'] == 'unit-unknown']
        self.assertEqual(len(unknown), 1)
        self.assertIn('县水务局', unknown[0])

    def test_faults(self):
        self.file('a.txt')
        self.fault('\nseelct = ["all"]\n', '.gongwen.toml:2:', 'seelct', 'select', '\nseelct = ["all"]\n^')
        self.fault('select = "all"\n', '.gongwen.toml:1:', 'list of strings', '\n         ^')
        self.fault('select = ["all", "heading-nubmer-gap"]\n', 'heading-number-gap', '\n                 ^')
        self.fault('ignore = [1]\n', '.gongwen.toml:1:', '\n          ^')
        self.fault('[severity]\nheading-number-gap = "fatal"\n', '.gongwen.toml:2:', '"error"')
        self.fault('severity = "error"\n', 'must be a table')
        self.fault('[severity]\nno-such-rule = "error"\n', '.gongwen.toml:2:', 'no-such-rule')
        self.fault('paths = 1\n', '[paths.')
        self.fault('[paths."a"]\nexclude = ["b"]\n', '.gongwen.toml:2:', 'exclude')
        self.fault('known_units = ["县水利局"]\n', 'one unit a line')
        self.fault('known_units = "nowhere.txt"\n', '.gongwen.toml:1:', 'nowhere.txt', 'no such file')
        self.fault('required_columns = [""]\n', '.gongwen.toml:1:')
        self.fault('select = ["all"\n', '.gongwen.toml:')
        self.fault('选择 = ["all"]\n', '.gongwen.toml:1:')
        self.fault('ignore = ["strukture"]\nselect = ["nosuchrule"]\n', '.gongwen.toml:1:', 'structure')   # the first one
        self.fault('无 = 1\n', '配置文件无法使用', lang='zh')

    def test_a_fault_further_down_ends_the_run(self):
        self.file('a.txt', CLEAN)
        self.file('x/b.txt')
        self.file('y/c.txt')
        self.config('no = 1\n', 'x/.gongwen.toml')
        done = self.run_it('--format', 'sarif', '.', exit=2)
        self.assertIn('x/.gongwen.toml:1:', done.stderr.decode())
        __import__('json').loads(done.stdout)                       # what was begun is ended

    def test_no_bytes_hurt(self):
        self.file('a.txt', CLEAN)
        for content in (b'\xff\xfe\x00', b'[[[', b'a' * 100000, b'[' * 5000, b'select = [' + b'[' * 2000, b'\xef\xbb\xbfselect = ["all"]'):
            self.file('.gongwen.toml', content)
            self.run_it('a.txt')


if __name__ == '__main__':
    unittest.main()
