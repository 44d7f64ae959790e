"""Putting records on file by the command line: through the real programs."""

import json
import unittest

from gainsay_server import EndToEndTest


class WritingTest(EndToEndTest):
    def setUp(self):
        super().setUp()
        for entity in ("mayor", "hospital"):
            self.made("create", "entity", entity, "--kind", "organisation")
        self.made("create", "source", "gazette-1", "--publisher", "hospital", "--published", "2026-05-02")
        self.made("create", "topic", "fire", "--title", "The fire at the mill")

    def made(self, *arguments, **more):
        """Runs the command line and returns the line of JSON that it answers with."""
        return json.loads(self.done(*arguments, "--output", "jsonl", **more))

    def ask(self, value_type, *more):
        return self.made("create", "question", "fire/questions/q", "--type", value_type, *more)["name"]

    def value_of(self, *options):
        """Records a claim by the mayor and returns what is on file of it."""
        name = self.made("record", "claim", "fire/questions/q", "--party", "mayor", *options)["name"]
        return self.made("get", name)

    def refused(self, status, *arguments, **more):
        run = self.gainsay(*arguments, **more)
        self.assertEqual(run.returncode, status, f"{arguments}: {run.stdout}{run.stderr}")
        self.assertEqual(run.stderr.count("\n"), 1, run.stderr)
        return run.stderr

    def test_every_field_of_an_entity_has_an_option(self):
        made = self.made(
            "create", "entity", "entities/spokesman", "--display-name", "The spokesman", "--kind", "PERSON",
            "--name-in", "tg=Сухангӯй", "--alias", "S.", "--alias", "The voice", "--speaks-for", "mayor=2020/..",
            "--spoke-for", "hospital=2010/2019", "--owned-by", "mayor", "--broader", "hospital",
            "--external-id", "wikidata=Q1")
        made.pop("etag"), made.pop("revision")
        self.assertEqual(made, {
            "name": "entities/spokesman", "displayName": "The spokesman", "kind": "PERSON",
            "names": {"tg": "Сухангӯй"}, "aliases": ["S.", "The voice"],
            "speaksFor": {"entity": "entities/mayor", "validTime": "2020/.."},
            "spokeFor": [{"entity": "entities/hospital", "validTime": "2010/2019"}],
            "ownedBy": "entities/mayor", "broader": ["entities/hospital"], "externalIds": {"wikidata": "Q1"}})

    def test_a_source_says_what_it_cites_and_how(self):
        made = self.made("create", "source", "gazette-2", "--cites", "gazette-1=QUOTES", "--reliability", "b",
                         "--confidential")
        self.assertEqual(made["cites"], [{"source": "sources/gazette-1", "kind": "QUOTES"}])
        self.assertEqual((made["reliability"], made["confidential"]), ("B", True))
        self.assertNotIn("confidential", self.made("update", "source", "gazette-2", "--confidential=false"))

    def test_an_update_changes_the_fields_given_and_no_other(self):
        self.made("update", "topic", "fire", "--time", "2026-05-01", "--participant", "mayor")
        topic = self.made("update", "topic", "fire", "--participant", "hospital")
        self.assertEqual((topic["title"], topic["time"]), ("The fire at the mill", "2026-05-01"))
        self.assertEqual(topic["participants"], ["entities/hospital"])
        topic = self.made("update", "topic", "fire", "--time", "", "--participant", "")
        self.assertEqual(set(topic), {"name", "title", "etag", "revision"})

    def test_an_update_with_an_old_etag_is_refused(self):
        etag = self.made("get", "fire")["etag"]
        self.made("update", "topic", "fire", "--title", "Another", "--etag", etag)
        self.assertIn("ABORTED: --etag: ", self.refused(1, "update", "topic", "fire", "--title", "Mine", "--etag", etag))

    def test_a_record_that_was_got_is_edited_and_sent_back_whole(self):
        got = self.made("get", "fire")
        edited = json.dumps({**got, "time": "2026"})
        self.assertEqual(self.made("update", "topic", "--json", "-", stdin=edited)["time"], "2026")
        self.assertIn("ABORTED", self.refused(1, "update", "topic", "--json", edited))

    def test_a_value_is_written_as_its_question_asks(self):
        point = {"latitude": 37.2, "longitude": 70.1, "radiusMeters": 500}
        for number, (value_type, options, value) in enumerate([
                ("BOOLEAN", ["--value", "true"], {"boolean": True}),
                ("BOOLEAN", ["--value", "no"], {"boolean": False}),
                ("QUANTITY", ["--value", "-5", "--unit", "km"], {"quantity": {"amount": "-5", "bound": "EXACT", "unit": "km"}}),
                ("QUANTITY", ["--value", "5", "--bound", "at_least"], {"quantity": {"amount": "5", "bound": "AT_LEAST"}}),
                ("QUANTITY", ["--value", "1..3"], {"quantity": {"lower": "1", "upper": "3", "bound": "RANGE"}}),
                ("TIME", ["--value", "2025-12/.."], {"time": "2025-12/.."}),
                ("ENTITY", ["--value", "hospital"], {"entity": "entities/hospital"}),
                ("PLACE", ["--value", "hospital"], {"entity": "entities/hospital"}),
                ("PLACE", ["--value", "37.2,70.1", "--radius", "500"], {"point": point}),
                ("TEXT", ["--value", "Nobody was hurt."], {"text": "Nobody was hurt."}),
                ("TEXT", ["--unknown"], {"unknown": {}}),
                ("TEXT", ["--none"], {"none": {}})]):
            with self.subTest(options):
                question = f"fire/questions/q{number}"
                self.made("create", "question", question, "--type", value_type,
                          *(["--unit", "m"] if value_type == "QUANTITY" else []))
                name = self.made("record", "claim", question, "--party", "mayor", *options)["name"]
                self.assertEqual(self.made("get", name)["value"], value)

    def test_a_claim_says_who_said_it_where_and_how(self):
        self.ask("QUANTITY", "--unit", "persons")
        claim = self.value_of(
            "--value", "12", "--denies", "--certainty", "PROBABLE", "--act", "ASSERTION", "--said", "2026-05-02",
            "--valid", "2026-05-01", "--text", "Not twelve.", "--source", "gazette-1", "--access", "FIRST_HAND",
            "--quote", "not twelve", "--language", "en", "--locator", "par. 2", "--interpreted")
        self.assertEqual(
            {key: claim[key] for key in claim if key not in ("name", "recordTime", "revision", "recorder")},
            {"question": "topics/fire/questions/q", "party": "entities/mayor", "polarity": "DENIES",
             "value": {"quantity": {"amount": "12", "bound": "EXACT"}}, "certainty": "PROBABLE", "speechAct": "ASSERTION",
             "saidTime": "2026-05-02", "validTime": "2026-05-01", "text": "Not twelve.",
             "appearances": [{"source": "sources/gazette-1", "access": "FIRST_HAND", "quote": "not twelve",
                              "language": "en", "locator": "par. 2", "interpreted": True}]})

    def test_the_same_claim_again_is_said_to_be_on_file(self):
        self.ask("BOOLEAN")
        command = ["record", "claim", "fire/questions/q", "--party", "mayor", "--value", "true"]
        first = self.made(*command)
        self.assertNotIn("existed", first)
        self.assertEqual(self.made(*command), {"name": first["name"], "existed": True})
        table = self.done(*command, "--output", "table")
        self.assertTrue(table.startswith("name      topics/fire/questions/q/claims/"), table)
        self.assertIn("on file   already: nothing was written", table)

    def test_claims_on_other_questions_that_may_say_the_same_are_named(self):
        self.ask("BOOLEAN")
        self.made("create", "question", "fire/questions/other", "--type", "BOOLEAN")
        words = ["--party", "mayor", "--value", "true", "--text", "The granary burned to the ground overnight"]
        first = self.made("record", "claim", "fire/questions/q", *words)
        second = self.made("record", "claim", "fire/questions/other", *words)
        self.assertEqual(second["similar"], [first["name"]])
        self.assertIn("perhaps the same as", self.done("record", "claim", "fire/questions/other", *words,
                                                       "--said", "2026-05-03", "--output", "table"))

    def test_silences_relations_and_withdrawals_are_recorded(self):
        self.ask("TEXT")
        silence = self.made("record", "silence", "fire/questions/q", "--party", "hospital", "--kind", "no_response",
                            "--as-of", "2026-05-03", "--source", "gazette-1")
        one, two = (self.made("record", "claim", "fire/questions/q", "--party", "mayor", "--value", text)["name"]
                    for text in ("It was arson.", "It was an accident."))
        relation = self.made("record", "relation", one, two.removeprefix("topics/"), "--kind", "CONTRADICTS",
                             "--author", "hospital")
        withdrawals = [self.made("withdraw", target, "--kind", kind)["name"] for target, kind in
                       [(one, "RETRACTED"), (silence["name"], "VOIDED"), ("sources/gazette-1", "SOURCE_PULLED")]]
        filed = [json.loads(line) for line in self.done("export").splitlines()]
        self.assertEqual([record["relation"]["method"] for record in filed if "relation" in record], ["HUMAN"])
        self.assertTrue(relation["name"].startswith("topics/fire/questions/q/relations/"))
        self.assertEqual({record["withdrawal"]["name"] for record in filed if "withdrawal" in record}, set(withdrawals))
        self.assertEqual({key for record in filed if "withdrawal" in record for key in record["withdrawal"]} -
                         {"name", "kind"}, {"claim", "silence", "source"})

    def test_a_whole_record_is_read_as_import_reads_it(self):
        self.ask("QUANTITY")
        line = {"claim": {"question": "topics/fire/questions/q", "party": "entities/mayor",
                          "value": {"quantity": {"amount": "12"}},
                          "appearances": [{"source": "sources/gazette-1"}, {"source": "sources/gazette-1", "quote": "x"}]}}
        first = self.made("record", "claim", "--json", json.dumps(line))
        self.assertTrue(self.made("record", "claim", "--json", "-", stdin=json.dumps(line["claim"]))["existed"])
        file = self.folder / "claim.json"
        file.write_text(json.dumps(line, indent=2))
        self.assertEqual(self.made("record", "claim", "--json", file), {"name": first["name"], "existed": True})

    def test_a_request_sent_again_is_done_once(self):
        command = ["create", "topic", "flood", "--title", "The flood", "--request-id", "r1"]
        self.assertEqual(self.made(*command), self.made(*command))
        self.assertIn("--request-id: ", self.refused(1, "create", "topic", "drought", "--request-id", "r1"))

    def test_an_error_names_the_option(self):
        self.ask("QUANTITY", "--unit", "persons")
        claim = ["record", "claim", "fire/questions/q"]
        for arguments, said in [
                (["create", "topic", "fire"], "ALREADY_EXISTS: NAME: "),
                (["create", "topic", "flood", "--time", "soon"], "INVALID_ARGUMENT: --time: "),
                (["create", "topic", "flood", "--participant", "nobody"], "NOT_FOUND: --participant: "),
                (["create", "entity", "x", "--name-in", "en"], 'INVALID_ARGUMENT: --name-in: "en" is not of the form'),
                (["create", "source", "x", "--cites", "gazette-1=MAYBE"], "INVALID_ARGUMENT: --cites: "),
                (["create", "source", "x", "--cites", "nowhere"], "NOT_FOUND: --cites: "),
                (["update", "topic", "flood", "--title", "x"], "NOT_FOUND: NAME: "),
                (["update", "topic", "fire"], "nothing to change"),
                ([*claim, "--value", "5"], "INVALID_ARGUMENT: --party: "),
                ([*claim, "--party", "mayor", "--value", "dozens"], "INVALID_ARGUMENT: --value: "),
                ([*claim, "--party", "mayor", "--value", "5", "--bound", "RANGE"], "INVALID_ARGUMENT: --bound: "),
                ([*claim, "--party", "mayor", "--value", "5", "--radius", "5"], "INVALID_ARGUMENT: --radius: "),
                ([*claim, "--party", "mayor", "--value", "5", "--source", "x"], "NOT_FOUND: --source: "),
                (["record", "claim", "fire/questions/x", "--party", "mayor", "--value", "5"], "NOT_FOUND: QUESTION: "),
                (["record", "silence", "fire/questions/q", "--party", "mayor"], "INVALID_ARGUMENT: --kind: "),
                (["withdraw", "sources/nowhere", "--kind", "VOIDED"], "NOT_FOUND: NAME: "),
                (["create", "topic", "--json", '{"topic":{"tilte":"x"}}'],
                 "INVALID_ARGUMENT: --json: topic.tilte: unknown field; did you mean title?")]:
            with self.subTest(arguments):
                self.assertIn(said, self.refused(1, *arguments))

    def test_wrong_usage_exits_with_two(self):
        for arguments in (["create"], ["create", "claim", "x"], ["create", "topic"], ["record", "claim"],
                          ["create", "topic", "x", "--json", "{}"], ["create", "entity", "x", "--kind", "UNICORN"],
                          ["record", "claim", "fire/questions/q", "--none", "--value", "5"],
                          ["record", "claim", "fire/questions/q", "--unit", "km"], ["withdraw"]):
            with self.subTest(arguments):
                self.refused(2, *arguments)


if __name__ == "__main__":
    unittest.main()
