"""Prints how long after a write its change of status is told, against how many questions are on file.

Usage: watch_latency.py --programs DIR [--most N] [--writes N]     N questions at most (100,000), in steps of ten

Each write is one claim on a question drawn at random, and the next begins when the change of the one before has been told. The time
is from the beginning of the call, so it holds the write's sync too. Needs what tests/contract needs.
"""

import argparse
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

CONTRACT = pathlib.Path(__file__).resolve().parent.parent / "contract"
FEWEST = 1_000


def records(questions):
    """A topic of so many questions, each with what one party says."""
    yield '{"topic":{"name":"topics/t","title":"T"}}\n'
    for party in ("a", "b"):
        yield '{"entity":{"name":"entities/%s"}}\n' % party
    for number in range(questions):
        name = f"topics/t/questions/q{number}"
        yield '{"question":{"name":"%s","title":"?","valueType":"BOOLEAN"}}\n' % name
        yield '{"claim":{"question":"%s","party":"entities/a","value":{"boolean":true}}}\n' % name


class Server:
    def __init__(self, programs, folder):
        command = [programs / "gainsayd", "--data-dir", f"{folder}/data", "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.address = re.fullmatch(r"listening on (\S+)\n", [self.process.stdout.readline() for _ in range(2)][1])[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


def load(programs, server, questions):
    command = [programs / "gainsay", "--server", server.address, "import", "-"]
    importing = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, text=True)
    importing.stdin.writelines(records(questions))
    importing.stdin.close()
    if importing.wait() != 0:
        sys.exit("watch_latency.py: the records could not be imported")


def measure(server, questions, writes):
    """Milliseconds from each write to its change."""
    import grpc
    from gainsay.v1 import claim_pb2, comparison_service_pb2, comparison_service_pb2_grpc
    from gainsay.v1 import ledger_service_pb2, ledger_service_pb2_grpc, value_pb2

    with grpc.insecure_channel(server.address) as channel:
        ledger = ledger_service_pb2_grpc.LedgerServiceStub(channel)
        feed = comparison_service_pb2_grpc.ComparisonServiceStub(channel).Watch(comparison_service_pb2.WatchRequest())
        next(feed)
        taken = []
        for number in random.Random(1).sample(range(questions), writes):
            question = f"topics/t/questions/q{number}"
            claim = claim_pb2.Claim(question=question, party="entities/b", value=value_pb2.Value(boolean=True))
            begun = time.perf_counter()
            ledger.RecordClaims(ledger_service_pb2.RecordClaimsRequest(claims=[claim]))
            while question not in (change.question for change in next(feed).changes):
                pass
            taken.append(1000 * (time.perf_counter() - begun))
        feed.cancel()
        return taken


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--writes", type=int, default=300)
    arguments = parser.parse_args()
    sys.path[:0] = [str(CONTRACT)]
    from contract_test import generate_stubs

    with tempfile.TemporaryDirectory(prefix="gainsay-bench-") as stubs:
        generate_stubs(stubs)
        sys.path[:0] = [stubs]
        print("questions on file   write to event: median    p99    longest")
        questions = FEWEST
        while questions <= arguments.most:
            with tempfile.TemporaryDirectory(prefix="gainsay-bench-") as folder:
                with Server(arguments.programs, folder) as server:
                    load(arguments.programs, server, questions)
                    taken = measure(server, questions, arguments.writes)
            percentiles = statistics.quantiles(taken, n=100)
            print(f"{questions:17,}   {statistics.median(taken):20.1f} ms {percentiles[98]:6.1f} ms {max(taken):7.1f} ms",
                  flush=True)
            questions *= 10


if __name__ == "__main__":
    main()
