"""The programs of one run: started here, stopped here by their process ids, their files gone at the end."""

import json
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

import machine

BANNER = re.compile(r"listening on (\S+)")
PATIENCE_SECONDS = 60


class ProgramFailed(Exception):
    """A program that did not do what it was started for."""


class Server:
    """A program that serves at an address, which it has printed."""

    def __init__(self, process, address, started_in):
        self.process = process
        self.address = address
        self.started_in = started_in  # seconds until it served

    @property
    def pid(self):
        return self.process.pid

    def arguments(self):
        return ["--server", self.address, "--server-pid", str(self.pid)]

    def resident_bytes(self):
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) * 1024


def interrupt(_signal, _frame):
    raise KeyboardInterrupt


class Processes:
    """What a run has started. A context manager: everything ends with it."""

    ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def __init__(self, programs):
        self.programs = pathlib.Path(programs)
        self.running = []

    def __enter__(self):
        # However it is ended, what it has started must go.
        for ending in self.ENDINGS:
            signal.signal(ending, interrupt)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="gainsay-bench-"))
        self.folder.chmod(0o755)  # PostgreSQL is another user
        return self

    def __exit__(self, *_):
        for ending in self.ENDINGS:
            signal.signal(ending, signal.SIG_IGN)
        for process in list(self.running):
            self.end(process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_folder(self, name):
        return pathlib.Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.folder))

    def remove(self, folder):
        shutil.rmtree(folder)

    def start(self, program, *arguments):
        """Starts a program in the background."""
        process = subprocess.Popen(
            [self.programs / program, *map(str, arguments)], stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        self.running.append(process)
        return process

    def serve(self, program, *arguments):
        """Starts a server, and waits until it says where it serves."""
        began = time.monotonic()
        process = self.start(program, *arguments)
        for line in process.stdout:
            found = BANNER.search(line)
            if found:
                return Server(process, found.group(1), time.monotonic() - began)
        raise ProgramFailed(f"{program} ended with status {process.wait()}")

    def end(self, process):
        """Ends a process, the hard way if it does not go."""
        self.running.remove(process)
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def result_of(self, process):
        """Waits for a process, and returns the JSON object that it printed, with its exit status. What it counts as
        wrong is in there."""
        printed = process.stdout.read()
        status = process.wait()
        self.running.remove(process)
        try:
            return {**json.loads(printed), "exit_status": status}
        except json.JSONDecodeError:
            raise ProgramFailed(f"{process.args[0].name} ended with status {status} and no result") from None

    def do(self, program, *arguments):
        """Runs a program for what it does."""
        process = self.start(program, *arguments)
        said = process.stdout.read()
        self.running.remove(process)
        if process.wait() != 0:
            raise ProgramFailed(f"{program} ended with status {process.returncode}: {said}")

    def run(self, program, *arguments):
        """Runs a program, and returns the JSON object that it printed; with how many processors others kept busy
        meanwhile, unless it says so itself."""
        began, busy, own = time.monotonic(), machine.busy_seconds(), machine.own_seconds()
        result = self.result_of(self.start(program, *arguments))
        cpu = result.setdefault("cpu_seconds", {})
        if "others" not in cpu:
            others = machine.busy_seconds() - busy - (machine.own_seconds() - own) - cpu.get("server", 0)
            result["others_processors"] = others / (time.monotonic() - began)
        return result
