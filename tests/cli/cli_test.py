"""The command line from outside: outputs, errors, exit codes. usage: cli_test.py PATH/TO/gongwen [unittest arguments]

Standard library and python3-jsonschema. Every input is made here, in a temporary folder.
"""
import csv
import io
import json
import os
import pathlib
import pty
import random
import re
import select
import struct
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import zipfile

import jsonschema

GONGWEN = None

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'support'))
from sample_notice import NOTICE  # noqa: E402

CONTENT_TYPES = '''<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>'''
RELATIONSHIPS = '''<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>'''


def document_xml(text):
    paragraphs = ''.join(f'<w:p><w:r><w:t>{line}</w:t></w:r></w:p>' for line in text.split('\n'))
    return ('<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f'<w:body>{paragraphs}</w:body></w:document>')


def docx(document):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', CONTENT_TYPES)
        archive.writestr('_rels/.rels', RELATIONSHIPS)
        archive.writestr('word/document.xml', document)
    return out.getvalue()


def ole(streams):
    """The least of a compound file ([MS-CFB]): a header, a FAT sector, a directory with these (empty) streams."""
    end, free, fat_mark = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = bytes.fromhex('D0CF11E0A1B11AE1') + bytes(16) + struct.pack('<HHHHH', 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack('<IIIIIIIII', 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack('<I', 0) + struct.pack('<I', free) * 108
    fat = struct.pack('<II', fat_mark, end) + struct.pack('<I', free) * 126
    directory = b''
    for i, name in enumerate(['Root Entry', *streams]):
        text = name.encode('utf-16-le') + b'\0\0'
        child = 1 if i == 0 and streams else free
        right = i + 1 if 0 < i < len(streams) else free
        entry = text.ljust(64, b'\0') + struct.pack('<HBB', len(text), 5 if i == 0 else 2, 1)
        entry += struct.pack('<III', free, right, child) + bytes(36) + struct.pack('<IQ', end, 0)
        directory += entry
    directory = directory.ljust(512, b'\0')
    return header + fat + directory


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.notice = self.file('notice.txt', NOTICE)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode('utf-8') if isinstance(content, str) else content)
        return str(path)

    def run_it(self, *arguments, stdin=b'', env=None, **options):
        environment = {k: v for k, v in os.environ.items() if k not in ('LC_ALL', 'LC_MESSAGES', 'LANG', 'COLUMNS')}
        environment.update(env or {'LC_ALL': 'C.UTF-8'})
        return subprocess.run([GONGWEN, *map(str, arguments)], input=stdin, capture_output=True, timeout=60, env=environment, **options)

    def output(self, *arguments, **options):
        done = self.run_it(*arguments, **options)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ''), arguments)
        return done.stdout.decode('utf-8')

    def validate(self, notice):
        if not hasattr(Case, 'schema'):
            Case.schema = jsonschema.Draft202012Validator(json.loads(subprocess.check_output([GONGWEN, 'schema'])))
        Case.schema.validate(notice)


class Parse(Case):
    def test_one_file_is_one_compact_object_in_a_pipe(self):
        text = self.output('parse', self.notice)
        self.assertEqual(text.count('\n'), 1)
        notice = json.loads(text)
        self.validate(notice)
        self.assertEqual(notice['source']['path'], self.notice)
        self.assertEqual(notice['source']['encoding'], 'UTF-8')
        self.assertEqual(notice['source']['size'], len(NOTICE.encode()))
        self.assertEqual(list(notice), ['schema_version', 'source', 'metadata', 'parts', 'tasks', 'tables', 'diagnostics'])
        self.assertEqual(len(notice['tasks']), 3)

    def test_every_span_is_in_the_source_text(self):
        notice = json.loads(self.output('parse', self.notice))
        text = self.output('text', self.notice)
        for task in notice['tasks']:
            span = task['evidence']['task']
            self.assertIn(task['task'].rstrip('。'), text[span['begin']:span['end']])
            self.assertEqual(span['line'], text[:span['begin']].count('\n') + 1)

    def test_several_files_are_json_lines_in_their_order(self):
        other = self.file('other.docx', docx(document_xml(NOTICE)))
        lines = self.output('parse', self.notice, other, self.notice).splitlines()
        notices = [json.loads(line) for line in lines]
        self.assertEqual([n['source']['path'] for n in notices], [self.notice, other, self.notice])
        self.assertEqual([n['source']['format'] for n in notices], ['txt', 'docx', 'txt'])
        for notice in notices:
            self.validate(notice)

    def test_standard_input(self):
        notice = json.loads(self.output('parse', '-', stdin=NOTICE.encode('gb18030')))
        self.validate(notice)
        self.assertEqual((notice['source']['path'], notice['source']['encoding']), ('-', 'GB18030'))

    def test_the_same_notice_in_every_encoding(self):
        wanted = json.loads(self.output('parse', self.notice))
        for encoding, name in [('utf-8-sig', 'UTF-8'), ('utf-16', 'UTF-16LE'), ('utf-16-be', 'UTF-16BE'), ('utf-16-le', 'UTF-16LE'),
                               ('gb18030', 'GB18030'), ('gb2312', 'GB18030')]:
            with self.subTest(encoding):
                got = json.loads(self.output('parse', self.file('n.txt', NOTICE.encode(encoding))))
                self.validate(got)
                self.assertEqual(got['source']['encoding'], name)
                for key in ('metadata', 'parts', 'tasks'):
                    self.assertEqual(got[key], wanted[key])

    def test_indent(self):
        compact, indented = self.output('parse', self.notice), self.output('parse', '--indent', '3', self.notice)
        self.assertTrue(indented.startswith('{\n   "schema_version": "1.0",\n'))
        self.assertEqual(json.loads(indented), json.loads(compact))

    def test_punctuation(self):
        # Labels and titles: half-width on demand.
        text = self.output('parse', '--punctuation', 'ascii', self.notice)
        self.validate(json.loads(text))
        self.assertNotEqual(text, self.output('parse', self.notice))

    def test_revisions(self):
        document = document_xml(NOTICE).replace(
            '<w:r><w:t>二、强化监督</w:t></w:r>',
            '<w:ins w:id="1"><w:r><w:t>二、强化监督</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>二、加强监督</w:delText></w:r></w:del>')
        notice = self.file('revised.docx', docx(document))
        for choice, title in [((), '强化监督'), (('--revisions', 'accept'), '强化监督'), (('--revisions', 'reject'), '加强监督')]:
            for command in 'parse', 'outline', 'text':
                self.assertIn(title, self.output(command, *choice, notice))
            path = json.loads(self.output('tasks', *choice, '--format', 'jsonl', notice).splitlines()[-1])['path']
            self.assertIn('二、' + title, path)
        self.assertEqual(self.run_it('text', '--revisions', 'keep', notice).returncode, 2)

    def test_stats_count_every_character_once(self):
        done = self.run_it('parse', '--stats', self.notice)
        self.assertEqual(done.returncode, 0)
        counts = {}
        for line in done.stderr.decode().splitlines()[1:]:
            name, count, _ = line.split()
            counts[name] = int(count)
        total = counts.pop('total')
        self.assertEqual(list(counts), ['metadata', 'section', 'paragraph', 'table', 'furniture', 'unclassified'])
        self.assertEqual(sum(counts.values()), total)
        self.assertEqual(total, len(''.join(NOTICE.split())))

    def test_output_file(self):
        target = self.folder / 'out.json'
        self.assertEqual(self.output('parse', '-o', target, self.notice), '')
        self.validate(json.loads(target.read_text(encoding='utf-8')))

    def test_output_is_never_one_of_the_inputs(self):
        done = self.run_it('parse', '-o', self.notice, self.notice)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(pathlib.Path(self.notice).read_text(encoding='utf-8'), NOTICE)

    def test_a_file_whose_name_begins_with_a_dash(self):
        self.file('-n.txt', NOTICE)
        json.loads(self.output('parse', '--', '-n.txt', cwd=self.folder))

    def test_a_path_that_is_no_utf8(self):
        path = os.fsencode(str(self.folder)) + b'/\xb9\xab.txt'
        pathlib.Path(os.fsdecode(path)).write_bytes(NOTICE.encode())
        done = subprocess.run([GONGWEN, 'parse', path], capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0)
        self.validate(json.loads(done.stdout.decode('utf-8')))


