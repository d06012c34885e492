"""Builds the benchmark and runs it; everything comes back as plain dictionaries, times in microseconds or milliseconds as the key says."""
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import zipfile

NOTICES = ('small', 'typical', 'wordlike', 'huge')
GROWTH = ('headings', 'paragraph', 'brackets', 'unbroken')
ARCHIVE = 2_000


def build(root, folder):
    if not (folder / 'build.ninja').exists():
        subprocess.run(['cmake', '--preset', 'bench'], cwd=root, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(['cmake', '--build', folder], check=True, stdout=subprocess.DEVNULL)


def make_corpus(root, folder):
    """Anew, unless it was made by the same script."""
    script = (root / 'tools' / 'make-bench-corpus').read_text(encoding='utf-8')
    made = folder / 'made-by'
    if not made.exists() or made.read_text(encoding='utf-8') != script:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([root / 'tools' / 'make-bench-corpus', folder / 'files'], check=True)
        made.write_text(script, encoding='utf-8')
    return folder / 'files'


def google(build, corpus, pattern, seconds, repetitions):
    """{file: {benchmark: {"us": …, counters}}}, medians of processor time."""
    out = subprocess.run([build / 'tests/bench/gongwen-bench', corpus, f'--benchmark_filter={pattern}', '--benchmark_format=json',
                          f'--benchmark_min_time={seconds}', f'--benchmark_repetitions={repetitions}',
                          '--benchmark_enable_random_interleaving=true', '--benchmark_report_aggregates_only=true'],
                         check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    files = {}
    for run in json.loads(out)['benchmarks']:
        if run.get('error_occurred'):
            raise SystemExit(f'{run["name"]}: {run["error_message"]}')
        if run.get('aggregate_name') != 'median':
            continue
        name, what = run['run_name'].split('/')
        known = {key: value for key, value in run.items() if isinstance(value, float) and key not in ('real_time', 'cpu_time')}
        files.setdefault(name, {})[what] = {'us': run['cpu_time'], **known}
    return files


def process(build, times, *command):
    """{"wall_ms", "cpu_ms", "peak_kib"} of a command as a whole process, medians."""
    out = subprocess.run([build / 'tests/bench/gongwen-bench-process', str(times), *map(str, command)], check=True, stdout=subprocess.PIPE).stdout
    return json.loads(out)


def convert(build, corpus, threads, times):
    """Every file of the archive into one file of JSON Lines."""
    result = corpus / 'archive.jsonl'
    run = process(build, times, 'sh', '-c', f'rm -f "{result}"; exec "{build}/gongwen" convert "{corpus}/archive" -j {threads} --quiet -o "{result}"')
    result.unlink()
    return run


def xml_bytes(path):
    with zipfile.ZipFile(path) as container:
        return container.getinfo('word/document.xml').file_size


def machine():
    def first(path, pattern):
        try:
            found = re.search(pattern, pathlib.Path(path).read_text(encoding='utf-8'), re.M)
        except OSError:
            return None
        return found and found[1].strip()
    compiler = subprocess.run(['c++', '--version'], stdout=subprocess.PIPE, text=True).stdout.splitlines()
    memory = first('/proc/meminfo', r'MemTotal:\s*(\d+)')
    return {'processor': first('/proc/cpuinfo', r'model name\s*:\s*(.*)') or os.uname().machine, 'threads': os.cpu_count(),
            'memory_gib': int(memory) / 2**20 if memory else None, 'system': first('/etc/os-release', r'PRETTY_NAME="(.*)"') or os.uname().sysname,
            'compiler': compiler[0] if compiler else '', 'date': datetime.date.today().isoformat(), 'load': os.getloadavg()[0]}


def figures(root, build, quick):
    about = machine()   # the load before we make some
    corpus = make_corpus(root, build / 'corpus')
    seconds, repetitions, times = (0.05, 3, 5) if quick else (0.2, 5, 21)
    files = google(build, corpus, f'^({"|".join(NOTICES)})[.]', seconds, repetitions)
    growth = google(build, corpus, '^(growth-|half).*/whole', seconds, 3)
    sizes = google(build, corpus, '^rows-[0-9]+[.](docx|txt)/(floor|whole)', seconds, 3)
    for name, file in (files | sizes).items():
        file['bytes'] = (corpus / name).stat().st_size
        file['content'] = xml_bytes(corpus / name) if name.endswith('.docx') else file['bytes']
    for name in files:
        files[name]['process'] = process(build, 3 if name.startswith('huge') else times, build / 'gongwen', 'parse', corpus / name)
    empty = process(build, times, build / 'tests/bench/gongwen-bench-empty')
    return {'machine': about, 'files': files, 'growth': growth, 'sizes': sizes, 'empty': empty,
            'convert': {threads: convert(build, corpus, threads, 1 if quick else 3) for threads in (1, 2)}}
