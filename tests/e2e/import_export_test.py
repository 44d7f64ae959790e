"""Records go in and come out: through the real server and the real command line."""

import json
import random
import signal
import unittest

import cases
from gainsay_server import EXAMPLES, EndToEndTest

BORDER_CLASH = EXAMPLES / "border-clash.jsonl"

FIVE_LINES = [
    '{"entity":{"name":"entities/a"}}',
    '{"topic":{"name":"topics/t","title":"T"}}',
    '{"question":{"name":"topics/t/questions/q","title":"Q?","valueType":"QUANTITY"}}',
    '{"claim":{"question":"topics/t/questions/q","party":"entities/a","value":{"quantity":{"amount":"5"}}}}',
    '{"claim":{"question":"topics/t/questions/q","party":"entities/a","value":{"quantity":{"amount":"6"}}}}',
]


def text_of(lines):
    return "".join(line + "\n" for line in lines)


class ImportTest(EndToEndTest):
    def records(self):
        return self.done("export").splitlines()

    def assert_line_four_is_refused(self, bad, *said):
        lines = FIVE_LINES[:3] + [bad] + FIVE_LINES[4:]
        run = self.gainsay("import", "-", stdin=text_of(lines))
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("line 4: ", run.stderr)
        for words in said:
            self.assertIn(words, run.stderr)
        self.assertEqual(run.stderr.count("line "), 1, run.stderr)
        self.assertEqual(len(self.records()), 4)
        self.assertNotIn('"amount":"5"', self.done("export"))

    def test_a_file_is_read_from_a_path_and_from_standard_input_alike(self):
        from_path = self.gainsay("import", BORDER_CLASH)
        self.assertEqual(from_path.returncode, 0, from_path.stderr)
        from_input = self.gainsay("--workspace", "other", "import", "-", stdin=BORDER_CLASH.read_text("utf-8"))
        self.assertEqual(from_input.returncode, 0, from_input.stderr)
        self.assertEqual(self.done("export"), self.done("--workspace", "other", "export"))

    def test_the_answer_goes_to_standard_output_only_when_asked_for(self):
        run = self.gainsay("import", "-", stdin=text_of(FIVE_LINES))
        self.assertEqual(run.stdout, "")
        self.assertIn("5 records written", run.stderr)
        counts = json.loads(self.done("import", "-", "--output", "json", stdin=text_of(FIVE_LINES)))
        self.assertEqual(counts["unchanged"], "5")

    def test_the_same_import_twice_changes_nothing(self):
        self.done("import", BORDER_CLASH)
        before = (self.done("export"), json.loads(self.done("status", "--output", "json"))["revision"])
        run = self.gainsay("import", BORDER_CLASH)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("0 records written", run.stderr)
        after = (self.done("export"), json.loads(self.done("status", "--output", "json"))["revision"])
        self.assertEqual(before, after)

    def test_an_export_imported_into_an_empty_workspace_is_exported_byte_for_byte(self):
        for example in sorted(EXAMPLES.glob("*.jsonl")):
            self.done("import", example)
        first = self.folder / "first.jsonl"
        self.done("export", "-o", first)
        self.done("--workspace", "copy", "import", first)
        self.assertEqual(self.done("--workspace", "copy", "export"), first.read_text("utf-8"))

    def test_an_export_of_one_topic_stands_on_its_own(self):
        for example in sorted(EXAMPLES.glob("*.jsonl")):
            self.done("import", example)
        alone = self.done("export", "--topic", "border-clash")
        self.done("--workspace", "alone", "import", "-", stdin=alone)
        self.assertEqual(self.done("--workspace", "alone", "export"), alone)

    def test_records_may_come_in_any_order(self):
        lines = BORDER_CLASH.read_text("utf-8").splitlines()
        self.done("import", BORDER_CLASH)
        expected = json.loads(self.done("compare", "border-clash"))["comparisons"]
        exported = self.done("export")
        for seed in range(3):
            random.Random(seed).shuffle(lines)
            workspace = f"shuffled-{seed}"
            self.done("--workspace", workspace, "import", "-", stdin=text_of(lines))
            self.assertEqual(self.done("--workspace", workspace, "export"), exported, f"seed {seed}")
            got = json.loads(self.done("--workspace", workspace, "compare", "border-clash"))["comparisons"]
            for comparison in expected + got:
                comparison.get("since", {}).pop("knownAt", None)  # when it was imported
            self.assertEqual(got, expected, f"seed {seed}")

    def test_a_line_with_an_unknown_enum_value_is_refused_and_the_rest_is_kept(self):
        self.assert_line_four_is_refused(
            FIVE_LINES[3].replace('"party"', '"polarity":"YES","party"'), "claim.polarity", "AFFIRMS, DENIES"
        )

    def test_a_line_with_an_unknown_field_is_refused_and_the_rest_is_kept(self):
        self.assert_line_four_is_refused(FIVE_LINES[3].replace("amount", "amout"), "claim.value.quantity.amout")

    def test_a_line_that_is_no_json_is_refused_and_the_rest_is_kept(self):
        self.assert_line_four_is_refused(FIVE_LINES[3][:-2], "not JSON")

    def test_a_line_that_only_the_server_can_refuse_is_named_too(self):
        self.assert_line_four_is_refused(FIVE_LINES[3].replace('"5"', '"five"'), "claim.value.quantity.amount")

    def test_a_line_that_refers_to_nothing_is_refused_unless_missing_names_are_made(self):
        bad = FIVE_LINES[3].replace("entities/a", "entities/nobody")
        self.assert_line_four_is_refused(bad, "claim.party", "entities/nobody")
        lines = FIVE_LINES[:3] + [bad]
        self.done("import", "-", "--create-missing", stdin=text_of(lines))
        self.assertIn("entities/nobody", self.done("list", "entities"))

    def test_errors_come_in_the_order_of_lines(self):
        bad = [FIVE_LINES[0], "{", FIVE_LINES[3], "[]", '{"entity":{"name":"entities/-"}}', "{}"]
        run = self.gainsay("import", "-", stdin=text_of(bad))
        self.assertEqual(run.returncode, 1)
        numbers = [line.split(":")[0] for line in run.stderr.splitlines() if line.startswith("line ")]
        self.assertEqual(numbers, ["line 2", "line 3", "line 4", "line 5", "line 6"])

    def test_blank_lines_a_byte_order_mark_and_windows_line_ends_do_no_harm(self):
        text = "\ufeff" + FIVE_LINES[0] + "\r\n\r\n  \n" + FIVE_LINES[1] + "\r\n" + FIVE_LINES[2]
        self.done("import", "-", stdin=text)
        self.assertEqual(len(self.records()), 3)

    def test_a_dry_run_checks_everything_and_writes_nothing(self):
        run = self.gainsay("import", "-", "--dry-run", stdin=text_of(FIVE_LINES))
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("5 records to be written", run.stderr)
        self.assertEqual(self.done("export"), "")
        run = self.gainsay("import", "-", "--dry-run", stdin=text_of(FIVE_LINES[3:]))
        self.assertEqual(run.returncode, 1)
        self.assertIn("line 1: claim", run.stderr)

    def test_what_was_answered_survives_a_killed_server(self):
        self.done("import", BORDER_CLASH)
        before = self.done("export")
        self.server.stop(signal.SIGKILL)
        self.start()
        self.assertEqual(self.done("export"), before)

    def test_a_server_asked_to_end_ends_well(self):
        self.imported(cases.case("BOOLEAN", [cases.claim("a", {"boolean": True})]))
        self.assertEqual(self.server.stop(), 0)


if __name__ == "__main__":
    unittest.main()
