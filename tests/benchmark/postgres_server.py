"""A PostgreSQL server of one's own in a temporary folder, on a Unix socket alone, tuned as one would.

Usage: postgres_server.py [--parent FOLDER]     prints its connection string and pid; serves until interrupted
"""

import argparse
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path("/usr/lib/postgresql/15/bin")
# Who serves if root asks: PostgreSQL refuses to be root.
USER = "postgres"
START_SECONDS = 60
MEBIBYTE = 1 << 20


def settings():
    """What differs from the defaults, by name. Every commit is synced before it is acknowledged."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEBIBYTE
    return {
        "listen_addresses": "",
        "max_connections": 200,
        "shared_buffers": f"{memory // 4}MB",
        "effective_cache_size": f"{memory * 6 // 10}MB",
        "work_mem": "64MB",
        "maintenance_work_mem": "512MB",
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "wal_level": "minimal",  # nothing is replicated
        "max_wal_senders": 0,
        "wal_compression": "lz4",
        "wal_buffers": "64MB",
        "max_wal_size": "8GB",
        "min_wal_size": "1GB",
        "checkpoint_timeout": "15min",
        "checkpoint_completion_target": 0.9,
        "random_page_cost": 1.1,
        "effective_io_concurrency": 200,
        "jit": "off",  # compiling takes longer than such queries
        "huge_pages": "try",
    }


class PostgresServer:
    """Runs from `with` to its end, and leaves nothing behind. `conninfo` is for libpq, `pid` the postmaster's."""

    def __init__(self, parent=None):
        self.parent = parent
        self.folder = None
        self.process = None

    @property
    def conninfo(self):
        return f"host={self.folder} user={USER} dbname=postgres"

    @property
    def pid(self):
        return self.process.pid

    @property
    def data(self):
        return self.folder / "data"

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="postgres-", dir=self.parent))
        try:
            self._make()
            self._start()
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(self, *_):
        self._remove()

    def _as_user(self):
        return {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}

    def _make(self):
        if os.geteuid() == 0:
            shutil.chown(self.folder, USER, USER)
        command = [BIN / "initdb", "--pgdata", self.data, "--username", USER, "--auth", "trust"]
        command += ["--encoding", "UTF8", "--locale", "C", "--no-sync"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **self._as_user())
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as file:
            for name, value in settings().items():
                file.write(f"{name} = '{value}'\n")
            file.write(f"unix_socket_directories = '{self.folder}'\n")

    def _start(self):
        log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(
            [BIN / "postgres", "-D", self.data], stdout=log, stderr=log, cwd=self.folder, **self._as_user()
        )
        log.close()
        deadline = time.monotonic() + START_SECONDS
        ready = [BIN / "pg_isready", "--quiet", "--host", self.folder]
        while subprocess.run(ready, check=False).returncode != 0:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.folder / "log").read_text(encoding="utf-8"))
            time.sleep(0.1)

    def _remove(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # "fast": ends its connections
            self.process.wait()
        shutil.rmtree(self.folder)


def main():
    parser = argparse.ArgumentParser(description="Serves until interrupted.")
    parser.add_argument("--parent", help="where to make its folder")
    arguments = parser.parse_args()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit())
    with PostgresServer(arguments.parent) as server:
        print(f"{server.conninfo}\n{server.pid}", flush=True)
        server.process.wait()


if __name__ == "__main__":
    main()
