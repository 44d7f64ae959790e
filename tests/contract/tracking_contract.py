"""How questions and parties have fared: GetHistory and GetPartyRecord."""

import grpc
from case import ContractCase, amount, claim, entity, question, topic, withdrawal
from gainsay.v1 import comparison_pb2
from gainsay.v1 import comparison_service_pb2 as comparison
from gainsay.v1 import history_pb2
from gainsay.v1 import ledger_service_pb2 as ledger
from gainsay.v1 import party_record_pb2

QUESTION = "topics/t/questions/q"


class History(ContractCase):
    def history(self, **fields):
        fields = {"question": QUESTION, **fields}
        return self.server.comparison.GetHistory(
            comparison.GetHistoryRequest(workspace=self.workspace, **fields))

    def statuses(self, **fields):
        entries = self.history(**fields).entries
        return [comparison_pb2.Status.Name(each.status).removeprefix("STATUS_") for each in entries]

    def compared(self, known_at):
        request = comparison.CompareQuestionRequest(
            workspace=self.workspace, question=QUESTION, read_times=comparison_pb2.ReadTimes(known_at=known_at))
        return self.server.comparison.CompareQuestion(request).comparisons[0].status

    def put_story(self):
        """Two sides agree, a third differs in a statement learned last but said first, and takes it back."""
        self.put_question(title="How many?")
        self.create(entity("entities/c"))
        self.record_claims(amount("5", "entities/a", saidTime="2025-12-24"))
        self.record_claims(amount("5", "entities/b", saidTime="2025-12-27"))
        late = self.record_claims(amount("4", "entities/c", saidTime="2025-12-23"))
        self.ledger.Withdraw(ledger.WithdrawRequest(workspace=self.workspace, withdrawals=[
            withdrawal(name="withdrawals/w", claim=late.results[0].name, kind="WITHDRAWAL_KIND_RETRACTED",
                       time="2026-01-02")]))
        return late.results[0].name

    def test_what_is_known_is_replayed_in_the_order_in_which_it_was_said(self):
        self.put_story()

        answer = self.history()

        self.assertEqual(self.statuses(), ["UNCONFIRMED", "CONFLICTING", "CONFIRMED"])
        self.assertEqual([each.said_time for each in answer.entries], ["2025-12-23", "2025-12-24", "2026-01-02"])
        self.assertEqual(list(answer.entries[2].causes), ["withdrawals/w"])
        self.assertEqual(answer.entries[2].consensus.value.quantity.amount, "5")
        self.assertEqual((answer.question, answer.title), (QUESTION, "How many?"))
        self.assertEqual(answer.axis, history_pb2.HISTORY_AXIS_SAID)
        self.assertEqual(answer.policy, comparison_pb2.Policy(min_sides=2))
        self.assertGreater(answer.revision, 0)

    def test_each_answer_that_was_given_is_given_again_when_asked_known_at(self):
        late = self.put_story()

        answer = self.history(axis=history_pb2.HISTORY_AXIS_KNOWN)

        self.assertEqual(self.statuses(axis=history_pb2.HISTORY_AXIS_KNOWN),
                         ["UNCONFIRMED", "CONFIRMED", "CONFLICTING", "CONFIRMED"])
        self.assertEqual(answer.entries[2].said_time, "2025-12-23")
        self.assertEqual(list(answer.entries[2].causes), [late])
        before = comparison_pb2.STATUS_NO_STATEMENTS
        for entry in answer.entries:
            self.assertEqual(self.compared(entry.known_at), entry.status)
            self.assertEqual(self.compared(str(entry.revision)), entry.status)
            self.assertEqual(self.compared(str(entry.revision - 1)), before)
            before = entry.status

    def test_it_ends_at_the_moment_asked_for(self):
        self.put_story()
        times = comparison_pb2.ReadTimes(said_until="2025-12-25")
        self.assertEqual(self.statuses(read_times=times), ["UNCONFIRMED", "CONFLICTING"])
        self.assertEqual(self.history(read_times=times).read_times, times)

    def test_the_policy_decides(self):
        self.put_story()
        policy = comparison_pb2.Policy(min_sides=3)
        self.assertEqual(self.statuses(policy=policy), ["UNCONFIRMED", "CONFLICTING", "UNCONFIRMED"])

    def test_a_wrong_request_is_refused_by_path(self):
        self.put_story()
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "axis: "):
            self.history(axis=17)
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "question: "):
            self.history(question="topics/t")
        with self.refused(grpc.StatusCode.NOT_FOUND, "question: "):
            self.history(question="topics/t/questions/z")
        with self.refused(grpc.StatusCode.NOT_FOUND, "policy.parties[0]: "):
            self.history(policy=comparison_pb2.Policy(parties=["entities/z"]))
        with self.refused(grpc.StatusCode.OUT_OF_RANGE, "readTimes.knownAt: revision 999999"):
            self.history(read_times=comparison_pb2.ReadTimes(known_at="999999"))


