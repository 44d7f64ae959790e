"""CLIMATE-FEVER: 1,535 claims, each with five evidence sentences that support it, refute it or do neither.

Each claim is a question of yes or no, each sentence a party of its own. People gave each claim its label; read with
one side as enough, the statuses must give the same one.
"""

import collections
import json
import time

from gainsay.v1 import comparison_pb2, value_pb2
from running import status_name

TOPIC = "topics/climate-fever"
LABELS = ["SUPPORTS", "REFUTES", "DISPUTED", "NOT_ENOUGH_INFO"]
# What a sentence says of the claim that it was given with.
STANCES = {
    "SUPPORTS": {"polarity": "AFFIRMS", "value": {"boolean": True}},
    "REFUTES": {"polarity": "DENIES", "value": {"boolean": True}},
    "NOT_ENOUGH_INFO": {"value": {"unknown": {}}},
}


def evaluate(service, data, report):
    claims = [json.loads(line) for line in (data / "climate-fever.jsonl").open(encoding="utf-8")]
    imported, import_seconds = service.import_records(records_of(claims))
    began = time.monotonic()
    read = {comparison.question: comparison for comparison in service.compare(TOPIC, min_sides=1)}
    compare_seconds = time.monotonic() - began

    confusion = collections.Counter()
    denials = disputed = 0
    for claim in claims:
        comparison = read[question_of(claim)]
        confusion[claim["claim_label"], label_of(comparison)] += 1
        if claim["claim_label"] == "DISPUTED":
            disputed += 1
            denials += comparison.conflict_kind == comparison_pb2.CONFLICT_KIND_DENIAL

    report.line("records imported", f"{imported:,} in {import_seconds:.1f} s")
    report.line("questions compared", f"{len(read):,} in {compare_seconds:.1f} s")
    report.table(["label given by people", *(f"read {label}" for label in LABELS)],
                 [[label, *(confusion[label, other] for other in LABELS)] for label in LABELS])
    report.expect("labels reproduced", sum(confusion[label, label] for label in LABELS), len(claims))
    report.expect("disputed claims that are conflicts of kind DENIAL", denials, disputed)


def question_of(claim):
    return f"{TOPIC}/questions/claim-{claim['claim_id']}"


def records_of(claims):
    yield {"topic": {"name": TOPIC, "title": "Claims about the climate"}}
    parties = {}
    for claim in claims:
        question = question_of(claim)
        yield {"question": {"name": question, "title": claim["claim"], "valueType": "BOOLEAN"}}
        for evidence in claim["evidences"]:
            sentence = evidence["evidence_id"]
            if sentence not in parties:
                parties[sentence] = f"entities/sentence-{len(parties)}"
                yield {"entity": {"name": parties[sentence], "displayName": sentence, "kind": "OUTLET"}}
            stance = STANCES[evidence["evidence_label"]]
            yield {"claim": {"question": question, "party": parties[sentence], "text": evidence["evidence"], **stance}}


def label_of(comparison):
    """The label in the data's words; the status itself where it has none."""
    status = status_name(comparison.status)
    if status == "CONFLICTING":
        return "DISPUTED"
    if status == "NO_STATEMENTS":
        return "NOT_ENOUGH_INFO"
    if status == "CONFIRMED" and len(comparison.consensus.all_of) == 1:
        confirmed = comparison.consensus.all_of[0]
        affirmed = confirmed.polarity == value_pb2.POLARITY_AFFIRMS
        return "SUPPORTS" if confirmed.value.boolean == affirmed else "REFUTES"
    return status
