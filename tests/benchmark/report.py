"""The table and the JSON that a run ends with."""

import json
import statistics

HEADINGS = ["", "what", "ours", "baseline", "ratio, median [least..most]", "goal", "met", "others", "errors"]


def number(value):
    """A number with three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def compared(row):
    figures = row.compared()
    if not figures:
        return "not measured"
    unit = "x" if row.baseline_name else f" {row.unit}"
    return f"{number(row.median())}{unit} [{number(min(figures))}..{number(max(figures))}]"


def cells(row, trouble):
    ours = f"{number(statistics.median(row.ours))} {row.unit}" if row.ours else ""
    baseline = f"{number(statistics.median(row.baseline))} {row.baseline_name}" if row.baseline else row.baseline_name
    others = trouble.others_of(row.figure)
    return [
        row.figure,
        row.what + (f" ({row.note})" if row.note else ""),
        ours,
        baseline,
        compared(row),
        str(row.goal) if row.goal else "",
        {True: "yes", False: "NO", None: ""}[row.met()],
        "" if others is None else f"{others:.2f}",
        str(trouble.errors_of(row.figure)),
    ]


def print_table(rows, trouble):
    table = [HEADINGS] + [cells(row, trouble) for row in rows]
    widths = [max(len(line[column]) for line in table) for column in range(len(HEADINGS))]
    for line in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
    durable = dict.fromkeys(f"{row.figure}, {row.what}: {row.durability}" for row in rows if row.durability)
    if durable:
        print("\nDurability\n  " + "\n  ".join(durable))
    print("\nothers: processors kept busy by anything but the two sides of a measurement, the median.")


def as_json(rows, trouble, machine, options):
    return {
        "machine": machine,
        "options": options,
        "rows": [
            {
                "figure": row.figure,
                "what": row.what,
                "unit": row.unit,
                "ours": row.ours,
                "baseline_name": row.baseline_name,
                "baseline": row.baseline,
                "compared": row.compared(),
                "goal": str(row.goal) if row.goal else None,
                "met": row.met(),
                "durability": row.durability,
                "note": row.note,
                "others_processors": trouble.others_of(row.figure),
                "errors": trouble.errors_of(row.figure),
            }
            for row in rows
        ],
    }


def write_json(path, document):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1)
        file.write("\n")
