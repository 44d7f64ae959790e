"""Measures the service against what could stand in its place, and prints one table of ratios.

Usage: run.py --programs DIR [--quick] [--only P1,P4] [--rounds N] [--claims N] [--json FILE]
tools/bench builds the programs and runs it. Every baseline is measured in the same rounds, right before or after.
Exit status: 0 measured without an error, 1 some call failed or some answer was wrong; goals missed are not errors.
"""

import argparse
import contextlib
import dataclasses
import sys
import time

import machine
import report
from footprint import Footprint
from engine_figure import Engine
from postgres import Postgres
from processes import Processes, ProgramFailed
from read_figures import CheckClaims, CompareAgain, CompareQuestion, Size, UnderImport
from suite import FULL, QUICK, Suite
from write_figures import Import, RecordClaims

MAKERS = {
    "P1": lambda suite, postgres: CompareQuestion(suite, postgres),
    "P2": lambda suite, _: CompareAgain(suite),
    "P3": lambda suite, postgres: Import(suite, postgres),
    "P4": lambda suite, postgres: RecordClaims(suite, postgres),
    "P5": lambda suite, _: CheckClaims(suite),
    "P6": lambda suite, _: Size(suite),
    "P7": lambda suite, _: UnderImport(suite),
    "P8": lambda suite, postgres: Footprint(suite, postgres),
    "P9": lambda suite, _: Engine(suite),
}
POSTGRES_FIGURES = {"P1", "P3", "P4", "P8"}


def parse_arguments():
    parser = argparse.ArgumentParser(prog="tools/bench", description="Measures the service against baselines.")
    parser.add_argument("--programs", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="less data and time: some four minutes")
    parser.add_argument("--only", default=",".join(MAKERS), help="figures to measure: P1,P4")
    parser.add_argument("--rounds", type=int, help="rounds; 5, or 3 if quick")
    parser.add_argument("--claims", type=int, help="claims on file where size matters (P6, P8)")
    parser.add_argument("--json", help="file to write everything to")
    arguments = parser.parse_args()
    arguments.only = arguments.only.split(",")
    unknown = set(arguments.only) - set(MAKERS)
    if unknown:
        parser.error(f"there is no figure {', '.join(sorted(unknown))}")
    return arguments


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def order_of(round_number):
    """Every other round the other way round, so that what drifts favours neither side."""
    return lambda runs: list(runs) if round_number % 2 == 0 else list(reversed(runs))


def measure(arguments, suite, postgres, rounds):
    figures = []
    for name in arguments.only:
        say(f"preparing {name}")
        figures.append((name, MAKERS[name](suite, postgres)))
    for number in range(rounds):
        for name, figure in figures:
            say(f"round {number + 1} of {rounds}: {name}")
            figure.round(order_of(number))
    return [row for _, figure in figures for row in figure.rows()]


def main():
    arguments = parse_arguments()
    began = time.monotonic()
    scale = QUICK if arguments.quick else FULL
    if arguments.claims:
        scale = dataclasses.replace(scale, large_claims=arguments.claims)
    rounds = arguments.rounds or (3 if arguments.quick else 5)
    with contextlib.ExitStack() as stack:
        processes = stack.enter_context(Processes(arguments.programs))
        described = machine.describe(processes.folder)
        suite = Suite(processes, scale)
        postgres = None
        if POSTGRES_FIGURES & set(arguments.only):
            postgres = stack.enter_context(Postgres(suite))
        rows = measure(arguments, suite, postgres, rounds)
    print(", ".join(f"{name} {value}" for name, value in described.items()))
    print(f"{rounds} rounds, {time.monotonic() - began:.0f} s\n")
    report.print_table(rows, suite.trouble)
    if arguments.json:
        options = {"quick": arguments.quick, "rounds": rounds, **dataclasses.asdict(scale)}
        report.write_json(arguments.json, report.as_json(rows, suite.trouble, described, options))
    return 1 if any(suite.trouble.errors.values()) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
    except ProgramFailed as failure:
        sys.exit(f"bench: {failure}")
