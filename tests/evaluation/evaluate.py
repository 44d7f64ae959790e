"""Tries the service on real data, as a reader would use it, and prints what came of it as a table.

Usage: evaluate.py climate_fever|heritages|flight|search_quality

GAINSAYD and GAINSAY name the programs; ctest sets both. The data of search_quality is here; that of the others is
no part of the repository and lies in shared/data beside the repository's folder. Exit status: 0 all expectations
hold, 1 some does not, 77 the data is not there.
"""

import importlib
import os
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
DATA = TESTS.parent.parent / "shared" / "data"
FOLDERS = {
    "climate_fever": DATA / "text_climate_fever",
    "heritages": DATA / "td_heritages",
    "flight": DATA / "td_flight",
    "search_quality": HERE,
}
SKIPPED = 77


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in FOLDERS:
        sys.exit(f"Usage: evaluate.py {'|'.join(FOLDERS)}")
    if not os.environ.get("GAINSAYD") or not os.environ.get("GAINSAY"):
        sys.exit("evaluate.py: GAINSAYD and GAINSAY name no programs")
    name = sys.argv[1]
    data = FOLDERS[name]
    if not data.is_dir():
        print(f"{name}: skipped, as its data is absent (shared/data/{data.name} beside the repository)")
        sys.exit(SKIPPED)

    sys.path[:0] = [str(HERE), str(TESTS / "contract"), str(TESTS / "e2e")]
    from contract_test import generate_stubs

    with tempfile.TemporaryDirectory(prefix="gainsay-evaluation-") as folder:
        stubs = pathlib.Path(folder) / "stubs"
        stubs.mkdir()
        generate_stubs(stubs)
        sys.path.insert(0, str(stubs))
        from running import RunningService  # only now: it imports the stubs

        report = importlib.import_module("report").Report(name)
        with RunningService(pathlib.Path(folder)) as service:
            importlib.import_module(name).evaluate(service, data, report)
    sys.exit(0 if report.finish() else 1)


if __name__ == "__main__":
    main()
