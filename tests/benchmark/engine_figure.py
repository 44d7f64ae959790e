"""P9: the engine in process, on one thread, against SQLite that reads and judges the same question."""

from measurements import Goal, Row

BENCHMARK = "Compare/30"


class Engine:
    def __init__(self, suite):
        self.suite = suite
        self.row = Row("P9", "engine, 30 claims, one thread", Goal(">=", 3), baseline_name="SQLite rows + verdict")

    def ours(self):
        arguments = ["--benchmark_format=json", f"--benchmark_filter=^{BENCHMARK}$"]
        arguments.append(f"--benchmark_min_time={self.suite.scale.seconds}")
        found = self.suite.processes.run("engine_benchmark", *arguments)["benchmarks"]
        return found[0]["items_per_second"]

    def sqlite(self):
        folder = self.suite.processes.new_folder("sqlite")
        arguments = ["verdict", folder / "data", "--seconds", self.suite.scale.seconds]
        result = self.suite.trouble.note("P9", self.suite.processes.run("baseline_sqlite", *arguments))
        self.suite.processes.remove(folder)
        return result["per_second"]

    def round(self, order):
        runs = {}
        if self.suite.processes.has("engine_benchmark"):
            runs["ours"] = self.ours
        if self.suite.processes.has("baseline_sqlite"):
            runs["sqlite"] = self.sqlite
        rate = {name: runs[name]() for name in order(runs)}
        if "ours" in rate:
            self.row.add(rate["ours"], rate.get("sqlite"))

    def rows(self):
        return [self.row]
