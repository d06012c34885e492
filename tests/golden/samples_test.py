"""Every sample against its expected JSON, written by hand: records, headings and metadata, from .txt and from .docx.

usage: samples_test.py PATH/TO/gongwen SAMPLES
An expected file names what counts: every key that it gives, no others. "alt" gives other values that are right too. Text is
compared without white space, since the .txt may break a line where the .docx does not.
"""
import json
import pathlib
import subprocess
import sys


def fold(value):
    if isinstance(value, str):
        return ''.join(value.split())
    if isinstance(value, list):
        return [fold(v) for v in value]
    if isinstance(value, dict):
        return {fold(k): fold(v) for k, v in value.items()}
    return value


def outline(sections):
    for section in sections:
        yield [section['level'], section['label'], section['title']]
        yield from outline(section['children'])


def same(field, got, want):
    got, want = fold(got), fold(want)
    if field == 'deadline' and got and want:
        if want['kind'] in ('any', got['kind']) and want['kind'] != 'date':     # where no date is to be kept, the kind is what counts
            return True
        return all(got[key] == want[key] for key in ('kind', 'date', 'ongoing'))
    if field in ('addressees', 'copied_to'):                                    # by their words, however they are split
        got, want = ('、'.join(units) for units in (got or [], want or []))
    if field == 'extra':
        got, want = ({k: v for k, v in d.items() if v} for d in (got or {}, want or {}))
    return got == want or (not got and not want)


def compare(notice, expected):
    for key, want in expected['metadata'].items():
        if key == 'alt':
            continue
        got = notice['metadata']['issued_on' if key == 'date' else key]
        if key == 'document_number' and got:
            got = got['text']
        rights = [want, *expected['metadata'].get('alt', {}).get(key, [])]
        if not any(same(key, got, right) for right in rights):
            yield f'metadata.{key} is {got!r}, expected {want!r}'
    if 'outline' in expected:
        got = fold([row for part in notice['parts'] for row in outline(part['sections'])])
        want = fold(expected['outline'])
        for row in want:
            if row not in got:
                yield f'no heading {row}'
        for row in got:
            if row not in want:
                yield f'a heading that is none: {row}'
        if sorted(map(str, got)) == sorted(map(str, want)) and got != want:
            yield 'headings in another order'
    tasks = notice['tasks']
    if len(tasks) != len(expected['tasks']):
        yield f"{len(tasks)} records, expected {len(expected['tasks'])}"
    for got, want in zip(tasks, expected['tasks']):
        for field, value in want.items():
            others = [alt[field] for alt in want.get('alt', []) if field in alt] if isinstance(want.get('alt'), list) else []
            if field != 'alt' and not any(same(field, got[field], right) for right in [value, *others]):
                yield f"{got['id']}.{field} is {json.dumps(got[field], ensure_ascii=False)}, expected {json.dumps(value, ensure_ascii=False)}"


def main():
    gongwen, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    faults = notices = records = 0
    for path in sorted(samples.glob('*.expected.json')):
        expected = json.loads(path.read_text(encoding='utf-8'))
        for extension in ('.txt', '.docx'):
            file = path.with_name(path.name.replace('.expected.json', extension))
            notice = json.loads(subprocess.check_output([gongwen, 'parse', str(file)], timeout=60))
            notices, records = notices + 1, records + len(notice['tasks'])
            for fault in compare(notice, expected):
                print(f'{file.name}: {fault}')
                faults += 1
    print(f'{notices} notices, {records} records, {faults} faults')
    return 1 if faults or notices < 24 else 0


if __name__ == '__main__':
    sys.exit(main())