class Tasks(Case):
    def test_table_is_aligned_by_display_width(self):
        text = self.output('tasks', '--lang', 'zh', self.notice)
        lines = text.splitlines()
        self.assertIn('责任单位', lines[0])
        rule = lines[1]
        at = len(rule) - len(rule.lstrip('-')) if not rule.startswith('-') else rule.index(' ')
        self.assertGreater(at, 0)
        for line in lines:
            self.assertLessEqual(width(line), 120)
        begin = width(lines[0][:lines[0].index('责任单位')])
        units = next(line for line in lines if '市司法局' in line)
        self.assertEqual(width(units[:units.index('市司法局')]), begin)

    def test_table_fits_a_narrow_window(self):
        for columns in (40, 61, 80):
            for line in self.output('tasks', self.notice, env={'COLUMNS': str(columns)}).splitlines():
                self.assertLessEqual(width(line), columns)

    def test_csv(self):
        text = self.output('tasks', '--format', 'csv', self.notice, self.notice)
        rows = list(csv.DictReader(io.StringIO(text, newline='')))
        self.assertEqual(len(rows), 6)
        self.assertEqual(rows[0]['responsible_units'], '市司法局、市数据局')
        self.assertEqual(rows[1]['lead_units'], '市政府办公室')
        self.assertEqual(rows[0]['deadline_date'], '2023-06-30')
        self.assertEqual(rows[0]['source'], self.notice)

    def test_csv_has_a_byte_order_mark_in_a_file_only(self):
        target = self.folder / 'tasks.csv'
        self.output('tasks', '--format', 'csv', '--output', target, self.notice)
        self.assertTrue(target.read_bytes().startswith(b'\xef\xbb\xbfsource,'))
        self.assertTrue(self.output('tasks', '--format', 'csv', self.notice).startswith('source,'))
        self.assertTrue(self.output('tasks', '--format', 'csv', '--bom', self.notice).startswith('\ufeffsource,'))

    def test_json_lines(self):
        wanted = json.loads(self.output('parse', self.notice))['tasks']
        got = [json.loads(line) for line in self.output('tasks', '--format', 'jsonl', self.notice).splitlines()]
        self.assertEqual([task.pop('source') for task in got], [self.notice] * len(wanted))
        self.assertEqual(got, wanted)

    def test_origin(self):
        self.assertEqual(self.output('tasks', '--origin', 'table', '--format', 'jsonl', self.notice), '')
        self.assertEqual(len(self.output('tasks', '--origin', 'annotation', '--format', 'jsonl', self.notice).splitlines()), 3)
        self.assertIn('no records', self.output('tasks', '--origin', 'table', self.notice))

    def test_prose_only_where_asked_for(self):
        notice = self.file('prose.txt', '关于防汛的通知\n一、安排\n县水利局要逐座检查闸门。\n')
        self.assertEqual(self.output('tasks', '--format', 'jsonl', notice), '')
        for option in (['--prose'], ['--origin', 'prose']):
            self.assertEqual(json.loads(self.output('tasks', *option, '--format', 'jsonl', notice))['origin'], 'prose')
        self.assertEqual(json.loads(self.output('parse', '--prose', notice))['tasks'][0]['responsible_units'], ['县水利局'])


