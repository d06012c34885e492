"""Nothing is half written, nothing is lost, nothing of others is overwritten. usage: safety_test.py PATH/TO/gongwen [unittest arguments]

GONGWEN_BATCH_ALL=1 kills fifty times for each format; otherwise a few times.
"""
import fcntl
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time
import unittest

import support
from support import ALL, FORMATS, ArchiveCase, Case, digest, notice

KILLED = ('jsonl', 'folder', 'csv', 'xlsx', 'sqlite')
NOTICES, KILLS = (400, 50) if ALL else (60, 2)


class Interrupted(ArchiveCase):
    @classmethod
    def setUpClass(cls):
        cls.root = cls.archive(NOTICES, 20)

    def whole(self, kind):
        """The digest of an uninterrupted run, and the seconds that it took."""
        dest = self.folder / 'whole' / FORMATS[kind]
        dest.parent.mkdir(exist_ok=True)
        begun = time.monotonic()
        self.convert('archive', '-o', dest, '-q', cwd=self.root, expect=1)
        return digest(dest), time.monotonic() - begun

    def begin(self, dest, *options):
        return self.start('convert', 'archive', '-o', dest, '-q', *options, cwd=self.root, stderr=subprocess.PIPE)

    def finish(self, dest, *options, expect=1):
        return self.convert('archive', '-o', dest, '--resume', '-q', *options, cwd=self.root, expect=expect)

    def test_a_kill_at_any_moment_loses_nothing(self):
        chance = random.Random(7)
        for kind in KILLED:
            expected, seconds = self.whole(kind)
            killed, turn = 0, 0
            while turn < KILLS or (killed == 0 and turn < KILLS + 30):   # a loaded machine may measure `seconds` too long
                dest = self.folder / str(turn) / FORMATS[kind]
                dest.parent.mkdir(exist_ok=True)
                for _ in range(chance.choice((1, 1, 2, 3))):   # and again while it goes on
                    process = self.begin(dest, '--resume')
                    time.sleep(chance.uniform(0, seconds / (1 + turn // KILLS * 4)))
                    process.kill()
                    process.communicate()
                    killed += process.returncode == -signal.SIGKILL
                    if kind != 'folder' and dest.exists():
                        self.assertEqual(digest(dest), expected, 'what is there is whole')
                self.finish(dest)
                self.assertEqual(digest(dest), expected, (kind, turn))
                self.assertEqual([p.name for p in dest.parent.rglob('*.gongwen-*')], [dest.name + '.gongwen-journal'])
                shutil.rmtree(dest.parent)
                turn += 1
            self.assertGreater(killed, 0, kind)
            print(f'{kind}: killed {killed} times in {turn} runs of {seconds:.2f} s', flush=True)

    def test_what_was_done_is_not_done_again(self):
        expected, _ = self.whole('jsonl')
        dest = self.folder / 'out.jsonl'
        self.finish(dest)
        report = self.folder / 'report'
        self.finish(dest, '--report', report)
        self.assertEqual(digest(dest), expected)
        again = [json.loads(line) for line in report.read_text().splitlines()]
        self.assertEqual(sum(line['records'] for line in again), sum(len(json.loads(line)['tasks']) for line in dest.read_text().splitlines()))

    def test_ctrl_c_finishes_what_is_in_work_and_says_how_to_go_on(self):
        for number, kind in ((signal.SIGINT, 'jsonl'), (signal.SIGTERM, 'folder')):
            expected, seconds = self.whole(kind)
            dest = self.folder / FORMATS[kind]
            process = self.start('convert', 'archive', '-o', dest, '-j', 1, cwd=self.root, stderr=subprocess.PIPE)
            while process.poll() is None and not (self.folder / (FORMATS[kind] + '.gongwen-journal')).exists():
                time.sleep(0.001)
            time.sleep(seconds / 10)
            process.send_signal(number)
            _, said = process.communicate(timeout=60)
            if process.returncode == 1:   # it was done before the signal came
                self.assertEqual(digest(dest), expected)
                continue
            self.assertEqual(process.returncode, 128 + number)
            self.assertIn(b'--resume', said)
            self.convert('archive', '-o', dest, '-q', cwd=self.root, expect=3)   # neither begins anew by itself
            self.finish(dest)
            self.assertEqual(digest(dest), expected)

    def test_a_full_disk_loses_nothing(self):
        disk = self.folder / 'disk'
        disk.mkdir()
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk], capture_output=True).returncode != 0:
            self.skipTest('mount is not allowed')
        try:
            for kind in KILLED:
                expected, _ = self.whole(kind)
                dest = disk / FORMATS[kind]
                done = self.convert('archive', '-o', dest, cwd=self.root, expect=3)
                self.assertIn(b'E_WRITE', done.stderr)
                self.assertIn(b'--resume', done.stderr)
                if kind != 'folder':
                    self.assertFalse(dest.exists())
                for size in ('700k', '64m'):   # .xlsx and .sqlite: full once more while they are built
                    subprocess.run(['mount', '-o', f'remount,size={size}', disk], check=True)
                    done = subprocess.run([support.GONGWEN, 'convert', 'archive', '-o', dest, '--resume', '-q'], cwd=self.root, capture_output=True, env=support.environment())
                    self.assertIn(done.returncode, (1, 3))
                self.assertEqual(done.returncode, 1)
                self.assertEqual(digest(dest), expected, kind)
                for path in disk.iterdir():
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
                subprocess.run(['mount', '-o', 'remount,size=200k', disk], check=True)
        finally:
            subprocess.run(['umount', disk], check=True)

    def test_another_number_of_threads_may_go_on(self):
        expected, seconds = self.whole('csv')
        dest = self.folder / 'out.csv'
        process = self.begin(dest, '-j', 1)
        time.sleep(seconds / 2)
        process.kill()
        process.communicate()
        self.finish(dest, '-j', 8)
        self.assertEqual(digest(dest), expected)


class Changed(Case):
    """Sources and options that are not those of the first run."""

    def setUp(self):
        super().setUp()
        for i in range(6):
            self.file(f'in/{i}.txt', notice(i))
        self.file('in/3.txt', b'')

    def once(self, kind, *options, expect=1):
        self.convert('in', '-o', FORMATS[kind], '--resume', '-q', *options, expect=expect)
        return digest(self.folder / FORMATS[kind])

    def fresh(self, kind, *options, expect=1):
        self.convert('in', '-o', 'fresh/' + FORMATS[kind], '--force', '-q', *options, expect=expect)
        result = digest(self.folder / 'fresh' / FORMATS[kind])
        shutil.rmtree(self.folder / 'fresh')
        return result

    def test_a_file_more_a_file_less_a_file_changed(self):
        for kind in FORMATS:
            self.once(kind)
            self.file('in/2a.txt', notice(100))
            self.assertEqual(self.once(kind), self.fresh(kind), kind)
            (self.folder / 'in/5.txt').unlink()
            self.assertEqual(self.once(kind), self.fresh(kind), kind)
            self.file('in/4.txt', notice(200))
            self.assertEqual(self.once(kind), self.fresh(kind), kind)
            self.file('in/3.txt', notice(300))
            self.assertEqual(self.once(kind, expect=0), self.fresh(kind, expect=0), kind)
            (self.folder / 'in/2a.txt').unlink()
            self.file('in/3.txt', b''), self.file('in/4.txt', notice(4)), self.file('in/5.txt', notice(5))

    def test_other_options_begin_anew(self):
        for kind in ('jsonl', 'folder', 'sqlite'):
            self.once(kind)
            done = self.convert('in', '-o', FORMATS[kind], '--resume', '--punctuation', 'ascii', expect=1)
            self.assertIn(b'beginning anew', done.stderr)
            self.assertEqual(digest(self.folder / FORMATS[kind]), self.fresh(kind, '--punctuation', 'ascii'))

    def test_a_missing_file_is_tried_again(self):
        self.convert('in', 'later.txt', '-o', 'out.jsonl', '--resume', '-q', expect=1)
        self.file('later.txt', notice(9))
        self.convert('in', 'later.txt', '-o', 'out.jsonl', '--resume', '-q', expect=1)
        self.assertEqual(len((self.folder / 'out.jsonl').read_text().splitlines()), 6)

    def test_a_journal_cut_off_anywhere_is_good_up_to_there(self):
        expected = self.fresh('jsonl')
        self.once('jsonl')
        journal, dest, part = (self.folder / ('out.jsonl' + ending) for ending in ('.gongwen-journal', '', '.gongwen-part'))
        lines, whole = journal.read_bytes(), dest.read_bytes()
        for cut in range(0, len(lines), 41):
            dest.unlink(missing_ok=True)
            part.write_bytes(whole)
            journal.write_bytes(lines[:cut])
            self.assertEqual(self.once('jsonl'), expected, cut)

    def test_a_work_file_shorter_than_the_journal_says(self):
        expected = self.fresh('csv')
        self.once('csv')
        journal, dest, part = (self.folder / ('out.csv' + ending) for ending in ('.gongwen-journal', '', '.gongwen-part'))
        lines = journal.read_bytes()
        whole = dest.read_bytes()
        for cut in range(0, len(whole), 211):
            dest.unlink()
            journal.write_bytes(lines[:lines.rindex(b'{"finished"')])
            part.write_bytes(whole[:cut])
            self.assertEqual(self.once('csv'), expected, cut)


class Overwriting(Case):
    def setUp(self):
        super().setUp()
        self.file('in/a.txt', notice())

    def test_what_is_there_stays_without_force(self):
        for kind, name in FORMATS.items():
            precious = self.file(name if kind != 'folder' else name + '/precious', 'mine')
            for options in ([], ['--resume']):
                done = self.convert('in', '-o', name, '-q', *options, expect=3)
                self.assertIn(b'E_EXISTS', done.stderr)
                self.assertEqual(precious.read_text(), 'mine')
            self.convert('in', '-o', name, '--force', '-q')
            self.assertEqual(precious.exists() and precious.read_bytes() == b'mine', kind == 'folder')
        self.assertEqual(self.left(), [])

    def test_a_finished_output_that_someone_changed_is_not_ours_any_more(self):
        self.convert('in', '-o', 'out.csv', '--resume', '-q')
        dest = self.folder / 'out.csv'
        dest.write_bytes(dest.read_bytes() + b'mine\r\n')
        self.assertIn(b'E_EXISTS', self.convert('in', '-o', 'out.csv', '--resume', '-q', expect=3).stderr)
        self.assertTrue(dest.read_bytes().endswith(b'mine\r\n'))

    def test_a_journal_or_report_of_others_stays(self):
        other = self.file('out.csv.gongwen-journal', 'my diary\n')
        self.convert('in', '-o', 'out.csv', '--resume', '-q', expect=3)
        self.assertEqual(other.read_text(), 'my diary\n')
        report = self.file('report', 'mine')
        self.convert('in', '-o', 'out.json', '--report', 'report', '-q', expect=3)
        self.assertEqual(report.read_text(), 'mine')

    def test_only_one_at_a_time(self):
        os.mkfifo(self.folder / 'pipe')
        process = self.start('convert', 'pipe', '-o', 'out.jsonl', '-q', stderr=subprocess.PIPE)
        while process.poll() is None and not (self.folder / 'out.jsonl.gongwen-journal').exists():
            time.sleep(0.01)
        time.sleep(0.1)
        self.assertIn(b'E_BUSY', self.convert('in', '-o', 'out.jsonl', '--resume', '-q', expect=3).stderr)
        with open(self.folder / 'pipe', 'wb') as pipe:
            pipe.write(notice())
        process.communicate(timeout=30)
        self.assertEqual(process.returncode, 0)

    def test_a_folder_that_cannot_be_written(self):
        self.file('file', 'x')
        for dest in ('file/out.csv', 'file/out'):
            self.assertIn(b'E_WRITE', self.convert('in', '-o', dest, '-q', expect=3).stderr)


class Telling(Case):
    def setUp(self):
        super().setUp()
        for i in range(4):
            self.file(f'in/{i}.txt', notice(i))
        self.file('in/1.txt', b'')

    def test_fail_fast_stops_and_can_go_on(self):
        done = self.convert('in', '-o', 'out.jsonl', '--fail-fast', '--report', 'report', expect=1)
        self.assertEqual(list(self.report('report')), ['in/0.txt', 'in/1.txt'])
        self.assertIn(b'--resume', done.stderr)
        self.assertFalse((self.folder / 'out.jsonl').exists())
        self.convert('in', '-o', 'out.jsonl', '--resume', expect=1)
        self.assertEqual(len((self.folder / 'out.jsonl').read_text().splitlines()), 3)

    def test_quiet_names_failures_only(self):
        self.assertEqual(self.convert('in', '-o', 'a.jsonl', '-q', '--progress', 'plain', expect=1).stderr.count(b'\n'), 1)
        said = self.convert('in', '-o', 'b.jsonl', '--lang', 'zh', expect=1).stderr.decode()
        self.assertIn('已转换 3 份', said)
        self.assertIn('E_EMPTY 1', said)

    def test_the_report(self):
        self.convert('in', '-o', 'a.csv', '--report', 'report', expect=1)
        lines = [json.loads(line) for line in (self.folder / 'report').read_text().splitlines()]
        self.assertEqual(list(lines[0]), ['path', 'sha256', 'status', 'code', 'message', 'milliseconds', 'records', 'findings'])
        self.assertEqual([(line['status'], line['records']) for line in lines], [('converted', 3), ('failed', 0), ('converted', 3), ('converted', 3)])
        self.assertEqual(lines[0]['sha256'], digest(self.folder / 'in/0.txt'))

    def terminal(self, columns, *options):
        import pty
        import struct
        import termios
        for i in range(4, 300):
            self.file(f'in/{i}.txt', notice(i))
        try:
            leader, follower = pty.openpty()
        except OSError as error:   # a container without /dev/pts
            self.skipTest(str(error))
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
        process = self.start('convert', 'in', '-o', 'out.jsonl', '-j', 1, *options, stderr=follower)
        os.close(follower)
        said = b''
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            said += piece
        process.wait()
        os.close(leader)
        return said.decode()

    def test_a_bar_fits_its_terminal(self):
        import unicodedata
        for columns in (100, 30, 12):
            for language in ('zh', 'en'):
                said = self.terminal(columns, '--lang', language, '--force')
                bars = [bar for piece in said.split('\r\x1b[K')[1:] for bar in [piece.split('\r\n')[0]] if '\n' not in piece]
                for bar in bars:
                    self.assertLess(sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in bar), columns, bar)

    def test_help_in_both_languages(self):
        for command in ('convert', 'merge'):
            for language, word in (('en', 'usage: gongwen ' + command), ('zh', '用法：gongwen ' + command)):
                self.assertIn(word, self.run_it(command, '--help', '--lang', language).stdout.decode())


if __name__ == '__main__':
    unittest.main()