class PartyRecord(ContractCase):
    def party(self, name="entities/a", **fields):
        return self.server.comparison.GetPartyRecord(
            comparison.GetPartyRecordRequest(workspace=self.workspace, party=name, **fields))

    def put_side(self):
        """A party and its spokesperson, and another who contradicts the spokesperson."""
        self.put_question(title="How many?")
        self.create(entity("entities/speaker", speaksFor={"entity": "entities/a"}))
        self.create(question("topics/t/questions/r", valueType="VALUE_TYPE_BOOLEAN", title="Has it?"))
        self.record_claims(
            amount("5", "entities/speaker", saidTime="2025-12-24", name=f"{QUESTION}/claims/five"),
            amount("4", "entities/b", saidTime="2025-12-25"),
            claim(question="topics/t/questions/r", party="entities/a", value={"boolean": True},
                  name="topics/t/questions/r/claims/yes"),
            claim(question="topics/t/questions/r", party="entities/a", value={"boolean": True},
                  speechAct="SPEECH_ACT_DEMAND", name="topics/t/questions/r/claims/demand"))

    def test_a_party_and_its_side_are_counted_with_the_claims_behind_each_number(self):
        self.put_side()

        answer = self.party()

        self.assertEqual(answer.own, party_record_pb2.Tally(claims=2, unanswered=1, not_compared=1))
        self.assertEqual(answer.side, party_record_pb2.Tally(claims=3, contradicted=1, unanswered=1, not_compared=1))
        self.assertEqual([each.claim.rsplit("/", 1)[1] for each in answer.claims], ["five", "yes", "demand"])
        self.assertEqual(answer.claims[0].outcome, party_record_pb2.OUTCOME_CONTRADICTED)
        self.assertEqual(answer.claims[0].title, "How many?")
        self.assertEqual(answer.claims[0].party, "entities/speaker")
        self.assertEqual(answer.claims[0].value.quantity.amount, "5")
        self.assertEqual(answer.claims[0].said_time, "2025-12-24")
        self.assertEqual((answer.party, answer.policy), ("entities/a", comparison_pb2.Policy(min_sides=2)))

    def test_pages_are_of_one_revision_and_the_numbers_of_all(self):
        self.put_side()

        first = self.party(page_size=2)
        self.record_claims(amount("4", "entities/a", saidTime="2025-12-26"))
        second = self.party(page_size=2, page_token=first.next_page_token)

        self.assertEqual([len(first.claims), len(second.claims)], [2, 1])
        self.assertEqual((second.revision, second.side), (first.revision, first.side))
        self.assertEqual(second.next_page_token, "")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "pageToken: is of another request"):
            self.party("entities/b", page_token=first.next_page_token)

    def test_only_the_topic_and_the_moment_asked_for_are_counted(self):
        self.put_side()
        self.create(topic("topics/u"))
        self.assertEqual(self.party(topic="topics/u").side.claims, 0)
        times = comparison_pb2.ReadTimes(said_until="2025-12-24")
        self.assertEqual(self.party(read_times=times).side.unanswered, 2)

    def test_whoever_is_compared_the_party_is_among_them(self):
        self.put_side()
        self.create(entity("entities/c"))
        answer = self.party(policy=comparison_pb2.Policy(parties=["entities/c"]))
        self.assertEqual(list(answer.policy.parties), ["entities/c", "entities/a"])
        self.assertEqual(answer.side.unanswered, 2)

    def test_a_wrong_request_is_refused_by_path(self):
        self.put_side()
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "party: "):
            self.party("a")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "topic: "):
            self.party(topic="entities/a")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "pageSize: is negative"):
            self.party(page_size=-1)
        with self.refused(grpc.StatusCode.NOT_FOUND, "party: "):
            self.party("entities/z")
        with self.refused(grpc.StatusCode.NOT_FOUND, "topic: "):
            self.party(topic="topics/z")
