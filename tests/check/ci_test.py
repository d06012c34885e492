"""What CI runs: tools/check-action and the files that name commands. usage: ci_test.py GONGWEN [unittest arguments]"""
import json
import re
import subprocess
import unittest

import support
from support import CLEAN, ROOT, Case


class Ci(Case):
    def action(self, exit, **variables):
        done = subprocess.run([ROOT / 'tools' / 'check-action'], cwd=self.folder, capture_output=True,
                              env={**support.environment(), 'GONGWEN': support.GONGWEN, **{f'GONGWEN_{k.upper()}': v for k, v in variables.items()}})
        self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        return done.stdout.decode()

    def test_the_action(self):
        self.file('a b/通知.txt')
        self.file('c.txt', CLEAN)
        rule = '--select=heading-number-gap'
        self.assertIn('::warning file=a b/通知.txt,line=6', self.action(1, paths='a b\nc.txt\n', args=rule))
        self.action(0, paths='a b', args=rule, fail_on='error')
        self.action(0, paths='c.txt', args=rule)
        self.action(1, args=rule)                                        # the working directory
        self.action(1, paths='a b', args=f'{rule}\n\n--lang=zh', sarif='out x.sarif')
        self.assertEqual(len(json.loads((self.folder / 'out x.sarif').read_text())['runs'][0]['results']), 1)
        self.action(2, paths='c.txt', args='--no-such')
        self.file('$(touch pwned)`.txt', CLEAN)
        self.action(0, paths='$(touch pwned)`.txt', args=rule)
        self.assertFalse((self.folder / 'pwned').exists())

    def test_the_action_hands_on_what_the_script_reads(self):
        action = (ROOT / 'action.yml').read_text(encoding='utf-8')
        script = (ROOT / 'tools' / 'check-action').read_text(encoding='utf-8')
        handed = set(re.findall(r'(?m)^ +(GONGWEN\w*): \$\{\{ inputs\.[a-z-]+ \}\}$', action))
        self.assertEqual(handed, set(re.findall(r'\$\{(GONGWEN\w*)', script)))
        self.assertNotIn('inputs.', action.split('run: ')[-1])           # no input becomes a part of a script
        for name in re.findall(r'inputs\.([a-z-]+)', action):
            self.assertRegex(action, rf'(?m)^  {name}:$')

    def test_the_hooks(self):
        hooks = (ROOT / '.pre-commit-hooks.yaml').read_text(encoding='utf-8')
        for entry in re.findall(r'entry: (.*)', hooks):
            self.assertIn(entry, ('tools/run check', 'gongwen check'))
        pattern, = set(re.findall(r"files: '(.*)'", hooks))
        for name in ('a.docx', 'x/通知.TXT', 'b.dotm'):
            self.assertTrue(re.search(pattern, name))
        for name in ('a.doc', 'a.txt.gz', 'docx'):
            self.assertFalse(re.search(pattern, name))


if __name__ == '__main__':
    unittest.main()
