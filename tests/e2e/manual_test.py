"""Completion in shells and manual pages: that they have all that --help has, and that they are well formed."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from gainsay_server import GAINSAY, GAINSAYD

SHARE = pathlib.Path(GAINSAY).resolve().parents[1] / "share"
PATIENCE_SECONDS = 60


def told(*command, **more):
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, encoding="utf-8",
                         timeout=PATIENCE_SECONDS, check=False, **more)
    return run.stdout + run.stderr


def options_in(help_text):
    return set(re.findall(r"^  (?:-\w,)?(--[\w-]+)", help_text, re.MULTILINE))


def commands(*path):
    """Every command of the program, as its words, with what --help says of it."""
    text = told(GAINSAY, *path, "--help")
    yield path, text
    listed = re.search(r"^Commands:\n((?:  .*\n)+)", text, re.MULTILINE)
    for name in re.findall(r"^  (\w+)", listed.group(1), re.MULTILINE) if listed else []:
        yield from commands(*path, name)


COMMANDS = dict(commands())


class CompletionTest(unittest.TestCase):
    def completed(self, *words):
        """What bash offers for the last of these words."""
        words = ["gainsay", *words]
        quoted = " ".join(f"'{word}'" for word in words)
        script = (f"source <('{GAINSAY}' completion bash); complete -p gainsay >/dev/null || exit 1\n"
                  f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _gainsay\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"")
        return told("bash", "-c", script).split("\n")[:-1]

    def test_there_are_commands_below_commands(self):
        self.assertIn(("create", "topic"), COMMANDS)
        self.assertGreater(len(COMMANDS), 20)

    def test_bash_completes_commands_and_commands_below_them(self):
        self.assertEqual(self.completed("comp"), ["compare", "completion"])
        self.assertEqual(self.completed("create", ""), ["entity", "source", "topic", "question"])
        self.assertEqual(self.completed("--server", "create", "rec"), ["record"])

    def test_bash_completes_every_option_that_help_shows(self):
        for path, text in COMMANDS.items():
            with self.subTest(path):
                self.assertEqual({option for option in self.completed(*path, "--")}, options_in(text))

    def test_bash_completes_the_values_of_options_and_arguments(self):
        self.assertEqual(self.completed("compare", "t", "--fail-on", "c"), ["conflicting"])
        self.assertEqual(self.completed("compare", "--output", "="), ["table", "json", "jsonl", "markdown"])
        self.assertEqual(self.completed("compare", "--output", "=", "m"), ["markdown"])
        self.assertEqual(self.completed("list", "top"), ["topics"])
        self.assertEqual(self.completed("create", "question", "q", "--type", "TE"), ["TEXT"])
        self.assertEqual(self.completed("compare", "--min-sides", ""), [""])

    def test_bash_completes_files(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "claims.jsonl").touch()
            self.assertEqual(self.completed("import", f"{folder}/cl"), [f"{folder}/claims.jsonl"])

    def test_the_scripts_of_other_shells_are_well_formed(self):
        for shell in ("bash", "zsh", "fish"):
            with self.subTest(shell):
                if shutil.which(shell) is None:
                    self.skipTest(f"{shell} is not installed")
                script = told(GAINSAY, "completion", shell)
                self.assertIn("--" if shell != "fish" else "-l ", script)
                self.assertEqual(told(shell, "-n", "/dev/stdin", input=script), "")

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish_completes(self):
        def completed(line):
            script = f"source ('{GAINSAY}' completion fish | psub); complete -C '{line}'"
            return [offer.split("\t")[0] for offer in told("fish", "--no-config", "-c", script).splitlines()]

        self.assertEqual(completed("gainsay create "), ["entity", "question", "source", "topic"])
        self.assertEqual(completed("gainsay compare t --fail-on c"), ["conflicting"])
        self.assertEqual(set(completed("gainsay record claim --")), options_in(COMMANDS["record", "claim"]))


class ManualTest(unittest.TestCase):
    def page(self, *path, section=1):
        text = (SHARE / "man" / f"man{section}" / f"{'-'.join(path)}.{section}").read_text(encoding="utf-8")
        return text.replace("\\-", "-")

    def test_there_is_a_page_for_each_command_and_no_other(self):
        pages = {page.name for page in (SHARE / "man" / "man1").iterdir()}
        self.assertEqual(pages, {"-".join(["gainsay", *path]) + ".1" for path in COMMANDS})

    def test_a_page_has_every_option_that_help_shows(self):
        for path, text in COMMANDS.items():
            with self.subTest(path):
                page = self.page("gainsay", *path)
                self.assertEqual(set(re.findall(r"\\fB(--[\w-]+)", page)), options_in(text))
                for name in re.findall(r"^  ([A-Z]+)  ", text, re.MULTILINE):
                    self.assertIn(f"\n\\fI{name}\\fR\n", page)

    def test_the_servers_page_has_every_flag_and_variable(self):
        text = told(GAINSAYD, "--help")
        page = self.page("gainsayd", section=8)
        self.assertEqual(set(re.findall(r"\\fB(--[\w-]+)", page)), options_in(text))
        self.assertTrue(options_in(text))
        for variable in re.findall(r"Env:(\w+)", text):
            self.assertIn(variable, page)

    def test_every_page_is_well_formed(self):
        if shutil.which("mandoc"):
            check = ["mandoc", "-Tlint", "-Wwarning"]
        elif shutil.which("groff"):
            check = ["groff", "-man", "-ww", "-z", "-K", "utf8"]
        else:
            self.skipTest("neither mandoc nor groff is installed")
        for page in (SHARE / "man").glob("man*/*"):
            with self.subTest(page.name):
                self.assertEqual(told(*check, page), "")


if __name__ == "__main__":
    unittest.main()
