"""Checking a stream of statements."""

import queue

import grpc
from case import PATIENCE, amount, entity
from checks import CheckingCase, Q, candidate, words
from gainsay.v1 import check_pb2
from gainsay.v1 import comparison_pb2
from gainsay.v1 import comparison_service_pb2 as comparison


class CheckingStreams(CheckingCase):
    def setUp(self):
        super().setUp()
        self.put_question()
        self.record_claims(amount("5", "entities/a"), amount("5", "entities/b"))

    def test_each_of_a_thousand_is_answered_in_order_and_bad_ones_with_their_error(self):
        sent = [candidate("five" if number % 10 == 3 else str(number % 7)) for number in range(1_000)]

        answers = list(self.stream(sent))

        self.assertEqual([each.line for each in answers], list(range(1, 1_001)))
        for number, answer in enumerate(answers):
            if number % 10 == 3:
                self.assertEqual((answer.error.code, answer.error.field, answer.error.message),
                                 ("INVALID_ARGUMENT", "claim.value.quantity.amount", "not a decimal number"))
                self.assertEqual(answer.label, check_pb2.LABEL_UNSPECIFIED)
                continue
            supported = number % 7 == 5
            self.assertEqual(answer.label,
                             check_pb2.LABEL_SUPPORTED if supported else check_pb2.LABEL_REFUTED, number)
            self.assertFalse(answer.HasField("error"))
            self.assertEqual(answer.comparison.question, Q)
            self.assertGreater(answer.revision, 0)

    def test_who_reads_slowly_gets_every_answer(self):
        # More than connection and stream hold on their way, so that the server has to wait.
        answers = self.stream(candidate("5") for _ in range(2_000))
        first = next(answers)
        for _ in range(20):
            self.check(candidate("5"))
        self.assertEqual([first.line] + [each.line for each in answers], list(range(1, 2_001)))

    def test_an_answer_comes_before_the_next_candidate_is_sent(self):
        requests = queue.SimpleQueue()
        answers = self.stream(iter(requests.get, None))
        for number, label in (("5", check_pb2.LABEL_SUPPORTED), ("6", check_pb2.LABEL_REFUTED)):
            requests.put(candidate(number))
            self.assertEqual(next(answers).label, label)
        requests.put(None)
        self.assertEqual(list(answers), [])

    def test_each_is_checked_at_the_latest_revision(self):
        requests = queue.SimpleQueue()
        answers = self.stream(iter(requests.get, None))
        requests.put(candidate("5"))
        before = next(answers)
        self.create(entity("entities/c"))
        written = self.record_claims(amount("6", "entities/c"))
        requests.put(candidate("5"))
        after = next(answers)
        requests.put(None)
        self.assertEqual((before.label, after.label),
                         (check_pb2.LABEL_SUPPORTED, check_pb2.LABEL_CONFLICTING_EVIDENCE))
        self.assertLess(before.revision, written.revision)
        self.assertEqual(after.revision, written.revision)

    def test_a_revision_asked_for_holds_for_all(self):
        latest = self.check(candidate("5")).revision
        self.create(entity("entities/c"))
        self.record_claims(amount("6", "entities/c"))
        times = comparison_pb2.ReadTimes(known_at=str(latest))
        answers = list(self.stream([candidate("5"), words("none")], read_times=times))
        self.assertEqual([each.revision for each in answers], [latest, latest])
        self.assertEqual(answers[0].label, check_pb2.LABEL_SUPPORTED)

    def test_answers_name_the_callers_lines_which_only_increase(self):
        def on(line):
            return comparison.CheckClaimsRequest(line=line, candidate=candidate("5"))

        answers = self.stream([on(41), candidate("5"), on(50)])
        self.assertEqual([each.line for each in answers], [41, 42, 50])
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "line: 5 does not come after 5"):
            list(self.stream([on(5), on(5)]))

    def test_a_message_without_a_candidate_is_an_error_in_its_place(self):
        answers = list(self.stream([candidate("5"), comparison.CheckClaimsRequest(), candidate("5")]))
        self.assertEqual([each.error.field for each in answers], ["", "claim", ""])

    def test_the_first_message_may_hold_a_candidate_too(self):
        first = comparison.CheckClaimsRequest(options=comparison.CheckOptions(workspace=self.workspace),
                                              candidate=candidate("5"))
        answers = list(self.server.comparison.CheckClaims(iter([first]), timeout=PATIENCE))
        self.assertEqual([each.label for each in answers], [check_pb2.LABEL_SUPPORTED])

    def test_nothing_sent_is_nothing_answered(self):
        self.assertEqual(list(self.stream([])), [])

    def test_wrong_options_are_refused(self):
        policy = comparison_pb2.Policy(parties=["entities/z"])
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "options.policy.minSides: is negative"):
            list(self.stream([], policy=comparison_pb2.Policy(min_sides=-1)))
        with self.refused(grpc.StatusCode.NOT_FOUND, "options.policy.parties[0]: entities/z"):
            list(self.stream([candidate("5")], policy=policy))
        with self.refused(grpc.StatusCode.OUT_OF_RANGE, "options.readTimes.knownAt: revision 999999"):
            list(self.stream([candidate("5")], read_times=comparison_pb2.ReadTimes(known_at="999999")))

    def test_one_who_breaks_off_leaves_the_server_well(self):
        requests = queue.SimpleQueue()
        answers = self.stream(iter(requests.get, None))
        requests.put(candidate("5"))
        next(answers)
        answers.cancel()
        requests.put(None)
        self.assertEqual(self.label(candidate("5")), "LABEL_SUPPORTED")
