"""Statements that are not on file are checked against what is, through the real programs."""

import json
import subprocess
import unittest

from cases import QUESTION, amount, case, claim
from gainsay_server import EXAMPLES, GAINSAY, EndToEndTest


def text_of(lines):
    return "".join(line + "\n" for line in lines)


def stated(value, **more):
    return json.dumps({"claim": {"question": QUESTION, "value": value, **more}})


class CheckTest(EndToEndTest):
    def setUp(self):
        super().setUp()
        self.imported(case("QUANTITY", [claim("a", amount("5"), text="Five died."), claim("b", amount("5")),
                                        claim("c", amount("4", "AT_LEAST"))], unit="persons"))

    def check(self, *lines, arguments=()):
        """Checks lines from standard input; returns the answers, and how it ended."""
        run = self.gainsay("check", *arguments, stdin=text_of(lines))
        return [json.loads(line) for line in run.stdout.splitlines()], run

    def test_each_candidate_is_one_line_in_order(self):
        answers, run = self.check(
            stated(amount("5")),
            stated(amount("4", "AT_LEAST")),
            stated(amount("9")),
            json.dumps({"text": "five DIED", "topic": "topics/t"}),
            json.dumps({"claim": {"question": "topics/t/questions/none", "value": {"boolean": True}}}),
        )
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(run.stderr, "")
        self.assertEqual(
            [(each["line"], each["label"]) for each in answers],
            [(1, "SUPPORTED"), (2, "SUPPORTED"), (3, "REFUTED"), (4, "SUPPORTED"), (5, "NOT_ENOUGH_EVIDENCE")],
        )
        self.assertEqual(answers[0]["question"], QUESTION)
        self.assertEqual(answers[0]["comparison"]["status"], "CONFIRMED")
        self.assertEqual(answers[4]["missing"], ["topics/t/questions/none is not on file."])
        self.assertNotIn("comparison", answers[4])

    def test_bad_lines_are_answered_in_their_place_and_the_rest_goes_on(self):
        answers, run = self.check(
            "{",
            stated(amount("5")),
            "",
            '{"clam":{}}',
            stated({"quantity": {"amount": "five"}}),
            stated({"boolean": True}),
            stated(amount("5")),
            "null",
        )
        self.assertEqual(run.returncode, 1)
        self.assertEqual([each["line"] for each in answers], [1, 2, 4, 5, 6, 7, 8])
        errors = {each["line"]: each["error"] for each in answers if "error" in each}
        self.assertEqual(list(errors), [1, 4, 5, 6, 8])
        self.assertEqual({each["code"] for each in errors.values()}, {"INVALID_ARGUMENT"})
        self.assertEqual(errors[4]["field"], "clam")
        self.assertEqual(errors[5]["field"], "claim.value.quantity.amount")
        self.assertEqual(errors[6]["field"], "claim.value.boolean")
        self.assertTrue(all(each["message"] for each in errors.values()))
        self.assertEqual(run.stderr, "5 of 7 could not be checked\n")

    def test_a_thousand_lines_with_bad_ones_among_them_keep_their_order(self):
        lines = [stated(amount(str(number % 9))) if number % 3 else "{" for number in range(1_000)]
        answers, run = self.check(*lines)
        self.assertEqual([each["line"] for each in answers], list(range(1, 1_001)))
        for number, answer in enumerate(answers):
            self.assertEqual("error" in answer, number % 3 == 0)
        self.assertEqual(run.returncode, 1)

    def test_a_file_standard_input_and_nothing_named_are_alike(self):
        file = self.folder / "candidates.jsonl"
        file.write_text(stated(amount("5")) + "\n")
        answers = self.done("check", file)
        self.assertEqual(self.done("check", "-", stdin=file.read_text()), answers)
        self.assertEqual(self.done("check", stdin=file.read_text()), answers)
        self.assertEqual(self.done("check", file, "--output", "json"), answers)
        self.assertEqual(self.done("check", file, "--output", "jsonl"), answers)
        self.assertEqual(self.gainsay("check", self.folder / "none.jsonl").returncode, 1)

    def test_policy_and_times_are_told_as_to_compare(self):
        answers, _ = self.check(stated(amount("5")), arguments=["--min-sides", "3", "--explain"])
        self.assertEqual(answers[0]["label"], "NOT_ENOUGH_EVIDENCE")
        self.assertIn("explanation", answers[0]["comparison"])
        answers, _ = self.check(stated(amount("5")), arguments=["--known-at", "0"])
        self.assertEqual(answers[0]["missing"], [f"{QUESTION} is not on file."])
        _, run = self.check(stated(amount("5")), arguments=["--party", "nobody"])
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stderr, r"\Againsay: NOT_FOUND: options.policy.parties\[0\]: [^\n]+\n\Z")

    def test_an_answer_comes_as_soon_as_its_line_is_written(self):
        surroundings = {"GAINSAY_SERVER": self.server.address}
        with subprocess.Popen([GAINSAY, "check"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True,
                              env=surroundings) as run:
            for line, expected in ((stated(amount("5")), "label"), ("{", "error"), (stated(amount("9")), "label")):
                run.stdin.write(line + "\n")
                run.stdin.flush()
                self.assertIn(expected, json.loads(run.stdout.readline()))
            run.stdin.close()
            self.assertEqual(run.stdout.read(), "")
        self.assertEqual(run.returncode, 1)

    def test_nothing_to_check_is_nothing_answered(self):
        self.assertEqual(self.check("", "  ")[1].returncode, 0)
        self.assertEqual(self.done("check"), "")

    def test_nothing_is_written(self):
        before = self.done("export"), json.loads(self.done("status"))["revision"]
        self.check(stated(amount("77")))
        self.assertEqual((self.done("export"), json.loads(self.done("status"))["revision"]), before)

    def test_a_table_says_who_agrees_and_who_contradicts(self):
        lines = text_of([stated(amount("5")), stated(amount("9")), "{"])
        run = self.gainsay("check", "--output", "table", stdin=lines)
        self.assertRegex(run.stdout, r"(?m)^1 +SUPPORTED · 5 persons · What\?\n +agrees +5 persons: (a and b|b and a)$")
        self.assertRegex(run.stdout, r"(?m)^2 +REFUTED · 9 persons · What\?$")
        self.assertRegex(run.stdout, r"(?m)^ +contradicts +5 persons: (a and b|b and a)$")
        self.assertRegex(run.stdout, r"(?m)^3 +INVALID_ARGUMENT · ")

    def test_a_text_without_a_topic_is_checked_as_the_claim_that_says_it(self):
        answers, run = self.check('{"text":"five DIED"}')
        self.assertEqual((run.returncode, answers[0]["label"], answers[0]["question"]), (0, "SUPPORTED", QUESTION))

    def test_a_text_in_other_words_names_the_questions_that_it_may_be_about(self):
        for line in ('{"text":"how many died?"}', '{"text":"how many died?","topic":"topics/t"}'):
            answers, run = self.check(line)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertEqual(answers[0]["label"], "NOT_ENOUGH_EVIDENCE")
            self.assertNotIn("question", answers[0])
            candidate = answers[0]["candidates"][0]
            self.assertEqual((candidate["question"], candidate["status"]), (QUESTION, "CONFIRMED"))
            self.assertEqual(candidate["snippet"]["text"], "Five died.")
            shown = self.done("check", "--output", "table", stdin=line)
            self.assertRegex(shown, r"(?m)^ +candidate 1 +What\? · CONFIRMED · 5 persons · topics/t/questions/")
            self.assertRegex(" ".join(shown.split()), r"“Five died\.” · It shares “died” with what is on file there; no")
            self.assertIn("  - candidate 1: **What?** · **CONFIRMED**",
                          self.done("check", "--output", "markdown", stdin=line))

    def test_markdown_is_a_list(self):
        answer = self.done("check", "--output", "markdown", stdin=stated(amount("5")))
        self.assertRegex(answer, r"\A- 1: \*\*SUPPORTED\*\* · \*\*5 persons\*\* · What\?\n  - agrees: ")

    def test_a_server_that_is_not_there_exits_with_four(self):
        self.server.stop()
        self.assertEqual(self.gainsay("check", "-").returncode, 4)


class BorderClashTest(EndToEndTest):
    def test_what_one_side_says_is_not_enough_and_its_part_is_no_more(self):
        self.done("import", EXAMPLES / "border-clash.jsonl")
        killed = {"question": "topics/border-clash/questions/killed", "value": amount("5")}
        answers = self.done("check", stdin=json.dumps({"claim": killed})).splitlines()
        answer = json.loads(answers[0])
        self.assertEqual(answer["label"], "NOT_ENOUGH_EVIDENCE")
        self.assertEqual(len(answer["missing"]), 1)


if __name__ == "__main__":
    unittest.main()
