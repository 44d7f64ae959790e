"""Records a claim, compares its question, handles a refusal, lists claims and watches.

Usage: newsroom.py HOST:PORT     after `gainsay import client/examples/fire.jsonl`
"""

import sys
import uuid

import error_details_pb2
import grpc
from gainsay.v1 import claim_pb2, comparison_pb2, value_pb2
from gainsay.v1 import comparison_service_pb2 as comparison
from gainsay.v1 import comparison_service_pb2_grpc
from gainsay.v1 import ledger_service_pb2 as ledger
from gainsay.v1 import ledger_service_pb2_grpc

QUESTION = "topics/fire/questions/injured"
DEADLINE = 10  # seconds a call may take


def amount(number, party):
    quantity = value_pb2.Quantity(amount=number)
    return claim_pb2.Claim(question=QUESTION, party=party, value=value_pb2.Value(quantity=quantity))


def record(stub, claim):
    """Records a claim and returns the revision that has it.

    The request id makes it safe to send the same request again, after a broken connection or a crash: keep it
    with what you mean to record.
    """
    request = ledger.RecordClaimsRequest(claims=[claim], request_id=str(uuid.uuid4()))
    answer = stub.RecordClaims(request, timeout=DEADLINE)
    result = answer.results[0]
    print("on file already:" if result.existed else "recorded:", result.name)
    return answer.revision


def compare(stub, revision):
    """Compares the question as of a revision or later: one's own writes are seen."""
    request = comparison.CompareQuestionRequest(question=QUESTION, min_revision=revision)
    answer = stub.CompareQuestion(request, timeout=DEADLINE)
    print("status:", comparison_pb2.Status.Name(answer.comparisons[0].status))


def reason_of(error):
    """Returns why a call was refused, for programs (docs/errors.md), and the field at fault."""
    trailers = dict(error.trailing_metadata() or ())
    status = error_details_pb2.Status.FromString(trailers.get("grpc-status-details-bin", b""))
    for detail in status.details:
        if detail.type_url.endswith("/google.rpc.ErrorInfo"):
            info = error_details_pb2.ErrorInfo.FromString(detail.value)
            return info.reason, info.metadata.get("field", "")
    return "", ""  # the server was not reached, so that there are no details


def list_claims(stub):
    """Lists every claim on the question, two a page."""
    request = ledger.ListClaimsRequest(parent=QUESTION, page_size=2)
    while True:
        page = stub.ListClaims(request, timeout=DEADLINE)
        yield from page.claims
        if not page.next_page_token:
            return
        request.page_token = page.next_page_token


def watch(stub, resume_token=""):
    """Prints the changes since a token (without one, all there were) and returns where to go on."""
    request = comparison.WatchRequest(topic="topics/fire")
    if resume_token:
        request.resume_token = resume_token
    else:
        request.after_revision = 0
    answers = stub.Watch(request)
    for answer in answers:
        for change in answer.changes:
            print("changed:", comparison_pb2.Status.Name(change.old_status), "->",
                  comparison_pb2.Status.Name(change.new_status))
        resume_token = answer.resume_token
        if answer.caught_up:
            answers.cancel()
            break
    return resume_token


def main(address):
    with grpc.insecure_channel(address) as channel:
        records = ledger_service_pb2_grpc.LedgerServiceStub(channel)
        compares = comparison_service_pb2_grpc.ComparisonServiceStub(channel)
        token = watch(compares)
        revision = record(records, amount("25", "entities/hospital"))
        compare(compares, revision)
        try:
            record(records, amount("a dozen", "entities/mayor"))
        except grpc.RpcError as error:
            print("refused:", *reason_of(error))
        print("claims:", sum(1 for _ in list_claims(records)))
        watch(compares, token)


if __name__ == "__main__":
    main(sys.argv[1])
