"""What other tools need for the same files. Each that is installed: as a whole process, and in batch, one process for many documents.
Nothing here is written to disk but LibreOffice's own output, in a folder that goes away."""
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
FILES = ('typical', 'wordlike', 'huge')
PATIENCE = 20    # seconds for one process; huge is beyond some
OFFICE_BATCH = 20


def output(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options).stdout


def timed(*command, patience=PATIENCE):
    """Milliseconds, or nothing if it failed or took too long."""
    begin = time.monotonic()
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=patience)
    except subprocess.TimeoutExpired:
        return None
    return (time.monotonic() - begin) * 1000 if done.returncode == 0 else None


def looped(*command):
    """Milliseconds a document, as a loop within the process measured them itself."""
    try:
        return float(output(*command, timeout=PATIENCE * 2, check=True).split()[-1])
    except (subprocess.SubprocessError, ValueError, IndexError):
        return None


def python_docx(corpus, _):
    if not importlib.util.find_spec('docx'):
        return None
    script = [sys.executable, HERE / 'loop_python_docx.py']
    return {'name': 'python-docx', 'version': output(sys.executable, '-c', 'import docx; print(docx.__version__)').strip(),
            'whole': lambda file: timed(*script, file, '1'), 'batch': lambda file: looped(*script, file, '10')}


def pandoc(corpus, _):
    if not shutil.which('pandoc'):
        return None
    return {'name': 'pandoc', 'version': output('pandoc', '--version').split()[1],
            'whole': lambda file: timed('pandoc', '-f', 'docx', '-t', 'plain', file),
            'batch': lambda file: looped('pandoc', '-f', 'markdown', '-t', 'plain', '--lua-filter', HERE / 'loop_pandoc.lua', '-M', f'file={file}', '/dev/null')}


def node(name, peers):
    package = peers / 'node_modules' / name / 'package.json'
    if not shutil.which('node') or not package.exists():
        return None
    script = ['node', HERE / 'loop_node.js', peers / 'node_modules' / name, name]
    return {'name': name, 'version': json.loads(package.read_text(encoding='utf-8'))['version'],
            'whole': lambda file: timed(*script, file, '1'), 'batch': lambda file: looped(*script, file, '20')}


def mammoth(corpus, peers):
    return node('mammoth', peers)


def officeparser(corpus, peers):
    return node('officeparser', peers)


def libreoffice(corpus, _):
    if not shutil.which('soffice'):
        return None

    profile = tempfile.TemporaryDirectory()   # its own, made by the first run, which is not counted

    def convert(files):
        with tempfile.TemporaryDirectory() as folder:
            return timed('soffice', f'-env:UserInstallation=file://{profile.name}', '--headless', '--convert-to', 'txt:Text', '--outdir', folder, *files,
                         patience=PATIENCE + 2 * len(files))

    def batch(file):
        with tempfile.TemporaryDirectory() as folder:
            copies = [pathlib.Path(folder) / f'{i}.docx' for i in range(OFFICE_BATCH + 1)]
            for copy in copies:
                shutil.copyfile(file, copy)
            one, all_of_them = convert(copies[:1]), convert(copies)
            return (all_of_them - one) / OFFICE_BATCH if one and all_of_them else None

    convert([corpus / 'small.docx'])
    version = output('soffice', '--version').split()
    return {'name': 'LibreOffice', 'version': version[1] if len(version) > 1 else '', 'whole': lambda file: convert([file]), 'batch': batch}


def figures(build, installed):
    corpus = build / 'corpus' / 'files'
    found = []
    for peer in (python_docx, mammoth, officeparser, pandoc, libreoffice):
        tool = peer(corpus, installed)
        if not tool:
            print(f'{peer.__name__}: not installed', file=sys.stderr)
            continue
        files = {name: corpus / f'{name}.docx' for name in FILES}
        found.append({'name': tool['name'], 'version': tool['version'], 'process_ms': {name: tool['whole'](file) for name, file in files.items()},
                      'batch_ms': tool['batch'](files['typical']), 'batch_wordlike_ms': tool['batch'](files['wordlike'])})
    return found
