"""Comparing, and the service's figures."""

import grpc
from case import ContractCase, amount, entity, question, silence
from gainsay.v1 import admin_service_pb2
from gainsay.v1 import comparison_pb2
from gainsay.v1 import comparison_service_pb2 as comparison
from gainsay.v1 import ledger_service_pb2 as ledger


class Comparing(ContractCase):
    def compare(self, name="topics/t/questions/q", **fields):
        return self.server.comparison.CompareQuestion(
            comparison.CompareQuestionRequest(workspace=self.workspace, question=name, **fields))

    def compare_topic(self, **fields):
        return self.server.comparison.CompareTopic(
            comparison.CompareTopicRequest(workspace=self.workspace, topic="topics/t", **fields))

    def status(self, **fields):
        return comparison_pb2.Status.Name(self.compare(**fields).comparisons[0].status)

    def put_conflict(self):
        """Two sides that differ; returns the revisions at which each had spoken."""
        self.put_question(title="How many?", respondents=["entities/b"])
        first = self.record_claims(amount("5", "entities/a", saidTime="2025-12-24"))
        second = self.record_claims(amount("4", "entities/b", saidTime="2025-12-27"))
        return first.revision, second.revision

    def test_what_two_sides_differ_on_is_conflicting(self):
        self.put_conflict()

        found = self.compare().comparisons[0]

        self.assertEqual(found.status, comparison_pb2.STATUS_CONFLICTING)
        self.assertEqual(found.conflict_kind, comparison_pb2.CONFLICT_KIND_DIFFERENT_VALUES)
        self.assertEqual(found.title, "How many?")
        self.assertEqual([each.value.quantity.amount for each in found.positions], ["5", "4"])
        self.assertEqual([list(each.sides) for each in found.positions], [["entities/a"], ["entities/b"]])
        self.assertEqual(found.respondents[0].state, comparison_pb2.RESPONDENT_STATE_SPOKE)

    def test_bounds_that_meet_are_confirmed_with_their_intersection(self):
        self.put_question()
        self.create(entity("entities/c"))
        self.record_claims(amount("10", "entities/a", "BOUND_AT_LEAST"), amount("12", "entities/b"),
                           amount("20", "entities/c", "BOUND_AT_MOST"))

        found = self.compare().comparisons[0]

        self.assertEqual(found.status, comparison_pb2.STATUS_CONFIRMED)
        self.assertEqual((found.consensus.value.quantity.lower, found.consensus.value.quantity.upper), ("10", "20"))

    def test_a_silence_is_shown_with_who_observed_it(self):
        self.put_question(respondents=["entities/b"])
        self.ledger.RecordSilences(ledger.RecordSilencesRequest(workspace=self.workspace, silences=[
            silence(question="topics/t/questions/q", party="entities/b", kind="SILENCE_KIND_NO_RESPONSE",
                    asOfTime="2025-12-29", appearances=[{"source": "sources/s"}])]))

        respondent = self.compare().comparisons[0].respondents[0]

        self.assertEqual(respondent.state, comparison_pb2.RESPONDENT_STATE_SILENT)
        self.assertEqual(list(respondent.silences[0].observers), ["entities/a"])

    def test_an_empty_question_is_an_answer(self):
        self.put_question()
        self.assertEqual(self.status(), "STATUS_NO_STATEMENTS")

    def test_the_answer_echoes_what_was_asked_with_its_defaults(self):
        self.put_conflict()
        times = comparison_pb2.ReadTimes(said_until="2025-12-25")

        answer = self.compare(read_times=times, policy=comparison_pb2.Policy(count_anonymous=True))

        self.assertEqual(answer.read_times, times)
        self.assertEqual(answer.policy, comparison_pb2.Policy(min_sides=2, count_anonymous=True))
        self.assertGreater(answer.revision, 0)
        self.assertFalse(self.compare().HasField("read_times"))

    def test_it_can_be_asked_what_was_said_and_known_by_then(self):
        first, second = self.put_conflict()
        self.assertEqual(self.status(read_times=comparison_pb2.ReadTimes(said_until="2025-12-26")),
                         "STATUS_UNCONFIRMED")
        self.assertEqual(self.status(read_times=comparison_pb2.ReadTimes(known_at=str(first))), "STATUS_UNCONFIRMED")
        self.assertEqual(self.status(read_times=comparison_pb2.ReadTimes(known_at=str(second))),
                         "STATUS_CONFLICTING")
        with self.refused(grpc.StatusCode.NOT_FOUND):
            self.compare(read_times=comparison_pb2.ReadTimes(known_at="1999-12"))

    def test_since_can_be_asked_for(self):
        first, second = self.put_conflict()
        since = self.compare().comparisons[0].since.known_at
        answer = self.compare(read_times=comparison_pb2.ReadTimes(known_at=since))
        self.assertEqual(answer.revision, second)

    def test_a_revision_to_come_is_out_of_range(self):
        self.put_conflict()
        with self.refused(grpc.StatusCode.OUT_OF_RANGE, "readTimes.knownAt: revision 999999"):
            self.compare(read_times=comparison_pb2.ReadTimes(known_at="999999"))

    def test_only_the_parties_asked_for_are_compared(self):
        self.put_conflict()
        self.assertEqual(self.status(policy=comparison_pb2.Policy(parties=["entities/a"])), "STATUS_UNCONFIRMED")
        with self.refused(grpc.StatusCode.NOT_FOUND, "policy.parties[0]: "):
            self.compare(policy=comparison_pb2.Policy(parties=["entities/z"]))

    def test_a_wrong_request_is_refused_by_path(self):
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "question: "):
            self.compare("topics/t")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "policy.minSides: is negative"):
            self.compare(policy=comparison_pb2.Policy(min_sides=-1))
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "readTimes.validAt: "):
            self.compare(read_times=comparison_pb2.ReadTimes(valid_at="then"))
        with self.refused(grpc.StatusCode.NOT_FOUND, "question: "):
            self.compare()
        with self.refused(grpc.StatusCode.NOT_FOUND, "topic: "):
            self.compare_topic()

    def test_an_explanation_comes_only_if_asked_for(self):
        self.put_conflict()
        self.assertEqual(len(self.compare().comparisons[0].explanation), 0)
        self.assertGreater(len(self.compare(explain=True).comparisons[0].explanation), 0)

    def test_a_topic_is_compared_in_pages_of_one_revision(self):
        self.put_conflict()
        self.create(*[question(f"topics/t/questions/z{number}", valueType="VALUE_TYPE_BOOLEAN")
                      for number in range(4)])

        first = self.compare_topic(page_size=2)
        self.create(question("topics/t/questions/a-later-one", valueType="VALUE_TYPE_BOOLEAN"))
        second = self.compare_topic(page_size=2, page_token=first.next_page_token)
        third = self.compare_topic(page_size=2, page_token=second.next_page_token)

        names = [each.question.rsplit("/", 1)[1] for page in (first, second, third) for each in page.comparisons]
        self.assertEqual(names, ["q", "z0", "z1", "z2", "z3"])
        self.assertEqual({page.revision for page in (first, second, third)}, {first.revision})
        self.assertEqual(third.next_page_token, "")

    def test_a_token_of_another_comparison_is_refused(self):
        self.put_conflict()
        self.create(question("topics/t/questions/r", valueType="VALUE_TYPE_BOOLEAN"))
        token = self.compare_topic(page_size=1).next_page_token
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "pageToken: is of another request"):
            self.compare_topic(page_size=1, page_token=token, explain=True)

    def test_figures_count_what_is_on_file(self):
        self.put_conflict()

        stats = self.server.admin.Stats(admin_service_pb2.StatsRequest(workspace=self.workspace))

        self.assertEqual((stats.entities, stats.sources, stats.topics, stats.questions), (2, 1, 1, 1))
        self.assertEqual((stats.claims, stats.silences, stats.relations, stats.withdrawals), (2, 0, 0, 0))
        self.assertEqual(stats.engine, "rocksdb")
        self.assertRegex(stats.version, r"^\d+\.\d+\.\d+")
        self.assertGreater(stats.revision, 0)
        self.assertGreater(stats.bytes_on_disk, 0)
