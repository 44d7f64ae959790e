"""Changes of status, as they happen: Watch."""

import os
import tempfile
import threading
import time

import grpc
from case import PATIENCE, ContractCase, Server, amount, claim, entity, source, topic, question, withdrawal
from gainsay.v1 import comparison_pb2
from gainsay.v1 import comparison_service_pb2 as comparison
from gainsay.v1 import ledger_service_pb2 as ledger

QUESTION = "topics/t/questions/q"


def named(status):
    return comparison_pb2.Status.Name(status).removeprefix("STATUS_")


class Feed:
    """One watch, and what it has told."""

    def __init__(self, server, workspace, **fields):
        request = comparison.WatchRequest(workspace=workspace, **fields)
        self.call = server.comparison.Watch(request, timeout=PATIENCE)
        self.answers = iter(self.call)
        self.token = ""

    def until_idle(self):
        """The changes told until there are no more."""
        changes = []
        for answer in self.answers:
            changes += answer.changes
            self.token = answer.resume_token
            if answer.caught_up:
                return changes
        raise AssertionError("the watch ended")

    def next_change(self):
        while True:
            answer = next(self.answers)
            self.token = answer.resume_token
            if answer.changes:
                return answer.changes[0]

    def close(self):
        self.call.cancel()


def words(changes):
    return [(change.question, named(change.old_status), named(change.new_status)) for change in changes]


class Watch(ContractCase):
    def watch(self, **fields):
        feed = Feed(self.server, self.workspace, **fields)
        self.addCleanup(feed.close)
        return feed

    def test_changes_are_told_as_they_happen_with_what_caused_them(self):
        self.put_question()
        feed = self.watch()
        self.assertEqual(feed.until_idle(), [])

        recorded = self.record_claims(amount("5", "entities/a", name=f"{QUESTION}/claims/a5"))
        first = feed.next_change()
        self.assertEqual(words([first]), [(QUESTION, "NO_STATEMENTS", "UNCONFIRMED")])
        self.assertEqual((first.revision, list(first.causes)), (recorded.revision, [f"{QUESTION}/claims/a5"]))

        self.record_claims(amount("5", "entities/b"))
        second = feed.next_change()
        self.assertEqual(words([second]), [(QUESTION, "UNCONFIRMED", "CONFIRMED")])
        self.assertEqual(second.consensus.value.quantity.amount, "5")

    def test_a_watch_resumes_where_it_ended_and_misses_nothing(self):
        self.put_question()
        feed = self.watch()
        feed.until_idle()
        self.record_claims(amount("5", "entities/a"))
        feed.next_change()
        feed.close()
        self.record_claims(amount("4", "entities/b"))

        again = self.watch(resume_token=feed.token).until_idle()

        self.assertEqual(words(again), [(QUESTION, "UNCONFIRMED", "CONFLICTING")])
        self.assertEqual(comparison_pb2.ConflictKind.Name(again[0].conflict_kind), "CONFLICT_KIND_DIFFERENT_VALUES")

    def test_it_begins_after_any_revision(self):
        begun = self.put_question().revision
        self.record_claims(amount("5", "entities/a"))
        self.record_claims(amount("5", "entities/b"))
        self.assertEqual([each[2] for each in words(self.watch(after_revision=begun).until_idle())],
                         ["UNCONFIRMED", "CONFIRMED"])
        self.assertEqual(self.watch().until_idle(), [])

    def test_a_commit_of_many_changes_is_told_in_parts_between_which_it_can_be_resumed(self):
        self.create(entity("entities/a"), topic("topics/t"))
        questions = [f"topics/t/questions/q{number:03}" for number in range(250)]
        begun = self.create(*(question(name, valueType="VALUE_TYPE_BOOLEAN") for name in questions)).revision
        self.record_claims(*(claim(question=name, party="entities/a", value={"boolean": True}) for name in questions))

        feed = self.watch(after_revision=begun)
        next(feed.answers)
        answer = next(feed.answers)
        self.assertEqual((len(answer.changes), answer.revision, answer.caught_up), (100, begun, False))

        rest = self.watch(resume_token=answer.resume_token).until_idle()
        told = [change.question for change in [*answer.changes, *rest]]
        self.assertEqual(told, questions)

    def test_only_what_is_asked_for_is_told(self):
        begun = self.put_question().revision
        self.create(question("topics/t/questions/other", valueType="VALUE_TYPE_QUANTITY", unit="persons"))
        self.record_claims(amount("5", "entities/a"))
        self.record_claims(amount("5", "entities/b", question="topics/t/questions/other"))
        self.record_claims(amount("4", "entities/b"))

        def told(**fields):
            return [each[::2] for each in words(self.watch(after_revision=begun, **fields).until_idle())]

        self.assertEqual(told(topic=QUESTION), [(QUESTION, "UNCONFIRMED"), (QUESTION, "CONFLICTING")])
        self.assertEqual(told(topic="topics/t", party="entities/b"),
                         [("topics/t/questions/other", "UNCONFIRMED"), (QUESTION, "CONFLICTING")])
        self.assertEqual(told(statuses=[comparison_pb2.STATUS_CONFLICTING]), [(QUESTION, "CONFLICTING")])
        self.assertEqual(told(policy=comparison_pb2.Policy(min_sides=1))[0], (QUESTION, "CONFIRMED"))

    def test_a_source_pulled_three_citations_away_and_an_entity_that_changes_sides(self):
        self.put_question()
        self.create(source("sources/s3"))
        for number in (2, 1):
            self.create(source(f"sources/s{number}", cites=[{"source": f"sources/s{number + 1}"}]))
        seen = [{"source": f"sources/s{number}"} for number in (1, 2, 3)]
        self.record_claims(amount("5", "entities/a", appearances=seen), amount("5", "entities/b"))
        feed = self.watch()
        feed.until_idle()

        b = entity("entities/b", speaksFor={"entity": "entities/a"})
        self.ledger.UpdateEntity(ledger.UpdateEntityRequest(workspace=self.workspace, entity=b))
        change = feed.next_change()
        self.assertEqual((words([change])[0][1:], list(change.causes)), (("CONFIRMED", "UNCONFIRMED"), ["entities/b"]))

        self.ledger.UpdateEntity(
            ledger.UpdateEntityRequest(workspace=self.workspace, entity=entity("entities/b")))
        self.assertEqual(words([feed.next_change()])[0][1:], ("UNCONFIRMED", "CONFIRMED"))
        self.ledger.Withdraw(ledger.WithdrawRequest(workspace=self.workspace, withdrawals=[
            withdrawal(name="withdrawals/w", source="sources/s3", kind="WITHDRAWAL_KIND_SOURCE_PULLED",
                       time="2026-01-02")]))
        change = feed.next_change()
        self.assertEqual((words([change])[0][1:], list(change.causes)),
                         (("CONFIRMED", "UNCONFIRMED"), ["withdrawals/w"]))

    def test_what_cannot_be_watched_is_refused(self):
        self.put_question()
        feed = self.watch()
        feed.until_idle()
        for code, message, fields in (
            (grpc.StatusCode.NOT_FOUND, "topic: topics/x is not on file", {"topic": "topics/x"}),
            (grpc.StatusCode.NOT_FOUND, "party: ", {"party": "entities/x"}),
            (grpc.StatusCode.INVALID_ARGUMENT, "topic: ", {"topic": "entities/a"}),
            (grpc.StatusCode.INVALID_ARGUMENT, "statuses[0]: ", {"statuses": [0]}),
            (grpc.StatusCode.INVALID_ARGUMENT, "resumeToken: is none", {"resume_token": "x"}),
            (grpc.StatusCode.INVALID_ARGUMENT, "resumeToken: is of another request",
             {"resume_token": feed.token, "topic": "topics/t"}),
            (grpc.StatusCode.INVALID_ARGUMENT, "afterRevision: ", {"after_revision": -1}),
            (grpc.StatusCode.OUT_OF_RANGE, "revision 1000000 has not been made", {"after_revision": 1000000}),
        ):
            with self.subTest(fields), self.refused(code, message):
                next(self.watch(**fields).answers)

    def test_a_slow_reader_is_told_everything_later(self):
        self.create(entity("entities/a"), entity("entities/b"), topic("topics/t"))
        names = [f"topics/t/questions/q{number:04}" for number in range(1000)]
        begun = 0
        for first in range(0, 1000, 250):
            for name in names[first:first + 250]:
                begun = self.create(question(name, valueType="VALUE_TYPE_BOOLEAN")).revision
        feed = self.watch(after_revision=begun)
        next(feed.answers)
        for value in (True, False):
            party = "entities/a" if value else "entities/b"
            self.record_claims(*(claim(question=name, party=party, value={"boolean": value}) for name in names))
        told = feed.until_idle()
        while len(told) < 2000:
            told += feed.until_idle()
        self.assertEqual([each[2] for each in words(told)], ["UNCONFIRMED"] * 1000 + ["CONFLICTING"] * 1000)


