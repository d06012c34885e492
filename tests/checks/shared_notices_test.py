"""What `gongwen check` says of five real notices, beside what a person found in them (shared_notices.md).
usage: shared_notices_test.py GONGWEN      exit status 77: the notices are not at hand"""
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.environ.get("GONGWEN_NOTICES") or os.path.join(HERE, "..", "..", "..", "shared", "notices")


def expected():
    """Name of a notice to its {(line, rule)}."""
    notices = {}
    with open(os.path.join(HERE, "shared_notices.md"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("## "):
                rows = notices.setdefault(line[3:].strip(), set())
            elif cells := re.fullmatch(r"\| ([\d, ]+) \| ([a-z-]+) \| .+ \|\n", line):
                rows.update((int(number), cells[2]) for number in cells[1].split(","))
            elif line.startswith("|") and not line.startswith(("| lines ", "|---")):
                sys.exit(f"shared_notices.md has a row of another form: {line}")
    return notices


def found(gongwen, path):
    run = subprocess.run([gongwen, "check", "--lang", "en", "--quiet", path], capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(f"gongwen check {path} fails: {run.stderr.decode()}")
    findings = re.findall(r"^.+?:(\d+):\d+: ([a-z-]+) (?:error|warning|info) ", run.stdout.decode(), re.MULTILINE)
    return {(int(line), rule) for line, rule in findings}


def main():
    if not os.path.isdir(FOLDER):
        print("the notices are not at hand")
        return 77
    faults = 0
    for name, wanted in expected().items():
        given = found(sys.argv[1], os.path.join(FOLDER, name))
        for line, rule in sorted(wanted - given):
            print(f"{name}:{line}: {rule} is expected, and is not reported")
        for line, rule in sorted(given - wanted):
            print(f"{name}:{line}: {rule} is reported, and no editor has found it")
        faults += len(wanted ^ given)
        print(f"{name}: {len(wanted & given)} of {len(wanted)} expected findings are reported")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
