"""Figures of reading: P1, P2, P5, P6, P7."""

from measurements import Goal, Row
from processes import ProgramFailed

SMALL_CLAIMS = 10_000
CACHE = "--cache=256"
NO_ANSWER_CACHE = "--no-answer-cache"


class CompareQuestion:
    """P1: comparing, each answer made anew."""

    def __init__(self, suite, postgres):
        self.suite = suite
        self.postgres = postgres
        self.server = suite.loaded_server(suite.scale.claims, CACHE, NO_ANSWER_CACHE)
        self.answer_bytes = suite.load("P1", "compare", self.server, *self.data())["answer_bytes"]
        what = "CompareQuestion, 30 claims, 64 in flight"
        self.against_noop = Row("P1", what, Goal(">=", 0.25), baseline_name="no-op")
        self.against_bare = Row("P1", what, None, baseline_name="no-op on bare gRPC")
        self.against_postgres = Row("P1", what, Goal(">=", 6), baseline_name="PostgreSQL rows + verdict")
        postgres.answer("P1")

    def data(self):
        return ["--claims", self.suite.scale.claims, "--in-flight", self.suite.scale.in_flight]

    def round(self, order):
        runs = {
            "ours": lambda: self.suite.load("P1", "compare", self.server, *self.data()),
            "no-op": lambda: self.suite.load("P1", "noop", self.suite.noop(self.answer_bytes)),
            "bare": lambda: self.suite.load("P1", "noop", self.suite.noop(self.answer_bytes, "async")),
        }
        rate = {name: runs[name]()["per_second"] for name in order(runs)}
        self.against_noop.add(rate["ours"], rate["no-op"])
        self.against_bare.add(rate["ours"], rate["bare"])
        answered, agreement = self.postgres.answer("P1")
        self.against_postgres.add(rate["ours"], answered)
        self.against_postgres.note = f"same verdict on {agreement['same']} of {agreement['questions']}"

    def rows(self):
        return [self.against_noop, self.against_bare, self.against_postgres]


class CompareAgain:
    """P2: the same questions again, nothing changed; and never a stale answer."""

    def __init__(self, suite):
        self.suite = suite
        self.server = suite.loaded_server(suite.scale.claims, CACHE)
        self.answer_bytes = suite.load("P2", "compare", self.server, *self.data())["answer_bytes"]
        self.again = Row("P2", "the same questions again", Goal(">=", 0.8), baseline_name="no-op")
        self.stale = Row("P2", "stale reads among those after a write", Goal("<=", 0, ""), unit="stale")
        self.searches = 0
        self.reads = 0

    def data(self):
        return ["--claims", self.suite.scale.claims, "--in-flight", self.suite.scale.in_flight, "--questions", 50]

    def round(self, order):
        runs = {
            "ours": lambda: self.suite.load("P2", "compare", self.server, *self.data()),
            "no-op": lambda: self.suite.load("P2", "noop", self.suite.noop(self.answer_bytes)),
        }
        rate = {name: runs[name]()["per_second"] for name in order(runs)}
        self.again.add(rate["ours"], rate["no-op"])
        self.searches += 1
        found = self.suite.load("P2", "stale", self.server, "--streams", 4, "--first-number", self.searches)
        self.reads += found["reads"]
        self.stale.add(found["stale"])
        self.stale.note = f"{self.reads:,} reads"

    def rows(self):
        return [self.again, self.stale]


class CheckClaims:
    """P5: checking a stream of candidates on warm questions."""

    STREAMS = 4

    def __init__(self, suite):
        self.suite = suite
        self.server = suite.loaded_server(suite.scale.claims, CACHE, NO_ANSWER_CACHE)
        self.answer_bytes = suite.load("P5", "check", self.server, *self.data())["answer_bytes"]
        what = f"CheckClaims, {self.STREAMS} streams, 1,000 warm questions"
        self.row = Row("P5", what, Goal(">=", 0.5), baseline_name="no-op streams")

    def data(self):
        return [*self.streams(), "--claims", self.suite.scale.claims, "--question-claims", 0, "--questions", 1000]

    def streams(self):
        return ["--streams", self.STREAMS, "--in-flight", self.suite.scale.in_flight]

    def round(self, order):
        runs = {
            "ours": lambda: self.suite.load("P5", "check", self.server, *self.data()),
            "no-op": lambda: self.suite.load(
                "P5", "noop-stream", self.suite.noop(self.answer_bytes), *self.streams(), "--payload", 300
            ),
        }
        rate = {name: runs[name]()["per_second"] for name in order(runs)}
        self.row.add(rate["ours"], rate["no-op"])

    def rows(self):
        return [self.row]


