"""Counts the instructions of the service's main paths, and fails where one takes 10 % more than is on record.

Usage: instructions.py PROGRAM [--record]
PROGRAM is instruction_paths, optimised. With --record the counts become those on record (instructions.json), which
is right after a change that is meant to cost so much. Counts, not times: they are the same on a busy machine. As a
test it runs in its long form only (GAINSAY_LONG=1). Exit status: 0 none grew, 1 one did, 77 skipped.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

RECORD = pathlib.Path(__file__).resolve().parent / "instructions.json"
MOST_GROWTH = 1.10
SKIPPED = 77
# By path, enough that what differs from start to start does not show.
REPEATS = {
    "check-candidate": 40,
    "compare-from-store": 10,
    "compare-in-engine": 10,
    "import-records": 2,
    "record-claim": 200,
    "write-answer": 100,
}


def instructions(program, path, repeats):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, path, str(repeats)]
    done = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"Collected\s*:\s*(\d+)", done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f"instructions.py: {path} failed\n{done.stderr}")
    return int(found.group(1))


def count(program, path):
    """The instructions of one repeat; what starting takes cancels out."""
    repeats = REPEATS[path]
    return (instructions(program, path, 2 * repeats) - instructions(program, path, repeats)) // repeats


def report(counts, on_record):
    grown = []
    print(f"{'path':20} {'instructions':>14} {'on record':>14}  change")
    for path, now in counts.items():
        before = on_record.get(path)
        change = "not on record" if before is None else f"{100 * (now / before - 1):+.1f} %"
        print(f"{path:20} {now:14,} {before or 0:14,}  {change}")
        if before is None or now > before * MOST_GROWTH:
            grown.append(path)
    return grown


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args()
    if not arguments.record and not os.environ.get("GAINSAY_LONG"):
        print("skipped: GAINSAY_LONG is not set")
        return SKIPPED
    if not shutil.which("valgrind"):
        print("instructions.py: valgrind is not there; tools/setup long installs it", file=sys.stderr)
        return 1
    counts = {path: count(arguments.program, path) for path in REPEATS}
    if arguments.record:
        RECORD.write_text(json.dumps(counts, indent=1) + "\n", encoding="utf-8")
    grown = report(counts, json.loads(RECORD.read_text(encoding="utf-8")))
    for path in grown:
        print(f"{path} takes more than {MOST_GROWTH - 1:.0%} over what is on record", file=sys.stderr)
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
