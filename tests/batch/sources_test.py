"""What SOURCEs are taken for, in which order, and what is refused. usage: sources_test.py PATH/TO/gongwen [unittest arguments]"""
import io
import os
import unittest
import warnings
import zipfile

from support import Case, notice


def zipped(*entries, info=zipfile.ZipInfo):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(info(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def named_in(encoding):
    class Info(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):
            return self.filename.encode(encoding), self.flag_bits & ~0x800
    return Info


class Order(Case):
    def test_folders_are_gone_through_by_the_bytes_of_names(self):
        for name in ('b.txt', 'a/z.txt', 'a.txt', 'B.txt', '乙/x.txt', 'a/b/c.txt'):
            self.file('in/' + name, notice())
        self.assertEqual(self.paths('in'), ['in/B.txt', 'in/a/b/c.txt', 'in/a/z.txt', 'in/a.txt', 'in/b.txt', 'in/乙/x.txt'])

    def test_sources_stay_in_the_order_given(self):
        for name in ('1.txt', '2.txt', 'in/3.txt'):
            self.file(name, notice())
        self.assertEqual(self.paths('2.txt', 'in', '1.txt'), ['2.txt', 'in/3.txt', '1.txt'])

    def test_what_systems_leave_behind_is_left_out_and_counted(self):
        for name in ('a.txt', '.DS_Store', 'Thumbs.db', '~$a.docx', '._a.txt', '.hidden.txt'):
            self.file('in/' + name, notice())
        self.file('in/mac.zip', zipped(('b.txt', notice()), ('__MACOSX/b.txt', b'x')))
        done = self.convert('in', '-o', 'out.jsonl')
        self.assertIn('5 system files left out', done.stderr.decode())
        self.assertEqual(self.paths('in'), ['in/.hidden.txt', 'in/a.txt', 'in/mac.zip!/b.txt'])

    def test_links_to_files_are_read_and_links_to_folders_are_not(self):
        self.file('in/a.txt', notice())
        os.symlink('a.txt', self.folder / 'in/link.txt')
        os.symlink('.', self.folder / 'in/circle')
        os.symlink('nowhere', self.folder / 'in/dangling')
        os.mkfifo(self.folder / 'in/pipe')
        self.assertEqual(self.paths('in'), ['in/a.txt', 'in/link.txt'])

    def test_an_output_inside_its_source_is_no_source(self):
        self.file('in/a.txt', notice())
        self.convert('in', '-o', 'in/out.jsonl', '--report', 'in/report.jsonl')
        self.convert('in/a.txt', 'in', '-o', 'in/out', '--format', 'folder')
        self.convert('in', '-o', 'in/out.jsonl', '--report', 'in/report.jsonl', '--force', '--exclude', 'out')
        self.assertEqual(self.report('in/report.jsonl'), {'in/a.txt': None})

    def test_an_output_that_is_a_source_is_refused(self):
        a = self.file('a.txt', notice())
        self.convert('a.txt', '-o', 'a.txt', '--force', expect=2)
        self.convert('a.txt', '-o', 'b.jsonl', '--report', 'a.txt', '--force', expect=2)
        self.assertEqual(a.read_bytes(), notice())


class Choice(Case):
    def setUp(self):
        super().setUp()
        for name in ('a.txt', 'b.md', 'x/a.txt', 'x/y/c.txt', 'x/y/d1.txt'):
            self.file('in/' + name, notice())
        self.file('in/z.zip', zipped(('a.txt', notice()), ('q/b.md', notice())))

    def names(self, *options):
        return [path.removeprefix('in/') for path in self.paths('in', *options)]

    def test_include_without_a_slash_is_the_name_and_reaches_into_archives(self):
        self.assertEqual(self.names('--include', '*.md'), ['b.md', 'z.zip!/q/b.md'])
        self.assertEqual(self.names('--include', 'a.*', '--include', 'd[0-9].txt'), ['a.txt', 'x/a.txt', 'x/y/d1.txt', 'z.zip!/a.txt'])

    def test_include_with_a_slash_is_the_whole_path(self):
        self.assertEqual(self.names('--include', 'x/*.txt'), ['x/a.txt'])
        self.assertEqual(self.names('--include', 'x/**'), ['x/a.txt', 'x/y/c.txt', 'x/y/d1.txt'])
        self.assertEqual(self.names('--include', '**/c.txt'), ['x/y/c.txt'])

    def test_exclude_prunes_folders_and_archives(self):
        self.assertEqual(self.names('--exclude', 'x', '--exclude', '*.zip'), ['a.txt', 'b.md'])
        self.assertEqual(self.names('--exclude', '[!a]*'), ['a.txt'])

    def test_many_stars_take_no_time(self):
        self.convert('in', '--include', 'a*' * 200 + 'b', '-o', 'none.jsonl', expect=3)

    def test_lists_of_lines_and_of_nuls(self):
        self.file('list', 'in/a.txt\r\n\nin/b.md\n')
        self.assertEqual(self.paths('--files-from', 'list'), ['in/a.txt', 'in/b.md'])
        self.assertEqual(self.paths('--files-from', '-', stdin=b'in/b.md\0in/a.txt\0'), ['in/b.md', 'in/a.txt'])
        self.assertEqual(self.paths('in/a.txt', '--files-from', '-', stdin=b'in/x/y'), ['in/a.txt', 'in/x/y/c.txt', 'in/x/y/d1.txt'])
        self.convert('--files-from', 'nowhere', '-o', 'x.jsonl', expect=3)

    def test_standard_input_is_a_notice(self):
        self.assertEqual(self.paths('-', stdin=notice()), ['-'])


class Archives(Case):
    def test_an_archive_is_told_by_its_content(self):
        self.file('in/archive.docx', zipped(('a.txt', notice())))
        self.file('in/notice.zip', notice())
        self.assertEqual(self.paths('in'), ['in/archive.docx!/a.txt', 'in/notice.zip'])

    def test_names_in_utf8_gb18030_and_code_page_437(self):
        name = '关于检查的通知.txt'
        self.file('flag.zip', zipped((name, notice())))
        self.file('gbk.zip', zipped((name, notice()), info=named_in('gb18030')))
        self.file('mac.zip', zipped((name, notice()), info=named_in('utf-8')))
        self.file('dos.zip', zipped(('Café.txt', notice()), info=named_in('cp437')))
        self.assertEqual(self.paths('flag.zip', 'gbk.zip', 'mac.zip', 'dos.zip'),
                         ['flag.zip!/' + name, 'gbk.zip!/' + name, 'mac.zip!/' + name, 'dos.zip!/Café.txt'])

    def test_archives_inside_each_other(self):
        inner = zipped(('c.txt', notice()))
        self.file('a.zip', zipped(('b.zip', inner), ('a.txt', notice())))
        self.assertEqual(self.paths('a.zip'), ['a.zip!/a.txt', 'a.zip!/b.zip!/c.txt'])
        self.assertEqual(self.codes('a.zip', '--max-depth', '1', expect=1), {'a.zip!/a.txt': None, 'a.zip!/b.zip': 'E_TOO_DEEP'})

    def test_no_name_leads_out_of_the_folder(self):
        entries = [(name, notice()) for name in ('../../evil.txt', '/etc/evil.txt', 'a/../../evil.txt', 'C:\\evil.txt', 'x' * 250 + '.txt', '..')]
        self.file('in/a.zip', zipped(*entries))
        self.convert('in/a.zip', '-o', 'deep/out')
        made = sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob('*') if p.is_file() and p.suffix == '.json')
        self.assertEqual(len(made), len(entries))
        self.assertTrue(all(name.startswith('deep/out/') for name in made), made)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ['deep', 'in'])

    def test_names_that_meet_are_told_apart_the_same_way_each_time(self):
        self.file('in/a.txt', notice(1))
        self.file('in/a.docx', notice(2))
        self.file('in/a.txt.json/b.txt', notice(3))
        with zipfile.ZipFile(self.folder / 'in/z.zip', 'w') as archive:
            archive.writestr('x.txt', notice(4))
            with warnings.catch_warnings():
                warnings.simplefilter('ignore')
                archive.writestr('x.txt', notice(5))
        self.convert('in', '-o', 'out')
        made = sorted(p.relative_to(self.folder / 'out').as_posix() for p in (self.folder / 'out').rglob('*.json') if p.is_file())
        self.assertEqual(made, ['a.docx.json', 'a.txt.json', 'a.txt.json~/b.txt.json', 'z.zip/x.txt.json', 'z.zip/x.txt~2.json'])

    def test_the_same_name_from_two_sources(self):
        self.file('one/a.txt', notice(1))
        self.file('two/a.txt', notice(2))
        self.convert('one', 'two/a.txt', '-o', 'out')
        self.assertTrue((self.folder / 'out/one/a.txt.json').exists() and (self.folder / 'out/two/a.txt.json').exists())


