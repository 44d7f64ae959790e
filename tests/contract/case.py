"""What the contract's tests share: a server process, its stubs, and ways to write what is on file."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

import grpc
from gainsay.v1 import admin_service_pb2_grpc
from gainsay.v1 import comparison_service_pb2_grpc
from gainsay.v1 import ledger_service_pb2 as ledger
from gainsay.v1 import ledger_service_pb2_grpc
from gainsay.v1 import record_pb2
from google.protobuf import json_format

PROGRAM = None  # set by contract_test.py

# Long enough for a loaded machine; no test waits for it unless something is wrong.
PATIENCE = 60

SERVING = 1
NOT_SERVING = 2


class Server:
    """A gainsayd on a free port, over the data in a folder."""

    def __init__(self, folder, *flags):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GAINSAY_")}
        self.process = subprocess.Popen(
            [PROGRAM, "--data-dir", folder, "--listen", "127.0.0.1:0", *flags],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        self.banner = [self.process.stdout.readline() for _ in range(3)]
        listening = re.fullmatch(r"listening on (127\.0\.0\.1:\d+)\n", self.banner[1])
        if listening is None:
            raise AssertionError(f"gainsayd did not start: {self.banner} {self.process.stderr.read()}")
        self.address = listening[1]
        self.channel = grpc.insecure_channel(self.address)
        self.ledger = ledger_service_pb2_grpc.LedgerServiceStub(self.channel)
        self.comparison = comparison_service_pb2_grpc.ComparisonServiceStub(self.channel)
        self.admin = admin_service_pb2_grpc.AdminServiceStub(self.channel)

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def wait(self):
        """Returns the exit status."""
        status = self.process.wait(timeout=PATIENCE)
        self.process.stdout.close()
        self.process.stderr.close()
        return status

    def stop(self):
        self.channel.close()
        if self.process.poll() is None:
            self.terminate()
        return self.wait()

    def health(self, service=""):
        """Returns what the standard health service says of a service; its messages are small enough for hand."""
        check = self.channel.unary_unary("/grpc.health.v1.Health/Check")
        return health_status(check(health_request(service), timeout=PATIENCE))

    def watch_health(self):
        watch = self.channel.unary_stream("/grpc.health.v1.Health/Watch")
        return watch(health_request(""), timeout=PATIENCE)


def health_request(service):
    name = service.encode()
    return bytes([0x0A, len(name)]) + name if name else b""


def health_status(response):
    return response[1] if response else 0


def record(noun, /, **fields):
    """A Record from JSON names and long enum values."""
    return json_format.ParseDict({noun: fields}, record_pb2.Record())


def entity(name, **fields):
    return record("entity", name=name, **fields).entity


def source(name, **fields):
    return record("source", name=name, **fields).source


def topic(name, **fields):
    return record("topic", name=name, **fields).topic


def question(name, **fields):
    return record("question", name=name, **fields).question


def claim(**fields):
    return record("claim", **fields).claim


def silence(**fields):
    return record("silence", **fields).silence


def relation(**fields):
    return record("relation", **fields).relation


def withdrawal(**fields):
    return record("withdrawal", **fields).withdrawal


class ContractCase(unittest.TestCase):
    """Tests against one server; each in a workspace of its own."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="gainsay-contract-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.server = Server(cls.folder)
        cls.addClassCleanup(cls.server.stop)
        cls.ledger = cls.server.ledger

    def setUp(self):
        self.workspace = self.id().rsplit(".", 1)[1].lower().replace("_", "-")[:100]

    @contextlib.contextmanager
    def refused(self, code, message=""):
        """Expects an error of this code, whose message begins like this."""
        with self.assertRaises(grpc.RpcError) as caught:
            yield caught
        self.assertEqual(caught.exception.code(), code, caught.exception.details())
        self.assertTrue(caught.exception.details().startswith(message), caught.exception.details())

    def create(self, *nouns):
        """Puts entities, sources, topics and questions on file; returns the last one's answer."""
        for noun in nouns:
            kind = type(noun).__name__
            request = getattr(ledger, f"Create{kind}Request")(workspace=self.workspace, **{kind.lower(): noun})
            answer = getattr(self.ledger, f"Create{kind}")(request)
        return answer

    def record_claims(self, *claims):
        return self.ledger.RecordClaims(ledger.RecordClaimsRequest(workspace=self.workspace, claims=claims))

    def put_question(self, **fields):
        """Puts a question on how many there were, and two parties and a document, on file."""
        self.create(entity("entities/a"), entity("entities/b"), source("sources/s", publisher="entities/a"))
        self.create(topic("topics/t", title="T"))
        fields = {"valueType": "VALUE_TYPE_QUANTITY", "unit": "persons", **fields}
        return self.create(question("topics/t/questions/q", **fields))


def amount(number, party, bound="BOUND_EXACT", **fields):
    """A claim on the question of put_question, unless the fields name another."""
    value = {"quantity": {"amount": number, "bound": bound}}
    return claim(**{"question": "topics/t/questions/q", "party": party, "value": value, **fields})
