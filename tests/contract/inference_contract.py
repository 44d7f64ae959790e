"""Models behind an Open Inference server: what their word does, and that nothing needs it."""

import math
import shutil
import tempfile
import time

import grpc
from case import PATIENCE, ContractCase, Server, claim, entity, question, relation
from checks import CheckingCase, words
from gainsay.v1 import check_pb2
from gainsay.v1 import comparison_pb2
from gainsay.v1 import comparison_service_pb2 as comparison
from gainsay.v1 import ledger_service_pb2 as ledger
from gainsay.v1 import relation_pb2
from model_server import EMBED, RELATION, ModelServer

U = "topics/t/questions/call"
INTENT = "topics/t/questions/intent"

ENTAILS = relation_pb2.RELATION_KIND_ENTAILS
CONTRADICTS = relation_pb2.RELATION_KIND_CONTRADICTS
NEUTRAL = relation_pb2.RELATION_KIND_NEUTRAL
UNDECIDED = relation_pb2.RELATION_KIND_UNSPECIFIED

SAID = "The minister telephoned his counterpart."
ASKED = "The minister spoke to his counterpart by telephone."


class InferenceCase(CheckingCase):
    """Each test has a server of models and a gainsayd of its own: what one remembers of the other is tested."""

    roles = (("--inference-relation", RELATION),)
    deadline = "20"

    @classmethod
    def setUpClass(cls):
        pass

    def setUp(self):
        super().setUp()
        self.models = ModelServer()
        self.addCleanup(lambda: self.models.stop())
        self.start()
        self.put_question()
        self.create(question(U, valueType="VALUE_TYPE_BOOLEAN", title="Was there a call?"),
                    question(INTENT, valueType="VALUE_TYPE_TEXT", title="What for?"))

    def start(self):
        folder = tempfile.mkdtemp(prefix="gainsay-contract-")
        self.addCleanup(shutil.rmtree, folder)
        flags = [part for role in self.roles for part in role]
        self.server = Server(folder, "--inference", self.models.address, "--inference-deadline", self.deadline,
                             *flags)
        self.addCleanup(self.server.stop)
        self.ledger = self.server.ledger

    def call(self, text, of=U, party="entities/a", **fields):
        return self.record_claims(claim(question=of, party=party, value={"boolean": True}, text=text, **fields))

    def intend(self, text, party="entities/a", **fields):
        return self.record_claims(claim(question=INTENT, party=party, value={"text": text}, **fields))

    def calls(self, model=RELATION):
        return [items for name, items in self.models.batches if name == model]


