"""What the tests of `gongwen convert` and `gongwen merge` share."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ALL = os.environ.get('GONGWEN_BATCH_ALL') == '1'   # the whole archive, and fifty kills of each kind
GONGWEN = sys.argv.pop(1) if len(sys.argv) > 1 else None

FORMATS = {'jsonl': 'out.jsonl', 'folder': 'out', 'json': 'out.json', 'csv': 'out.csv', 'xlsx': 'out.xlsx', 'sqlite': 'out.sqlite', 'md': 'out.md'}

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from sample_notice import NOTICE  # noqa: E402


def notice(number=12):
    return NOTICE.replace('12号', f'{number}号').encode()


def digest(path):
    """Of a file, or of a folder with the names in it."""
    path = pathlib.Path(path)
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    total = hashlib.sha256()
    for file in sorted(p for p in path.rglob('*') if p.is_file()):
        total.update(str(file.relative_to(path)).encode(errors='surrogateescape') + b'\0' + file.read_bytes() + b'\0')
    return total.hexdigest()


def environment():
    kept = {k: v for k, v in os.environ.items() if k not in ('LC_ALL', 'LC_MESSAGES', 'LANG', 'COLUMNS')}
    return {**kept, 'LC_ALL': 'C.UTF-8'}


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def start(self, *arguments, **options):
        return subprocess.Popen([GONGWEN, *map(str, arguments)], env=environment(), cwd=options.pop('cwd', self.folder), **options)

    def run_it(self, *arguments, stdin=b'', expect=0, cwd=None):
        done = subprocess.run([GONGWEN, *map(str, arguments)], input=stdin, capture_output=True, timeout=300, env=environment(), cwd=cwd or self.folder)
        self.assertEqual(done.returncode, expect, (arguments, done.stderr.decode()[-2000:]))
        return done

    def convert(self, *arguments, **options):
        return self.run_it('convert', *arguments, **options)

    def notices(self, *sources, expect=0, **options):
        """The notices, as convert gives them on standard output."""
        done = self.convert(*sources, '--output', '-', expect=expect, **options)
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    def paths(self, *sources, **options):
        return [n['source']['path'] for n in self.notices(*sources, **options)]

    def codes(self, *sources, **options):
        """What a report says of each input."""
        self.convert(*sources, '--output', 'codes.jsonl', '--report', 'codes.report', '--force', '-q', **options)
        return self.report('codes.report')

    def report(self, name):
        lines = [json.loads(line) for line in (self.folder / name).read_text().splitlines()]
        return {line['path']: line['code'] for line in lines}

    def left(self):
        """Work files that should not be there."""
        return sorted(p.name for p in self.folder.rglob('*') if '.gongwen-' in p.name)


class ArchiveCase(Case):
    """Tests on one made archive, made once for each number of notices."""
    made = {}

    @classmethod
    def archive(cls, notices, broken=40):
        key = notices, broken
        if key not in cls.made:
            folder = pathlib.Path(tempfile.mkdtemp(prefix='gongwen-archive-'))
            unittest.addModuleCleanup(shutil.rmtree, folder, ignore_errors=True)
            subprocess.run([sys.executable, ROOT / 'tools/make-archive', folder, '--notices', str(notices), '--broken', str(broken)], check=True)
            cls.made[key] = folder
        return cls.made[key]
