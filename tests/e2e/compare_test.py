"""What parties say is compared: cases that came from outside, through the real programs."""

import json
import os
import pty
import subprocess
import unittest

from cases import QUESTION, amount, case, claim, party
from gainsay_server import EXAMPLES, GAINSAY, EndToEndTest


class ComparedCaseTest(EndToEndTest):
    """Questions whose answers follow from the model alone."""

    def comparison(self, records):
        self.imported(records)
        answer = self.compared("t")
        self.assertEqual(len(answer["comparisons"]), 1)
        return answer["comparisons"][0]

    def position(self, comparison, value, polarity="AFFIRMS"):
        found = [p for p in comparison["positions"] if p["value"] == value and p["polarity"] == polarity]
        self.assertEqual(len(found), 1, json.dumps(comparison["positions"], indent=1))
        return found[0]

    def test_bounds_that_meet_confirm_the_range_between_them(self):
        comparison = self.comparison(
            case(
                "QUANTITY",
                [claim("a", amount("10", "AT_LEAST")), claim("b", amount("12")), claim("c", amount("20", "AT_MOST"))],
                unit="persons",
            )
        )
        self.assertEqual(comparison["status"], "CONFIRMED")
        consensus = comparison["consensus"]["value"]["quantity"]
        self.assertEqual((consensus["bound"], consensus["lower"], consensus["upper"]), ("RANGE", "10", "20"))
        statuses = {p["value"]["quantity"]["amount"]: p["status"] for p in comparison["positions"]}
        self.assertEqual(statuses, {"10": "CONFIRMED", "20": "CONFIRMED", "12": "UNCONFIRMED"})

    def test_a_length_in_other_units_is_the_same_length(self):
        comparison = self.comparison(
            case("QUANTITY", [claim("a", amount("5", unit="km")), claim("b", amount("5000", unit="m"))], unit="km")
        )
        self.assertEqual(comparison["status"], "CONFIRMED")
        self.assertEqual(len(comparison["positions"]), 1)

    def test_a_day_confirms_its_decade_and_is_confirmed_in_part(self):
        comparison = self.comparison(
            case("TIME", [claim("a", {"time": "201X"}), claim("b", {"time": "2014-07-17"})])
        )
        self.assertEqual(comparison["status"], "CONFIRMED")
        self.assertEqual(self.position(comparison, {"time": "201X"})["status"], "CONFIRMED")
        day = self.position(comparison, {"time": "2014-07-17"})
        self.assertEqual(day["status"], "UNCONFIRMED")
        self.assertIn("PARTIALLY_CONFIRMED", day["flags"])

    def test_another_amount_confirms_a_denial(self):
        comparison = self.comparison(
            case("QUANTITY", [claim("a", amount("5"), polarity="DENIES"), claim("b", amount("6"))], unit="persons")
        )
        self.assertEqual(comparison["status"], "CONFIRMED")
        denied = [p for p in comparison["positions"] if p["polarity"] == "DENIES"]
        self.assertEqual([p["status"] for p in denied], ["CONFIRMED"])

    def test_a_denied_class_contradicts_each_of_its_members(self):
        comparison = self.comparison(
            case(
                "ENTITY",
                [claim("a", {"entity": "entities/class"}, polarity="DENIES"), claim("b", {"entity": "entities/member"})],
                more=[party("class", kind="CONCEPT"), party("member", kind="ARMED_GROUP", broader=["entities/class"])],
            )
        )
        self.assertEqual((comparison["status"], comparison["conflictKind"]), ("CONFLICTING", "DENIAL"))

    def test_parties_of_one_side_are_one_voice(self):
        records = case("BOOLEAN", [claim("a", {"boolean": True}), claim("b", {"boolean": True})])
        records = [r for r in records if r.get("entity", {}).get("name") != "entities/b"]
        records.append(party("b", kind="PERSON", speaksFor={"entity": "entities/a"}))
        comparison = self.comparison(records)
        self.assertEqual(comparison["status"], "UNCONFIRMED")
        self.assertIn("SINGLE_SIDE", comparison["flags"])


