"""Finding records by words: through the real programs."""

import json
import unittest

from gainsay_server import EXAMPLES, EndToEndTest


class SearchTest(EndToEndTest):
    def setUp(self):
        super().setUp()
        self.done("import", EXAMPLES / "border-clash.jsonl")

    def found(self, *arguments):
        answer = json.loads(self.done("search", *arguments, "--output", "json"))
        return [next(iter(result["record"].values())) for result in answer.get("results", [])]

    def test_a_name_is_found_in_any_script(self):
        for name in ("Muttaqi", "Мутаки", "متقی"):
            self.assertEqual(self.found(name, "--kind", "entity")[0]["name"], "entities/amir-khan-muttaqi", name)

    def test_conditions_narrow_what_is_found(self):
        kinds = json.loads(self.done("search", "killed", "--kind", "question", "--output", "json"))["results"]
        self.assertEqual({next(iter(result["record"])) for result in kinds}, {"question"})
        claims = self.found("killed attackers officers border", "--party", "tajikistan", "--topic", "border-clash")
        self.assertTrue(claims)
        self.assertTrue(all("party" in claim for claim in claims))
        self.assertEqual(len(self.found("border", "--limit", "1")), 1)

    def test_the_table_shows_what_was_found_and_under_which_name(self):
        table = self.done("search", "killed", "--kind", "question", "--output", "table")
        heading, first, *_ = table.splitlines()
        self.assertEqual(heading.split(), ["kind", "found", "name"])
        self.assertRegex(first, r"\Aquestion +How many .* {2}topics/border-clash/questions/")

    def test_markdown_and_jsonl_tell_the_same(self):
        results = json.loads(self.done("search", "border", "--output", "json"))["results"]
        lines = self.done("search", "border", "--output", "jsonl").splitlines()
        self.assertEqual([json.loads(line) for line in lines], results)
        markdown = self.done("search", "border", "--output", "markdown").splitlines()
        self.assertEqual(markdown[:2], ["| kind | found | name |", "| --- | --- | --- |"])
        self.assertEqual(len(markdown), len(results) + 2)

    def test_what_is_found_nowhere_is_an_empty_answer(self):
        self.assertEqual(self.found("xyzzy"), [])

    def test_who_is_not_on_file_fails_in_one_line(self):
        run = self.gainsay("search", "border", "--party", "nobody")
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stderr, r"\Againsay: NOT_FOUND: party: [^\n]+\n\Z")


if __name__ == "__main__":
    unittest.main()
