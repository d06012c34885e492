"""The runner of specifications itself: it must fail where it should. usage: spec_runner_test.py PATH/TO/spec-runner"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

RUNNER = None
CASE = '''# Page

## A case
```notice
关于开展检查的通知

各科室：
一、检查内容
核对归档文件。（责任单位：办公室、档案室）
```
```json
%s
```

Prose after it.
'''


class Runner(unittest.TestCase):
    def run_case(self, expected, *options):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / 'page.md'
            page.write_text(CASE % expected, encoding='utf-8')
            done = subprocess.run([RUNNER, *options, page], capture_output=True, text=True, timeout=60)
            return done.returncode, done.stdout, page.read_text(encoding='utf-8')

    def test_what_is_right_passes(self):
        for expected in ('{}', '{"tables": []}', '{"tasks": [{"responsible_units": ["办公室", "档案室"]}]}',
                         '{"outline": [[1, "一、", "检查内容"]]}'):
            self.assertEqual(self.run_case(expected)[0], 0, expected)

    def test_what_is_wrong_fails(self):
        for expected in ('{"tasks": []}', '{"tasks": [{}, {}]}', '{"tasks": [{"responsible_units": ["办公室"]}]}', '{"no_such_key": null}',
                         '{"outline": []}', '{"error": {"code": "E_EMPTY"}}', '{"tasks": [{"task": "核对"}]}', '{"tasks":'):
            code, out, page = self.run_case(expected)
            self.assertEqual(code, 1, expected)
            self.assertIn('page.md:3: A case', out)
            self.assertEqual(page, CASE % expected)

    def test_an_update_still_fails_and_then_all_is_right(self):
        code, _, page = self.run_case('{"tasks": [{"responsible_units": []}], "outline": [], "tables": 1}', '--update')
        self.assertEqual(code, 1)
        updated = '{"tasks": [{"responsible_units": ["办公室", "档案室"]}], "outline": [[1, "一、", "检查内容"]], "tables": []}'
        self.assertEqual(page, CASE % updated)
        self.assertEqual(self.run_case(updated)[0], 0)


if __name__ == '__main__':
    RUNNER = sys.argv.pop(1)
    unittest.main()