class BorderClashTest(EndToEndTest):
    """The example, and what the command line makes of it."""

    def setUp(self):
        super().setUp()
        self.done("import", EXAMPLES / "border-clash.jsonl")

    def statuses(self, *options):
        answer = self.compared("border-clash", *options)
        return {c["question"].rsplit("/", 1)[1]: c for c in answer["comparisons"]}

    def test_the_call_is_unconfirmed_and_the_tajik_side_is_silent(self):
        call = self.statuses()["call"]
        self.assertEqual(call["status"], "UNCONFIRMED")
        self.assertIn("SINGLE_SIDE", call["flags"])
        self.assertEqual([r["state"] for r in call["respondents"]], ["SILENT"])

    def test_the_deaths_are_told_by_one_side_alone_and_the_group_is_not_in_conflict(self):
        comparisons = self.statuses()
        self.assertEqual(comparisons["killed"]["status"], "UNCONFIRMED")
        self.assertIn("SINGLE_SIDE", comparisons["killed"]["flags"])
        self.assertNotIn("CONFLICTING", {c["status"] for c in comparisons.values()})

    def test_a_denial_by_the_respondent_makes_the_call_conflicting(self):
        self.imported(
            [
                {
                    "claim": {
                        "question": "topics/border-clash/questions/call",
                        "party": "entities/tajik-mfa",
                        "value": {"boolean": True},
                        "polarity": "DENIES",
                        "saidTime": "2025-12-30",
                    }
                }
            ]
        )
        call = self.statuses()["call"]
        self.assertEqual((call["status"], call["conflictKind"]), ("CONFLICTING", "DENIAL"))
        self.assertIn("RESPONDENT_DENIES", call["flags"])
        self.assertEqual(self.statuses("--said-until", "2025-12-29")["call"]["status"], "UNCONFIRMED")

    def test_a_question_may_be_asked_alone_with_or_without_topics_in_front(self):
        short = self.done("compare", "border-clash/questions/call")
        self.assertEqual(self.done("compare", "topics/border-clash/questions/call"), short)
        self.assertEqual(len(json.loads(short)["comparisons"]), 1)

    def test_jsonl_is_one_comparison_a_line(self):
        lines = self.done("compare", "border-clash", "--output", "jsonl").splitlines()
        self.assertEqual([json.loads(line) for line in lines], self.compared("border-clash")["comparisons"])

    def test_fail_on_decides_the_exit_status_after_the_answer(self):
        question = "border-clash/questions/call"
        unconfirmed = self.gainsay("compare", question, "--fail-on", "unconfirmed")
        self.assertEqual(unconfirmed.returncode, 3)
        self.assertEqual(json.loads(unconfirmed.stdout), self.compared(question))
        self.assertEqual(self.gainsay("compare", question, "--fail-on", "conflicting").returncode, 0)

    def test_policy_travels_there_and_back(self):
        answer = self.compared(
            "border-clash", "--min-sides", "3", "--count-anonymous", "--count-uncertain", "--min-reliability", "B",
            "--party", "tajikistan", "--party", "entities/taliban",
        )  # fmt: skip
        self.assertEqual(
            answer["policy"],
            {
                "minSides": 3,
                "countAnonymous": True,
                "countUncertain": True,
                "minReliability": "B",
                "parties": ["entities/tajikistan", "entities/taliban"],
            },
        )

    def test_the_table_says_what_a_journalist_needs(self):
        table = self.done("compare", "border-clash/questions/call", "--output", "table", "--explain")
        self.assertTrue(table.startswith("Border clash of 23 December 2025\n"), table)
        for words in ("UNCONFIRMED", "Amir Khan Muttaqi", "Tajikistan: no official announcement", "SINGLE_SIDE"):
            self.assertIn(words, table)
        self.assertNotIn("\033", table)
        self.assertLessEqual(max(map(len, table.splitlines())), 80)

    def test_names_that_are_not_on_file_fail_in_one_line(self):
        for arguments in (
            ["compare", "nowhere"],
            ["compare", "border-clash/questions/nothing"],
            ["compare", "border-clash", "--party", "nobody"],
            ["get", "entities/nobody"],
            ["list", "claims", "--topic", "nowhere"],
        ):
            run = self.gainsay(*arguments)
            self.assertEqual(run.returncode, 1, arguments)
            self.assertRegex(run.stderr, r"\Againsay: NOT_FOUND: [^\n]+\n\Z")
            self.assertEqual(run.stdout, "")


