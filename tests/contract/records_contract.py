"""Claims, silences and withdrawals."""

import grpc
from case import ContractCase, amount, silence, withdrawal
from gainsay.v1 import claim_pb2
from gainsay.v1 import ledger_service_pb2 as ledger


class Records(ContractCase):
    def get(self, name):
        return self.ledger.GetClaim(ledger.GetClaimRequest(workspace=self.workspace, name=name))

    def list(self, **fields):
        answer = self.ledger.ListClaims(ledger.ListClaimsRequest(workspace=self.workspace, **fields))
        return [each.party for each in answer.claims]

    def withdraw(self, *withdrawals):
        return self.ledger.Withdraw(ledger.WithdrawRequest(workspace=self.workspace, withdrawals=withdrawals))

    def test_a_claim_without_an_id_gets_one_from_its_content(self):
        self.put_question()

        first = self.record_claims(amount("5", "entities/a"))
        again = self.record_claims(amount("5", "entities/a"))

        self.assertFalse(first.results[0].existed)
        self.assertTrue(again.results[0].existed)
        self.assertEqual(first.results[0].name, again.results[0].name)
        self.assertTrue(first.results[0].name.startswith("topics/t/questions/q/claims/"))

    def test_a_claim_is_read_with_what_the_service_adds(self):
        self.put_question()
        recorded = self.record_claims(amount("5", "entities/a", saidTime="2025-12-24"))

        read = self.get(recorded.results[0].name)

        self.assertEqual(read.claim.value.quantity.amount, "5")
        self.assertEqual(read.claim.speech_act, claim_pb2.SPEECH_ACT_ASSERTION)
        self.assertEqual(read.claim.revision, recorded.revision)
        self.assertGreater(read.claim.record_time.seconds, 0)
        self.assertEqual(list(read.withdrawals), [])

    def test_a_bad_item_fails_the_batch_and_is_named(self):
        self.put_question()
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "claims[1].value.quantity.amount: not a decimal"):
            self.record_claims(amount("5", "entities/a"), amount("five", "entities/a"))
        with self.refused(grpc.StatusCode.NOT_FOUND, "claims[1].party: entities/z"):
            self.record_claims(amount("5", "entities/a"), amount("5", "entities/z"))
        self.assertEqual(self.list(), [])

    def test_a_value_of_another_type_is_refused(self):
        self.put_question()
        wrong = amount("5", "entities/a")
        wrong.value.boolean = True
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "claims[0].value.boolean: a QUANTITY question"):
            self.record_claims(wrong)

    def test_a_batch_is_neither_empty_nor_larger_than_a_thousand(self):
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "claims: is empty"):
            self.record_claims()
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "claims: has 1001 items"):
            self.record_claims(*[amount("5", "entities/a")] * 1001)

    def test_another_claim_under_a_used_name_is_refused(self):
        self.put_question()
        name = self.record_claims(amount("5", "entities/a")).results[0].name
        with self.refused(grpc.StatusCode.ALREADY_EXISTS, "claims[0].name: "):
            self.record_claims(amount("6", "entities/a", name=name))

    def test_claims_are_listed_by_what_is_asked_for(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a", saidTime="2025-12-24", appearances=[{"source": "sources/s"}]),
                           amount("6", "entities/b", saidTime="2025-12-27"))

        self.assertCountEqual(self.list(parent="topics/t"), ["entities/a", "entities/b"])
        self.assertCountEqual(self.list(parent="topics/t/questions/q"), ["entities/a", "entities/b"])
        self.assertEqual(self.list(party="entities/b"), ["entities/b"])
        self.assertEqual(self.list(source="sources/s"), ["entities/a"])
        self.assertEqual(self.list(said_time="2025-12-27"), ["entities/b"])
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "parent: "):
            self.list(parent="entities/a")
        with self.refused(grpc.StatusCode.NOT_FOUND, "parent: "):
            self.list(parent="topics/none")

    def test_claims_are_paged(self):
        self.put_question()
        self.record_claims(*[amount(str(number), "entities/a") for number in range(5)])
        request = ledger.ListClaimsRequest(workspace=self.workspace, page_size=2)

        names = []
        while True:
            page = self.ledger.ListClaims(request)
            names += [each.name for each in page.claims]
            request.page_token = page.next_page_token
            if not page.next_page_token:
                break

        self.assertEqual(len(names), 5)
        self.assertEqual(names, sorted(set(names)))

    def test_silences_are_recorded(self):
        self.put_question()
        request = ledger.RecordSilencesRequest(workspace=self.workspace, silences=[
            silence(question="topics/t/questions/q", party="entities/a", kind="SILENCE_KIND_NO_RESPONSE")])

        first = self.ledger.RecordSilences(request)
        again = self.ledger.RecordSilences(request)

        self.assertFalse(first.results[0].existed)
        self.assertTrue(again.results[0].existed)
        request.silences[0].ClearField("kind")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "silences[0].kind: is required"):
            self.ledger.RecordSilences(request)

    def test_a_withdrawal_is_shown_with_its_claim(self):
        self.put_question()
        name = self.record_claims(amount("5", "entities/a")).results[0].name

        withdrawn = self.withdraw(withdrawal(claim=name, kind="WITHDRAWAL_KIND_RETRACTED", time="2026-01-02"))

        shown = self.get(name).withdrawals
        self.assertEqual([each.name for each in shown], [withdrawn.results[0].name])
        self.assertEqual(shown[0].claim, name)

    def test_only_the_side_that_said_it_takes_it_back(self):
        self.put_question()
        name = self.record_claims(amount("5", "entities/a")).results[0].name
        with self.refused(grpc.StatusCode.FAILED_PRECONDITION, "withdrawals[0].party: "):
            self.withdraw(withdrawal(claim=name, kind="WITHDRAWAL_KIND_RETRACTED", party="entities/b"))
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "withdrawals[0].kind: "):
            self.withdraw(withdrawal(claim=name, kind="WITHDRAWAL_KIND_SOURCE_PULLED"))
