"""The example programs, as a newcomer runs them, against the real server."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from gainsay_server import EXAMPLES, GAINSAYD, PATIENCE_SECONDS, REPOSITORY, EndToEndTest, Server

PROTOS = REPOSITORY / "proto"
NEWS = """\
changed: STATUS_NO_STATEMENTS -> STATUS_CONFIRMED
recorded: topics/fire/questions/injured/claims/…
status: STATUS_CONFLICTING
refused: INVALID_FIELD claims[0].value.quantity.amount
claims: 4
changed: STATUS_CONFIRMED -> STATUS_CONFLICTING
"""
NPM_PATIENCE_SECONDS = 240


class ProgramTest(EndToEndTest):
    def said(self, *command, folder=None, environment=None, patience=PATIENCE_SECONDS):
        """Runs a program, which must succeed; returns what it said, without the claims' ids."""
        run = subprocess.run([str(word) for word in command], cwd=folder, capture_output=True, text=True,
                             encoding="utf-8", timeout=patience, env={**os.environ, **(environment or {})}, check=False)
        self.assertEqual(run.returncode, 0, f"{command}: {run.stdout}{run.stderr}")
        return re.sub(r"claims/\w+", "claims/…", run.stdout)

    def test_the_c_plus_plus_program_records_once_and_is_told_what_is_wrong(self):
        self.done("import", EXAMPLES / "fire.jsonl")
        program = pathlib.Path(GAINSAYD).with_name("record_and_compare")
        for how in ("recorded", "on file already"):
            self.assertEqual(self.said(program, self.server.address),
                             f"{how}: topics/fire/questions/injured/claims/…\nCONFIRMED\n"
                             "refused: claims[0].value.quantity.amount: not a decimal number\n")

    def test_the_python_program_tells_the_news(self):
        self.done("import", EXAMPLES / "fire.jsonl")
        stubs = self.folder / "stubs"
        stubs.mkdir()
        plugin = shutil.which("grpc_python_plugin")
        self.said("protoc", f"-I{PROTOS}", f"-I{EXAMPLES}", f"--python_out={stubs}", f"--grpc_python_out={stubs}",
                  f"--plugin=protoc-gen-grpc_python={plugin}", *sorted(PROTOS.glob("gainsay/v1/*.proto")),
                  EXAMPLES / "error_details.proto")
        program = EXAMPLES / "python" / "newsroom.py"
        self.assertEqual(
            self.said("/usr/bin/python3", "-B", program, self.server.address, environment={"PYTHONPATH": str(stubs)}),
            NEWS)


@unittest.skipUnless(shutil.which("node") and shutil.which("npm"), "node or npm is not installed")
class TypeScriptTest(EndToEndTest):
    """The example in a copy that lies to the protos as the original does, built once."""

    said = ProgramTest.said

    @classmethod
    def setUpClass(cls):
        cls.root = pathlib.Path(tempfile.mkdtemp(prefix="gainsay-typescript-"))
        cls.addClassCleanup(shutil.rmtree, cls.root, ignore_errors=True)
        cls.example = cls.root / "client" / "examples" / "typescript"
        shutil.copytree(EXAMPLES / "typescript", cls.example, ignore=shutil.ignore_patterns("node_modules", "generated"))
        shutil.copy(EXAMPLES / "error_details.proto", cls.example.parent)
        (cls.root / "proto").symlink_to(PROTOS)
        install = ["npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        for command in (install, ["npm", "run", "build", "--silent"]):
            run = subprocess.run(command, cwd=cls.example, capture_output=True, text=True,
                                 timeout=NPM_PATIENCE_SECONDS, check=False)
            if run.returncode != 0:
                raise AssertionError(f"{command}: {run.stdout}{run.stderr}")

    def test_the_program_tells_the_news(self):
        self.done("import", EXAMPLES / "fire.jsonl")
        self.assertEqual(self.said("node", self.example / "generated" / "js" / "newsroom.js", self.server.address), NEWS)

    def test_what_an_error_carries_is_read(self):
        self.server.stop()
        self.server = Server(self.folder / "data", flags=["--max-streams", "1"])
        self.done("create", "topic", "fire")
        errors = json.loads(self.said("node", REPOSITORY / "tests" / "e2e" / "read_errors.cjs", self.example, PROTOS,
                                      self.server.address))
        reasons = {case: (error["code"], error["ErrorInfo"]["reason"]) for case, error in errors.items()}
        self.assertEqual(reasons, {
            "badField": ("INVALID_ARGUMENT", "INVALID_FIELD"), "missing": ("NOT_FOUND", "NOT_ON_FILE"),
            "taken": ("ALREADY_EXISTS", "NAME_TAKEN"), "raced": ("ABORTED", "CHANGED_MEANWHILE"),
            "crowded": ("RESOURCE_EXHAUSTED", "TOO_MANY_CALLS")})
        self.assertEqual(errors["badField"]["BadRequest"]["fieldViolations"][0]["field"], "topic.name")
        self.assertEqual(errors["missing"]["ResourceInfo"]["resourceName"], "topics/nowhere")
        self.assertEqual(errors["taken"]["ResourceInfo"]["resourceType"], "gainsay.v1.Topic")
        self.assertEqual(errors["raced"]["PreconditionFailure"]["violations"][0]["type"], "CHANGED_MEANWHILE")
        delay = errors["crowded"]["RetryInfo"]["retryDelay"]
        self.assertGreater(int(delay.get("seconds", 0)) + int(delay.get("nanos", 0)), 0)


class PagesTest(unittest.TestCase):
    def test_the_client_librarys_page_shows_the_c_plus_plus_program(self):
        page = (REPOSITORY / "client" / "cpp" / "README.md").read_text(encoding="utf-8")
        shown = re.search(r"```cpp\n(.*?)```", page, re.DOTALL).group(1)
        program = (EXAMPLES / "cpp" / "record_and_compare.cc").read_text(encoding="utf-8")
        self.assertEqual(shown.strip(), program[program.index("#include"):].strip())

    def test_the_first_example_of_the_readme_is_the_file(self):
        readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
        self.assertIn((EXAMPLES / "fire.jsonl").read_text(encoding="utf-8"), readme)


if __name__ == "__main__":
    unittest.main()