class JudgingTexts(InferenceCase):
    def setUp(self):
        super().setUp()
        self.call(SAID, name=f"{U}/claims/c")

    def judged(self, text=ASKED):
        answer = self.check(words(text, of="")).check
        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertEqual((answer.question, answer.candidates[0].question), ("", U))
        return answer

    def no_word(self, text=ASKED):
        """Checks a text about which the model has no word; returns why."""
        answer = self.judged(text)
        self.assertEqual(answer.missing[0], "No claim on file says it in the same words.")
        self.assertEqual(len(answer.missing), 2)
        self.assertEqual(len(answer.candidates[0].judgements), 0)
        self.assertNotIn("model", answer.candidates[0].reason)
        self.assertTrue(answer.missing[1].startswith("No word of the model nli: "), answer.missing[1])
        return answer.missing[1].removeprefix("No word of the model nli: ")

    def test_how_a_text_and_a_claim_relate_is_told_both_ways_and_decides_no_label(self):
        self.models.relations = {(ASKED, SAID): (0.25, 0.05, 0.7), (SAID, ASKED): (0.97, 0.01, 0.02)}

        answer = self.judged()

        self.assertEqual(list(answer.missing), ["No claim on file says it in the same words."])
        judgement = answer.candidates[0].judgements[0]
        self.assertEqual(judgement.claim, f"{U}/claims/c")
        self.assertEqual((judgement.text_to_claim, judgement.claim_to_text), (UNDECIDED, ENTAILS))
        self.assertAlmostEqual(judgement.text_to_claim_probability, 0.7, places=5)
        self.assertAlmostEqual(judgement.claim_to_text_probability, 0.97, places=5)
        self.assertEqual((judgement.method, judgement.model, judgement.model_version),
                         (relation_pb2.RELATION_METHOD_MODEL, RELATION, "3"))
        self.assertIn(f"The model nli says that the text is entailed by {U}/claims/c (0.97); its word alone decides "
                      "nothing.", answer.candidates[0].reason)

    def test_a_contradiction_and_one_meaning_are_told_in_words(self):
        self.models.relations = {(ASKED, SAID): (0.02, 0.95, 0.03)}
        self.assertIn("the text is contradicted by", self.judged().candidates[0].reason)
        again = ASKED + " Again."
        self.models.relations = {(again, SAID): (0.9, 0.05, 0.05), (SAID, again): (0.85, 0.05, 0.1)}
        self.assertIn("the text means the same as", self.judged(again).candidates[0].reason)

    def test_two_sides_who_say_it_in_other_words_do_not_support_a_text_by_a_models_word(self):
        self.call(SAID, party="entities/b")
        self.models.relations = {(ASKED, SAID): (1, 0, 0), (SAID, ASKED): (1, 0, 0)}
        answer = self.judged()
        self.assertEqual(answer.candidates[0].status, comparison_pb2.STATUS_CONFIRMED)

    def test_numbers_may_come_typed_instead_of_raw(self):
        self.models.raw = False
        self.models.relations = {(SAID, ASKED): (0.97, 0.01, 0.02)}
        self.assertEqual(self.judged().candidates[0].judgements[0].claim_to_text, ENTAILS)

    def test_all_pairs_of_a_check_are_asked_in_one_call_and_not_again(self):
        for number in range(4):
            name = f"topics/t/questions/minister-{number}"
            self.create(question(name, valueType="VALUE_TYPE_BOOLEAN"))
            self.call(f"The minister did {number} things.", of=name)
            self.call(f"The minister did {number} other things.", of=name, party="entities/b")
        first = self.judged()
        judged = sum(len(each.judgements) for each in first.candidates)
        self.assertEqual(judged, 9)
        self.assertEqual(self.calls(), [2 * judged])
        self.assertEqual(list(self.judged().candidates), list(first.candidates))
        self.assertEqual(self.calls(), [2 * judged])
        self.judged(ASKED + " Indeed.")
        self.assertEqual(self.calls(), [2 * judged, 2 * judged])

    def test_a_text_that_restates_a_claim_is_not_shown_to_a_model(self):
        self.assertEqual(self.check(words(SAID, of="")).check.question, U)
        self.assertEqual(self.calls(), [])

    def test_a_stream_is_answered_as_a_call_is(self):
        self.models.relations = {(SAID, ASKED): (0.97, 0.01, 0.02)}
        answer = next(self.stream([words(ASKED, of="")]))
        self.assertEqual(list(answer.candidates), list(self.judged().candidates))

    def test_a_model_that_refuses_leaves_the_answer_as_it_is_without_one(self):
        self.models.refusal = grpc.StatusCode.RESOURCE_EXHAUSTED
        self.assertEqual(self.no_word(), "its server says: not today.")

    def test_answers_of_another_shape_name_or_number_are_none(self):
        def output(**fields):
            def spoil(answer):
                for name, value in fields.items():
                    if name == "shape":
                        del answer.outputs[0].shape[:]
                        answer.outputs[0].shape.extend(value)
                    else:
                        setattr(answer.outputs[0], name, value)
            return spoil

        def numbers(*row):
            def spoil(answer):
                del answer.raw_output_contents[:]
                answer.outputs[0].contents.fp32_contents.extend(row * answer.outputs[0].shape[0])
            return spoil

        spoilers = {
            "its output is not of shape [2, 3]": output(shape=[3, 2]),
            "its output is not of shape [2, 3].": output(shape=[6]),
            "its output is not named probabilities": output(name="logits"),
            "its output is not FP32": output(datatype="FP64"),
            "it has not just the one output": lambda answer: answer.outputs.add(),
            "there is not one raw content": lambda answer: answer.raw_output_contents.append(b""),
            "it has 4 numbers": numbers(0.5, 0.5),
            "one of its probabilities is none": numbers(math.nan, 0.5, 0.5),
            "one of its probabilities is none.": numbers(1.5, -0.5, 0),
            "its probabilities do not add up to 1": numbers(0.3, 0.3, 0.3),
            "another model answered": lambda answer: setattr(answer, "model_name", "other"),
            "another version answered": lambda answer: setattr(answer, "model_version", "9"),
        }
        for said, spoil in spoilers.items():
            with self.subTest(said):
                self.models.spoil = spoil
                self.assertIn("what its server sent is no answer: " + said, self.no_word())
                self.models.spoil = lambda answer: None
                self.assertEqual(len(self.judged(f"{ASKED} {said}").candidates[0].judgements), 1)

    def test_part_of_a_number_is_no_answer(self):
        def cut(answer):
            answer.raw_output_contents[0] = answer.raw_output_contents[0][:-1]
        self.models.spoil = cut
        self.assertIn("its raw content has a part of a number", self.no_word())

    def test_a_model_that_fails_again_and_again_is_left_alone(self):
        self.models.refusal = grpc.StatusCode.INTERNAL
        for _ in range(5):
            self.no_word()
        failed = len(self.calls())
        for number in range(3):
            self.assertRegex(self.no_word(f"{ASKED} {number}"), r"it failed 5 times in a row, and is left alone for \d+ s")
        self.assertEqual(len(self.calls()), failed)

    def test_a_model_without_versions_is_called_unversioned(self):
        self.models.versions = []
        self.assertEqual(self.judged().candidates[0].judgements[0].model_version, "unversioned")

    def test_a_server_of_models_that_goes_and_comes_back_is_asked_again(self):
        address = self.models.address
        self.models.stop()
        self.no_word()
        self.models = ModelServer(address)
        until = time.monotonic() + PATIENCE
        while not self.judged().candidates[0].judgements:
            self.assertLess(time.monotonic(), until)
            time.sleep(1)


