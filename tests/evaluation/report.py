"""What an evaluation prints: a table, line by line, and the expectations that did not hold."""


class Report:
    """Prints as it goes, so that a run that fails shows how far it came."""

    def __init__(self, name):
        self._failed = []
        print(f"== {name}")

    def line(self, label, value):
        print(f"{label:<58} {value}", flush=True)

    def note(self, text):
        print(f"  {text}", flush=True)

    def table(self, header, rows):
        """Prints rows of cells under a header; the first column is words, the others are counts."""
        rows = [[str(cell) for cell in row] for row in [header, *rows]]
        widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
        for row in rows:
            first, *others = (cell.ljust(width) if column == 0 else cell.rjust(width)
                              for column, (cell, width) in enumerate(zip(row, widths)))
            print("  " + "  ".join([first, *others]), flush=True)

    def expect(self, label, held, total):
        """An expectation about each of a number of things, all of which must hold it."""
        self.line(label, f"{held:,} of {total:,}")
        if held != total or total == 0:
            self._failed.append(f"{label}: {held:,} of {total:,}")

    def finish(self):
        """Says which expectations did not hold, and returns whether all did."""
        for failure in self._failed:
            print(f"FAILED: {failure}")
        return not self._failed
