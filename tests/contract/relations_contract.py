"""A person's or a model's word on two texts."""

import grpc
from case import ContractCase, amount, claim, entity, question, relation, topic
from gainsay.v1 import comparison_pb2
from gainsay.v1 import comparison_service_pb2 as comparison
from gainsay.v1 import ledger_service_pb2 as ledger

TEXTS = "topics/t/questions/q"
BY_MODEL = {"method": "RELATION_METHOD_MODEL", "model": "nli", "modelVersion": "1"}


def word(kind, author="entities/judge", start="a", end="b", **fields):
    """A word on how claim `start` relates to claim `end`; a person's unless the fields say otherwise."""
    fields = {"method": "RELATION_METHOD_HUMAN", **fields}
    return relation(**{"from": f"{TEXTS}/claims/{start}"}, to=f"{TEXTS}/claims/{end}",
                    kind=f"RELATION_KIND_{kind}", author=author, **fields)


class Relations(ContractCase):
    def setUp(self):
        """Two sides that answer in different words."""
        super().setUp()
        self.create(*[entity(f"entities/{party}") for party in ("a", "b", "judge", "critic")])
        self.create(topic("topics/t"), question(TEXTS, valueType="VALUE_TYPE_TEXT"))
        self.record_claims(*[claim(name=f"{TEXTS}/claims/{party}", question=TEXTS, party=f"entities/{party}",
                                   value={"text": words})
                             for party, words in (("a", "They meant to flee."), ("b", "They meant to attack."))])

    def relate(self, *relations):
        return self.ledger.RecordRelations(
            ledger.RecordRelationsRequest(workspace=self.workspace, relations=relations))

    def compared(self):
        return self.server.comparison.CompareQuestion(
            comparison.CompareQuestionRequest(workspace=self.workspace, question=TEXTS)).comparisons[0]

    def status(self):
        return comparison_pb2.Status.Name(self.compared().status)

    def test_texts_that_nobody_has_related_are_undecided(self):
        self.assertEqual(self.status(), "STATUS_INDETERMINATE")

    def test_a_persons_contradiction_makes_a_conflict(self):
        self.relate(word("CONTRADICTS"))
        self.assertEqual(self.status(), "STATUS_CONFLICTING")

    def test_a_persons_entailment_confirms(self):
        self.relate(word("ENTAILS"))
        self.assertEqual(self.status(), "STATUS_CONFIRMED")

    def test_persons_who_differ_leave_it_undecided(self):
        self.relate(word("CONTRADICTS"), word("ENTAILS", author="entities/critic"))
        self.assertEqual(self.status(), "STATUS_INDETERMINATE")

    def test_a_persons_word_outranks_a_models(self):
        self.relate(word("CONTRADICTS", **BY_MODEL), word("NEUTRAL"))
        self.assertEqual(self.status(), "STATUS_UNCONFIRMED")

    def test_a_models_contradiction_is_flagged(self):
        self.relate(word("CONTRADICTS", **BY_MODEL))
        self.assertEqual(self.status(), "STATUS_CONFLICTING")
        self.assertIn(comparison_pb2.FLAG_MODEL_JUDGED, self.compared().flags)

    def test_a_models_entailment_never_confirms(self):
        self.relate(word("ENTAILS", **BY_MODEL))
        self.assertEqual(self.status(), "STATUS_UNCONFIRMED")

    def test_the_same_relation_twice_is_one_record(self):
        first = self.relate(word("ENTAILS"))
        again = self.relate(word("ENTAILS"))

        self.assertTrue(first.results[0].name.startswith(f"{TEXTS}/relations/"))
        self.assertEqual(again.results[0].name, first.results[0].name)
        self.assertEqual((first.results[0].existed, again.results[0].existed), (False, True))

    def test_a_claim_or_an_author_that_is_not_on_file_is_named_by_index(self):
        with self.refused(grpc.StatusCode.NOT_FOUND, "relations[1].to: topics/t/questions/q/claims/z"):
            self.relate(word("ENTAILS"), word("ENTAILS", end="z"))
        with self.refused(grpc.StatusCode.NOT_FOUND, "relations[0].author: entities/z"):
            self.relate(word("ENTAILS", author="entities/z"))
        self.assertEqual(self.status(), "STATUS_INDETERMINATE")

    def test_claims_of_different_questions_are_refused(self):
        wrong = word("ENTAILS")
        wrong.to = "topics/t/questions/other/claims/b"
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "relations[0].to: answers another question"):
            self.relate(wrong)

    def test_claims_that_are_no_texts_are_refused(self):
        self.create(question("topics/t/questions/n", valueType="VALUE_TYPE_QUANTITY"))
        claims = [amount(number, "entities/a", question="topics/t/questions/n") for number in ("4", "5")]
        names = [each.name for each in self.record_claims(*claims).results]
        wrong = word("ENTAILS")
        setattr(wrong, "from", names[0])
        wrong.to = names[1]
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT,
                          "relations[0].from: topics/t/questions/n is not a TEXT question"):
            self.relate(wrong)

    def test_a_relation_without_a_kind_or_of_an_unnamed_model_is_refused(self):
        wrong = word("ENTAILS", method="RELATION_METHOD_MODEL")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "relations[0].model: is required"):
            self.relate(wrong)
        wrong = word("ENTAILS")
        wrong.ClearField("kind")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "relations[0].kind: is required"):
            self.relate(wrong)