class ASlowModel(InferenceCase):
    deadline = "0.2"

    def test_is_waited_for_no_longer_than_its_deadline(self):
        self.call(SAID)
        self.models.slow_down()
        began = time.monotonic()
        answer = self.check(words(ASKED, of="")).check
        self.assertLess(time.monotonic() - began, 5)
        self.assertEqual(list(answer.missing), ["No claim on file says it in the same words.",
                                                "No word of the model nli: deadline exceeded."])
        self.assertEqual(answer.candidates[0].question, U)

    def test_has_no_more_than_its_part_of_the_callers_deadline(self):
        self.call(SAID)
        self.models.slow_down()
        answer = self.server.comparison.CheckClaim(
            comparison.CheckClaimRequest(workspace=self.workspace, candidate=words(ASKED, of="")), timeout=10)
        self.assertIn("deadline exceeded", answer.check.missing[1])


class AModelThatIsNotThere(InferenceCase):
    roles = (("--inference-relation", "nobody"),)

    def test_is_said_to_be_so(self):
        self.call(SAID)
        answer = self.check(words(ASKED, of="")).check
        self.assertEqual(answer.candidates[0].question, U)
        self.assertEqual(answer.missing[1],
                         "No word of the model nobody: its server says: no model is called nobody.")


class RankingByEmbeddings(InferenceCase):
    roles = (("--inference-embed", EMBED),)

    def setUp(self):
        super().setUp()
        self.create(question("topics/t/questions/other", valueType="VALUE_TYPE_BOOLEAN"))
        self.call("The minister by telephone to his counterpart spoke to an audience")
        self.call("A call to the minister", of="topics/t/questions/other")

    def ranked(self):
        return [each.question for each in self.check(words(ASKED, of="")).check.candidates]

    def test_what_means_most_nearly_the_same_comes_first(self):
        self.models.places = {ASKED: (0.6, 0.8), "A call to the minister": (0.5, 0.9)}
        found = self.check(words(ASKED, of="")).check.candidates
        self.assertEqual([each.question for each in found], ["topics/t/questions/other", U])
        self.assertEqual(found[0].score, 1)
        self.assertAlmostEqual(found[1].score, 0.6 / (1.02 / math.sqrt(1.06)), places=5)
        self.assertEqual(len(found[0].judgements), 0)
        self.assertEqual(self.calls(EMBED), [3])

    def test_without_an_answer_the_words_decide_the_order_and_that_is_said(self):
        self.models.places = {"A call to the minister": (0.0, 0.0)}
        answer = self.check(words(ASKED, of="")).check
        self.assertEqual([each.question for each in answer.candidates], [U, "topics/t/questions/other"])
        self.assertIn("No word of the model places: what its server sent is no answer: one of its embeddings",
                      answer.missing[1])


