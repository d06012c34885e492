"""Figures become docs/performance.md: what was asked for beside what was measured, and then everything."""
from measure import ARCHIVE, GROWTH

STAGES = ('read', 'fold', 'lines', 'tables', 'segment', 'extract', 'coverage', 'digest', 'json')
PEER_GOALS = {'python-docx': 200, 'mammoth': 50, 'pandoc': 50, 'LibreOffice': 300}   # times as many documents a second

HEAD = '''# What a notice costs

Written by `tools/bench`; run it again rather than change it. {processor}, {threads} threads, {memory}{system}, {compiler}, {date}.
Load before the run: {load:.2f}.

The floor is what merely reading a file costs: of a .docx to read it, to inflate its main part with libdeflate and to parse that with
pugixml in place; of a text to read it and to take it to UTF-16 and back with ICU. The whole is from the file to the bytes of
its JSON, in one thread. Times are medians of processor time. The files are made by `tools/make-bench-corpus`: small has 2,000
characters and a table of 11 rows, typical 8,000 characters, 30 headings and 45 rows, wordlike is typical as Word writes it, huge has
20,000 rows.

![Cost against size](performance.svg)

'''


def table(header, rows):
    lines = ['| ' + ' | '.join(header) + ' |', '|---|' + '---:|' * (len(header) - 1)]
    return '\n'.join(lines + ['| ' + ' | '.join(row) + ' |' for row in rows]) + '\n'


def us(value):
    return f'{value:,.0f}' if value >= 10 else f'{value:.1f}'


def ratio(file):
    return file['whole']['us'] / file['floor']['us']


def docs_a_second(file):
    return 1e6 / file['whole']['us']


def mib(file):
    return file['process']['peak_kib'] / 1024


def megabytes_a_second(file):
    return file['bytes'] / file['whole']['us']   # bytes a microsecond


def goals(figures):
    """(what, at most or at least, the goal, measured)"""
    files, growth = figures['files'], figures['growth']
    yield from ((f'{name}, whole to floor', 'at most', most, ratio(files[name]))
                for name, most in (('typical.docx', 2.5), ('wordlike.docx', 1.6), ('huge.docx', 2.5), ('typical.txt', 6), ('huge.txt', 6)))
    for name in ('typical', 'huge'):
        yield f'{name}, GB18030 to UTF-8', 'at most', 1.5, files[f'{name}.gb.txt']['whole']['us'] / files[f'{name}.txt']['whole']['us']
    for name in GROWTH:
        yield f'2 MB to 1 MB, {name}', 'at most', 2.2, growth[f'growth-{name}-2.txt']['whole']['us'] / growth[f'growth-{name}-1.txt']['whole']['us']
    for kind in ('docx', 'txt'):
        yield f'20,000 rows to 10,000, .{kind}', 'at most', 2.2, files[f'huge.{kind}']['whole']['us'] / growth[f'half.{kind}']['whole']['us']
    start = files['small.docx']['process']['cpu_ms'] - figures['empty']['cpu_ms']
    yield 'process of one small notice, ms of processor time above an empty C++ program', 'at most', 5, start
    yield f'convert of {ARCHIVE:,} typical files, -j 2 to -j 1', 'at least', 1.8, figures['convert'][1]['wall_ms'] / figures['convert'][2]['wall_ms']
    yield 'peak memory, process, typical.docx, MiB', 'at most', 16, mib(files['typical.docx'])
    yield 'peak memory, process, huge.docx, to its document.xml', 'at most', 8, mib(files['huge.docx']) * 2**20 / files['huge.docx']['content']
    ours = ARCHIVE / figures['convert'][1]['wall_ms']
    for peer in figures['peers']:
        if peer['name'] in PEER_GOALS and peer.get('batch_ms'):
            yield f'convert -j 1, documents a second to {peer["name"]}', 'at least', PEER_GOALS[peer['name']], ours * peer['batch_ms']


def goal_row(what, kind, goal, measured):
    met = measured <= goal if kind == 'at most' else measured >= goal
    return [what, f'{kind} {goal}', f'{measured:,.0f}' if measured >= 100 else f'{measured:.2f}', 'yes' if met else '**no**']


def file_row(name, file):
    return [name, f'{file["bytes"] / 1000:,.1f}', f'{file["content"] / 1000:,.0f}', us(file['floor']['us']), us(file['whole']['us']), f'{ratio(file):.1f}',
            f'{docs_a_second(file):,.0f}', f'{megabytes_a_second(file):.1f}', f'{file["process"]["cpu_ms"]:.1f}', f'{mib(file):.1f}']


def stage_row(name, file):
    return [name] + [us(file['stages'][stage]) if stage in file['stages'] else '' for stage in STAGES]


def peer_row(peer):
    def ms(value):
        return '' if value is None else f'{value:,.1f}'
    return [peer['name'], peer['version'], ms(peer['process_ms'].get('typical')), ms(peer['process_ms'].get('wordlike')), ms(peer['process_ms'].get('huge')),
            ms(peer.get('batch_ms')), ms(peer.get('batch_wordlike_ms'))]


def text(figures):
    machine = figures['machine']
    memory = f'{machine["memory_gib"]:.0f} GiB, ' if machine['memory_gib'] else ''
    page = HEAD.format(**(machine | {'memory': memory}))
    page += '## What was asked for\n\n' + table(['', 'goal', 'measured', 'met'], [goal_row(*goal) for goal in goals(figures)])
    page += '\n## Files\n\nMB a second are of the file as it lies on the disk; content is document.xml, or the text.\n\n'
    page += table(['', 'KB', 'content KB', 'floor µs', 'whole µs', 'ratio', 'documents/s', 'MB/s', 'process ms', 'peak MiB'],
                  [file_row(name, file) for name, file in sorted(figures['files'].items())])
    page += '\n## Stages, in µs\n\n' + table(['', *STAGES], [stage_row(name, file) for name, file in sorted(figures['files'].items())])
    page += f'\n## Archive\n\n`convert` of {ARCHIVE:,} typical files into JSON Lines.\n\n'
    page += table(['', 's', 's of processor time', 'documents/s', 'peak MiB'],
                  [[f'-j {threads}', f'{run["wall_ms"] / 1000:.2f}', f'{run["cpu_ms"] / 1000:.2f}', f'{ARCHIVE / run["wall_ms"] * 1000:,.0f}', f'{run["peak_kib"] / 1024:.1f}']
                   for threads, run in figures['convert'].items()])
    if figures['peers']:
        page += '\n## Beside other tools\n\nMilliseconds of wall-clock time a document: as a whole process, and in batch (one process for many documents).\n\n'
        page += table(['', 'version', 'typical', 'wordlike', 'huge', 'typical, batch', 'wordlike, batch'], [peer_row(peer) for peer in figures['peers']])
        page += '\nEmpty: not possible, or not done within the time given.\n'
    return page