class Others(Case):
    def test_outline(self):
        lines = self.output('outline', self.notice).splitlines()
        self.assertIn('  一、深化决策公开', lines)
        self.assertIn('    （一）公开重大决策事项目录', lines)

    def test_text_is_the_decoded_file(self):
        self.assertEqual(self.output('text', self.file('g.txt', NOTICE.replace('\n', '\r\n').encode('gb18030'))),
                         NOTICE.replace('\n', '\r\n'))
        self.assertEqual(self.output('text', self.file('b.txt', '\ufeff一\u2028二\r三'.encode())), '一\u2028二\r三')

    def test_schema_is_a_schema(self):
        schema = json.loads(self.output('schema'))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.assertEqual(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema')

    def test_version(self):
        self.assertRegex(self.output('--version'), r'^gongwen \d+\.\d+\.\d+\n$')

    def test_help_has_examples_in_both_languages(self):
        for command in ([], ['parse'], ['tasks'], ['outline'], ['units'], ['explain'], ['deadline'], ['text'], ['schema'], ['grammar'], ['grammar', 'test']):
            with self.subTest(command):
                self.assertIn('example', self.output(*command, '--help'))
                self.assertIn('示例', self.output(*command, '--help', '--lang', 'zh'))
                self.assertIn('示例', self.output(*command, '-h', env={'LANG': 'zh_CN.UTF-8'}))
        self.assertIn('示例', self.output('--lang', 'zh', '--help'))

    def test_the_locale_is_asked_in_its_order(self):
        def language(**env):
            return 'zh' if '示例' in self.output('--help', env=env) else 'en'
        self.assertEqual(language(LANG='zh_TW.UTF-8'), 'zh')
        self.assertEqual(language(LANG='zh_CN', LC_MESSAGES='en_US.UTF-8'), 'en')
        self.assertEqual(language(LC_ALL='zh_CN.UTF-8', LC_MESSAGES='en_US.UTF-8'), 'zh')
        self.assertEqual(language(LC_ALL='', LANG='zh_CN.UTF-8'), 'zh')
        self.assertEqual(language(PATH='/bin'), 'en')


class Failures(Case):
    def bad_inputs(self):
        random.seed(5)
        whole = docx(document_xml(NOTICE))
        no_document = io.BytesIO()
        with zipfile.ZipFile(no_document, 'w') as archive:
            archive.writestr('readme.txt', 'nothing')
        xml = document_xml(NOTICE)
        kangxi = '회의 관리 업무를 강화하는 것에 관한 통지. '
        (self.folder / 'folder').mkdir()
        return [
            ('E_NOT_FOUND', str(self.folder / 'missing.docx')),
            ('E_NOT_FOUND', self.notice + '/inside.txt'),
            ('E_IS_DIRECTORY', str(self.folder / 'folder')),
            ('E_EMPTY', self.file('empty.docx', b'')),
            ('E_EMPTY', self.file('blank.txt', '\ufeff \r\n\u3000\n')),
            ('E_NOT_TEXT', self.file('junk.txt', bytes(random.randrange(256) for _ in range(5000)))),
            ('E_NOT_TEXT', self.file('zeros.docx', bytes(3000))),
            ('E_UNSUPPORTED_FORMAT', self.file('image.docx', b'\x89PNG\r\n\x1a\n' + bytes(200))),
            ('E_UNSUPPORTED_FORMAT', self.file('scan.docx', b'%PDF-1.4\n%\xe2\xe3\n')),
            ('E_UNSUPPORTED_FORMAT', self.file('page.txt', '<!DOCTYPE html>\n<html><body>通知</body></html>')),
            ('E_LEGACY_DOC', self.file('legacy.docx', ole(['WordDocument', '1Table']))),
            ('E_ENCRYPTED', self.file('secret.docx', ole(['EncryptionInfo', 'EncryptedPackage']))),
            ('E_TRUNCATED', self.file('cut.docx', whole[:len(whole) * 2 // 3])),
            ('E_NOT_DOCX', self.file('zip.docx', no_document.getvalue())),
            ('E_BAD_XML', self.file('xml.docx', docx(xml[:len(xml) // 2]))),
            ('E_UNKNOWN_ENCODING', self.file('johab.txt', (kangxi * 20).encode('johab'))),
            ('E_UNKNOWN_ENCODING', self.file('koi8.txt', ('Приказ о проведении проверки. ' * 20).encode('koi8-r'))),
        ]

    def test_each_bad_input_alone(self):
        for code, path in self.bad_inputs():
            with self.subTest(code + ' ' + pathlib.Path(path).name):
                done = self.run_it('parse', path)
                error = done.stderr.decode()
                self.assertEqual(done.returncode, 3)
                self.assertEqual(done.stdout, b'')
                self.assertTrue(error.startswith(f'gongwen: {path}: {code}: '), error)
                self.assertEqual(error.count('\n'), 1)

    def test_the_others_still_come_out(self):
        bad = self.bad_inputs()
        files = [self.notice]
        for _, path in bad:
            files += [path, self.notice]
        done = self.run_it('parse', *files)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stdout.decode().splitlines()), len(bad) + 1)
        for line in done.stdout.decode().splitlines():
            self.validate(json.loads(line))
        codes = [line.split(': ')[2] for line in done.stderr.decode().splitlines()]
        self.assertEqual(codes, [code for code, _ in bad])

    def test_every_command_says_the_same(self):
        for command in (['tasks'], ['tasks', '--format', 'csv'], ['outline'], ['text']):
            done = self.run_it(*command, self.folder / 'missing')
            self.assertEqual((done.returncode, done.stdout), (3, b''))
            self.assertIn(b'E_NOT_FOUND', done.stderr)

    def test_errors_as_json(self):
        for arguments in (['parse', '--format', 'json'], ['tasks', '--format', 'jsonl']):
            done = self.run_it(*arguments, self.folder / 'missing', self.notice)
            self.assertEqual(done.returncode, 1)
            error = json.loads(done.stderr)
            self.assertEqual((error['path'], error['code']), (str(self.folder / 'missing'), 'E_NOT_FOUND'))
            self.assertTrue(error['message'])

    def test_errors_in_chinese(self):
        done = self.run_it('parse', '--lang', 'zh', self.folder / 'missing')
        self.assertIn('文件不存在', done.stderr.decode())

    def test_a_legacy_document_says_how_to_convert(self):
        done = self.run_it('parse', self.file('old.doc', ole(['WordDocument'])))
        self.assertIn('soffice --headless --convert-to docx', done.stderr.decode())

    def test_wrong_command_lines(self):
        for arguments in ([], ['parse'], ['frobnicate'], ['parse', '--frobnicate', self.notice], ['tasks', '--format', 'xml', self.notice],
                          ['outline', self.notice, self.notice], ['text'], ['schema', 'x'], ['parse', '--lang', 'fr', self.notice],
                          ['parse', '--indent', 'many', self.notice], ['tasks', '--origin', 'both', self.notice]):
            for language, word in (('en', 'the command line is wrong'), ('zh', '命令行有误')):
                with self.subTest(arguments):
                    done = self.run_it(*arguments, env={'LANG': language})
                    self.assertEqual((done.returncode, done.stdout), (2, b''))
                    self.assertIn(word, done.stderr.decode())
                    self.assertEqual(done.stderr.count(b'\n'), 1)

    def test_a_full_disk(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([GONGWEN, 'parse', self.notice], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b'E_WRITE', done.stderr)

    def test_an_output_that_cannot_be_made(self):
        done = self.run_it('parse', '-o', self.folder / 'no' / 'such' / 'place', self.notice)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b'E_WRITE', done.stderr)

    def test_nothing_is_made_where_nothing_was_read(self):
        target = self.folder / 'out.csv'
        self.run_it('tasks', '--format', 'csv', '-o', target, self.folder / 'missing')
        self.assertFalse(target.exists())

    def test_a_reader_that_goes_away(self):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([GONGWEN, 'parse', self.notice], stdout=write, stderr=subprocess.PIPE, timeout=60)
        os.close(write)
        self.assertEqual((done.returncode, done.stderr), (3, b''))

    def test_standard_output_closed(self):
        done = subprocess.run(['sh', '-c', '"$0" parse "$1" >&-', GONGWEN, self.notice], stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b'E_WRITE', done.stderr)

    def test_file_names_cannot_steer_the_terminal(self):
        done = self.run_it('parse', self.folder / 'a\x1b[31mb')
        self.assertNotIn(b'\x1b', done.stderr)


class Grammars(Case):
    ENTRY = '[[label]]\nid = "test-only"\nforms = ["牵总单位"]\nfield = "lead_units"\nexamples = ["牵总单位"]\n'
    WITH_LABEL = NOTICE.replace('牵头单位：', '牵总单位：')

    def leads(self, *arguments):
        return [task['lead_units'] for task in json.loads(self.output('parse', *arguments))['tasks']]

    def fails(self, *arguments, lang='en'):
        done = self.run_it(*arguments, '--lang', lang)
        self.assertEqual((done.returncode, done.stdout), (3, b''))
        return done.stderr.decode()

    def test_paths_that_are_no_grammar(self):
        self.assertIn(f'gongwen: {self.folder}/none: E_NOT_FOUND', self.fails('parse', '--grammar', self.folder / 'none', self.notice))
        self.assertIn('E_NOT_FOUND', self.fails('parse', '--grammar', self.notice + '/below', self.notice))
        (self.folder / 'empty').mkdir()
        text = self.fails('parse', '--grammar', self.folder / 'empty', self.notice)
        self.assertIn('E_BAD_GRAMMAR', text)
        self.assertIn(f'\n{self.folder}/empty: there is no *.toml in this folder\n', text)
        self.assertIn('没有 *.toml', self.fails('parse', '--grammar', self.folder / 'empty', self.notice, lang='zh'))
        self.assertIn(f'\n{self.notice}: this is neither a folder nor a .toml file\n', self.fails('parse', '--grammar', self.notice, self.notice))

    def test_a_fault_is_shown_with_its_line(self):
        path = self.file('bad.toml', '[[heading]]\nid = "x"\nforms = ["（{"]\n')
        text = self.fails('parse', '--grammar', path, self.notice)
        self.assertIn('E_BAD_GRAMMAR', text.splitlines()[0])
        self.assertTrue(text.splitlines()[1].startswith(path + ':3: '), text)
        self.assertEqual(text.splitlines()[2:], ['forms = ["（{"]', '          　^'])

    def test_every_fault_has_its_place(self):
        head = '[[column]]\nid = "x"\n'
        for content, line, words in [
                (head + 'forms = ["甲"\nfield = "task"\n', 4, ''),                                  # no TOML
                (head + 'forms = ["甲{nothing}"]\nfield = "task"\n', 3, 'no such slot'),
                (head + 'forms = ["甲"]\nfeild = "task"\n', 4, 'no such key in a column'),
                (head + 'forms = ["甲"]\nfield = "tasks"\n', 4, 'field is one of number, task'),
                (head + 'forms = ["甲"]\nfield = "task"\nexamples = ["乙"]\n', 5, 'matches its example 乙'),
                (head + 'forms = ["甲"]\nfield = "task"\nnot = [\n  "乙",\n  "甲"]\n', 7, 'the form 甲 matches 甲'),
                ('[[colum]]\nid = "x"\n', 1, 'no such kind of entry')]:
            with self.subTest(content):
                path = self.file('bad.toml', content)
                lines = self.fails('parse', '--grammar', path, self.notice).splitlines()
                self.assertTrue(lines[1].startswith(f'{path}:{line}: '), lines)
                self.assertIn(words, lines[1])
                self.assertEqual(lines[2], content.splitlines()[line - 1])
                self.assertRegex(lines[3], '^[ 　]*\\^$')
                told = json.loads(self.fails('parse', '--format', 'json', '--grammar', path, self.notice))
                self.assertEqual(told['code'], 'E_BAD_GRAMMAR')

    def test_a_folder_that_cannot_be_read(self):
        folder = self.folder / 'closed'
        folder.mkdir()
        folder.chmod(0)
        self.addCleanup(folder.chmod, 0o700)
        if os.geteuid() != 0:
            self.assertIn('E_UNREADABLE', self.fails('parse', '--grammar', folder, self.notice))

    def test_entries_are_added_by_folder_and_by_file(self):
        notice = self.file('labels.txt', self.WITH_LABEL)
        self.assertEqual(self.leads(notice)[1], [])
        (self.folder / 'more').mkdir()
        path = self.file('more/a.toml', '\ufeff' + self.ENTRY)
        for given in (self.folder / 'more', path):
            self.validate(json.loads(self.output('parse', '--grammar', given, notice)))
            self.assertEqual(self.leads('--grammar', given, notice)[1], ['市政府办公室'])

    def test_a_later_entry_takes_the_place_of_an_earlier_one(self):
        notice = self.file('labels.txt', self.WITH_LABEL)
        first = self.file('first.toml', self.ENTRY)
        second = self.file('second.toml', self.ENTRY.replace('lead_units', 'supporting_units'))
        self.assertEqual(self.leads('--grammar', second, '--grammar', first, notice)[1], ['市政府办公室'])
        self.assertEqual(self.leads('--grammar', first, '--grammar', second, notice)[1], [])

    def test_a_built_in_entry_is_replaced_by_its_id(self):
        mine = self.file('mine.toml', '[[label]]\nid = "lead"\nfield = "supporting_units"\nforms = ["牵头单位"]\n')
        task = json.loads(self.output('parse', '--grammar', mine, self.notice))['tasks'][1]
        self.assertEqual((task['lead_units'], task['supporting_units']), ([], ['市政府办公室']))

    def test_every_command_that_reads_takes_it(self):
        bad = self.folder / 'none.toml'
        for command in (['parse', self.notice], ['tasks', self.notice], ['outline', self.notice], ['units', self.notice], ['explain', self.notice],
                        ['deadline', '6月底'], ['grammar', 'show', 'lead']):
            self.assertIn('E_NOT_FOUND', self.fails(*command, '--grammar', bad))


class GrammarCommand(Case):
    HEAD = '[[column]]\nid = "mine"\n'

    def tried(self, content, *arguments):
        path = self.file('mine.toml', content)
        done = self.run_it('grammar', 'test', path, *arguments)
        self.assertEqual(done.stderr, b'')
        lines = done.stdout.decode().splitlines()
        self.assertEqual(done.returncode, 1 if len(lines) > 1 else 0)
        return [line.removeprefix(str(self.folder) + '/') for line in lines]

    def test_the_built_in_entries_pass(self):
        text = self.output('grammar', 'test')
        self.assertRegex(text, r'^\d+ entries, \d+ examples and counter-examples, all as they should be\n$')
        self.assertGreater(int(text.split()[2]), 800)
        self.assertIn('全部通过', self.output('grammar', 'test', '--lang', 'zh'))

    def test_one_more_entry_is_counted(self):
        before = [int(n) for n in self.output('grammar', 'test').split() if n.isdigit()]
        [line] = self.tried(self.HEAD + 'forms = ["甲乙"]\nfield = "task"\nexamples = ["甲乙"]\nnot = ["甲", "乙"]\n')
        self.assertEqual([int(n) for n in line.split() if n.isdigit()], [before[0] + 1, before[1] + 3])

    def test_what_matched_instead(self):
        lines = self.tried(self.HEAD + 'forms = ["甲乙"]\nfield = "task"\nexamples = ["甲乙",\n  "甲丙",\n  "牵头单位"]\nnot = ["甲乙"]\n')
        self.assertEqual(lines[0], 'mine.toml:6: column mine: no form matches the example “甲丙”; what matches it instead: nothing')
        self.assertRegex(lines[1], r'^mine.toml:7: column mine: no form matches the example “牵头单位”; what matches it instead: '
                                   r'lead at grammars/columns.toml:\d+ \(its form .* matches “牵头单位”\)$')
        self.assertEqual(lines[2], 'mine.toml:8: column mine: the form 甲乙 matches “甲乙” of “甲乙”, which is under `not`')
        self.assertTrue(lines[3].endswith(' 3 faults'))

    def test_an_example_that_another_entry_decides(self):
        lines = self.tried(self.HEAD + 'forms = ["完成时限"]\nfield = "extra"\nexamples = ["完成时限"]\n')
        self.assertRegex(lines[0], r'^mine.toml:5: column mine: the example “完成时限” is decided by another entry: deadline at grammars/columns.toml:')
        lines = self.tried('[[heading]]\nid = "mine"\nstyle = "mine"\nrank = 5\nforms = ["第{n}部分总体要求"]\nexamples = ["第一部分总体要求"]\n')
        self.assertRegex(lines[0], r'^grammars/headings.toml:\d+: heading part: the example “第一部分总体要求” is decided by another entry: mine at ')

    def test_what_a_deadline_means(self):
        head = '[[deadline]]\nid = "mine"\nkind = "date"\nperiod = "half1"\nyear = "next"\nforms = ["(下|来)学期末"]\n'
        self.assertEqual(len(self.tried(head + 'examples = ["下学期末 => 2025-06-30"]\nnot = ["学期末"]\n')), 1)
        lines = self.tried(head + 'examples = ["下学期末 => 2024-06-30"]\n')
        self.assertEqual(lines[0], 'mine.toml:7: deadline mine: the example “下学期末” means 2025-06-30, not 2024-06-30')
        lines = self.tried(self.HEAD + 'forms = ["甲乙"]\nfield = "task"\nexamples = ["甲乙 => 2024-06-30"]\n')
        self.assertIn('only an example of a deadline', lines[0])

    def test_an_entry_of_ones_own_needs_an_example(self):
        self.assertIn('mine.toml:1: column mine: this entry has no examples', self.tried(self.HEAD + 'forms = ["甲乙"]\nfield = "task"\n')[0])

    def test_a_replaced_entry_is_not_tried(self):
        self.assertEqual(len(self.tried('[[label]]\nid = "lead"\nfield = "lead_units"\nforms = ["牵头"]\nexamples = ["牵头："]\n')), 1)

    def test_files_that_are_no_grammar(self):
        done = self.run_it('grammar', 'test', self.file('bad.toml', self.HEAD))
        self.assertEqual((done.returncode, done.stdout), (3, b''))
        self.assertIn('bad.toml:1: this entry has no forms', done.stderr.decode())
        self.assertEqual(self.run_it('grammar', 'test', self.folder / 'none').returncode, 3)

    def test_list(self):
        lines = self.output('grammar', 'list').splitlines()
        self.assertEqual(lines[0].split(), ['kind', 'id', 'place', 'attributes', 'forms'])
        labels = self.output('grammar', 'list', '--kind', 'label', self.file('mine.toml', Grammars.ENTRY)).splitlines()[2:]
        self.assertTrue(all(line.startswith('label ') for line in labels))
        self.assertIn('mine.toml:1', labels[-1])
        done = self.run_it('grammar', 'list', '--kind', 'colum')
        self.assertEqual(done.returncode, 2)
        self.assertIn('there are heading, not_heading, column', done.stderr.decode())

    def test_what_show_gives_is_a_grammar(self):
        for wanted in ('column/deadline', 'unit_word/empty', 'duty/guide', 'deadline/day-compact'):
            with self.subTest(wanted):
                text = self.output('grammar', 'show', wanted)
                self.assertTrue(text.startswith('# grammars/'))
                path = self.file('copy.toml', text)
                self.assertIn('all as they should be', self.output('grammar', 'test', path))
                self.assertEqual(self.output('grammar', 'show', wanted, '--grammar', path).splitlines()[1:], text.splitlines()[1:])
        self.assertEqual(self.output('grammar', 'show', 'deadline').count('[['), 2)
        self.assertEqual(self.run_it('grammar', 'show', 'nothing').returncode, 2)

    def test_faults_of_the_command_line(self):
        for arguments, words in [([], 'test, list or show is missing'), (['tset'], '“grammar tset” is no command'), (['show'], 'ID is missing')]:
            done = self.run_it('grammar', *arguments)
            self.assertEqual(done.returncode, 2)
            self.assertIn(words, done.stderr.decode())


class Units(Case):
    def listed(self, *lists):
        rows = ''.join(f'（{i}）做好第{i}件事。（{units}）\n' for i, units in enumerate(lists, 1))
        return self.file('lists.txt', NOTICE.split('一、深化')[0] + '一、总体任务\n' + rows)

    def counted(self, *arguments):
        return {u['unit']: u for u in map(json.loads, self.output('units', '--format', 'jsonl', *arguments).splitlines())}

    def names(self, *lists):
        return {w['text']: name for name, unit in self.counted(self.listed(*lists)).items() for w in unit['written']}

    def test_counts_by_role_over_all_files(self):
        counted = self.counted(self.notice, self.listed('市司法局牵头，市审计局配合', '市司法局、市数据局负责'))
        got = {name: (u['lead'], u['responsible'], u['supporting'], u['total'], u['notices']) for name, u in counted.items()}
        self.assertEqual(got, {'市司法局': (1, 2, 0, 3, 2), '市数据局': (0, 2, 0, 2, 2), '市政府办公室': (1, 0, 0, 1, 1), '市审计局': (0, 0, 1, 1, 1),
                               '市各有关部门': (0, 1, 0, 1, 1), '市政府督查室': (0, 1, 0, 1, 1)})

    def test_the_order_is_by_count_then_by_code_points(self):
        units = list(self.counted(self.listed('市财政局、市教育局、市审计局负责', '市财政局负责')))
        self.assertEqual(units, ['市财政局', *sorted(['市教育局', '市审计局'])])

    def test_a_level_that_is_left_out_is_carried(self):
        self.assertEqual(self.names('省科技厅、工业和信息化厅、教育厅负责'),
                         {'省科技厅': '省科技厅', '工业和信息化厅': '省工业和信息化厅', '教育厅': '省教育厅'})
        self.assertEqual(self.names('市公安局、市场监管局负责'), {'市公安局': '市公安局', '市场监管局': '市市场监管局'})
        self.assertEqual(self.names('市民政局、财政局负责')['财政局'], '市财政局')
        table = self.file('table.txt', Explain.TABLE.replace('市财政局和市教育局', '市财政局、教育局'))
        self.assertEqual(self.counted(table)['市教育局']['written'], [{'text': '市教育局', 'count': 1}, {'text': '教育局', 'count': 1}])
        record = json.loads(self.output('tasks', '--format', 'jsonl', table).splitlines()[0])
        self.assertEqual(record['responsible_units'], ['市财政局', '教育局'])          # the record keeps what is written

    def test_a_level_is_not_carried_to_what_has_a_place_of_its_own(self):
        for other in ('和平区教育局', '各有关部门', '人民银行', '国家能源局', '国网供电公司', '县教育局', '高新区管委会', '教育局（体育局）'):
            with self.subTest(other):
                self.assertEqual(self.names(f'市财政局、{other}负责')[other], other)
        self.assertEqual(self.names('市场监管局、教育局负责')['教育局'], '教育局')       # 市场 is no level
        self.assertEqual(self.names('市财政局牵头，教育局配合')['教育局'], '教育局')     # not over a role
        self.assertEqual(self.names('市财政局、某某公司、教育局负责')['教育局'], '教育局')

    def test_aliases(self):
        aliases = self.file('names.toml', '[[alias]]\nid = "市司法局"\nforms = ["(市|)司法(局|部门)"]\nexamples = ["司法局"]\nnot = ["司法所"]\n')
        path = self.listed('市司法局、司法部门负责', '司法局负责')
        self.assertEqual(list(self.counted(path)), ['司法局', '司法部门', '市司法局'])
        [unit] = self.counted('--aliases', aliases, path).values()
        self.assertEqual((unit['unit'], unit['responsible']), ('市司法局', 2))
        self.assertEqual({w['text']: w['count'] for w in unit['written']}, {'司法局': 1, '司法部门': 1, '市司法局': 1})
        # a name that was carried may be an alias, too
        aliases = self.file('names.toml', '[[alias]]\nid = "市住房和城乡建设局"\nforms = ["市住建局"]\n')
        self.assertIn('市住房和城乡建设局', self.counted('--aliases', aliases, self.listed('市司法局、住建局负责')))

    def test_faults_of_aliases(self):
        for content, line in [('[[alias]]\nid = "甲"\nforms = ["乙("]\n', 3), ('[[alias]]\nid = "甲"\nshort = ["乙"]\n', 3),
                              ('\n[[column]]\nid = "甲"\nforms = ["乙"]\nfield = "task"\n', 2),
                              ('[[alias]]\nid = "甲"\nforms = ["乙"]\nexamples = ["丙"]\n', 4)]:
            with self.subTest(content):
                path = self.file('names.toml', content)
                done = self.run_it('units', '--aliases', path, self.notice)
                self.assertEqual((done.returncode, done.stdout), (3, b''))
                lines = done.stderr.decode().splitlines()
                self.assertTrue(lines[1].startswith(f'{path}:{line}: '), lines)
                self.assertRegex(lines[3], '^[ 　]*\\^$')
        self.assertIn('E_NOT_FOUND', self.run_it('units', '--aliases', self.folder / 'none', self.notice).stderr.decode())

    def test_formats(self):
        table = self.output('units', self.notice, env={'COLUMNS': '80'}).splitlines()
        self.assertEqual(table[0].split(), ['unit', 'lead', 'responsible', 'total', 'notices'])
        self.assertTrue(self.output('units', '--lang', 'zh', self.notice).startswith('单位'))
        for line in table:
            self.assertLessEqual(width(line), 80)
        rows = list(csv.DictReader(io.StringIO(self.output('units', '--format', 'csv', self.notice), newline='')))
        self.assertEqual([row['unit'] for row in rows], list(self.counted(self.notice)))
        self.assertEqual(list(rows[0]), ['unit', 'lead', 'responsible', 'supporting', 'total', 'notices', 'written'])
        whole = json.loads(self.output('units', '--format', 'json', self.notice, self.notice))
        self.assertEqual((list(whole), whole['notices'], [u['unit'] for u in whole['units']]), (['notices', 'units'], 2, list(self.counted(self.notice))))
        target = self.folder / 'units.csv'
        self.output('units', '--format', 'csv', '-o', target, self.notice)
        self.assertTrue(target.read_bytes().startswith(b'\xef\xbb\xbfunit,'))

    def test_one_input_that_fails_does_not_stop_the_others(self):
        done = self.run_it('units', '--format', 'jsonl', self.notice, self.folder / 'none')
        self.assertEqual((done.returncode, len(done.stdout.splitlines())), (1, 5))
        self.assertEqual(self.run_it('units', self.folder / 'none').returncode, 3)
        self.assertIn('(no units)', self.output('units', self.file('none.txt', '关于放假的通知\n\n今天放假。\n')))


class Explain(Case):
    TABLE = """关于印发2024年重点工作任务分解表的通知

各有关单位：

现将《清河市2024年重点工作任务分解表》印发给你们。

清河市人民政府办公室
2024年3月1日

清河市2024年重点工作任务分解表

| 序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限 | 备注 |
| --- | --- | --- | --- | --- | --- |
| 1 | 完善公文处理办法。 | 市档案馆 | 市财政局和市教育局 | 6月底前，持续推进 | 分两批 |
| 2 | 开展巡查。 | 市水利局 | 市财政局；市教育局配合 | 年底前 | 无 |
"""

    def reasons(self, *arguments, task='t1'):
        [line] = self.output('explain', '--format', 'json', '--task', task, *arguments).splitlines()
        told = json.loads(line)
        self.assertEqual(told['id'], task)
        return told['values']

    def one(self, field, *arguments, index=0, **options):
        return [v for v in self.reasons(*arguments, **options) if v['field'] == field][index]

    def names(self, value):
        return [e['kind'] + '/' + e['id'] for e in value['entries']]

    def test_the_values_are_those_of_the_record(self):
        for path in (self.notice, self.file('table.txt', self.TABLE)):
            text = self.output('text', path)
            for task in json.loads(self.output('parse', path))['tasks']:
                values = self.reasons(path, task=task['id'])
                def of(field):
                    return [(v['value'], v['evidence']) for v in values if v['field'] == field]
                for field in ('path', 'lead_units', 'responsible_units', 'supporting_units'):
                    self.assertEqual(of(field), list(zip(task[field], task['evidence'][field])))
                self.assertEqual(of('task'), [(task['task'], task['evidence']['task'])])
                self.assertEqual([v['key'] for v in values if v['field'] == 'extra'], list(task['extra']))
                for value in values:
                    span = value['evidence']
                    if span:
                        self.assertEqual(value['source_text'], text[span['begin']:span['end']])

    def test_a_cell_is_explained_by_its_column(self):
        path = self.file('table.txt', self.TABLE)
        wanted = {'number': 'column/serial', 'task': 'column/task-name', 'lead_units': 'column/lead', 'responsible_units': 'column/responsible'}
        for field, name in wanted.items():
            value = self.one(field, path)
            self.assertEqual((value['from'], self.names(value)), ('column', [name]))
            self.assertEqual(value['entries'][0]['matched'], value['header'])
        value = self.one('extra', path)
        self.assertEqual((value['key'], value['header'], self.names(value)), ('备注', '备注', ['column/remark']))

    def test_a_deadline_is_explained_by_its_words(self):
        value = self.one('deadline', self.file('table.txt', self.TABLE))
        self.assertEqual(self.names(value)[0], 'column/deadline')
        self.assertEqual([e['matched'] for e in value['entries'][1:]], ['6月底', '前', '持续推进'])
        self.assertEqual([e['attributes']['kind'] for e in value['entries'][1:]], ['date', 'before', 'ongoing'])
        own = self.one('deadline', self.notice)
        self.assertEqual((own['from'], [e['matched'] for e in own['entries']]), ('task', ['2023年6月底', '前']))

    def test_traditional_characters_stay(self):
        path = self.file('t.txt', self.TABLE.replace('责任单位', '責任單位').replace('市财政局', '市財政局'))
        value = self.one('responsible_units', path)
        self.assertEqual((value['value'], self.names(value)), ('市財政局', ['column/responsible']))

    def test_sentences_are_told_as_such(self):
        path = self.file('prose.txt', NOTICE + '市水利局要逐座检查闸门。\n')
        last = json.loads(self.output('explain', '--format', 'json', '--prose', path).splitlines()[-1])
        self.assertEqual([v['from'] for v in last['values'] if v['field'] in ('task', 'responsible_units')], ['prose', 'prose'])

    def test_a_role_within_a_cell(self):
        path = self.file('table.txt', self.TABLE)
        second = self.one('responsible_units', path, index=1)
        self.assertEqual(self.names(second), ['column/responsible', 'unit_word/join', 'unit_ending/office'])
        helper = self.one('supporting_units', path, task='t2')
        self.assertEqual((helper['value'], self.names(helper)), ('市教育局', ['column/responsible', 'duty/supporting']))

    def test_an_annotation_is_explained_by_its_labels_and_duties(self):
        task = self.one('task', self.notice)
        self.assertEqual((task['from'], self.names(task)), ('text', ['label/responsible']))
        text = self.output('text', self.notice)
        self.assertEqual(text[task['annotation']['begin']:task['annotation']['end']], '责任单位：市司法局、市数据局')
        self.assertEqual(self.names(self.one('lead_units', self.notice, task='t2')), ['label/lead'])
        self.assertEqual(self.names(self.one('responsible_units', self.notice, task='t2')), ['label/responsible'])
        self.assertEqual(self.names(self.one('responsible_units', self.notice, task='t3')), ['duty/responsible'])
        self.assertEqual(self.names(self.one('task', self.notice, task='t3')), ['unit_ending/office', 'duty/responsible'])

    def test_a_path_is_explained_by_its_labels(self):
        outer, inner = self.one('path', self.notice), self.one('path', self.notice, index=1)
        self.assertEqual((outer['from'], outer['value'], self.names(outer)), ('heading', '一、深化决策公开', ['heading/han']))
        self.assertEqual((self.names(inner), inner['entries'][0]['matched']), (['heading/han-paren'], '（一）'))

    def test_the_first_unit_named_leads_by_a_rule(self):
        path = self.file('rule.txt', NOTICE.replace('（责任单位：市司法局、市数据局）', '（责任单位：市司法局、市数据局，排在第一位的为牵头单位，下同）'))
        value = self.one('lead_units', path)
        self.assertEqual((value['value'], self.names(value)), ('市司法局', ['label/responsible', 'rule/first-leads']))

    def test_the_entry_named_is_the_one_that_decided(self):
        # What an entry of one's own takes over is explained by it, and where the entry named says otherwise the value moves.
        path = self.file('table.txt', self.TABLE)
        mine = self.file('mine.toml', '[[column]]\nid = "lead"\nfield = "supporting_units"\nforms = ["牵头单位"]\nexamples = ["牵头单位"]\n')
        value = self.one('supporting_units', path, '--grammar', mine)
        self.assertEqual(value['value'], '市档案馆')
        [entry] = value['entries']
        self.assertEqual((entry['file'], entry['line'], entry['form'], entry['attributes']), (mine, 1, '牵头单位', {'field': 'supporting_units'}))
        # A longer form of another entry wins, and is the one that is named.
        mine = self.file('mine.toml', '[[deadline]]\nid = "own"\nkind = "conditional"\nforms = ["6月底前，持续"]\nexamples = ["6月底前，持续"]\n')
        value = self.one('deadline', path, '--grammar', mine)
        self.assertEqual([(e['id'], e['matched']) for e in value['entries'][1:]], [('own', '6月底前，持续')])

    def test_every_entry_named_matters(self):
        # An entry whose form is put out of reach no longer makes the value, or another one is named.
        path = self.file('table.txt', self.TABLE)
        for notice in (path, self.notice):
            for task in ('t1', 't2'):
                for value in self.reasons(notice, task=task):
                    for entry in value['entries']:
                        keys = ''.join(f'{k} = {json.dumps(v) if v not in ("true", "false") and not v.isdigit() else v}\n' for k, v in entry['attributes'].items())
                        forms = '["{n}〇〇甲乙丙"]' if entry['kind'] == 'heading' else '["甲乙丙丁戊"]'
                        mine = self.file('mine.toml', f'[[{entry["kind"]}]]\nid = "{entry["id"]}"\nforms = {forms}\n{keys}')
                        with self.subTest((value['field'], value['value'], entry['kind'], entry['id'])):
                            done = self.run_it('explain', '--format', 'json', '--task', task, '--grammar', mine, notice)
                            now = json.loads(done.stdout)['values'] if done.returncode == 0 else []
                            self.assertNotIn(value, now)

    def test_text_for_people(self):
        path = self.file('table.txt', self.TABLE)
        lines = self.output('explain', '--task', 't1', path, env={'COLUMNS': '90'}).splitlines()
        self.assertEqual(lines[0], '== t1')
        at = lines.index('lead_units: 市档案馆')
        self.assertRegex(lines[at + 1], r'^    line 14  ')
        self.assertEqual(set(lines[at + 2].strip()), {'^'})
        begin = width(lines[at + 2]) - width(lines[at + 2].lstrip())
        self.assertEqual(width(lines[at + 1][:lines[at + 1].index('市档案馆')]), begin)
        self.assertEqual(len(lines[at + 2].strip()), width('市档案馆'))
        self.assertEqual(lines[at + 3], '    the column “牵头单位” (table 1, row 2, column 3)')
        self.assertRegex(lines[at + 4], r'^    grammars/columns.toml:\d+  column/lead  “牵头单位” field=lead_units$')
        self.assertIn('    表格栏目“牵头单位”（表 1 第 2 行第 3 列）', self.output('explain', '--lang', 'zh', path).splitlines())

    def test_lines_fit(self):
        for path in (self.notice, self.file('table.txt', self.TABLE)):
            for columns in (40, 63, 90):
                for line in self.output('explain', path, env={'COLUMNS': str(columns)}).splitlines():
                    self.assertLessEqual(width(line), columns, line)

    def test_without_a_task_all_are_explained(self):
        ids = [json.loads(line)['id'] for line in self.output('explain', '--format', 'json', self.notice).splitlines()]
        self.assertEqual(ids, ['t1', 't2', 't3'])
        self.assertIn('(no records)', self.output('explain', self.file('none.txt', '关于放假的通知\n\n今天放假。\n')))

    def test_a_task_that_is_not_there(self):
        done = self.run_it('explain', self.notice, '--task', 't9')
        self.assertEqual((done.returncode, done.stdout), (2, b''))
        self.assertIn('there is no record “t9”', done.stderr.decode())
        self.assertIn('t1 to t3', done.stderr.decode())
        self.assertEqual(self.run_it('explain', self.folder / 'none').returncode, 3)


class GrammarReadme(Case):
    """The worked example of grammars/README.md does what the page says."""

    def test_the_page(self):
        page = (pathlib.Path(__file__).resolve().parents[2] / 'grammars' / 'README.md').read_text(encoding='utf-8')
        commands = 0
        for head, body in re.findall(r'^```(\S+(?: \S+)?)\n(.*?)^```$', page, re.S | re.M):
            kind, _, name = head.partition(' ')
            if name:
                (self.folder / name).parent.mkdir(exist_ok=True)
                self.file(name, body)
            elif kind == 'console':
                for block in re.split(r'^\$ gongwen ', body, flags=re.M)[1:]:
                    command, *shown = block.splitlines()
                    lines = iter(self.output(*command.split(), cwd=self.folder).splitlines())
                    for line in shown:
                        self.assertTrue(line in lines, (command, line))     # in this order
                    commands += 1
        self.assertEqual(commands, 4)

    def test_every_kind_stands_in_it(self):
        page = (pathlib.Path(__file__).resolve().parents[2] / 'grammars' / 'README.md').read_text(encoding='utf-8')
        kinds = self.run_it('grammar', 'list', '--kind', '?').stderr.decode().split('there are ')[1].strip().split(', ')
        for kind in kinds:
            self.assertIn(f'\n| `{kind}` | ', page)

    def test_the_deadline_of_the_page(self):
        page = (pathlib.Path(__file__).resolve().parents[2] / 'grammars' / 'README.md').read_text(encoding='utf-8')
        for begin in ('    [[column]]', '    [[deadline]]'):
            entry = page[page.index(begin):].split('\n\n')[0].replace('\n    ', '\n').strip()
            self.assertIn('all as they should be', self.output('grammar', 'test', self.file('page.toml', entry + '\n')))


class Deadline(Case):
    KEYS = ['text', 'kind', 'date', 'start', 'ongoing', 'recurrence', 'milestones', 'from']

    def read(self, *arguments, **options):
        return [json.loads(line) for line in self.output('deadline', *arguments, **options).splitlines()]

    def test_in_a_pipe_it_is_the_deadline_object(self):
        [got] = self.read('6月底前，持续推进', '--issued-on', '2024-06-24')
        self.assertEqual(list(got), self.KEYS)
        self.assertEqual(got, {'text': '6月底前，持续推进', 'kind': 'date', 'date': '2024-06-30', 'start': None, 'ongoing': True, 'recurrence': None,
                               'milestones': [{'date': '2024-06-30', 'text': '6月底前'}], 'from': None})
        schema = json.loads(self.output('schema'))['$defs']['deadline']
        self.assertEqual(list(schema['properties']), self.KEYS)

    def test_it_says_what_parse_says(self):
        [task, *_] = json.loads(self.output('parse', self.notice))['tasks']
        [got] = self.read(task['deadline']['text'], '--issued-on', '2023-03-01')
        self.assertEqual({**got, 'from': 'task'}, task['deadline'])

    def test_without_a_day_of_issue_what_needs_one_has_no_date(self):
        dates = [(d['kind'], d['date']) for d in self.read('6月底前', '2025年6月底前', '印发之日起30日内', '明年3月')]
        self.assertEqual(dates, [('date', None), ('date', '2025-06-30'), ('relative', None), ('date', None)])
        dates = [d['date'] for d in self.read('6月底前', '2025年6月底前', '印发之日起30日内', '明年3月', '--issued-on', '2024-06-24')]
        self.assertEqual(dates, ['2024-06-30', '2025-06-30', '2024-07-24', '2025-03-31'])

    def test_the_text_is_normalized(self):
        self.assertEqual(self.read('　２０２５年６月３０日前,持续推进 ')[0]['text'], '2025年6月30日前，持续推进')

    def test_traditional_characters_stay(self):
        [got] = self.read('2025年6月底前完成，長期堅持')
        self.assertEqual((got['text'], got['date'], got['ongoing'], got['milestones'][0]['text']),
                         ('2025年6月底前完成，長期堅持', '2025-06-30', True, '2025年6月底前完成'))

    def test_nothing_is_null_and_nonsense_is_unknown(self):
        self.assertEqual(self.output('deadline', '', '/', '无'), 'null\nnull\nnull\n')
        self.assertEqual([d['kind'] for d in self.read('呵呵', '2月30日')], ['unknown', 'unknown'])

    def test_sentences(self):
        text = self.output('deadline', '--format', 'text', '6月底前', '2025年6月底前完成方案，12月底前全部建成', '每季度', '2月30日', '/',
                           '--issued-on', '2024-06-24').splitlines()
        self.assertEqual(text, [
            '6月底前: a date, by 2024-06-30 (the year is that of the day of issue)',
            '2025年6月底前完成方案，12月底前全部建成: a date, by 2025-12-31 (the year is in its own words)',
            '  2025-06-30  2025年6月底前完成方案', '  2025-12-31  12月底前全部建成',
            '每季度: recurring, every 3 months', '2月30日: unknown: it names a day that does not exist', '/: no deadline'])
        self.assertEqual(self.output('deadline', '--format', 'text', '--lang', 'zh', '6月底前'),
                         '6月底前：日期（年份未知，可用 --issued-on 指定成文日期）\n')

    def test_days_as_notices_write_them(self):
        for day in ('2024-06-24', '2024-6-24', '2024.6.24', '2024/06/24', '2024年6月24日'):
            self.assertEqual(self.read('6月底前', '--issued-on', day)[0]['date'], '2024-06-30')

    def test_a_bad_day_says_what_is_wrong(self):
        for day, words in [('2024-13-01', 'there is no month 13'), ('2023-02-29', 'month 2 of 2023 has no day 29'),
                           ('0024-01-01', 'from 1900 to 2099'), ('June', 'write it as 2024-06-24'), ('2024-06-24x', 'is no date'), ('2024-06-', 'is no date')]:
            done = self.run_it('deadline', '6月底前', '--issued-on', day)
            self.assertEqual((done.returncode, done.stdout), (2, b''))
            self.assertIn(words, done.stderr.decode())
        self.assertIn('没有13月', self.run_it('deadline', 'x', '--issued-on', '2024-13-01', '--lang', 'zh').stderr.decode())

    def test_lines_of_standard_input(self):
        lines = ['6月底前', '6月底前\t2023-03-01', '', '年底前\t', '持续推进\r', '/']
        got = self.read('-', '--issued-on', '2024-06-24', stdin='\n'.join(lines).encode())
        self.assertEqual(len(got), len(lines))
        self.assertEqual([d and d['date'] for d in got], ['2024-06-30', '2023-06-30', None, '2024-12-31', None, None])
        self.assertEqual(got[4]['text'], '持续推进')
        self.assertEqual(got[2], None)
        self.assertEqual(self.output('deadline', '-'), '')

    def test_a_bad_line_does_not_stop_the_others(self):
        lines = ['6月底前\t2024-06-24'.encode(), '6月底前\t2024-02-30'.encode(), '年底'.encode('gb18030'), b'x' * 3000000, '年底\t2024-01-01'.encode()]
        done = self.run_it('deadline', '-', stdin=b'\n'.join(lines) + b'\n')
        self.assertEqual(done.returncode, 1)
        got = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([d and d['date'] for d in got], ['2024-06-30', None, None, None, '2024-12-31'])
        errors = done.stderr.decode().splitlines()
        self.assertEqual([line.split(': ')[1:3] for line in errors],
                         [['-:2', 'E_BAD_DATE'], ['-:3', 'E_UNKNOWN_ENCODING'], ['-:4', 'E_TOO_LARGE']])
        told = self.run_it('deadline', '-', '--format', 'json', stdin=b'\n'.join(lines)).stderr.decode().splitlines()
        self.assertEqual([json.loads(line)['path'] for line in told], ['-:2', '-:3', '-:4'])

    def test_each_answer_comes_at_once(self):
        process = subprocess.Popen([GONGWEN, 'deadline', '-'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for text, date in [('2025年6月底', '2025-06-30'), ('2025年底', '2025-12-31')]:
            process.stdin.write((text + '\n').encode())
            process.stdin.flush()
            self.assertTrue(select.select([process.stdout], [], [], 30)[0])
            self.assertEqual(json.loads(process.stdout.readline())['date'], date)
        process.stdin.close()
        process.stdout.close()
        self.assertEqual(process.wait(30), 0)

    def test_faults_of_the_command_line(self):
        self.assertIn('EXPR is missing', self.run_it('deadline').stderr.decode())
        done = subprocess.run([GONGWEN.encode(), b'deadline', '年底'.encode('gb18030')], capture_output=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b'no UTF-8', done.stderr)
        folder = os.open(self.folder, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        self.assertEqual(subprocess.run([GONGWEN, 'deadline', '-'], stdin=folder, capture_output=True).returncode, 3)

    def test_output_file(self):
        target = self.folder / 'out.json'
        self.assertEqual(self.output('deadline', '-o', target, '2025年底'), '')
        self.assertEqual(json.loads(target.read_text(encoding='utf-8'))['date'], '2025-12-31')
        self.assertEqual(self.run_it('deadline', '-o', '/no/such/folder/x', '2025年底').returncode, 3)


class Terminal(Case):
    """Standard output on a terminal of 60 columns."""

    def on_terminal(self, *arguments, env=None):
        import fcntl
        import termios
        try:
            master, slave = pty.openpty()
        except OSError as error:   # a container without /dev/pts
            self.skipTest(str(error))
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 60, 0, 0))
        process = subprocess.Popen([GONGWEN, *map(str, arguments)], stdout=slave, stderr=slave,
                                   env={'LC_ALL': 'C.UTF-8', 'TERM': 'xterm', **(env or {})})
        os.close(slave)
        out = b''
        while select.select([master], [], [], 30)[0]:
            try:
                piece = os.read(master, 65536)
            except OSError:      # the other end is closed
                break
            if not piece:
                break
            out += piece
        os.close(master)
        process.wait(30)
        return out.decode('utf-8').replace('\r\n', '\n')

    def test_json_is_indented(self):
        text = self.on_terminal('parse', self.notice)
        self.assertTrue(text.startswith('{\n  "schema_version"'), text[:80])
        self.validate(json.loads(text))

    def test_a_deadline_is_a_sentence(self):
        self.assertEqual(self.on_terminal('deadline', '2025年底前'), '2025年底前: a date, by 2025-12-31 (the year is in its own words)\n')

    def test_the_table_fits(self):
        text = self.on_terminal('tasks', self.notice)
        self.assertGreater(len(text.splitlines()), 4)
        for line in text.splitlines():
            self.assertLessEqual(width(line), 60)

    def test_colour_only_where_it_is_wanted(self):
        self.assertIn('\x1b[31mE_NOT_FOUND', self.on_terminal('parse', '/no/such/file'))
        self.assertNotIn('\x1b', self.on_terminal('parse', '/no/such/file', env={'NO_COLOR': '1'}))
        self.assertNotIn('\x1b', self.on_terminal('parse', '/no/such/file', env={'TERM': 'dumb'}))


if __name__ == '__main__':
    GONGWEN = os.path.abspath(sys.argv.pop(1))
    unittest.main()
