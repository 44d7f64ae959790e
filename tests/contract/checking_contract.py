"""Checking a statement that is not on file."""

import grpc
from case import amount, claim, entity, question, withdrawal
from checks import CheckingCase, Q, candidate, words
from gainsay.v1 import check_pb2
from gainsay.v1 import comparison_pb2
from gainsay.v1 import ledger_service_pb2 as ledger


class Checking(CheckingCase):
    def test_what_two_sides_say_is_supported(self):
        self.put_question(title="How many?")
        self.record_claims(amount("5", "entities/a"), amount("5", "entities/b"))

        answer = self.check(candidate("5"))

        self.assertEqual(answer.check.label, check_pb2.LABEL_SUPPORTED)
        self.assertEqual(answer.check.question, Q)
        self.assertEqual(list(answer.check.missing), [])
        self.assertEqual(answer.check.comparison.title, "How many?")
        self.assertEqual([(each.value.quantity.amount, each.status) for each in answer.check.agreeing],
                         [("5", comparison_pb2.STATUS_CONFIRMED)])
        self.assertGreater(answer.revision, 0)
        self.assertEqual(answer.policy.min_sides, 2)

    def test_a_vaguer_statement_is_supported_by_more_exact_ones(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a"), amount("4", "entities/b", "BOUND_AT_LEAST"))

        answer = self.check(candidate("4", "BOUND_AT_LEAST")).check

        self.assertEqual(answer.label, check_pb2.LABEL_SUPPORTED)
        relations = {each.value.quantity.amount: each.relation for each in answer.agreeing}
        self.assertEqual(relations, {"5": comparison_pb2.SET_RELATION_REFINES,
                                     "4": comparison_pb2.SET_RELATION_EQUAL})
        self.assertEqual(self.label(candidate("5")), "LABEL_NOT_ENOUGH_EVIDENCE")

    def test_what_two_sides_contradict_is_refuted(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a"), amount("5", "entities/b"))

        answer = self.check(candidate("7")).check

        self.assertEqual(answer.label, check_pb2.LABEL_REFUTED)
        self.assertEqual([each.value.quantity.amount for each in answer.disagreeing], ["5"])
        self.assertEqual(len(answer.agreeing), 0)

    def test_two_different_answers_refute_a_third_together_but_the_question_is_conflicting(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a"), amount("4", "entities/b"))
        self.assertEqual(self.label(candidate("7")), "LABEL_REFUTED")
        self.assertEqual(self.label(candidate("5")), "LABEL_CONFLICTING_EVIDENCE")

    def test_what_one_side_says_and_another_denies_is_conflicting(self):
        self.put_question(valueType="VALUE_TYPE_BOOLEAN", unit="")
        self.record_claims(*[claim(question=Q, party=f"entities/{party}", polarity=f"POLARITY_{polarity}",
                                   value={"boolean": True})
                             for party, polarity in (("a", "AFFIRMS"), ("b", "DENIES"))])

        answer = self.check(check_pb2.Candidate(claim=claim(question=Q, value={"boolean": True}))).check

        self.assertEqual(answer.label, check_pb2.LABEL_CONFLICTING_EVIDENCE)
        self.assertEqual((len(answer.agreeing), len(answer.disagreeing)), (1, 1))

    def test_a_question_in_conflict_makes_a_statement_beside_it_conflicting(self):
        self.put_question()
        self.create(entity("entities/c"))
        self.record_claims(amount("5", "entities/a"), amount("8", "entities/b"))
        self.assertEqual(self.label(candidate("4", "BOUND_AT_LEAST")), "LABEL_SUPPORTED")
        self.assertEqual(self.label(candidate("6", "BOUND_AT_LEAST")), "LABEL_CONFLICTING_EVIDENCE")

    def test_what_one_side_says_is_not_enough_and_what_would_be_is_said(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a"))

        answer = self.check(candidate("5")).check

        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertEqual(len(answer.missing), 1)
        self.assertIn("side", answer.missing[0])
        self.assertEqual(answer.comparison.status, comparison_pb2.STATUS_UNCONFIRMED)

    def test_what_one_side_contradicts_is_not_refuted_yet(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a"))

        answer = self.check(candidate("7")).check

        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertEqual([each.value.quantity.amount for each in answer.disagreeing], ["5"])
        self.assertIn("1 of the 2 sides", answer.missing[0])

    def test_what_was_said_later_and_goes_further_does_not_refute(self):
        self.put_question(evolution="EVOLUTION_INCREASING")
        self.record_claims(*[amount("5", party, saidTime="2025-12-24") for party in ("entities/a", "entities/b")])

        undated = self.check(candidate("4")).check

        self.assertEqual(undated.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertEqual(len(undated.disagreeing), 0)
        self.assertIn("without a said time", undated.missing[0])
        self.assertEqual(self.label(candidate("4", saidTime="2025-12-23")), "LABEL_NOT_ENOUGH_EVIDENCE")
        self.assertEqual(self.label(candidate("4", saidTime="2025-12-25")), "LABEL_REFUTED")
        self.assertEqual(self.label(candidate("6")), "LABEL_REFUTED")

    def test_texts_that_nothing_relates_are_said_to_be_the_reason(self):
        self.put_question(valueType="VALUE_TYPE_TEXT", unit="")
        self.record_claims(*[claim(question=Q, party=party, value={"text": "To flee."})
                             for party in ("entities/a", "entities/b")])

        answer = self.check(check_pb2.Candidate(claim=claim(question=Q, value={"text": "To attack."}))).check

        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertIn("no relation is on file", answer.missing[0])

    def test_its_own_party_gives_a_statement_no_support(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a"))
        for party in ("entities/b", "entities/never-heard-of", ""):
            answer = self.check(check_pb2.Candidate(claim=amount("5", party))).check
            self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)

    def test_a_question_that_is_not_on_file_is_not_enough(self):
        answer = self.check(candidate("5")).check
        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertEqual(list(answer.missing), [f"{Q} is not on file."])
        self.assertEqual(answer.question, Q)
        self.assertFalse(answer.HasField("comparison"))

    def test_an_entity_that_is_not_on_file_is_no_other_of_its_name(self):
        self.put_question(valueType="VALUE_TYPE_ENTITY", unit="")
        self.create(entity("entities/jamaat", displayName="Jamaat"))
        self.record_claims(*[claim(question=Q, party=party, value={"entity": "entities/jamaat"})
                             for party in ("entities/a", "entities/b")])

        unknown = claim(question=Q, value={"entity": "entities/jamaat-2"})
        answer = self.check(check_pb2.Candidate(claim=unknown)).check

        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertEqual(list(answer.missing), ["entities/jamaat-2 is not on file."])
        self.assertEqual(answer.comparison.status, comparison_pb2.STATUS_CONFIRMED)
        unknown.value.entity = "entities/jamaat"
        self.assertEqual(self.label(check_pb2.Candidate(claim=unknown)), "LABEL_SUPPORTED")

    def test_a_class_that_no_claim_names_is_supported_by_its_members(self):
        self.put_question(valueType="VALUE_TYPE_ENTITY", unit="")
        self.create(entity("entities/faction"), entity("entities/group", broader=["entities/faction"]))
        self.create(entity("entities/member", broader=["entities/group"]), entity("entities/other"))
        self.record_claims(*[claim(question=Q, party=party, value={"entity": "entities/member"})
                             for party in ("entities/a", "entities/b")])

        def label_of(name):
            return self.label(check_pb2.Candidate(claim=claim(question=Q, value={"entity": name})))

        self.assertEqual(label_of("entities/faction"), "LABEL_SUPPORTED")
        self.assertEqual(label_of("entities/other"), "LABEL_REFUTED")

    def test_nothing_is_written(self):
        self.put_question()
        before = self.record_claims(amount("5", "entities/a")).revision
        self.check(candidate("5"))
        self.assertEqual(self.check(candidate("5"), min_revision=before).revision, before)

    def test_policy_and_times_are_those_of_a_comparison(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a", saidTime="2025-12-24"))
        last = self.record_claims(amount("5", "entities/b", saidTime="2025-12-27"))
        earlier = comparison_pb2.ReadTimes(said_until="2025-12-25")
        self.assertEqual(self.label(candidate("5")), "LABEL_SUPPORTED")
        self.assertEqual(self.label(candidate("5"), read_times=earlier), "LABEL_NOT_ENOUGH_EVIDENCE")
        self.assertEqual(self.label(candidate("5"), policy=comparison_pb2.Policy(min_sides=3)),
                         "LABEL_NOT_ENOUGH_EVIDENCE")
        answer = self.check(candidate("5"), read_times=comparison_pb2.ReadTimes(known_at=str(last.revision - 1)))
        self.assertEqual((answer.check.label, answer.revision),
                         (check_pb2.LABEL_NOT_ENOUGH_EVIDENCE, last.revision - 1))
        with self.refused(grpc.StatusCode.NOT_FOUND, "policy.parties[0]: "):
            self.check(candidate("5"), policy=comparison_pb2.Policy(parties=["entities/z"]))
        with self.refused(grpc.StatusCode.OUT_OF_RANGE, "readTimes.knownAt: revision 999999"):
            self.check(candidate("5"), read_times=comparison_pb2.ReadTimes(known_at="999999"))

    def test_a_wrong_candidate_is_refused_by_path(self):
        self.put_question()
        yes = check_pb2.Candidate(claim=claim(question=Q, value={"boolean": True}))
        both = candidate("5")
        both.text = "Five."
        for wrong, message in (
                (candidate("five"), "candidate.claim.value.quantity.amount: not a decimal number"),
                (yes, "candidate.claim.value.boolean: a QUANTITY question admits"),
                (check_pb2.Candidate(claim=claim(question=Q)), "candidate.claim.value: is required"),
                (candidate("5", question="topics/t"), "candidate.claim.question: "),
                (both, "candidate.text: is set beside claim"),
                (check_pb2.Candidate(), "candidate.claim: is required, or text"),
                (words("Five.", of="t"), "candidate.topic: "),
                (words(" \n "), "candidate.text: holds white space alone")):
            with self.refused(grpc.StatusCode.INVALID_ARGUMENT, message):
                self.check(wrong)


class CheckingWords(CheckingCase):
    def setUp(self):
        super().setUp()
        self.put_question()
        self.create(question("topics/t/questions/intent", valueType="VALUE_TYPE_TEXT"))

    def put_words(self, text, number="5", party="entities/a", **fields):
        self.record_claims(amount(number, party, text=text, **fields))

    def test_words_on_file_are_checked_as_the_claim_that_says_them(self):
        self.put_words("Five people died.")
        self.put_words("Five dead.", party="entities/b")

        answer = self.check(words("  five  people DIED")).check

        self.assertEqual((answer.label, answer.question), (check_pb2.LABEL_SUPPORTED, Q))

    def test_a_texts_own_words_are_found_and_affirm_it(self):
        text = {"question": "topics/t/questions/intent", "value": {"text": "To flee."}}
        self.record_claims(*[claim(party=party, polarity="POLARITY_DENIES", **text)
                             for party in ("entities/a", "entities/b")])

        answer = self.check(words("To flee")).check

        self.assertEqual((answer.label, answer.question), (check_pb2.LABEL_REFUTED, "topics/t/questions/intent"))

    def test_on_a_text_question_the_text_may_stand_for_the_value(self):
        self.record_claims(*[claim(party=party, question="topics/t/questions/intent", value={"text": "To flee."})
                             for party in ("entities/a", "entities/b")])
        stated = claim(question="topics/t/questions/intent", text="To flee")
        self.assertEqual(self.label(check_pb2.Candidate(claim=stated)), "LABEL_SUPPORTED")

    def test_words_that_nobody_says_are_not_enough(self):
        self.put_words("Five people died.")

        answer = self.check(words("Six people died.")).check

        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertEqual(list(answer.missing), ["No claim on file in topics/t says it in the same words."])
        self.assertEqual(answer.question, "")
        self.assertFalse(answer.HasField("comparison"))

    def test_words_that_stand_for_different_statements_are_not_enough(self):
        self.put_words("That many.")
        self.put_words("That many.", number="6", party="entities/b")

        answer = self.check(words("That many.")).check

        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertIn(f"2 different statements, on {Q}", answer.missing[0])
        self.assertEqual(answer.question, "")

    def test_one_statement_said_by_several_or_with_the_unit_spelled_out_is_one(self):
        self.put_words("Five.")
        spelled = amount("5.0", "entities/b", text="FIVE")
        spelled.value.quantity.unit = "persons"
        self.record_claims(spelled)
        self.assertEqual(self.label(words("five")), "LABEL_SUPPORTED")

    def test_a_voided_claims_words_are_not_read(self):
        self.put_words("Five.", number="50", name=f"{Q}/claims/typo")
        self.put_words("Five.", party="entities/b")
        self.assertIn("2 different statements", self.check(words("Five.")).check.missing[0])

        self.ledger.Withdraw(ledger.WithdrawRequest(workspace=self.workspace, withdrawals=[
            withdrawal(claim=f"{Q}/claims/typo", kind="WITHDRAWAL_KIND_VOIDED")]))

        self.assertEqual(self.check(words("Five.")).check.question, Q)

    def test_what_was_demanded_is_not_compared(self):
        self.put_words("Five must go.", speechAct="SPEECH_ACT_DEMAND")
        answer = self.check(words("Five must go.")).check
        self.assertEqual(list(answer.missing), ["Only assertions are compared."])

    def test_a_topic_that_is_not_on_file_is_not_enough(self):
        answer = self.check(words("Five.", of="topics/none")).check
        self.assertEqual(answer.label, check_pb2.LABEL_NOT_ENOUGH_EVIDENCE)
        self.assertEqual(list(answer.missing), ["topics/none is not on file."])