class WatchAcrossRestarts(ContractCase):
    """On servers of its own."""

    @classmethod
    def setUpClass(cls):
        pass

    def start(self, folder, *flags):
        self.server = Server(os.path.join(folder, "data"), *flags)
        self.addCleanup(self.server.stop)
        self.ledger = self.server.ledger

    def test_watches_leave_room_for_other_calls(self):
        folder = tempfile.TemporaryDirectory(prefix="gainsay-contract-")
        self.addCleanup(folder.cleanup)
        self.start(folder.name, "--max-streams", "2", "--max-calls", "1")
        self.put_question()
        feeds = [Feed(self.server, self.workspace) for _ in range(2)]
        for feed in feeds:
            feed.until_idle()
        with self.refused(grpc.StatusCode.RESOURCE_EXHAUSTED, "too many calls"):
            next(Feed(self.server, self.workspace).answers)
        self.record_claims(amount("5", "entities/a"))
        feeds[0].next_change()
        feeds.pop().close()
        until = time.monotonic() + PATIENCE
        while True:
            try:
                Feed(self.server, self.workspace).until_idle()
                break
            except grpc.RpcError as error:
                self.assertEqual(error.code(), grpc.StatusCode.RESOURCE_EXHAUSTED)
                self.assertLess(time.monotonic(), until)

    def test_a_draining_server_ends_the_watch_and_the_next_goes_on(self):
        folder = tempfile.TemporaryDirectory(prefix="gainsay-contract-")
        self.addCleanup(folder.cleanup)
        self.start(folder.name)
        self.put_question()
        feed = Feed(self.server, self.workspace)
        feed.until_idle()
        self.record_claims(amount("5", "entities/a"))
        feed.next_change()
        ended = threading.Event()
        feed.call.add_callback(ended.set)
        self.server.terminate()
        self.assertTrue(ended.wait(PATIENCE))
        self.assertEqual(feed.call.code(), grpc.StatusCode.UNAVAILABLE)
        self.assertIn("draining", feed.call.details())
        self.assertEqual(self.server.process.wait(timeout=PATIENCE), 0)

        self.start(folder.name)
        self.record_claims(amount("5", "entities/b"))
        changes = Feed(self.server, self.workspace, resume_token=feed.token).until_idle()
        self.assertEqual(words(changes), [(QUESTION, "UNCONFIRMED", "CONFIRMED")])
