"""Every command of docs/guide.md and docs/operations.md, in order and in one shell, as its reader runs them.

A block marked sh is run and must succeed. In a block marked console, lines after "$ " are commands and those
after them what they print; "…" stands for anything. A command that fails is followed by `echo $?`.
"""

import fcntl
import os
import pathlib
import pty
import re
import signal
import socket
import struct
import subprocess
import tempfile
import termios
import threading
import unittest

from gainsay_server import GAINSAY, GAINSAYD, REPOSITORY

DOCS = REPOSITORY / "docs"
PATIENCE_SECONDS = 120
MARK = "end of command"
COLUMNS = 100


def commands_of(text):
    """Returns (command, what it prints, or None if that is not shown) for each command of a guide."""
    commands = []
    for kind, block in re.findall(r"^```(sh|console)\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        if kind == "sh":
            commands.append((block, None))
            continue
        command, shown, here = [], [], None
        for line in block.splitlines():
            in_command = not shown and command and (command[-1].endswith("\\") or here)
            if line.startswith("$ ") and not in_command:
                if command:
                    commands.append(("\n".join(command), "\n".join(shown)))
                command, shown = [line[2:]], []
                here = re.search(r"<<'(\w+)'", line)
            elif in_command:
                command.append(line)
                if here and line == here.group(1):
                    here = None
            else:
                shown.append(line)
        commands.append(("\n".join(command), "\n".join(shown)))
    return commands


def script_of(commands):
    return "".join(f'{command}\nstatus=$?; printf "\\n{MARK} $status\\n"; (exit $status)\n' for command, _ in commands)


def free_address():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{listener.getsockname()[1]}"


def told_on_a_terminal(script, folder):
    """Runs a script of bash with a terminal to print on; returns what each command printed and its status."""
    address = free_address()
    programs = os.pathsep.join(str(pathlib.Path(program).resolve().parent) for program in (GAINSAY, GAINSAYD))
    reads, writes = pty.openpty()
    fcntl.ioctl(writes, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    shell = subprocess.Popen(
        # Ended even where this test is: a page waits for its server as long as it takes.
        ["timeout", "--kill-after=1", str(2 * PATIENCE_SECONDS), "bash", "-c", script],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=writes, stderr=writes, start_new_session=True,
        env={"PATH": programs + os.pathsep + os.environ["PATH"], "GAINSAY_LISTEN": address, "GAINSAY_SERVER": address,
             "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "HOME": str(folder)})
    os.close(writes)
    watchdog = threading.Timer(PATIENCE_SECONDS, lambda: os.killpg(shell.pid, signal.SIGKILL))
    watchdog.start()
    told = b""
    try:
        while chunk := os.read(reads, 65536):
            told += chunk
    except OSError:
        pass  # the last writer is gone
    finally:
        watchdog.cancel()
        os.close(reads)
        if shell.wait() != 0:
            try:
                os.killpg(shell.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass  # all have ended
    parts = re.split(rf"\n{MARK} (\d+)\n", told.decode().replace("\r\n", "\n"))
    return [(parts[i], int(parts[i + 1])) for i in range(0, len(parts) - 1, 2)]


class GuideTest(unittest.TestCase):
    def test_every_command_does_what_the_guide_says(self):
        self.follow("guide.md", 20)

    def test_every_command_does_what_the_page_for_those_who_run_it_says(self):
        self.follow("operations.md", 10)

    def follow(self, page, least):
        commands = commands_of((DOCS / page).read_text(encoding="utf-8"))
        self.assertGreater(len(commands), least)
        with tempfile.TemporaryDirectory(prefix="gainsay-guide-") as folder:
            told = told_on_a_terminal(script_of(commands), folder)
        self.assertEqual(len(told), len(commands), told[-1:])
        for number, ((command, shown), (printed, status)) in enumerate(zip(commands, told)):
            with self.subTest(command):
                after = commands[number + 1][0] if number + 1 < len(commands) else ""
                if status != 0:
                    self.assertEqual(after, "echo $?", f"exit status {status}: {printed}")
                if shown is not None:
                    pattern = ".*".join(map(re.escape, shown.rstrip().split("…")))
                    if not re.fullmatch(pattern, printed.rstrip(), re.DOTALL):
                        self.assertEqual(printed.rstrip(), shown.rstrip())


if __name__ == "__main__":
    unittest.main()