class RelatingTexts(InferenceCase):
    def relate(self, author="entities/a", of=INTENT, **fields):
        return self.ledger.RelateTexts(ledger.RelateTextsRequest(
            workspace=self.workspace, question=of, author=author, **fields))

    def test_what_the_model_finds_likely_enough_is_recorded_both_ways(self):
        self.intend("To flee.", name=f"{INTENT}/claims/flee")
        self.intend("To attack.", party="entities/b", name=f"{INTENT}/claims/attack")
        self.models.relations = {("To flee.", "To attack."): (0.02, 0.95, 0.03),
                                 ("To attack.", "To flee."): (0.05, 0.9, 0.05)}

        answer = self.relate()

        told = [(each.to, each.kind, each.method, each.model, each.model_version, each.author)
                for each in answer.relations]
        model = relation_pb2.RELATION_METHOD_MODEL
        self.assertEqual(told, [(f"{INTENT}/claims/flee", CONTRADICTS, model, RELATION, "3", "entities/a"),
                                (f"{INTENT}/claims/attack", CONTRADICTS, model, RELATION, "3", "entities/a")])
        self.assertEqual({each.revision for each in answer.relations}, {answer.revision})
        self.assertEqual(len(answer.undecided), 0)
        compared = self.server.comparison.CompareQuestion(comparison.CompareQuestionRequest(
            workspace=self.workspace, question=INTENT)).comparisons[0]
        self.assertEqual(compared.status, comparison_pb2.STATUS_CONFLICTING)
        self.assertIn(comparison_pb2.FLAG_MODEL_JUDGED, compared.flags)

    def test_a_models_entails_does_not_confirm(self):
        self.intend("To run away.")
        self.intend("To flee.", party="entities/b")
        self.models.relations = {("To flee.", "To run away."): (1, 0, 0), ("To run away.", "To flee."): (1, 0, 0)}
        self.assertEqual([each.kind for each in self.relate().relations], [ENTAILS, ENTAILS])
        compared = self.server.comparison.CompareQuestion(comparison.CompareQuestionRequest(
            workspace=self.workspace, question=INTENT)).comparisons[0]
        self.assertEqual(compared.status, comparison_pb2.STATUS_UNCONFIRMED)

    def test_what_is_related_is_not_asked_about_again(self):
        for text in ("To flee.", "To attack.", "to FLEE"):
            self.intend(text)
        self.assertEqual(len(self.relate().relations), 2)
        self.assertEqual(self.calls(), [2])
        again = self.relate()
        self.assertEqual((len(again.relations), len(again.undecided), self.calls()), (0, 0, [2]))

    def test_a_persons_word_is_not_doubled(self):
        self.intend("To flee.", name=f"{INTENT}/claims/x")
        self.intend("To attack.", name=f"{INTENT}/claims/y")
        self.ledger.RecordRelations(ledger.RecordRelationsRequest(workspace=self.workspace, relations=[
            relation(**{"from": f"{INTENT}/claims/x"}, to=f"{INTENT}/claims/y", kind="RELATION_KIND_NEUTRAL",
                     author="entities/b", method="RELATION_METHOD_HUMAN")]))
        self.assertEqual((len(self.relate().relations), self.calls()), (0, []))

    def test_what_is_not_likely_enough_or_against_itself_is_undecided(self):
        self.intend("To flee.", name=f"{INTENT}/claims/x")
        self.intend("To attack.", name=f"{INTENT}/claims/y")
        self.intend("To hide.", name=f"{INTENT}/claims/z")
        self.models.relations = {("To flee.", "To attack."): (0.5, 0.3, 0.2), ("To attack.", "To flee."): (0.3, 0.3, 0.4),
                                 ("To flee.", "To hide."): (0.9, 0.1, 0), ("To hide.", "To flee."): (0.1, 0.9, 0)}
        answer = self.relate()
        self.assertEqual([(each["from"], each["to"], each["reason"]) for each in (
            {"from": getattr(one, "from"), "to": one.to, "reason": one.reason} for one in answer.undecided)],
            [(f"{INTENT}/claims/x", f"{INTENT}/claims/y",
              "the model nli finds nothing likely enough: at most 0.50 of 0.80"),
             (f"{INTENT}/claims/x", f"{INTENT}/claims/z",
              "the model nli finds that they contradict each other one way and not the other")])
        self.assertEqual([each.kind for each in answer.relations], [NEUTRAL, NEUTRAL])

    def test_claims_that_deny_or_were_withdrawn_are_not_asked_about(self):
        self.intend("To flee.")
        self.intend("To attack.", polarity="POLARITY_DENIES")
        self.intend("To hide.", speechAct="SPEECH_ACT_DEMAND")
        self.assertEqual((len(self.relate().relations), self.calls()), (0, []))

    def test_a_model_that_does_not_answer_leaves_all_undecided_and_nothing_written(self):
        self.intend("To flee.")
        before = self.intend("To attack.").revision
        self.models.refusal = grpc.StatusCode.UNAVAILABLE
        answer = self.relate()
        self.assertEqual((len(answer.relations), answer.revision), (0, before))
        self.assertEqual([each.reason for each in answer.undecided],
                         ["no word of the model nli: its server says: not today"])

    def test_a_request_sent_again_is_answered_as_before_and_asks_nothing(self):
        self.intend("To flee.")
        self.intend("To attack.")
        first = self.relate(request_id="r-1")
        self.intend("To hide.")
        again = self.relate(request_id="r-1")
        self.assertEqual((list(again.relations), again.revision), (list(first.relations), first.revision))
        self.assertEqual(self.calls(), [2])
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "requestId: "):
            self.relate(author="entities/b", request_id="r-1")

    def test_many_texts_are_asked_about_in_batches(self):
        for number in range(15):
            self.intend(f"Reason {number}.")
        answer = self.relate()
        self.assertEqual(len(answer.relations), 210)
        self.assertEqual(self.calls(), [64, 64, 64, 18])

    def test_a_wrong_request_is_refused_by_field(self):
        with self.refused(grpc.StatusCode.NOT_FOUND, "author: entities/none"):
            self.relate(author="entities/none")
        with self.refused(grpc.StatusCode.NOT_FOUND, "question: topics/t/questions/none"):
            self.relate(of="topics/t/questions/none")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "question: is not of value type TEXT"):
            self.relate(of=U)
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "question: "):
            self.relate(of="topics/t")


class WithoutModels(ContractCase):
    def test_texts_cannot_be_related_and_that_is_said(self):
        self.put_question(valueType="VALUE_TYPE_TEXT", unit="")
        self.create(entity("entities/c"))
        with self.refused(grpc.StatusCode.FAILED_PRECONDITION, "this service was started without a model"):
            self.ledger.RelateTexts(ledger.RelateTextsRequest(
                workspace=self.workspace, question="topics/t/questions/q", author="entities/c"))
