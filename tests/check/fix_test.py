"""`gongwen check --fix` and `--diff`. usage: fix_test.py GONGWEN [unittest arguments]"""
import json
import os
import shutil
import subprocess
import unittest

import support
from support import ROOT, Case, docx, zipped

WRONG = '''关于做好防汛工作的通知
青政办发[2024]第08号

各镇人民政府:

　　为做好防汛工作,现通知如下：

（一）、加强值守
各单位要加强值守,落实责任\u200b。（县水利局牵头，县气象局负责）
（二）、加强巡查
各单位要加强巡查。

青河县人民政府办公室
2024年5月6日
'''
RIGHT = (WRONG.replace('[2024]第08号', '〔2024〕8号').replace('府:', '府：').replace('作,', '作，').replace('守,', '守，').replace('\u200b', '')
         .replace('）、', '）'))


def encodings(text):
    yield 'utf-8', text.encode(), lambda t: t.encode()
    yield 'bom and crlf', b'\xef\xbb\xbf' + text.replace('\n', '\r\n').encode(), lambda t: b'\xef\xbb\xbf' + t.replace('\n', '\r\n').encode()
    yield 'cr', text.replace('\n', '\r').encode(), lambda t: t.replace('\n', '\r').encode()
    yield 'no end of line', text.rstrip('\n').encode(), lambda t: t.rstrip('\n').encode()
    for mark, name in ((b'\xff\xfe', 'utf-16le'), (b'\xfe\xff', 'utf-16be')):
        yield name, mark + text.encode(name), lambda t, mark=mark, name=name: mark + t.encode(name)


class Fix(Case):
    def records(self, path):
        keep = lambda task: {k: v for k, v in task.items() if k not in ('evidence', 'path')}
        return [keep(task) for task in json.loads(self.text(path, command='parse'))['tasks']]

    def test_every_encoding_and_line_end_stays(self):
        for name, wrong, write in encodings(WRONG):
            with self.subTest(name):
                path = self.file('a.txt', wrong)
                before = self.records(path)
                self.assertIn('mended', self.text('--fix', path))
                self.assertEqual(path.read_bytes(), write(RIGHT))
                self.assertEqual(self.records(path), before)
                self.assertNotIn('mended', self.text('--fix', path))
        path = self.file('gb.txt', WRONG.replace('\u200b', '').encode('gb18030'))
        self.run_it('--fix', path)
        self.assertEqual(path.read_bytes(), RIGHT.encode('gb18030'))

    def test_only_what_is_asked_for(self):
        path = self.file('a.txt', WRONG)
        self.run_it('--fix', '--select', 'text-zero-width', path)
        self.assertEqual(path.read_text(), WRONG.replace('\u200b', ''))

    def test_what_is_left_is_reported(self):
        path = self.file('a.txt', WRONG.replace('2024年5月6日', '2024年5月6日\n三、甲\n五、乙'))
        out = self.text('--fix', '--select', 'structure', path, exit=1)
        self.assertIn('heading-number-gap', out)
        self.assertNotIn('heading-label-form', out)

    def test_diff_writes_nothing_and_patch_takes_it(self):
        for name, wrong, write in encodings(WRONG):
            if not name.startswith(('utf-8', 'bom', 'no end')):
                continue
            with self.subTest(name):
                path = self.file('a b/通知.txt', wrong)
                done = self.run_it('--diff', 'a b', exit=1)
                self.assertEqual(path.read_bytes(), wrong)
                self.assertTrue(done.stdout.decode().startswith('--- a b/通知.txt\n+++ a b/通知.txt\n@@ -'))
                self.assertIn(b'would be mended', done.stderr)
                if shutil.which('patch'):
                    subprocess.run(['patch', '--binary', '-s', str(path)], input=done.stdout, check=True)
                    text = path.read_bytes() if not wrong.startswith(b'\xef') else path.read_bytes()
                    self.assertEqual(text, write(RIGHT))

    def test_hunks(self):
        """Far changes stand in hunks of their own, near ones together, and every line number is right."""
        clean = ['这一行没有问题。'] * 40
        lines = ['关于做好防汛工作的通知', '', *clean]
        for at in (3, 5, 20, 41):
            lines[at] = '这一行有问题,要改。'
        self.file('a.txt', '\n'.join(lines) + '\n')
        out = self.text('--diff', '--select', 'text-punctuation-halfwidth', 'a.txt').split('\n')
        heads = [line for line in out if line.startswith('@@')]
        self.assertEqual(heads, ['@@ -1,9 +1,9 @@', '@@ -18,7 +18,7 @@', '@@ -39,4 +39,4 @@'])

    def test_the_mode_and_a_link_stay(self):
        path = self.file('real/a.txt', WRONG)
        path.chmod(0o640)
        link = self.folder / 'link.txt'
        link.symlink_to('real/a.txt')
        self.run_it('--fix', 'link.txt')
        self.assertTrue(link.is_symlink())
        self.assertEqual(path.read_text(), RIGHT)
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        self.assertEqual(sorted(os.listdir(path.parent)), ['a.txt'])

    def test_what_cannot_be_mended_is_left(self):
        document = self.file('a.docx', docx(WRONG.replace('\u200b', '')))
        archive = self.file('b.zip', zipped([('c.txt', WRONG.encode())]))
        before = document.read_bytes(), archive.read_bytes()
        self.run_it('--fix', '.', exit=1)
        self.assertEqual((document.read_bytes(), archive.read_bytes()), before)
        damaged = self.file('d.txt', WRONG.encode() + b'\xe4\xb8\n')
        before = damaged.read_bytes()
        self.assertIn(b'E_NOT_FIXED', self.run_it('--fix', 'd.txt').stderr)
        self.assertEqual(damaged.read_bytes(), before)

    def test_what_cannot_be_written_fails_and_stays(self):
        nobody = {'user': 65534} if os.geteuid() == 0 else {}            # nothing is forbidden to root
        path = self.file('d/a.txt', WRONG)
        self.folder.chmod(0o755)
        path.parent.chmod(0o555)
        self.addCleanup(path.parent.chmod, 0o700)
        try:
            done = subprocess.run([support.GONGWEN, 'check', '--fix', path], capture_output=True, env=support.environment(), **nobody)
        except PermissionError:
            self.skipTest('the program stands where only root may run it')
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(b'E_WRITE', done.stderr)
        self.assertEqual(os.listdir(path.parent), ['a.txt'])
        self.assertEqual(path.read_text(), WRONG)

    def test_no_record_of_a_sample_changes(self):
        for sample in sorted((ROOT / 'samples').glob('*.txt')):
            path = self.file(sample.name, sample.read_bytes())
            before = self.records(path)
            self.run_it('--fix', '--no-config', path)
            self.assertEqual(self.records(path), before, sample.name)


if __name__ == '__main__':
    unittest.main()
