"""A write that is sent again with its request's id is done once."""

import os
import tempfile

import grpc
from case import ContractCase, Server, amount, entity
from gainsay.v1 import ledger_service_pb2 as ledger


class Idempotency(ContractCase):
    def claims(self, *claims, request_id="r-1"):
        return self.ledger.RecordClaims(
            ledger.RecordClaimsRequest(workspace=self.workspace, claims=claims, request_id=request_id))

    def create_entity(self, name, request_id="r-1", **fields):
        return self.ledger.CreateEntity(ledger.CreateEntityRequest(
            workspace=self.workspace, entity=entity(name, **fields), request_id=request_id))

    def test_a_batch_sent_again_is_answered_as_the_first_time(self):
        self.put_question()
        first = self.claims(amount("5", "entities/a"), amount("5", "entities/b"))
        self.record_claims(amount("4", "entities/b"))

        self.assertEqual(self.claims(amount("5", "entities/a"), amount("5", "entities/b")), first)
        self.assertEqual([result.existed for result in first.results], [False, False])
        # Without the id, or with another, it is told that they are on file.
        for request_id in ("", "r-2"):
            again = self.claims(amount("5", "entities/a"), request_id=request_id)
            self.assertTrue(again.results[0].existed)

    def test_a_batch_that_wrote_nothing_is_known_again_too(self):
        self.put_question()
        self.record_claims(amount("5", "entities/a"))
        first = self.claims(amount("5", "entities/a"))
        self.assertTrue(first.results[0].existed)
        self.create(entity("entities/c"))
        self.assertEqual(self.claims(amount("5", "entities/a")), first)

    def test_nouns_are_created_and_updated_once(self):
        created = self.create_entity("entities/a", displayName="A")
        self.assertEqual(self.create_entity("entities/a", displayName="A"), created)

        update = ledger.UpdateEntityRequest(
            workspace=self.workspace, entity=entity("entities/a", displayName="B", etag=created.entity.etag),
            request_id="r-2")
        updated = self.ledger.UpdateEntity(update)
        self.ledger.UpdateEntity(ledger.UpdateEntityRequest(
            workspace=self.workspace, entity=entity("entities/a", displayName="C")))
        self.assertEqual(self.ledger.UpdateEntity(update), updated)
        self.assertEqual(updated.entity.display_name, "B")

    def test_an_id_belongs_to_one_request(self):
        self.put_question()
        self.create_entity("entities/c")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "requestId: r-1 was given to another request"):
            self.create_entity("entities/d")
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "requestId: r-1 was given to another request"):
            self.claims(amount("5", "entities/b"))

    def test_an_id_is_of_one_workspace(self):
        self.create_entity("entities/a")
        self.workspace += "-2"
        self.create_entity("entities/b")

    def test_a_malformed_id_is_refused(self):
        for request_id in ("a b", "x" * 101, "ü"):
            with self.subTest(request_id), self.refused(grpc.StatusCode.INVALID_ARGUMENT, "requestId: is not"):
                self.create_entity("entities/a", request_id=request_id)

    def test_a_refused_request_is_done_when_it_can_be(self):
        self.put_question()
        with self.refused(grpc.StatusCode.NOT_FOUND):
            self.claims(amount("5", "entities/later"))
        self.create(entity("entities/later"))
        self.assertFalse(self.claims(amount("5", "entities/later")).results[0].existed)


class IdempotencyAcrossRestarts(ContractCase):
    """On servers of its own."""

    @classmethod
    def setUpClass(cls):
        pass

    def start(self, folder):
        self.server = Server(os.path.join(folder, "data"))
        self.addCleanup(self.server.stop)
        self.ledger = self.server.ledger

    def test_a_request_is_known_again_after_kill_9(self):
        folder = tempfile.TemporaryDirectory(prefix="gainsay-contract-")
        self.addCleanup(folder.cleanup)
        self.start(folder.name)
        self.put_question()
        request = ledger.RecordClaimsRequest(
            workspace=self.workspace, claims=[amount("5", "entities/a")], request_id="r-1")
        first = self.ledger.RecordClaims(request)
        self.server.process.kill()
        self.server.process.wait()

        self.start(folder.name)
        self.assertEqual(self.ledger.RecordClaims(request), first)
