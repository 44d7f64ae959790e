"""What was measured: rows of a table, each of as many samples as there were rounds."""

import dataclasses
import statistics


@dataclasses.dataclass
class Goal:
    """What a figure must come to: at least, or at most, so much."""

    relation: str  # ">=" or "<="
    value: float
    unit: str = "x"

    def met(self, figure):
        return figure >= self.value if self.relation == ">=" else figure <= self.value

    def __str__(self):
        relation = {">=": "≥", "<=": "≤"}[self.relation]
        return f"{relation} {self.value:g}{'' if self.unit == 'x' else ' '}{self.unit}"


@dataclasses.dataclass
class Row:
    """One comparison: ours against a baseline, or ours alone against a number."""

    figure: str
    what: str
    goal: Goal | None
    unit: str = "/s"
    baseline_name: str = ""
    durability: str = ""
    note: str = ""
    ours: list = dataclasses.field(default_factory=list)
    baseline: list = dataclasses.field(default_factory=list)

    def add(self, ours, baseline=None):
        """Takes one round's samples; they were taken one right after the other."""
        self.ours.append(ours)
        if baseline is not None:
            self.baseline.append(baseline)

    def compared(self):
        """The figures that the goal is about, a round each."""
        if not self.baseline_name:
            return self.ours
        return [ours / baseline for ours, baseline in zip(self.ours, self.baseline) if baseline]

    def median(self):
        return statistics.median(self.compared())

    def met(self):
        """Whether the goal is met; None where there is none, or nothing was measured."""
        if self.goal is None or not self.compared():
            return None
        return self.goal.met(self.median())


class Trouble:
    """What went wrong, and how busy the machine was with other things, by figure."""

    def __init__(self):
        self.errors = {}
        self.others = {}

    def note(self, figure, result):
        """Takes what a program counted, and returns its result."""
        errors = sum(result.get("errors", {}).values()) if isinstance(result.get("errors"), dict) else 0
        errors += result.get("wrong", 0) + result.get("refused", 0) + result.get("stale", 0)
        errors += 1 if result.get("error") else 0
        if errors == 0 and result.get("exit_status"):
            errors = 1  # it has counted none, and yet is not content: nothing was answered, for one
        self.errors[figure] = self.errors.get(figure, 0) + errors
        others = result.get("others_processors")
        if others is None and result.get("seconds"):
            others = result.get("cpu_seconds", {}).get("others", 0) / result["seconds"]
        if others is not None:
            self.others.setdefault(figure, []).append(others)
        return result

    def errors_of(self, figure):
        return self.errors.get(figure, 0)

    def others_of(self, figure):
        """Processors that others kept busy, the median."""
        return statistics.median(self.others[figure]) if self.others.get(figure) else None