class CommandLineTest(EndToEndTest):
    def on_a_terminal(self, *arguments, environment=None):
        """Runs the command line with a terminal as its standard output; returns what it shows."""
        terminal, its_end = pty.openpty()
        shown = b""
        surroundings = {"TERM": "xterm", "GAINSAY_SERVER": self.server.address, **(environment or {})}
        with subprocess.Popen([GAINSAY, *arguments], stdin=subprocess.DEVNULL, stdout=its_end, env=surroundings) as run:
            os.close(its_end)
            try:
                while block := os.read(terminal, 65536):
                    shown += block
            except OSError:  # how Linux says that the other end is closed
                pass
        os.close(terminal)
        self.assertEqual(run.returncode, 0)
        return shown.decode("utf-8")

    def test_a_terminal_gets_a_coloured_table_unless_colours_are_not_wanted(self):
        self.imported(case("BOOLEAN", [claim("a", {"boolean": True}), claim("b", {"boolean": True})]))
        coloured = self.on_a_terminal("compare", "t")
        self.assertIn("\033[1;32mCONFIRMED\033[0m", coloured)
        for plain in (
            self.on_a_terminal("compare", "t", "--no-color"),
            self.on_a_terminal("compare", "t", environment={"NO_COLOR": "1"}),
        ):
            self.assertIn("CONFIRMED", plain)
            self.assertNotIn("\033", plain)

    def test_wrong_usage_exits_with_two(self):
        for arguments in (["frobnicate"], ["compare"], ["compare", "t", "--min-sides", "none"], []):
            self.assertEqual(self.gainsay(*arguments).returncode, 2, arguments)

    def test_a_server_that_is_not_there_exits_with_four(self):
        self.server.stop()
        for arguments in (["status"], ["compare", "t"], ["import", "-"], ["export"]):
            run = self.gainsay(*arguments)
            self.assertEqual(run.returncode, 4, arguments)
            self.assertIn("gainsayd", run.stderr)

    def test_status_counts_what_is_on_file(self):
        self.imported(case("BOOLEAN", [claim("a", {"boolean": True}), claim("b", {"boolean": False})]))
        status = json.loads(self.done("status"))
        self.assertEqual((status["entities"], status["questions"], status["claims"]), ("2", "1", "2"))

    def test_every_page_of_a_listing_is_fetched(self):
        self.imported([party(f"e{number:04}") for number in range(2500)])
        listed = self.done("list", "entities", "--output", "jsonl").splitlines()
        self.assertEqual(len(listed), 2500)
        self.assertEqual(len(json.loads(self.done("list", "entities"))["entities"]), 2500)

    def test_a_listing_is_narrowed_by_a_filter(self):
        self.imported([party(name) for name in ("asia", "asia-plus", "avesta")])
        listed = self.done("list", "entities", "--filter", 'name = "entities/asia*" AND NOT name = entities/asia',
                           "--output", "jsonl").splitlines()
        self.assertEqual([json.loads(line)["name"] for line in listed], ["entities/asia-plus"])

        run = self.gainsay("list", "topics", "--filter", "titel = x")
        self.assertEqual(run.returncode, 1)
        self.assertIn("filter: at character 1: expected a field of Topic: name, title", run.stderr)

    def test_a_record_is_shown_by_its_name(self):
        self.imported(case("BOOLEAN", [claim("a", {"boolean": True}, text="Да, 是")]))
        listed = json.loads(self.done("list", "claims", "--topic", "t"))["claims"]
        shown = json.loads(self.done("get", listed[0]["name"]))["claim"]
        self.assertEqual((shown["question"], shown["text"]), (QUESTION, "Да, 是"))


if __name__ == "__main__":
    unittest.main()