class Size:
    """P6: whether comparing costs more where much is on file."""

    def __init__(self, suite):
        self.suite = suite
        self.large = suite.scale.large_claims
        self.servers = {
            claims: suite.loaded_server(claims, CACHE, NO_ANSWER_CACHE) for claims in (SMALL_CLAIMS, self.large)
        }
        what = f"CompareQuestion at {self.large:,} claims, 8 in flight"
        baseline = f"at {SMALL_CLAIMS:,}"
        note = "" if self.large >= 10_000_000 else "the goal is for 10,000,000"
        self.p50 = Row("P6", what + ", p50", Goal("<=", 1.5), "µs", baseline, note=note)
        self.p99 = Row("P6", what + ", p99", Goal("<=", 3), "µs", baseline, note=note)
        for claims in self.servers:
            self.measure(claims)

    def measure(self, claims):
        # As many questions on either side, so that they are equally warm.
        arguments = ["--claims", claims, "--in-flight", 8, "--questions", 6]
        return self.suite.load("P6", "compare", self.servers[claims], *arguments)["latency_us"]

    def round(self, order):
        runs = {claims: lambda claims=claims: self.measure(claims) for claims in self.servers}
        latency = {claims: runs[claims]() for claims in order(runs)}
        self.p50.add(latency[self.large]["p50"], latency[SMALL_CLAIMS]["p50"])
        self.p99.add(latency[self.large]["p99"], latency[SMALL_CLAIMS]["p99"])

    def rows(self):
        return [self.p50, self.p99]


class UnderImport:
    """P7: comparing at a fixed rate while an import runs as fast as it can."""

    # Of what the idle server could do.
    LOAD = 0.2
    # So that a hundredth of the calls is more than a few.
    LEAST_SECONDS = 3

    def __init__(self, suite):
        self.suite = suite
        self.seconds = max(suite.scale.seconds, self.LEAST_SECONDS)
        self.on_file = suite.scale.claims
        self.server = suite.new_server("import", CACHE, NO_ANSWER_CACHE)
        suite.load("P7", "import", self.server, "--claims", self.on_file, timed=False)
        idle = suite.load("P7", "compare", self.server, *self.data(), "--in-flight", 8)
        self.rate = max(100, round(idle["per_second"] * self.LOAD))
        what = f"CompareQuestion under full import, {self.rate:,} a second"
        self.p99 = Row("P7", what + ", p99", Goal("<=", 2.5), "µs", "idle")
        self.stall = Row("P7", what + ", longest", Goal("<=", 50, "ms"), "ms")

    def data(self):
        return ["--claims", self.suite.scale.claims]

    def compare(self):
        arguments = ["--rate", self.rate, "--seconds", self.seconds, "--warmup", self.suite.scale.warmup]
        return self.suite.load("P7", "compare", self.server, *self.data(), *arguments, timed=False)["latency_us"]

    def compare_under_import(self):
        # More than can be imported in that time; what is imported now is on file the next time.
        begun_with = self.on_file
        most = round(200_000 * (self.seconds + self.suite.scale.warmup))
        self.on_file += most
        command = self.suite.load_command(
            "import", self.server, "--claims", self.on_file, "--on-file", begun_with, timed=False
        )
        importing = self.suite.processes.start(*command)
        latency = self.compare()
        if importing.poll() is not None:
            raise ProgramFailed("the import ended before the comparisons did")
        self.suite.processes.end(importing)
        self.suite.settle(self.server)
        return latency

    def round(self, order):
        runs = {"idle": self.compare, "import": self.compare_under_import}
        latency = {name: runs[name]() for name in order(runs)}
        self.p99.add(latency["import"]["p99"], latency["idle"]["p99"])
        self.stall.add(latency["import"]["max"] / 1000)

    def rows(self):
        return [self.p99, self.stall]
