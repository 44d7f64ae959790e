"""What the figures share: how large and how long, the servers on file, and where trouble is noted."""

import dataclasses

from measurements import Trouble
from processes import Processes

SYNCED = "synced to disk before each acknowledgement (RocksDB WAL, fdatasync)"

# What leaves a server with words to index, which takes a processor for a while.
WRITING = {"import", "record", "stale"}

# Of the index, with all claims to read.
PATIENCE_SECONDS = 3600

# They are made before the time is taken, which costs more than committing them.
MOST_COMMITS_A_SECOND = 25_000


@dataclasses.dataclass
class Scale:
    """How much data, and how long a measurement."""

    claims: int  # on the servers that most figures read
    large_claims: int  # where the question is whether size matters
    import_claims: int
    seconds: float
    warmup: float
    in_flight: int = 64


FULL = Scale(claims=100_000, large_claims=10_000_000, import_claims=50_000, seconds=5, warmup=1)
QUICK = Scale(claims=20_000, large_claims=100_000, import_claims=10_000, seconds=1, warmup=0.3)


class Suite:
    def __init__(self, processes: Processes, scale: Scale):
        self.processes = processes
        self.scale = scale
        self.trouble = Trouble()
        self.loaded = {}

    def commits_for(self, seconds):
        """More single commits than any store makes in that time."""
        return round(MOST_COMMITS_A_SECOND * seconds)

    def new_server(self, name, *arguments):
        """A server over an empty store."""
        folder = self.processes.new_folder(name)
        server = self.server_over(folder, *arguments)
        server.folder = folder
        server.flags = arguments
        return server

    def server_over(self, folder, *arguments):
        return self.processes.serve("gainsayd", "--data-dir", folder / "data", "--listen", "127.0.0.1:0", *arguments)

    def loaded_server(self, claims, *arguments):
        """A server with so many claims on file and such arguments; the same one each time."""
        key = (claims, *arguments)
        if key not in self.loaded:
            server = self.new_server(f"loaded-{claims}", *arguments)
            server.imported = self.load("loading", "import", server, "--claims", claims, timed=False)
            self.loaded[key] = server
        return self.loaded[key]

    def restart(self, server):
        """Ends a server, and starts it again over what it has on file."""
        self.processes.end(server.process)
        again = self.server_over(server.folder, *server.flags)
        server.process, server.address, server.started_in = again.process, again.address, again.started_in

    def end(self, server):
        self.processes.end(server.process)
        self.processes.remove(server.folder)

    def load(self, figure, kind, server, *arguments, timed=True):
        """Runs the load generator, and returns what it saw. A server that was written to has settled afterwards."""
        command = self.load_command(kind, server, *arguments, timed=timed)
        result = self.trouble.note(figure, self.processes.run(*command))
        if kind in WRITING:
            self.settle(server)
        return result

    def settle(self, server):
        """Waits until a server has indexed all that it was told, so that it takes nothing from what is measured next."""
        self.processes.do("gainsay", "--server", server.address, "--timeout", PATIENCE_SECONDS, "search", "settled")

    def load_command(self, kind, server, *arguments, timed=True):
        time = ["--seconds", self.scale.seconds, "--warmup", self.scale.warmup] if timed else []
        return ["load_generator", kind, *server.arguments(), *time, *arguments]

    def noop(self, answer_bytes, style="twin"):
        """The no-op, answering so many bytes; the same one each time."""
        key = ("no-op", answer_bytes, style)
        if key not in self.loaded:
            self.loaded[key] = self.processes.serve("noop_server", "--style", style, "--response-bytes", answer_bytes)
        return self.loaded[key]
