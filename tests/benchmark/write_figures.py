"""Figures of writing: P3, P4."""

from measurements import Goal, Row
from suite import SYNCED


class Import:
    """P3: a stream of records into an empty store."""

    def __init__(self, suite, postgres):
        self.suite = suite
        self.postgres = postgres
        what = f"Import of {suite.scale.import_claims:,} claims, records"
        self.against_rocksdb = Row("P3", what, Goal(">=", 0.8), baseline_name="raw RocksDB", durability=SYNCED)
        self.against_copy = Row("P3", what, Goal(">=", 1.6), baseline_name="PostgreSQL COPY", durability=SYNCED)
        self.against_insert = Row(
            "P3", what, Goal(">=", 2.5), baseline_name="PostgreSQL multi-row INSERT", durability=SYNCED
        )

    def ours(self):
        server = self.suite.new_server("import")
        arguments = ["--claims", self.suite.scale.import_claims, "--prepare"]
        command = self.suite.load_command("import", server, *arguments, timed=False)
        result = self.suite.trouble.note("P3", self.suite.processes.run(*command))
        self.suite.end(server)
        return result["per_second"]

    def rocksdb(self):
        folder = self.suite.processes.new_folder("rocksdb")
        arguments = ["batches", folder / "data", "--claims", self.suite.scale.import_claims]
        result = self.suite.trouble.note("P3", self.suite.processes.run("baseline_rocksdb", *arguments))
        self.suite.processes.remove(folder)
        return result["records_per_second"]

    def round(self, order):
        runs = {
            "ours": self.ours,
            "rocksdb": self.rocksdb,
            "copy": lambda: self.postgres.load("P3", "copy"),
            "insert": lambda: self.postgres.load("P3", "insert"),
        }
        rate = {name: runs[name]() for name in order(runs)}
        self.against_rocksdb.add(rate["ours"], rate["rocksdb"])
        self.against_copy.add(rate["ours"], rate["copy"])
        self.against_insert.add(rate["ours"], rate["insert"])

    def rows(self):
        return [self.against_rocksdb, self.against_copy, self.against_insert]


class RecordClaims:
    """P4: one claim a call, each durable when it is answered."""

    def __init__(self, suite, postgres):
        self.suite = suite
        self.postgres = postgres
        self.server = suite.new_server("record")
        suite.load("P4", "import", self.server, "--claims", suite.scale.import_claims, timed=False)
        postgres.commit("P4")
        self.recorded = 0
        what = "RecordClaims, one a call, 64 in flight"
        self.against_rocksdb = Row(
            "P4", what, Goal(">=", 0.7), baseline_name="raw RocksDB group commit", durability=SYNCED
        )
        self.against_postgres = Row(
            "P4", what, Goal(">=", 2), baseline_name="PostgreSQL single commits", durability=SYNCED
        )

    def ours(self):
        arguments = ["--claims", self.suite.scale.import_claims, "--in-flight", self.suite.scale.in_flight]
        result = self.suite.load("P4", "record", self.server, *arguments, "--first-number", self.recorded)
        self.recorded += 1_000_000_000
        return result["per_second"]

    def rocksdb(self):
        folder = self.suite.processes.new_folder("rocksdb")
        arguments = ["--claims", self.suite.scale.import_claims, "--threads", self.suite.scale.in_flight]
        arguments += ["--seconds", self.suite.scale.seconds, "--commits", self.suite.commits_for(self.suite.scale.seconds)]
        command = ["baseline_rocksdb", "group-commit", folder / "data", *arguments]
        result = self.suite.trouble.note("P4", self.suite.processes.run(*command))
        self.suite.processes.remove(folder)
        return result["per_second"]

    def round(self, order):
        runs = {"ours": self.ours, "rocksdb": self.rocksdb, "postgres": lambda: self.postgres.commit("P4")}
        rate = {name: runs[name]() for name in order(runs)}
        self.against_rocksdb.add(rate["ours"], rate["rocksdb"])
        self.against_postgres.add(rate["ours"], rate["postgres"])

    def rows(self):
        return [self.against_rocksdb, self.against_postgres]
