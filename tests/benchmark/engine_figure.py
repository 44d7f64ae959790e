"""P9: the engine in process, on one thread, against SQLite that reads and judges the same question."""

from measurements import Goal, Row

BENCHMARK = "Compare/30"


class Engine:
    def __init__(self, suite):
        self.suite = suite
        self.row = Row("P9", "engine, 30 claims, one thread", Goal(">=", 3), baseline_name="SQLite rows + verdict")
        self.file = suite.processes.new_folder("sqlite") / "data"
        suite.trouble.note("P9", suite.processes.run("baseline_sqlite", "load", self.file, *self.data()))

    def data(self):
        return ["--claims", self.suite.scale.claims]

    def ours(self):
        arguments = ["--benchmark_format=json", f"--benchmark_filter=^{BENCHMARK}$"]
        arguments.append(f"--benchmark_min_time={self.suite.scale.seconds}")
        found = self.suite.trouble.note("P9", self.suite.processes.run("engine_benchmark", *arguments))
        return found["benchmarks"][0]["items_per_second"]

    def sqlite(self):
        arguments = ["verdict", self.file, *self.data(), "--seconds", self.suite.scale.seconds]
        return self.suite.trouble.note("P9", self.suite.processes.run("baseline_sqlite", *arguments))["per_second"]

    def round(self, order):
        runs = {"ours": self.ours, "sqlite": self.sqlite}
        rate = {name: runs[name]() for name in order(runs)}
        self.row.add(rate["ours"], rate["sqlite"])

    def rows(self):
        return [self.row]
