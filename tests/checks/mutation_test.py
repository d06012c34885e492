"""Clean samples with one defect each, injected at random places: `gongwen check` must report it at its line, and nothing else but
what the defect itself causes.
usage: mutation_test.py GONGWEN [--seed N] [--times N] [--kind WORDS] [--keep DIR]      (or MUTATION_SEED=N in the environment)
Kinds of defects stand in mutations/, one function each. The seed is printed; the same seed makes the same texts."""
import argparse
import collections
import fnmatch
import glob
import os
import random
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from mutations import agreement, kinds, matter, sample as samples, structure, table, text, word  # noqa: E402, F401

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "..", "samples")
LEAST = 0.99          # of the injections of each kind, and of all
TRIES = 400           # to find a sample and a place for one injection


def check(gongwen, folder):
    """The findings of all files in a folder: path to [(line from 0, rule, severity)]."""
    run = subprocess.run([gongwen, "check", "--lang", "en", "--quiet", folder], capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(f"gongwen check fails: {run.stderr.decode()}")
    found = collections.defaultdict(list)
    for line in run.stdout.decode().split("\n"):
        match = re.match(r"(.+?):(\d+):\d+: ([a-z-]+) (error|warning|info) ", line)
        if match:
            found[os.path.relpath(match[1], folder)].append((int(match[2]) - 1, match[3], match[4]))
    return found


def read_samples(gongwen):
    paths = sorted(glob.glob(os.path.join(SAMPLES, "*.txt")) + glob.glob(os.path.join(SAMPLES, "*.docx")))
    return [samples.read(gongwen, path) for path in paths]


def write(folder, name, data):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode(errors="surrogateescape"))


def read_odd():
    """The samples that are written as notices often are, on purpose: pattern of names to the rules that find it."""
    with open(os.path.join(SAMPLES, ".gongwen.toml"), encoding="utf-8") as file:
        found = re.findall(r'\[paths\."([^"]+)"\][^\n]*\nignore = \[([^\]]*)\]', file.read())
    return {pattern: set(re.findall(r'"([^"]+)"', rules)) for pattern, rules in found}


def false_alarms(findings, odd):
    """Findings at warning or above that .gongwen.toml does not name, and what it names and nothing finds."""
    faults, used = [], set()
    for name, found in findings:
        pattern = next((pattern for pattern in odd if fnmatch.fnmatch(name, pattern)), None)
        for line, rule, severity in found:
            if severity == "info":
                continue
            if pattern and rule in odd[pattern]:
                used.add((pattern, rule))
            else:
                faults.append(f"{name}:{line + 1}: {rule}, in a sample that is clean")
    return faults + [f"samples/.gongwen.toml: {rule} is not found in {pattern}" for pattern in odd for rule in sorted(odd[pattern])
                     if (pattern, rule) not in used]


def clean_ones(gongwen, all_samples, folder):
    """Those on which nothing at warning or above fires, and what is said of all."""
    for one in all_samples:
        write(folder, one.name + ".txt", one.text())
    found = check(gongwen, folder)
    findings = {one.name: found[one.name + ".txt"] for one in all_samples}
    clean = [one for one in all_samples if all(severity == "info" for _, _, severity in findings[one.name])]
    return clean, findings


def clean_word(gongwen, folder):
    """The same of the .docx themselves."""
    paths = sorted(glob.glob(os.path.join(SAMPLES, "*.docx")))
    found = []
    for path in paths:
        with open(path, "rb") as file:
            found.append(word.Word(os.path.basename(path), file.read()))
        write(folder, found[-1].name, open(path, "rb").read())
    findings = check(gongwen, folder)
    clean = [one for one in found if all(severity == "info" for _, _, severity in findings[one.name])]
    return clean, findings


def rendered(gongwen, path, mutated):
    """A mutated .docx with its lines, as gongwen counts them, and the line of the words that it is told by."""
    text = subprocess.run([gongwen, "text", path], capture_output=True, check=True).stdout.decode().split("\n")
    line = next((i for i, words in enumerate(text) if samples.squeezed(mutated.words) in samples.squeezed(words)), -1)
    return kinds.Mutated(text, line)


