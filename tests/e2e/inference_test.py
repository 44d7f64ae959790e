"""The real programs with a model behind an Open Inference server."""

import json
import pathlib
import sys
import tempfile
import unittest

from cases import QUESTION, case, claim
from gainsay_server import REPOSITORY, EndToEndTest, Server

sys.path.append(str(REPOSITORY / "tests" / "contract"))
from contract_test import generate_stubs

STUBS = tempfile.TemporaryDirectory(prefix="gainsay-e2e-")
generate_stubs(pathlib.Path(STUBS.name))
sys.path.append(STUBS.name)
from model_server import RELATION, ModelServer


class InferenceTest(EndToEndTest):
    def start(self, *address):
        self.models = ModelServer()
        self.addCleanup(lambda: self.models.stop())
        self.server = Server(self.folder / "data", *address, flags=(
            "--inference", self.models.address, "--inference-relation", RELATION, "--inference-deadline", "20"))

    def setUp(self):
        super().setUp()
        self.imported(case("TEXT", [claim("a", {"text": "To flee."}, name=f"{QUESTION}/claims/flee"),
                                    claim("b", {"text": "To attack."}, name=f"{QUESTION}/claims/attack")]))

    def test_a_models_word_on_the_texts_of_a_question_is_recorded_and_compared(self):
        self.assertEqual(self.compared("t/questions/q")["comparisons"][0]["status"], "INDETERMINATE")
        self.models.relations = {("To flee.", "To attack."): (0.02, 0.95, 0.03),
                                 ("To attack.", "To flee."): (0.05, 0.9, 0.05)}

        answer = json.loads(self.done("relate", "t/questions/q", "--author", "a"))

        self.assertEqual([(each["kind"], each["model"]) for each in answer["relations"]],
                         [("CONTRADICTS", RELATION)] * 2)
        compared = self.compared("t/questions/q")["comparisons"][0]
        self.assertEqual(compared["status"], "CONFLICTING")
        self.assertIn("MODEL_JUDGED", compared["flags"])
        self.assertEqual(json.loads(self.done("relate", "t/questions/q", "--author", "a")).get("relations", []), [])

    def test_a_table_says_what_was_recorded_and_what_is_undecided(self):
        self.models.relations = {("To flee.", "To attack."): (0.5, 0.3, 0.2), ("To attack.", "To flee."): (0.5, 0.3, 0.2)}
        shown = self.done("relate", "t/questions/q", "--author", "a", "--output", "table")
        self.assertIn("undecided", shown)
        self.assertIn("nothing likely enough", " ".join(shown.split()))
        self.models.relations = {}
        self.imported([claim("a", {"text": "To hide."})])
        shown = self.done("relate", "t/questions/q", "--author", "a", "--output", "markdown")
        self.assertIn("neutral", shown)

    def test_a_checked_text_is_answered_with_the_models_word_and_without_it(self):
        self.models.relations = {("To flee.", "They wanted to flee"): (0.9, 0.02, 0.08)}
        line = '{"text":"They wanted to flee"}'
        answer = json.loads(self.done("check", stdin=line))
        self.assertEqual(answer["label"], "NOT_ENOUGH_EVIDENCE")
        self.assertEqual(answer["candidates"][0]["judgements"][0]["claimToText"], "ENTAILS")
        shown = " ".join(self.done("check", "--output", "table", stdin=line).split())
        self.assertIn("The model nli says that the text is entailed by", shown)

        self.models.stop()
        answer = json.loads(self.done("check", stdin='{"text":"They want to flee"}'))
        self.assertEqual(answer["candidates"][0]["question"], QUESTION)
        self.assertNotIn("judgements", answer["candidates"][0])
        self.assertIn("No word of the model nli: ", answer["missing"][1])


if __name__ == "__main__":
    unittest.main()
