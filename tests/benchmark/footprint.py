"""P8: what the service takes: disk, memory, and time to start."""

import time

from measurements import Goal, Row
from read_figures import CACHE, NO_ANSWER_CACHE

MIB = 1024 * 1024
MEMORY_GOAL_MIB = 64


def bytes_in(folder, names="*"):
    return sum(path.stat().st_blocks * 512 for path in folder.rglob(names) if path.is_file())


class Footprint:
    def __init__(self, suite, postgres):
        self.suite = suite
        self.claims = suite.scale.large_claims
        self.server = suite.loaded_server(self.claims, CACHE, NO_ANSWER_CACHE)
        self.theirs = postgres.bytes_a_claim("P8", self.claims)
        note = "" if self.claims >= 10_000_000 else "the goal is for 10,000,000"
        self.disk = Row("P8", "disk a claim", Goal("<=", 0.5), "bytes", "PostgreSQL")
        self.words = Row("P8", "words for search, which PostgreSQL has not, a claim", None, "bytes")
        self.started_in = Row("P8", f"start with {self.claims:,} claims", Goal("<=", 2, "s"), "s", note=note)
        self.memory = Row("P8", "memory once started", Goal("<=", MEMORY_GOAL_MIB, "MiB"), "MiB", note=note)

    def round(self, _):
        self.suite.restart(self.server)
        self.started_in.add(self.server.started_in)
        time.sleep(1)  # what it does once started, it has done
        self.memory.add(self.server.resident_bytes() / MIB)
        claims = self.server.imported["claims"]
        words = bytes_in(self.server.folder, "search.sqlite*")
        self.disk.add((bytes_in(self.server.folder) - words) / claims, self.theirs)
        self.words.add(words / claims)

    def rows(self):
        return [self.disk, self.words, self.started_in, self.memory]
