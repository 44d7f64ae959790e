"""A server of models that speaks the Open Inference protocol, and misbehaves where a test asks it to."""

import struct
import threading
from concurrent import futures

import grpc
from service.inference import open_inference_pb2 as messages
from service.inference import open_inference_pb2_grpc as services

RELATION = "nli"
EMBED = "places"
NEUTRAL = (0.04, 0.06, 0.9)
# Of a text whose meaning nobody told the server.
NOWHERE = (1.0, 0.0)


class ModelServer(services.GRPCInferenceServiceServicer):
    """Has a model for relations and one for embeddings, version 3, each told its answers by a test."""

    def __init__(self, address="127.0.0.1:0"):
        self.relations = {}  # (premise, hypothesis): probabilities
        self.places = {}  # text: embedding
        self.versions = ["2", "3"]
        self.raw = True  # how numbers are sent
        self.spoil = lambda answer: None  # changes an answer on its way out
        self.refusal = None  # a status code to refuse with
        self.hold = None  # an event to wait for
        self.batches = []  # (model, items) of each call of ModelInfer
        self._server = grpc.server(futures.ThreadPoolExecutor(8))
        services.add_GRPCInferenceServiceServicer_to_server(self, self._server)
        port = self._server.add_insecure_port(address)
        self.address = f"127.0.0.1:{port}"
        self._server.start()

    def stop(self):
        if self.hold:
            self.hold.set()
        self._server.stop(None).wait()

    def slow_down(self):
        self.hold = threading.Event()

    def ModelMetadata(self, request, context):
        if request.name not in (RELATION, EMBED):
            context.abort(grpc.StatusCode.NOT_FOUND, f"no model is called {request.name}")
        return messages.ModelMetadataResponse(name=request.name, versions=self.versions)

    def ModelInfer(self, request, context):
        texts = [list(each.contents.bytes_contents) for each in request.inputs]
        self.batches.append((request.model_name, len(texts[0])))
        if self.hold:
            self.hold.wait(60)
        if self.refusal:
            context.abort(self.refusal, "not today")
        items = list(zip(*([text.decode() for text in column] for column in texts), strict=True))
        for each in request.inputs:
            assert each.datatype == "BYTES" and list(each.shape) == [len(items)], each
        names = [each.name for each in request.inputs]
        if request.model_name == RELATION:
            assert names == ["premise", "hypothesis"], names
            rows = [self.relations.get(item, NEUTRAL) for item in items]
        else:
            assert names == ["text"], names
            rows = [self.places.get(item[0], NOWHERE) for item in items]
        answer = messages.ModelInferResponse(model_name=request.model_name, model_version=request.model_version)
        answer.outputs.add(name=request.outputs[0].name, datatype="FP32", shape=[len(rows), len(rows[0])])
        numbers = [number for row in rows for number in row]
        if self.raw:
            answer.raw_output_contents.append(struct.pack(f"<{len(numbers)}f", *numbers))
        else:
            answer.outputs[0].contents.fp32_contents.extend(numbers)
        self.spoil(answer)
        return answer
