"""Import and Export."""

import queue

import grpc
from case import PATIENCE, ContractCase, record
from gainsay.v1 import ledger_service_pb2 as ledger


class Import:
    """An import that is under way: what is sent to it, and the answers as they come."""

    def __init__(self, stub, **options):
        self._requests = queue.SimpleQueue()
        self._requests.put(ledger.ImportRequest(options=ledger.ImportOptions(**options)))
        self.answers = stub.Import(iter(self._requests.get, None), timeout=PATIENCE)

    def send(self, *records, line=0):
        for each in records:
            self._requests.put(ledger.ImportRequest(record=each, line=line))

    def end(self):
        """Returns all further answers."""
        self._requests.put(None)
        return list(self.answers)

    def cancel(self):
        self.answers.cancel()
        self._requests.put(None)


CASE = [
    record("entity", name="entities/a", kind="ENTITY_KIND_GOVERNMENT"),
    record("source", name="sources/s", publisher="entities/a", publishTime="2025-12-27"),
    record("topic", name="topics/t", title="T"),
    record("question", name="topics/t/questions/q", valueType="VALUE_TYPE_BOOLEAN", respondents=["entities/a"]),
    record("claim", question="topics/t/questions/q", party="entities/a", value={"boolean": True},
           appearances=[{"source": "sources/s"}]),
    record("silence", question="topics/t/questions/q", party="entities/a", kind="SILENCE_KIND_NO_RESPONSE"),
    record("withdrawal", source="sources/s", kind="WITHDRAWAL_KIND_SOURCE_PULLED", time="2026-01-02"),
]

TEXTS = [
    record("topic", name="topics/u"),
    record("question", name="topics/u/questions/q", valueType="VALUE_TYPE_TEXT"),
    record("claim", name="topics/u/questions/q/claims/a", question="topics/u/questions/q", party="entities/a",
           value={"text": "one"}),
    record("claim", name="topics/u/questions/q/claims/b", question="topics/u/questions/q", party="entities/a",
           value={"text": "two"}),
    record("relation", **{"from": "topics/u/questions/q/claims/a", "to": "topics/u/questions/q/claims/b",
                          "kind": "RELATION_KIND_ENTAILS", "author": "entities/a",
                          "method": "RELATION_METHOD_HUMAN"}),
]


