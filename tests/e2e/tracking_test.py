"""How a question's status came about, and how a party's claims have fared: through the real programs."""

import json
import unittest

from cases import QUESTION, amount, case, claim, party
from gainsay_server import EXAMPLES, EndToEndTest

WITHDRAWN = {
    "withdrawal": {"name": "withdrawals/w", "claim": f"{QUESTION}/claims/b4", "kind": "RETRACTED", "time": "2026-01-02"}
}


def story():
    """One party says 5, another 4 and takes it back, a third 5 too."""
    return case(
        "QUANTITY",
        [
            claim("a", amount("5"), name=f"{QUESTION}/claims/a5", saidTime="2025-12-24"),
            claim("b", amount("4"), name=f"{QUESTION}/claims/b4", saidTime="2025-12-27"),
            claim("c", amount("5"), name=f"{QUESTION}/claims/c5", saidTime="2025-12-29"),
        ],
        unit="persons",
    )


class HistoryTest(EndToEndTest):
    def history(self, *options):
        return json.loads(self.done("history", "t/questions/q", "--output", "json", *options))["entries"]

    def test_each_status_is_told_with_when_it_came_and_who_brought_it_about(self):
        self.imported([*story(), WITHDRAWN])

        entries = self.history()

        self.assertEqual(
            [(entry["saidTime"], entry["status"]) for entry in entries],
            [("2025-12-24", "UNCONFIRMED"), ("2025-12-27", "CONFLICTING"), ("2026-01-02", "CONFIRMED")],
        )
        self.assertEqual(entries[1]["causes"], [f"{QUESTION}/claims/b4"])
        self.assertEqual(entries[2]["consensus"]["value"]["quantity"]["amount"], "5")

    def test_the_table_names_parties_and_what_they_said(self):
        self.imported([*story(), WITHDRAWN])

        table = self.done("history", "t/questions/q", "--output", "table")

        for line in (
            "24 Dec 2025     UNCONFIRMED",
            "    said        a: 5 persons",
            "27 Dec 2025     CONFLICTING",
            "    said        b: 4 persons",
            "2 Jan 2026      CONFIRMED",
            "                Confirmed by third parties: 5 persons",
            "    withdrawn   b: 4 persons, 27 Dec 2025 — taken back",
        ):
            self.assertIn(line + "\n", table)

    def test_the_answers_that_were_given_are_told_by_when_they_were_given(self):
        self.imported(story())
        self.imported([WITHDRAWN])

        entries = self.history("--axis", "known")
        table = self.done("history", "t/questions/q", "--axis", "known", "--output", "table")

        self.assertEqual([entry["status"] for entry in entries], ["CONFLICTING", "CONFIRMED"])
        for entry in entries:
            compared = self.compared("t/questions/q", "--known-at", entry["knownAt"])
            self.assertEqual(compared["comparisons"][0]["status"], entry["status"])
        self.assertIn("    with        1 question and 3 entities\n", table)
        self.assertIn(f"UTC, revision {entries[1]['revision']}\n", table)

    def test_markdown_and_jsonl_tell_the_same(self):
        self.imported(story())
        markdown = self.done("history", "t/questions/q", "--output", "markdown")
        self.assertIn("- **27 Dec 2025: CONFLICTING**. Different answers\n  - said: b: 4 persons\n", markdown)
        lines = self.done("history", "t/questions/q", "--output", "jsonl").splitlines()
        self.assertEqual([json.loads(line) for line in lines], self.history())

    def test_policy_and_times_are_those_of_compare(self):
        self.imported(story())
        self.assertEqual(len(self.history("--said-until", "2025-12-25")), 1)
        self.assertEqual(len(self.history("--party", "a", "--party", "c")), 2)
        table = self.done("history", "t/questions/q", "--min-sides", "3", "--output", "table")
        self.assertIn("Policy: 3 sides to confirm", table)

    def test_a_question_without_statements_is_said_to_have_none(self):
        self.imported(case("BOOLEAN", []))
        self.assertIn("Nothing has been said", self.done("history", "t/questions/q", "--output", "table"))

    def test_what_is_not_on_file_or_no_axis_fails(self):
        self.imported(story())
        self.assertEqual(self.gainsay("history", "t/questions/z").returncode, 1)
        self.assertEqual(self.gainsay("history", "t/questions/q", "--axis", "backwards").returncode, 2)


class PartyTest(EndToEndTest):
    def test_the_numbers_are_the_partys_and_its_sides_with_the_claims_behind_them(self):
        speaker = party("speaker", kind="PERSON", speaksFor={"entity": "entities/a"})
        said = claim("speaker", amount("5"), saidTime="2025-12-25", name=f"{QUESTION}/claims/s5")
        self.imported([*story(), speaker, said])

        answer = json.loads(self.done("party", "a", "--output", "json"))
        table = self.done("party", "a", "--output", "table")

        self.assertEqual(answer["own"], {"claims": 1, "contradicted": 1})
        self.assertEqual(answer["side"], {"claims": 2, "contradicted": 2})
        self.assertEqual([each["claim"] for each in answer["claims"]], [f"{QUESTION}/claims/{c}" for c in ("a5", "s5")])
        for line in (
            "By itself, 1 claim: 1 contradicted",
            "By its whole side, 2 claims: 2 contradicted",
            "  24 Dec 2025   What? 5 persons",
            "  25 Dec 2025   What? 5 persons, says speaker",
        ):
            self.assertIn(line + "\n", table)

    def test_markdown_and_jsonl_tell_the_same(self):
        self.imported(story())
        markdown = self.done("party", "b", "--topic", "t", "--output", "markdown")
        self.assertIn("## CONTRADICTED\n", markdown)
        self.assertIn("- 27 Dec 2025: What? **4 persons**\n", markdown)
        lines = self.done("party", "b", "--output", "jsonl").splitlines()
        self.assertEqual([json.loads(line)["outcome"] for line in lines], ["CONTRADICTED"])

    def test_every_page_of_claims_is_fetched(self):
        demands = [claim("a", amount(str(number)), speechAct="DEMAND") for number in range(1500)]
        self.imported(case("QUANTITY", demands, unit="persons"))
        answer = json.loads(self.done("party", "a"))
        self.assertEqual(len(answer["claims"]), 1500)
        self.assertEqual(answer["side"]["claims"], 1500)

    def test_a_real_side_speaks_through_others(self):
        self.done("import", EXAMPLES / "border-clash.jsonl")
        answer = json.loads(self.done("party", "tajikistan"))
        self.assertGreater(answer["side"]["claims"], answer["own"]["claims"])
        self.assertEqual(
            answer["side"]["claims"], sum(number for name, number in answer["side"].items() if name != "claims")
        )

    def test_who_is_not_on_file_fails_in_one_line(self):
        run = self.gainsay("party", "nobody")
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stderr, r"\Againsay: NOT_FOUND: party: [^\n]+\n\Z")


if __name__ == "__main__":
    unittest.main()
