"""Runs the real programs for the end-to-end tests.

GAINSAYD and GAINSAY name the programs; ctest sets both.
"""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = REPOSITORY / "client" / "examples"
GAINSAYD = os.environ.get("GAINSAYD", "")
GAINSAY = os.environ.get("GAINSAY", "")
PATIENCE_SECONDS = 60


class Server:
    """A gainsayd on a free port, unless one is given, with any further flags."""

    def __init__(self, data_dir, address="127.0.0.1:0", flags=()):
        self._process = subprocess.Popen(
            [GAINSAYD, "--data-dir", str(data_dir), "--listen", address, *flags],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.address = None
        said = []
        for line in self._process.stdout:
            said.append(line)
            listening = re.match(r"listening on (\S+)", line)
            if listening:
                self.address = listening.group(1)
                break
        if self.address is None:
            self._process.wait(PATIENCE_SECONDS)
            self._process.stdout.close()
            raise AssertionError("gainsayd did not start: " + "".join(said))

    def stop(self, how=signal.SIGTERM):
        """Ends it and returns its exit status."""
        if self._process.poll() is None:
            self._process.send_signal(how)
        self._process.communicate(timeout=PATIENCE_SECONDS)
        return self._process.returncode


class EndToEndTest(unittest.TestCase):
    """A test with a server of its own, and an empty folder."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="gainsay-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.server = None
        self.addCleanup(lambda: self.server.stop() if self.server else None)
        self.start()

    def start(self, *address):
        self.server = Server(self.folder / "data", *address)

    def gainsay(self, *arguments, stdin="", environment=None):
        """Runs the command line; returns what it wrote and how it ended."""
        surroundings = {"PATH": os.environ.get("PATH", ""), "GAINSAY_SERVER": self.server.address}
        return subprocess.run(
            [GAINSAY, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE_SECONDS,
            env={**surroundings, **(environment or {})},
            check=False,
        )

    def done(self, *arguments, **more):
        """Runs the command line, which must succeed, and returns its answer."""
        run = self.gainsay(*arguments, **more)
        self.assertEqual(run.returncode, 0, f"gainsay {arguments}: {run.stderr}")
        return run.stdout

    def imported(self, records, *options):
        """Imports records (objects, in order), all of which must be good."""
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        return self.done("import", "-", *options, stdin=lines)

    def compared(self, name, *options):
        """Returns the JSON answer of a comparison."""
        return json.loads(self.done("compare", name, "--output", "json", *options))
