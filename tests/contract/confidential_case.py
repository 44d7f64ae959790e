"""A store in which every field of a confidential source holds a mark, and a search for the marks in answers."""

import base64
import hashlib
import json
import pathlib
import re
import shutil
import tempfile
import unittest
import urllib.parse

import grpc
from case import PATIENCE, Server, amount, entity, question, silence, source, topic, withdrawal
from gainsay.v1 import admin_service_pb2
from gainsay.v1 import comparison_service_pb2
from gainsay.v1 import ledger_service_pb2
from google.protobuf import json_format
from google.protobuf import message_factory
from google.protobuf import symbol_database

QUESTION = "topics/t/questions/q"
WITHDRAWN = "topics/t/questions/withdrawn"
HIDDEN = "sources/zornmark"
PUBLISHER = "entities/publishermark"
DIGEST = "d1ce" * 16

# What nobody may learn without the role, by what it is.
MARKS = {"name": "zornmark", "title": "titlemark", "uri": "urimark", "archive": "archivemark", "digest": DIGEST,
         "publisher": "publishermark", "quote": "quotemark", "locator": "locatormark", "time": "1987",
         "cited": "citedmark"}

ROLES = {"desk": ["admin", "sources"], "insider": ["reader", "sources"], "reader": ["reader"], "writer": ["writer"]}

SERVICES = [file.services_by_name[name] for file, name in (
    (ledger_service_pb2.DESCRIPTOR, "LedgerService"), (comparison_service_pb2.DESCRIPTOR, "ComparisonService"),
    (admin_service_pb2.DESCRIPTOR, "AdminService"))]
METHODS = {method.name: method for service in SERVICES for method in service.methods}


def tokens_file(folder):
    lines = []
    for name, roles in ROLES.items():
        salt = hashlib.sha256(name.encode()).digest()[:16]
        digest = hashlib.sha256(salt + f"secret-of-the-{name}".encode()).hexdigest()
        token = {"id": f"id{name}", "salt": salt.hex(), "sha256": digest}
        lines.append(json.dumps({"name": name, "token": token, "roles": {"*": roles}}))
    path = pathlib.Path(folder, "tokens.jsonl")
    path.write_text("\n".join(lines) + "\n")
    path.chmod(0o600)
    return str(path)


def message_class(descriptor):
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(descriptor)
    return symbol_database.Default().GetPrototype(descriptor)


def forms(mark):
    """A mark as it would look in bytes, and within what is encoded."""
    plain = mark.encode()
    yield plain
    yield plain.hex().encode()
    yield urllib.parse.quote("/" + mark, safe="").encode()
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for lead in range(3):
            # The characters that depend on what comes before and after are left out.
            whole = encode(b"\0" * lead + plain).rstrip(b"=")
            yield whole[(0, 2, 3)[lead]:-1]


