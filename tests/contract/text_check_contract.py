"""Checking a text that no claim says in the same words: the questions that it may be about."""

import grpc
from case import amount, claim, entity, question, topic, withdrawal
from checks import CheckingCase, Q, words
from gainsay.v1 import check_pb2
from gainsay.v1 import comparison_pb2
from gainsay.v1 import ledger_service_pb2 as ledger

U = "topics/u/questions/call"


class CheckingTexts(CheckingCase):
    def setUp(self):
        super().setUp()
        self.put_question(title="How many people died?")
        self.create(topic("topics/u"),
                    question(U, valueType="VALUE_TYPE_BOOLEAN", title="Did the ministers speak by telephone?"))

    def say(self, number, text, party="entities/a", **fields):
        return self.record_claims(amount(number, party, text=text, **fields))

    def call(self, text, party="entities/a", **fields):
        return self.record_claims(claim(question=U, party=party, value={"boolean": True}, text=text, **fields))

    def candidates(self, text, of="", **fields):
        return list(self.check(words(text, of=of), **fields).check.candidates)

    def test_without_a_topic_the_same_words_are_found_wherever_they_are(self):
        self.say("5", "Five people died.")
        self.say("5", "Five people died.", party="entities/b")
        self.call("The minister called.")

        answer = self.check(words("five people  DIED", of="")).check

        self.assertEqual((answer.label, answer.question), (check_pb2.LABEL_SUPPORTED, Q))
        self.assertEqual(len(answer.agreeing), 1)
        self.assertEqual(answer.comparison.title, "How many people died?")
        self.assertEqual(len(answer.candidates), 0)

    def test_other_words_name_the_question_that_they_may_be_about_and_what_is_said_there(self):
        self.say("5", "Five people died near the bridge.", name=f"{Q}/claims/five")
        self.say("5", "Five.", party="entities/b")
        self.call("The minister telephoned.")

        answer = self.check(words("Five persons died at the bridge", of="")).check

        self.assertEqual((answer.label, answer.question), (check_pb2.LABEL_NOT_ENOUGH_EVIDENCE, ""))
        self.assertFalse(answer.HasField("comparison"))
        self.assertEqual(list(answer.missing), ["No claim on file says it in the same words."])
        best = answer.candidates[0]
        self.assertEqual((best.question, best.title, best.claim), (Q, "How many people died?", f"{Q}/claims/five"))
        self.assertEqual(best.status, comparison_pb2.STATUS_CONFIRMED)
        self.assertEqual(best.consensus.value.quantity.amount, "5")
        self.assertEqual(best.score, 1)
        found = [best.snippet.text[match.begin:match.end] for match in best.snippet.matches]
        self.assertEqual(found, ["Five", "died", "the", "bridge"])
        self.assertEqual(best.reason, "It shares “Five”, “died”, “the” and “bridge” with what is on file there; "
                                      "no claim there says it in the same words.")

    def test_those_that_fit_best_come_first_and_say_how_well_the_others_do(self):
        self.say("5", "Five died when the bridge fell.")
        self.call("The minister spoke of the bridge by telephone.")

        found = self.candidates("the minister telephoned about the bridge")

        self.assertEqual([each.question for each in found], [U, Q])
        self.assertEqual(found[0].score, 1)
        self.assertTrue(0 < found[1].score < 1, found[1].score)

    def test_a_title_alone_makes_a_candidate_without_a_claim(self):
        found = self.candidates("They talked by telephone")
        self.assertEqual([(each.question, each.claim) for each in found], [(U, "")])
        self.assertEqual(found[0].status, comparison_pb2.STATUS_NO_STATEMENTS)
        self.assertIn("with the question's title", found[0].reason)

    def test_a_topic_narrows_the_candidates_to_it(self):
        self.say("5", "The bridge fell.")
        self.call("They spoke of the bridge.")
        self.assertEqual({each.question for each in self.candidates("about a bridge")}, {Q, U})
        self.assertEqual([each.question for each in self.candidates("about a bridge", of="topics/u")], [U])

    def test_no_more_than_five_are_named(self):
        for number in range(8):
            name = f"topics/t/questions/bridge-{number}"
            self.create(question(name, valueType="VALUE_TYPE_BOOLEAN", title="Which bridge?"))
            for party in ("entities/a", "entities/b"):
                self.record_claims(claim(question=name, party=party, value={"boolean": True}, text="A bridge"))
        found = self.candidates("some bridge or other")
        self.assertEqual(len({each.question for each in found}), 5)
        self.assertEqual(len(found), 5)

    def test_words_that_stand_for_statements_in_two_topics_are_taken_for_neither(self):
        self.say("5", "As was said.")
        self.call("As was said.")

        answer = self.check(words("as was said", of="")).check

        self.assertEqual((answer.label, answer.question), (check_pb2.LABEL_NOT_ENOUGH_EVIDENCE, ""))
        self.assertIn(f"2 different statements, on {Q} and {U}", answer.missing[0])
        self.assertEqual({each.question for each in answer.candidates}, {Q, U})
        self.assertEqual({each.reason for each in answer.candidates},
                         {"A claim there says it in the same words, but these stand for another statement as well."})
        self.assertEqual(self.check(words("as was said", of="topics/u")).check.question, U)

    def test_words_within_other_words_are_not_the_same(self):
        self.say("5", "It is not so that five people died.")
        answer = self.check(words("Five people died", of="")).check
        self.assertEqual((answer.label, answer.question), (check_pb2.LABEL_NOT_ENOUGH_EVIDENCE, ""))
        self.assertEqual([each.question for each in answer.candidates], [Q])

    def test_what_was_not_yet_known_is_no_candidate(self):
        before = self.say("5", "Five.").revision
        self.call("The minister spoke about the bridge.", name=f"{U}/claims/bridge")
        then = comparison_pb2.ReadTimes(known_at=str(before))
        self.assertEqual([each.claim for each in self.candidates("which bridge")], [f"{U}/claims/bridge"])
        self.assertEqual(self.candidates("which bridge", read_times=then), [])

    def test_what_was_recorded_by_mistake_is_no_candidate(self):
        self.call("They spoke about the bridge.", name=f"{U}/claims/typo")
        self.assertEqual([each.claim for each in self.candidates("which bridge")], [f"{U}/claims/typo"])
        self.ledger.Withdraw(ledger.WithdrawRequest(workspace=self.workspace, withdrawals=[
            withdrawal(claim=f"{U}/claims/typo", kind="WITHDRAWAL_KIND_VOIDED")]))
        self.assertEqual(self.candidates("which bridge"), [])

    def test_what_was_just_written_is_found(self):
        for number in range(10):
            self.create(question(f"topics/t/questions/w{number}", valueType="VALUE_TYPE_BOOLEAN"))
            self.record_claims(claim(question=f"topics/t/questions/w{number}", party="entities/a",
                                     value={"boolean": True}, text=f"Word{number}x is heard"))
            found = self.candidates(f"was it word{number}x?")
            self.assertEqual(found[0].question, f"topics/t/questions/w{number}")

    def test_words_that_nothing_on_file_has_lead_nowhere_and_that_is_said(self):
        answer = self.check(words("xylophone", of="")).check
        self.assertEqual(list(answer.missing), ["No claim on file says it in the same words.",
                                                "No claim and no question there shares a word with it."])
        self.assertEqual(len(answer.candidates), 0)

    def test_quotation_marks_are_marks_like_any_other(self):
        self.say("5", "The bridge fell")
        self.assertEqual([each.question for each in self.candidates('a "broken bridge"')], [Q])

    def test_policy_and_times_are_those_of_a_comparison(self):
        self.say("5", "Five died at the bridge.", saidTime="2025-12-24")
        self.say("5", "Five.", party="entities/b", saidTime="2025-12-27")
        status = lambda **fields: self.candidates("the bridge", **fields)[0].status
        self.assertEqual(status(), comparison_pb2.STATUS_CONFIRMED)
        self.assertEqual(status(policy=comparison_pb2.Policy(min_sides=3)), comparison_pb2.STATUS_UNCONFIRMED)
        self.assertEqual(status(read_times=comparison_pb2.ReadTimes(said_until="2025-12-25")),
                         comparison_pb2.STATUS_UNCONFIRMED)

    def test_another_workspace_has_no_candidates(self):
        self.say("5", "The bridge fell")
        self.workspace += "-2"
        self.assertEqual(self.candidates("The bridge fell"), [])

    def test_a_stream_answers_a_text_as_a_call_does(self):
        self.say("5", "Five died at the bridge.")
        self.call("They spoke about the bridge.")
        asked = [words("at a bridge", of=""), words("five died at the bridge", of=""), words("bridge", of="topics/u"),
                 words("xylophone", of="")]
        for answer, alone in zip(self.stream(asked), [self.check(each) for each in asked], strict=True):
            self.assertEqual(answer.label, alone.check.label)
            self.assertEqual(answer.question, alone.check.question)
            self.assertEqual(list(answer.missing), list(alone.check.missing))
            self.assertEqual(list(answer.candidates), list(alone.check.candidates))
            self.assertEqual(answer.comparison, alone.check.comparison)

    def test_nothing_is_written(self):
        before = self.say("5", "The bridge fell").revision
        self.assertEqual(self.check(words("which bridge", of="")).revision, before)
        self.assertEqual(self.check(words("bridge fell", of=""), min_revision=before).revision, before)

    def test_words_that_more_claims_hold_than_are_looked_at_want_a_topic(self):
        for begin in range(0, 1_002, 501):
            self.record_claims(*[amount(str(number), "entities/a", text="The very same words")
                                 for number in range(begin, begin + 501)])
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "candidate.topic: is required: more than 1000"):
            self.check(words("the very same words", of=""))
        answer = next(self.stream([words("the very same words", of="")]))
        self.assertEqual((answer.error.code, answer.error.field), ("INVALID_ARGUMENT", "topic"))
        self.assertIn("1002 different statements", self.check(words("the very same words")).check.missing[0])