class Streams(ContractCase):
    def load(self, records, workspace=None, **options):
        """Imports all of it; returns the last answer and every error."""
        stream = Import(self.ledger, workspace=workspace or self.workspace, **options)
        stream.send(*records)
        answers = stream.end()
        return answers[-1], [error for answer in answers for error in answer.errors]

    def export(self, workspace=None, **fields):
        request = ledger.ExportRequest(workspace=workspace or self.workspace, **fields)
        return list(self.ledger.Export(request, timeout=PATIENCE))

    def exported(self, workspace=None, **fields):
        return [each for answer in self.export(workspace, **fields) for each in answer.records]

    def exists(self, name):
        try:
            self.ledger.GetEntity(ledger.GetEntityRequest(workspace=self.workspace, name=name))
        except grpc.RpcError as error:
            self.assertEqual(error.code(), grpc.StatusCode.NOT_FOUND)
            return False
        return True

    def test_records_come_in_any_order_and_twice(self):
        first, errors = self.load(reversed(CASE + TEXTS))
        self.assertEqual(list(errors), [])
        self.assertEqual((first.written, first.unchanged, first.waiting), (12, 0, 0))

        again, errors = self.load(CASE + TEXTS)
        self.assertEqual(list(errors), [])
        self.assertEqual((again.written, again.unchanged), (0, 12))

    def test_what_is_exported_can_be_imported_and_exported_just_the_same(self):
        self.load(CASE + TEXTS)

        there = self.exported()
        self.load(there, workspace="a-copy")

        self.assertEqual([each.WhichOneof("record") for each in there],
                         ["entity", "source", "topic", "topic", "question", "question", "claim", "claim", "claim",
                          "silence", "relation", "withdrawal"])
        self.assertEqual([each.SerializeToString(deterministic=True) for each in self.exported("a-copy")],
                         [each.SerializeToString(deterministic=True) for each in there])

    def test_exported_records_are_without_what_the_service_adds(self):
        self.load(CASE)
        for each in self.exported():
            noun = getattr(each, each.WhichOneof("record"))
            for field in ("etag", "revision", "recorder"):
                self.assertFalse(getattr(noun, field, ""), f"{field} of {noun}")
            if "record_time" in noun.DESCRIPTOR.fields_by_name:
                self.assertFalse(noun.HasField("record_time"))

    def test_an_export_goes_on_after_any_record(self):
        self.load(CASE)
        everything = self.exported()
        for place, each in enumerate(everything):
            name = getattr(each, each.WhichOneof("record")).name
            self.assertEqual(self.exported(after=name), everything[place + 1:])
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "after: "):
            self.export(after="nothing")

    def test_an_export_goes_on_at_its_revision(self):
        self.load(CASE)
        answer = self.export()[-1]
        self.load([record("entity", name="entities/later")])

        self.assertNotIn("entities/later", [each.entity.name for each in self.exported(revision=answer.revision)])
        self.assertIn("entities/later", [each.entity.name for each in self.exported()])
        with self.refused(grpc.StatusCode.OUT_OF_RANGE):
            self.export(revision=10**12)

    def test_an_export_of_a_topic_has_all_it_needs(self):
        self.load(CASE + TEXTS + [record("entity", name="entities/elsewhere")])

        there = self.exported(topic="topics/u")
        last, errors = self.load(there, workspace="topic-copy")

        self.assertEqual(list(errors), [])
        self.assertEqual(last.written, 6)
        with self.refused(grpc.StatusCode.NOT_FOUND):
            self.export(topic="topics/none")

    def test_an_export_of_nothing_names_its_revision(self):
        answers = self.export()
        self.assertEqual(len(answers), 1)
        self.assertEqual(list(answers[0].records), [])

    def test_a_large_export_comes_in_parts(self):
        self.load([record("entity", name=f"entities/e{number}") for number in range(1_200)])
        answers = self.export()
        self.assertGreater(len(answers), 1)
        self.assertEqual(sum(len(answer.records) for answer in answers), 1_200)
        self.assertEqual(len({answer.revision for answer in answers}), 1)

    def test_a_bad_record_is_reported_and_the_rest_kept(self):
        bad_amount = record("claim", question="topics/t/questions/q", party="entities/a",
                            value={"quantity": {"amount": "five"}})
        unknown_party = record("claim", question="topics/t/questions/q", party="entities/z",
                               value={"boolean": True})

        last, errors = self.load(CASE[:3] + [bad_amount] + CASE[3:] + [unknown_party])

        self.assertEqual([(each.line, each.field, each.code) for each in errors],
                         [(4, "claim.value.quantity.amount", grpc.StatusCode.INVALID_ARGUMENT.value[0]),
                          (9, "claim.party", grpc.StatusCode.NOT_FOUND.value[0])])
        self.assertEqual(errors[0].reason, "not a decimal number")
        self.assertEqual((last.written, last.refused, last.last_line), (7, 2, 9))

    def test_a_record_without_a_noun_is_reported(self):
        stream = Import(self.ledger, workspace=self.workspace)
        stream.send(record("entity", name="entities/a"))
        stream.send(None, line=7)
        errors = [error for answer in stream.end() for error in answer.errors]
        self.assertEqual([(each.line, each.field) for each in errors], [(7, "record")])

    def test_errors_name_the_callers_lines(self):
        stream = Import(self.ledger, workspace=self.workspace)
        stream.send(record("entity", name="wrong"), line=41)
        self.assertEqual([error.line for answer in stream.end() for error in answer.errors], [41])

    def test_lines_only_increase(self):
        stream = Import(self.ledger, workspace=self.workspace)
        stream.send(record("entity", name="entities/a"), line=5)
        stream.send(record("entity", name="entities/b"), line=5)
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "line: 5 does not come after 5"):
            stream.end()

    def test_many_errors_come_in_parts_and_none_is_lost(self):
        last, errors = self.load([record("entity", name="wrong")] * 2_500)
        self.assertEqual([each.line for each in errors], list(range(1, 2_501)))
        self.assertEqual(last.refused, 2_500)

    def test_many_refused_at_the_end_come_in_parts_and_none_is_lost(self):
        orphans = [record("entity", name=f"entities/e{number}", ownedBy="entities/never")
                   for number in range(2_500)]
        last, errors = self.load(orphans)
        self.assertEqual([each.line for each in errors], list(range(1, 2_501)))
        self.assertEqual((last.refused, last.waiting), (2_500, 0))

    def test_what_came_before_a_pause_is_answered(self):
        stream = Import(self.ledger, workspace=self.workspace)
        stream.send(record("entity", name="entities/a"))

        answer = next(stream.answers)

        self.assertEqual((answer.last_line, answer.written), (1, 1))
        self.assertTrue(self.exists("entities/a"))
        self.assertEqual(stream.end()[-1].written, 1)

    def test_each_batch_is_answered_when_it_is_durable(self):
        stream = Import(self.ledger, workspace=self.workspace)
        stream.send(*[record("entity", name=f"entities/e{number}") for number in range(3_000)])

        answers = stream.end()

        self.assertGreater(len(answers), 2)
        self.assertEqual(answers[-1].written, 3_000)
        self.assertEqual([each.written for each in answers], sorted(each.written for each in answers))

    def test_a_dry_run_writes_nothing(self):
        last, _ = self.load(CASE, dry_run=True)
        self.assertEqual(last.written, 7)
        self.assertEqual(self.exported(), [])

    def test_what_is_missing_is_made_on_request(self):
        owned = [record("entity", name="entities/a", ownedBy="entities/owner")]

        refused, errors = self.load(owned)
        self.assertEqual((refused.refused, errors[0].field), (1, "entity.ownedBy"))

        made, errors = self.load(owned, create_missing=True)
        self.assertEqual((made.written, made.created_missing, list(errors)), (1, 1, []))
        self.assertTrue(self.exists("entities/owner"))

    def test_a_stream_that_breaks_off_makes_nothing_up(self):
        stream = Import(self.ledger, workspace=self.workspace, create_missing=True)
        stream.send(record("entity", name="entities/a", ownedBy="entities/owner"),
                    record("entity", name="entities/done"))
        self.assertEqual(next(stream.answers).waiting, 1)

        stream.cancel()

        self.assertTrue(self.exists("entities/done"))
        self.assertFalse(self.exists("entities/owner"))

    def test_wrong_options_are_refused(self):
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "options.workspace: "):
            self.load([], workspace="My desk")

    def test_a_different_claim_under_a_used_name_is_reported(self):
        self.load(CASE + TEXTS)
        other = record("claim", name="topics/u/questions/q/claims/a", question="topics/u/questions/q",
                       party="entities/a", value={"text": "three"})
        _, errors = self.load([other])
        self.assertEqual([(each.field, each.code) for each in errors],
                         [("claim.name", grpc.StatusCode.ALREADY_EXISTS.value[0])])