def path_of(kind, n):
    return f"{re.sub('[^a-zA-Z0-9]+', '-', kind.name)}/{n:03}.{'docx' if kind.word else 'txt'}"


def inject(kind, clean, times, rng):
    """`times` mutations of one kind, at places as different as there are."""
    made, seen = [], set()
    for attempt in range(TRIES):
        if len(made) == times:
            break
        one = rng.choice(clean)
        mutated = kind.mutate(one, rng)
        if not mutated:
            continue
        text = mutated.data if kind.word else "\n".join(mutated.lines)
        if (not kind.word and text == one.text()) or (text in seen and attempt < TRIES // 2):
            continue
        seen.add(text)
        made.append((one, mutated, text))
    return made


def judge(kind, one, mutated, findings, before):
    """What is wrong with the findings of one injection; "" if nothing is."""
    if not any(rule in kind.rules and line == mutated.line for line, rule, _ in findings):
        lines = [line + 1 for line, rule, _ in findings if rule in kind.rules]
        return f"{kind.rules[0]} should fire at line {mutated.line + 1}, and fires at {lines or 'none'}"
    known = collections.Counter((rule, one.lines[line] if line < len(one.lines) else "") for line, rule, _ in before)
    for line, rule, _ in findings:
        at = (rule, mutated.lines[line] if line < len(mutated.lines) else "")
        if known[at] > 0:
            known[at] -= 1
        elif not (rule in kind.rules and line == mutated.line) and rule not in kind.also:
            return f"new finding at line {line + 1}: {rule}"
    return ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gongwen")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("MUTATION_SEED", "20121")))
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--kind", default="")
    parser.add_argument("--keep", default="")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    faults, total, right_total = [], 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        all_samples = read_samples(options.gongwen)
        clean, before = clean_ones(options.gongwen, all_samples, os.path.join(folder, "clean"))
        print(f"{len(clean)} clean texts of {len(all_samples)}: " + " ".join(one.name for one in clean))
        chosen = [kind for kind in kinds.ALL if options.kind in kind.name or options.kind in kind.rules]
        injections = {}
        word_clean, word_before = clean_word(options.gongwen, os.path.join(folder, "word"))
        alarms = false_alarms([*before.items(), *word_before.items()], read_odd())
        for alarm in alarms:
            print("  " + alarm)
        faults += ["the clean samples"] if alarms else []
        for kind in chosen:   # each kind has its own numbers: a new one changes none of the others
            injections[kind.name] = inject(kind, word_clean if kind.word else clean, options.times, random.Random(f"{options.seed} {kind.name}"))
            for n, (_, _, text) in enumerate(injections[kind.name]):
                write(os.path.join(folder, "mutated"), path_of(kind, n), text)
            for name, words in (kind.files(clean) if kind.files else {}).items():
                write(os.path.join(folder, "mutated", os.path.dirname(path_of(kind, 0))), name, words)
        findings = check(options.gongwen, os.path.join(folder, "mutated"))
        for kind in chosen:
            right = 0
            for n, (one, mutated, _) in enumerate(injections[kind.name]):
                path = path_of(kind, n)
                if kind.word:
                    mutated, one.lines = rendered(options.gongwen, os.path.join(folder, "mutated", path), mutated), []
                fault = judge(kind, one, mutated, findings[path], (word_before if kind.word else before)[one.name])
                right += not fault
                if fault:
                    print(f"  {path} ({one.name}): {fault}")
            made = len(injections[kind.name])
            total, right_total = total + made, right_total + right
            print(f"{right:4} of {made:3}  {kind.rules[0]:32} {kind.name}")
            if made < options.times or right < LEAST * made:
                faults.append(kind.name)
    print(f"{right_total} of {total} injections of {len(chosen)} kinds are found, and nothing else is")
    if faults or right_total < LEAST * total:
        print("not right: " + "; ".join(faults))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