class Limits(Case):
    def setUp(self):
        super().setUp()
        self.file('in/a.txt', notice())

    def test_bytes_of_a_file(self):
        self.file('in/z.zip', zipped(('big.txt', notice() * 100)))
        self.file('in/big.txt', notice() * 100)
        self.assertEqual(self.codes('in', '--max-bytes', '4K', expect=1), {'in/a.txt': None, 'in/big.txt': 'E_TOO_LARGE', 'in/z.zip!/big.txt': 'E_TOO_LARGE'})

    def test_entries_expanded_bytes_and_ratio_of_an_archive(self):
        self.file('in/z.zip', zipped(*[(f'{i}.txt', notice(i)) for i in range(5)]))
        many = {'in/a.txt': None, 'in/z.zip': 'E_TOO_LARGE'}
        self.assertEqual(self.codes('in', '--max-entries', '4', expect=1), many)
        self.assertEqual(self.codes('in', '--max-expanded', '2K', expect=1), many)
        self.file('in/z.zip', zipped(('zeros.txt', bytes(20 << 20))))
        self.assertEqual(self.codes('in', expect=1), many)
        self.assertEqual(self.codes('in', '--max-ratio', '5000', expect=1), {'in/a.txt': None, 'in/z.zip!/zeros.txt': 'E_NOT_TEXT'})

    def test_cells_of_a_table(self):
        self.file('in/t.txt', '任务\t责任单位\n' + '做事\t市教育局\n' * 200)
        codes = self.codes('in', '--max-cells', '3')
        self.assertEqual(codes['in/a.txt'], None)

    def test_seconds_for_a_notice(self):
        os.mkfifo(self.folder / 'stuck')   # nobody ever writes to it
        codes = self.codes('stuck', 'in', 'stuck', '-j', '1', '--max-seconds', '1', expect=1)
        self.assertEqual(codes, {'stuck': 'E_TIMEOUT', 'in/a.txt': None})

    def test_what_is_not_there_and_what_holds_nothing(self):
        self.assertEqual(self.codes('in', 'nowhere', expect=1), {'in/a.txt': None, 'nowhere': 'E_NOT_FOUND'})
        (self.folder / 'empty').mkdir()
        for source, code in (('nowhere', b'E_NOT_FOUND'), ('empty', b'E_NO_INPUT')):
            self.assertIn(code, self.convert(source, '-o', 'x.jsonl', expect=3).stderr)
            self.assertFalse((self.folder / 'x.jsonl').exists())
        self.assertEqual(self.left(), [])


if __name__ == '__main__':
    unittest.main()