def decoded(text):
    """What the tokens in some bytes come to."""
    for found in re.findall(rb"[A-Za-z0-9_-]{16,}", text):
        yield base64.urlsafe_b64decode(found[:len(found) // 4 * 4])


def marks_in(text, but=()):
    held = b"\n".join((text, *decoded(text)))
    return {what for what, mark in MARKS.items()
            if what not in but and any(form in held for form in forms(mark))}


class ConfidentialCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="gainsay-contract-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.start()
        cls.put_case()

    @classmethod
    def start(cls):
        cls.server = Server(cls.folder + "/data", "--tokens", tokens_file(cls.folder))
        cls.addClassCleanup(cls.server.stop)

    @classmethod
    def logged(cls):
        """Returns what the server has logged, and starts another."""
        cls.server.terminate()
        log = cls.server.process.stderr.read()
        cls.server.stop()
        cls.start()
        return log.encode()

    @classmethod
    def raw(cls, who, method, *requests):
        """Returns an answer as it comes: its bytes with all metadata, and its status."""
        kind = METHODS[method]
        path = f"/{kind.containing_service.full_name}/{method}"
        request_class = message_class(kind.input_type)
        messages = [json_format.ParseDict(each, request_class()) for each in requests]
        options = {"metadata": [("authorization", f"Bearer gainsay_id{who}_secret-of-the-{who}")],
                   "timeout": 5 if method == "Watch" else PATIENCE}
        as_bytes = {"request_serializer": request_class.SerializeToString}
        answers = []
        try:
            if kind.client_streaming or kind.server_streaming:
                call = cls.server.channel.stream_stream(path, **as_bytes)(iter(messages), **options)
                for answer in call:
                    answers.append(answer)
                    if method == "Watch" and message_class(kind.output_type).FromString(answer).caught_up:
                        call.cancel()
            else:
                answer, call = cls.server.channel.unary_unary(path, **as_bytes).with_call(messages[0], **options)
                answers.append(answer)
            error = call
        except grpc.RpcError as caught:
            error = caught
        metadata = [*(error.initial_metadata() or ()), *(error.trailing_metadata() or ())]
        pieces = [*answers, (error.details() or "").encode()]
        pieces += [value if isinstance(value, bytes) else value.encode() for _, value in metadata]
        return error.code(), answers, b"\n".join(pieces)

    @classmethod
    def ask(cls, who, method, *requests):
        code, answers, text = cls.raw(who, method, *requests)
        if code not in (grpc.StatusCode.OK, grpc.StatusCode.CANCELLED):
            raise AssertionError(f"{method}: {code} {text}")
        output = message_class(METHODS[method].output_type)
        return [output.FromString(answer) for answer in answers]

    @classmethod
    def put(cls, method, **request):
        return cls.ask("desk", method, {name: cls.as_json(value) for name, value in request.items()})[0]

    @classmethod
    def as_json(cls, value):
        if isinstance(value, list):
            return [cls.as_json(each) for each in value]
        return json_format.MessageToDict(value) if hasattr(value, "DESCRIPTOR") else value

    @classmethod
    def put_case(cls):
        for letter in "abcdef":
            cls.put("CreateEntity", entity=entity(f"entities/{letter}"))
        cls.put("CreateEntity", entity=entity(PUBLISHER))
        cls.put("CreateEntity", entity=entity("entities/outlet"))
        cls.put("CreateSource", source=source("sources/citedmark", confidential=True))
        cls.put("CreateSource", source=source(
            HIDDEN, title="A titlemark of ours", uri="https://urimark.example/", archiveUri="https://archivemark.example/",
            publisher=PUBLISHER, publishTime="1987-05-11", contentSha256=DIGEST, confidential=True,
            cites=[{"source": "sources/citedmark"}], reliability="RELIABILITY_A"))
        cls.put("CreateSource", source=source("sources/open", publisher="entities/outlet", publishTime="2025-12-20",
                                              title="An open paper", cites=[{"source": HIDDEN}]))
        cls.put("CreateTopic", topic=topic("topics/t", title="Clash"))
        cls.put("CreateQuestion", question=question(
            QUESTION, title="How many?", valueType="VALUE_TYPE_QUANTITY", unit="persons", respondents=["entities/e"]))
        seen = {"source": HIDDEN, "quote": "quotemark fell there", "locator": "page locatormark",
                "access": "ACCESS_SECOND_HAND"}
        named = {letter: f"{QUESTION}/claims/{letter}" for letter in "abd"}
        named["f"] = f"{WITHDRAWN}/claims/f"
        cls.put("CreateQuestion", question=question(WITHDRAWN, valueType="VALUE_TYPE_QUANTITY", unit="persons"))
        cls.put("RecordClaims", claims=[
            amount("17", "entities/a", name=named["a"], appearances=[seen], text="many fell"),
            amount("17", "entities/b", name=named["b"], saidTime="2025-12-24",
                   appearances=[{"source": "sources/open", "access": "ACCESS_SECOND_HAND"}]),
            amount("12", "entities/d", name=named["d"], saidTime="2025-12-25"),
            amount("19", "entities/f", question=WITHDRAWN, name=named["f"], saidTime="1950")])
        cls.put("RecordSilences", silences=[silence(question=QUESTION, party="entities/e", kind="SILENCE_KIND_NO_RESPONSE",
                                                    appearances=[seen])])
        cls.put("Withdraw", withdrawals=[
            withdrawal(claim=named["f"], kind="WITHDRAWAL_KIND_RETRACTED", party="entities/f", appearances=[seen]),
            withdrawal(source="sources/citedmark", kind="WITHDRAWAL_KIND_VOIDED")])
