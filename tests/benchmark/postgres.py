"""PostgreSQL as a baseline: a server of the run's own, and a database for each thing that is measured."""

import subprocess

from postgres_server import BIN, PostgresServer

# Of baseline_postgres where it does not try how many clients do best.
WARM_UP_SECONDS = 2


class Postgres:
    """Its figures, by how many clients do best, which is tried once. A context manager: the server ends with it."""

    def __init__(self, suite):
        self.suite = suite
        self.server = PostgresServer(suite.processes.folder)
        self.databases = {}
        self.clients = {}  # by mode

    def __enter__(self):
        self.server.__enter__()
        return self

    def __exit__(self, *reason):
        self.server.__exit__(*reason)

    def database(self, name):
        """How to connect to a database of that name, which is made if it is not there."""
        if name not in self.databases:
            connection = ["--host", str(self.server.folder), "--username", "postgres"]
            subprocess.run([BIN / "createdb", *connection, name], check=True)
            self.databases[name] = self.server.conninfo.replace("dbname=postgres", f"dbname={name}")
        return self.databases[name]

    def loaded_database(self, claims):
        """The same for one that holds so many claims."""
        name = f"claims_{claims}"
        if name not in self.databases:
            self.run("loading", "load-copy", self.database(name), claims)
        return self.databases[name]

    def run(self, figure, mode, database, claims, *arguments):
        command = ["baseline_postgres", mode, database, "--server-pid", self.server.pid, "--claims", claims]
        return self.suite.trouble.note(figure, self.suite.processes.run(*command, *arguments))

    def run_with_best_clients(self, figure, mode, claims):
        seconds = self.suite.scale.seconds
        arguments = ["--seconds", seconds]
        if mode in self.clients:
            arguments += ["--clients", self.clients[mode]]
            if mode == "commits":
                arguments += ["--commits", self.suite.commits_for(seconds + WARM_UP_SECONDS)]
        result = self.run(figure, mode, self.loaded_database(claims), claims, *arguments)
        self.clients[mode] = result["clients"]
        return result

    def answer(self, figure):
        """Questions answered a second, with rows and verdict; and over how many the verdict is the engine's."""
        result = self.run_with_best_clients(figure, "rows-verdict", self.suite.scale.claims)
        return result["per_second"], result["agreement"]

    def commit(self, figure):
        """Claims a second, each a transaction."""
        return self.run_with_best_clients(figure, "commits", self.suite.scale.import_claims)["per_second"]

    def load(self, figure, how):
        """Records a second into empty tables, by "copy" or "insert"."""
        claims = self.suite.scale.import_claims
        return self.run(figure, f"load-{how}", self.database("loading"), claims)["records_per_second"]

    def bytes_a_claim(self, figure, claims):
        """What tables and indexes take, as loaded or written anew, whichever is less."""
        sizes = self.run(figure, "size", self.loaded_database(claims), claims)
        return min(sizes[state]["bytes_per_claim"] for state in ("as_loaded", "after_vacuum_full"))
