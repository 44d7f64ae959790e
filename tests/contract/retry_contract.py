"""What the published retry policy makes a client do, against a server that refuses at first."""

import concurrent.futures
import json
import pathlib
import unittest

import grpc
from case import PATIENCE
from gainsay.v1 import admin_service_pb2, comparison_service_pb2
from gainsay.v1 import ledger_service_pb2 as ledger
from gainsay.v1 import ledger_service_pb2_grpc
from google.protobuf import descriptor_pb2

POLICY = (pathlib.Path(__file__).resolve().parents[2] / "docs" / "retry-policy.json").read_text()


class RefusesAtFirst(ledger_service_pb2_grpc.LedgerServiceServicer):
    """Is unavailable to the first two calls, whatever they are."""

    def __init__(self):
        self.calls = 0

    def _refuse_at_first(self, context):
        self.calls += 1
        if self.calls <= 2:
            context.abort(grpc.StatusCode.UNAVAILABLE, "not yet")

    def GetEntity(self, request, context):
        self._refuse_at_first(context)
        return ledger.GetEntityResponse(revision=7)

    def RecordClaims(self, request, context):
        self._refuse_at_first(context)
        return ledger.RecordClaimsResponse(revision=7)

    def CreateEntity(self, request, context):
        self._refuse_at_first(context)
        return ledger.CreateEntityResponse(revision=7)

    def Export(self, request, context):
        self._refuse_at_first(context)
        yield ledger.ExportResponse(revision=7)


class RetryPolicy(unittest.TestCase):
    def setUp(self):
        self.service = RefusesAtFirst()
        server = grpc.server(concurrent.futures.ThreadPoolExecutor())
        ledger_service_pb2_grpc.add_LedgerServiceServicer_to_server(self.service, server)
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        self.addCleanup(server.stop, None)
        channel = grpc.insecure_channel(f"127.0.0.1:{port}", options=[("grpc.service_config", POLICY)])
        self.addCleanup(channel.close)
        self.stub = ledger_service_pb2_grpc.LedgerServiceStub(channel)

    def test_reads_and_idempotent_writes_are_tried_again(self):
        for call, request in [(self.stub.GetEntity, ledger.GetEntityRequest()),
                              (self.stub.RecordClaims, ledger.RecordClaimsRequest())]:
            self.service.calls = 0
            self.assertEqual(call(request, timeout=PATIENCE).revision, 7)
            self.assertEqual(self.service.calls, 3)

    def test_creates_are_tried_once(self):
        with self.assertRaises(grpc.RpcError) as caught:
            self.stub.CreateEntity(ledger.CreateEntityRequest(), timeout=PATIENCE)
        self.assertEqual(caught.exception.code(), grpc.StatusCode.UNAVAILABLE)
        self.assertEqual(self.service.calls, 1)

    def test_streams_are_tried_once(self):
        with self.assertRaises(grpc.RpcError) as caught:
            list(self.stub.Export(ledger.ExportRequest(), timeout=PATIENCE))
        self.assertEqual(caught.exception.code(), grpc.StatusCode.UNAVAILABLE)
        self.assertEqual(self.service.calls, 1)

    def test_every_unary_method_but_the_creates_is_in_the_policy(self):
        idempotent = []
        for module in (ledger, comparison_service_pb2, admin_service_pb2):
            file = descriptor_pb2.FileDescriptorProto()
            module.DESCRIPTOR.CopyToProto(file)
            idempotent += [(f"{file.package}.{service.name}", method.name) for service in file.service
                           for method in service.method
                           if not method.client_streaming and not method.server_streaming
                           and not method.name.startswith("Create")]
        named = [(name["service"], name["method"]) for config in json.loads(POLICY)["methodConfig"]
                 for name in config["name"]]
        self.assertEqual(sorted(named), sorted(idempotent))
