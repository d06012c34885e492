"""What the tests of `gongwen check` share."""
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GONGWEN = str(pathlib.Path(sys.argv.pop(1)).resolve()) if len(sys.argv) > 1 else None

CLEAN = '''关于做好防汛工作的通知

一、加强值守
各单位要加强值守。

二、加强巡查
各单位要加强巡查。
'''
GAP = CLEAN.replace('二、', '三、')                 # heading-number-gap, a warning, at 6:1
CONTROL = CLEAN.replace('加强值守。', '加强\x02值守。')   # text-control-characters, info


def environment():
    kept = {k: v for k, v in os.environ.items() if k not in ('LC_ALL', 'LC_MESSAGES', 'LANG', 'COLUMNS')}
    return {**kept, 'LC_ALL': 'C.UTF-8'}


TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
             'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')


def docx(text, table=()):
    """Paragraphs of the lines of `text`, then a table of rows."""
    def paragraph(line):
        return f'<w:p><w:r><w:t>{line}</w:t></w:r></w:p>'
    body = ''.join(paragraph(line) for line in text.splitlines() if line)
    if table:
        body += '<w:tbl>' + ''.join('<w:tr>' + ''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row) + '</w:tr>' for row in table) + '</w:tbl>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive:
        archive.writestr('[Content_Types].xml', TYPES)
        archive.writestr('_rels/.rels', RELATIONS)
        archive.writestr('word/document.xml', '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
                         f'wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def zipped(entries):
    """A .zip; a name that is bytes stands in it as these bytes, without the flag of UTF-8."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive:
        for i, (name, content) in enumerate(entries):
            archive.writestr(f'entry{i:03}' + 'x' * (len(name) - 8) if isinstance(name, bytes) else name, content)
    raw = out.getvalue()
    for i, (name, _) in enumerate(entries):
        if isinstance(name, bytes):
            raw = raw.replace((f'entry{i:03}' + 'x' * (len(name) - 8)).encode(), name)
    return raw


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content=GAP):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run_it(self, *arguments, exit=None, stdin=b'', command='check', cwd=None):
        done = subprocess.run([GONGWEN, command, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd or self.folder, env=environment(),
                              timeout=300)
        self.assertIn(done.returncode, (0, 1, 2, 3), done.stderr)
        if exit is not None:
            self.assertEqual(done.returncode, exit, done.stdout.decode() + done.stderr.decode())
        return done

    def text(self, *arguments, exit=None, **more):
        return self.run_it(*arguments, exit=exit, **more).stdout.decode()

    def json(self, *arguments, exit=None, **more):
        return json.loads(self.text('--format', 'json', *arguments, exit=exit, **more))

    def rules(self, *arguments, **more):
        """(path, line, rule) of each finding."""
        return [(f['path'], f['line'], f['rule']) for f in self.json(*arguments, **more)['findings']]
