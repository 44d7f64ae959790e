"""A gainsayd of an evaluation's own, filled by the command line and read over gRPC."""

import concurrent.futures
import json
import os
import subprocess
import time

import grpc
from gainsay.v1 import check_pb2
from gainsay.v1 import comparison_pb2
from gainsay.v1 import comparison_service_pb2
from gainsay.v1 import comparison_service_pb2_grpc
from gainsay.v1 import ledger_service_pb2
from gainsay.v1 import ledger_service_pb2_grpc
from gainsay.v1 import search_pb2
from gainsay_server import GAINSAY, Server

# Long enough for a loaded machine; nothing waits for it unless something is wrong.
PATIENCE_SECONDS = 300

# What is compared is read page by page, as many at once as the service gives.
PAGE_SIZE = 1000

# One is compared while another is unpacked.
READ_AT_ONCE = 2

# The largest answer read: the service keeps to 4 MiB, but for a single comparison that is larger.
LARGEST_ANSWER_BYTES = 64 * 1024 * 1024


class RunningService:
    """Stops with the `with` that it is used in. `revision` is the one last read at."""

    def __init__(self, folder):
        self._folder = folder
        self.revision = 0

    def __enter__(self):
        self._server = Server(self._folder / "data")
        self._channel = grpc.insecure_channel(
            self._server.address, options=[("grpc.max_receive_message_length", LARGEST_ANSWER_BYTES)])
        self._comparison = comparison_service_pb2_grpc.ComparisonServiceStub(self._channel)
        self._ledger = ledger_service_pb2_grpc.LedgerServiceStub(self._channel)
        return self

    def __exit__(self, *failure):
        self._channel.close()
        self._server.stop()

    def import_records(self, records):
        """Imports records with `gainsay import`, from one file, all of which must be good. Returns how many lines
        there were, and the seconds that the command took."""
        path = self._folder / "records.jsonl"
        count = 0
        with path.open("w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
                count += 1
        began = time.monotonic()
        run = subprocess.run(
            [GAINSAY, "import", str(path)], capture_output=True, text=True, encoding="utf-8",
            env={"PATH": os.environ.get("PATH", ""), "GAINSAY_SERVER": self._server.address},
            timeout=PATIENCE_SECONDS, check=False)
        if run.returncode != 0:
            raise AssertionError(f"gainsay import: exit status {run.returncode}: {run.stderr[:2000]}")
        return count, time.monotonic() - began

    def compare(self, topic, known_at="", **policy):
        """The comparison of each question of a topic, in the service's order."""
        request = comparison_service_pb2.CompareTopicRequest(
            topic=topic, read_times=comparison_pb2.ReadTimes(known_at=known_at),
            policy=comparison_pb2.Policy(**policy), page_size=PAGE_SIZE)
        comparisons = []
        while True:
            answer = self._comparison.CompareTopic(request, timeout=PATIENCE_SECONDS)
            comparisons.extend(answer.comparisons)
            self.revision = answer.revision
            request.page_token = answer.next_page_token
            if not request.page_token:
                return comparisons

    def search_claims(self, query, most):
        """The names of the claims that a query finds, those that fit best first."""
        request = ledger_service_pb2.SearchRequest(
            query=query, kinds=[search_pb2.SEARCH_KIND_CLAIM], page_size=most)
        answer = self._ledger.Search(request, timeout=PATIENCE_SECONDS)
        return [result.record.claim.name for result in answer.results]

    def candidate_questions(self, text):
        """The questions that a text may be about, those that fit best first."""
        request = comparison_service_pb2.CheckClaimRequest(candidate=check_pb2.Candidate(text=text))
        answer = self._comparison.CheckClaim(request, timeout=PATIENCE_SECONDS)
        return [candidate.question for candidate in answer.check.candidates]

    def compare_all(self, topics, **reading):
        """The comparisons of several topics by question, some topics being read at once."""
        with concurrent.futures.ThreadPoolExecutor(READ_AT_ONCE) as pool:
            answers = pool.map(lambda topic: self.compare(topic, **reading), topics)
            return {comparison.question: comparison for comparisons in answers for comparison in comparisons}


def status_name(status):
    """CONFIRMED, as the command line writes it."""
    return comparison_pb2.Status.Name(status).removeprefix("STATUS_")
