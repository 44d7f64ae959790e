"""Confidential sources: who they are is in no answer to who may not see it, and everyone counts alike."""

import grpc
from case import amount, entity, question, source, topic
from confidential_case import HIDDEN, MARKS, METHODS, PUBLISHER, QUESTION, WITHDRAWN, ConfidentialCase, marks_in

READ = "reader"
WRITE = "writer"

GUESSED = {"source": HIDDEN}
CANDIDATE = {"question": QUESTION, "value": {"quantity": {"amount": "17"}}}
POLICIES = [{}, {"minReliability": "RELIABILITY_C"}, {"minSides": 1}, {"parties": ["entities/a"]}]


def lists(**more):
    return [dict(more, **ask) for ask in ({}, {"pageSize": 1}, {"filter": "nonsense ="}, {"pageToken": "wrong"})]


def claims_through(name, **fields):
    return {"question": QUESTION, "party": "entities/c", "value": {"quantity": {"amount": "3"}},
            "appearances": [{"source": name}], **fields}


def record_of(noun, **fields):
    return {"record": {noun: fields}}


# What is asked of every method, rightly and wrongly: who asks, and the requests, each of which is a list where
# the client streams.
CASES = {
    "GetEntity": (READ, [{"name": "entities/a"}, {"name": "entities/none"}, {"name": "what"}]),
    "ListEntities": (READ, lists()),
    "CreateEntity": (WRITE, [{"entity": {"name": "entities/a"}}, {"entity": {"name": "entities/new"}}]),
    "UpdateEntity": (WRITE, [{"entity": {"name": "entities/a", "displayName": "A"}}, {"entity": {"name": "entities/none"}}]),
    "GetSource": (READ, [{"name": "sources/open"}, {"name": HIDDEN}, {"name": "sources/confidential-1"}, {"name": "x"}]),
    "ListSources": (READ, lists() + [{"filter": f'name = "{HIDDEN}"'}, {"filter": 'title = "A titlemark of ours"'},
                                     {"filter": "publishTime < 1990"}, {"filter": "confidential = true"},
                                     {"filter": f'cites.source:"{HIDDEN}"'}]),
    "CreateSource": (WRITE, [{"source": {"name": HIDDEN}}, {"source": {"name": "sources/own", "confidential": True}},
                             {"source": {"name": "sources/citing", "cites": [GUESSED]}}]),
    "UpdateSource": (WRITE, [{"source": {"name": HIDDEN, "title": "x"}, "updateMask": "title"},
                             {"source": {"name": HIDDEN}, "updateMask": "confidential"},
                             {"source": {"name": HIDDEN}, "allowMissing": True}, {"source": {"name": HIDDEN, "etag": "r1"}},
                             {"source": {"name": "sources/open", "etag": "r0"}}]),
    "GetTopic": (READ, [{"name": "topics/t"}, {"name": "topics/none"}]),
    "ListTopics": (READ, lists()),
    "CreateTopic": (WRITE, [{"topic": {"name": "topics/t"}}, {"topic": {"name": "topics/new"}}]),
    "UpdateTopic": (WRITE, [{"topic": {"name": "topics/t", "title": "Clash"}, "updateMask": "title"}]),
    "GetQuestion": (READ, [{"name": QUESTION}, {"name": "topics/t/questions/none"}]),
    "ListQuestions": (READ, lists() + [{"parent": "topics/t"}, {"filter": "status = CONFLICTING"}]),
    "CreateQuestion": (WRITE, [{"question": {"name": QUESTION}}]),
    "UpdateQuestion": (WRITE, [{"question": {"name": QUESTION, "title": "How many?"}, "updateMask": "title"}]),
    "RecordClaims": (WRITE, [{"claims": [claims_through(HIDDEN)], "findSimilar": True},
                             {"claims": [claims_through(HIDDEN), claims_through("sources/none")]},
                             {"claims": [claims_through("sources/open", text="many fell there")], "findSimilar": True},
                             {"claims": []}]),
    "RecordSilences": (WRITE, [{"silences": [{"question": QUESTION, "party": "entities/e", "kind": "SILENCE_KIND_NONE_FOUND",
                                              "appearances": [GUESSED]}]}, {"silences": [{"question": QUESTION}]}]),
    "RecordRelations": (WRITE, [{"relations": [{"from": f"{QUESTION}/claims/a", "to": f"{QUESTION}/claims/b",
                                                "kind": "RELATION_KIND_NEUTRAL", "method": "RELATION_METHOD_HUMAN"}]}]),
    "RelateTexts": (WRITE, [{"question": QUESTION, "author": "entities/a"}]),
    "Withdraw": (WRITE, [{"withdrawals": [dict(GUESSED, kind="WITHDRAWAL_KIND_SOURCE_PULLED", party="entities/a")]},
                         {"withdrawals": [dict(GUESSED, kind="WITHDRAWAL_KIND_RETRACTED")]},
                         {"withdrawals": [{"claim": f"{QUESTION}/claims/a", "kind": "WITHDRAWAL_KIND_RETRACTED",
                                           "party": "entities/b"}]}]),
    "GetClaim": (READ, [{"name": f"{QUESTION}/claims/{letter}"} for letter in "abdz"] + [{"name": f"{WITHDRAWN}/claims/f"}]),
    "ListClaims": (READ, lists() + [{"parent": QUESTION}, GUESSED, {"source": "sources/none"}, {"saidTime": "1987"},
                                    {"party": "entities/a", "saidTime": "1980/1990"},
                                    {"filter": f'appearances.source:"{HIDDEN}"'},
                                    {"filter": 'appearances.quote:"quotemark fell there"'},
                                    {"filter": 'appearances.locator:"page locatormark"'}]),
    "Search": (READ, [{"query": word} for word in ("titlemark", "quotemark", "fell there", '"quotemark fell"', "locatormark",
                                                   "zornmark", "many fell")]
               + [{"query": "fell", "saidTime": "1987"}, {"query": "fell", "pageSize": 1}, {"query": ""}]),
    "Import": (WRITE, [[record_of("source", name=HIDDEN, title="x")], [record_of("source", name=HIDDEN, confidential=False)],
                       [record_of("claim", **claims_through(HIDDEN)), record_of("claim", **claims_through("sources/none"))],
                       [record_of("withdrawal", kind="WITHDRAWAL_KIND_VOIDED", **GUESSED)],
                       [dict({"options": {"createMissing": True}}, **record_of("claim", **claims_through("sources/made")))]]),
    "Export": (READ, [[{}], [{"topic": "topics/t"}]]),
    "CompareQuestion": (READ, [{"question": QUESTION, "explain": explain, "policy": policy}
                               for explain in (False, True) for policy in POLICIES]
                        + [{"question": QUESTION, "readTimes": {"saidUntil": "1990"}}, {"question": "topics/t/questions/none"},
                           {"question": QUESTION, "readTimes": {"knownAt": "1987-01-01T00:00:00Z"}}]),
    "CompareTopic": (READ, [{"topic": "topics/t", "explain": True}, {"topic": "topics/t", "pageSize": 1}, {"topic": "x"}]),
    "CheckClaim": (READ, [{"candidate": {"claim": CANDIDATE}, "explain": True}, {"candidate": {}},
                          {"candidate": {"text": "many fell", "topic": "topics/t"}}, {"candidate": {"text": "it fell there"}},
                          {"candidate": {"text": "quotemark fell there"}},
                          {"candidate": {"claim": dict(CANDIDATE, appearances=[GUESSED])}}]),
    "CheckClaims": (READ, [[{"options": {"explain": True}, "candidate": {"claim": CANDIDATE}},
                            {"candidate": {"claim": dict(CANDIDATE, appearances=[GUESSED])}}, {"candidate": {}},
                            {"candidate": {"text": "it fell there"}}]]),
    "GetHistory": (READ, [{"question": name, "axis": axis} for name in (QUESTION, WITHDRAWN)
                          for axis in ("HISTORY_AXIS_SAID", "HISTORY_AXIS_KNOWN")]),
    "GetPartyRecord": (READ, [{"party": f"entities/{letter}"} for letter in "abdf"] + [{"party": "entities/a", "pageSize": 1}]),
    "Watch": (READ, [[{"topic": "topics/t", "afterRevision": 0}], [{"party": "entities/a", "afterRevision": 0}],
                     [{"topic": "topics/none"}]]),
    "Stats": (READ, [{}]),
}


def spelled(requests):
    """The marks that a caller wrote himself, which an answer may repeat."""
    return marks_in(repr(requests).encode())


class ConfidentialSources(ConfidentialCase):
    def each(self):
        for method, (who, requests) in CASES.items():
            for request in requests:
                yield method, who, request if isinstance(request, list) else [request]

    def test_every_method_is_asked(self):
        self.assertEqual(set(CASES), set(METHODS))

    def test_no_answer_shows_a_mark_to_who_may_not_see_it(self):
        for method, who, requests in self.each():
            with self.subTest(method=method, requests=requests):
                _, _, text = self.raw(who, method, *requests)
                # An entity is on file for all to see, whatever it publishes.
                known = {"publisher"} if method == "ListEntities" else set()
                self.assertEqual(marks_in(text, but=spelled(requests) | known), set())
        self.assertEqual(marks_in(self.logged()), set())

    def test_the_same_answers_show_every_mark_to_who_may(self):
        shown = {}
        for method, who, requests in self.each():
            if who == READ:
                shown.setdefault(method, set()).update(marks_in(self.raw("insider", method, *requests)[2]))
        self.assertEqual(set().union(*shown.values()), set(MARKS))
        for method in ("GetSource", "ListSources", "GetClaim", "ListClaims", "Search", "Export", "CompareQuestion",
                       "CompareTopic", "CheckClaim", "CheckClaims", "GetHistory", "GetPartyRecord"):
            self.assertTrue(shown[method], method)

    def compared(self, who):
        return self.ask(who, "CompareQuestion", {"question": QUESTION, "explain": True})[0].comparisons[0]

    def test_everyone_sees_the_same_statuses_sides_and_counts(self):
        masked, whole = self.compared("reader"), self.compared("insider")
        self.assertEqual((masked.status, masked.grade, masked.flags, masked.counts),
                         (whole.status, whole.grade, whole.flags, whole.counts))
        for theirs, ours in zip(masked.positions, whole.positions, strict=True):
            self.assertEqual((theirs.status, theirs.sides, theirs.counts, theirs.value),
                             (ours.status, ours.sides, ours.counts, ours.value))
            for one, other in zip(theirs.supporters, ours.supporters, strict=True):
                self.assertEqual((one.claim, one.party, one.counted, one.origins_min, len(one.sources)),
                                 (other.claim, other.party, other.counted, other.origins_min, len(other.sources)))

    def test_what_is_left_of_one_is_a_number_in_the_answer(self):
        seen = self.ask("reader", "GetClaim", {"name": f"{QUESTION}/claims/a"})[0].claim.appearances
        self.assertEqual([(each.source, each.quote, each.access) for each in seen], [("sources/confidential-1", "", 2)])
        cited = self.ask("reader", "GetSource", {"name": "sources/open"})[0].source.cites
        self.assertEqual([each.source for each in cited], ["sources/confidential-1"])

    def test_asked_for_by_name_it_is_answered_as_if_it_were_not_on_file(self):
        for method, field in (("GetSource", "name"), ("ListClaims", "source")):
            hidden = self.raw("reader", method, {field: HIDDEN})
            missing = self.raw("reader", method, {field: "sources/n0nemark"})
            self.assertEqual(hidden[0], grpc.StatusCode.NOT_FOUND)
            self.assertEqual(hidden[2], missing[2].replace(b"n0nemark", b"zornmark"))

    def test_what_is_hidden_cannot_be_asked_about(self):
        asked = [("ListSources", {"filter": text}) for text in (f'name = "{HIDDEN}"', 'title = "A titlemark of ours"',
                                                                "publishTime < 1990", "confidential = true")]
        asked += [("ListClaims", {"saidTime": "1987"}), ("ListClaims", {"filter": f'appearances.source:"{HIDDEN}"'}),
                  ("ListClaims", {"filter": 'appearances.quote:"quotemark fell there"'})]
        asked += [("Search", {"query": word}) for word in ("titlemark", "quotemark", '"quotemark fell"')]
        asked += [("Search", {"query": "fell", "saidTime": "1987"})]
        for method, request in asked:
            with self.subTest(method=method, request=request):
                self.assertTrue(self.listed("insider", method, request))
                self.assertFalse(self.listed("reader", method, request))
        request = {"candidate": {"text": "quotemark"}}
        self.assertTrue(self.ask("insider", "CheckClaim", request)[0].check.candidates)
        self.assertFalse(self.ask("reader", "CheckClaim", request)[0].check.candidates)

    def listed(self, who, method, request):
        field = {"ListSources": "sources", "ListClaims": "claims", "Search": "results"}[method]
        return list(getattr(self.ask(who, method, request)[0], field))

    def test_nobody_without_the_role_changes_one(self):
        before = self.ask("insider", "GetSource", {"name": HIDDEN})[0].source
        for method in ("CreateSource", "UpdateSource", "Withdraw", "Import"):
            for requests in CASES[method][1]:
                self.raw("writer", method, *(requests if isinstance(requests, list) else [requests]))
        self.assertEqual(self.ask("insider", "GetSource", {"name": HIDDEN})[0].source, before)

    def test_a_step_between_sides_does_not_say_whose_document_lies_between(self):
        where = {"workspace": "edges"}
        for letter in ("a", "b"):
            self.put("CreateEntity", entity=entity(f"entities/{letter}"), **where)
        self.put("CreateEntity", entity=entity(PUBLISHER), **where)
        self.put("CreateSource", source=source(HIDDEN, publisher=PUBLISHER, confidential=True), **where)
        self.put("CreateTopic", topic=topic("topics/t"), **where)
        self.put("CreateQuestion", question=question(QUESTION, valueType="VALUE_TYPE_QUANTITY", unit="persons"), **where)
        self.put("RecordClaims", claims=[
            amount("17", "entities/a", saidTime="2025", appearances=[{"source": HIDDEN}]),
            amount("17", PUBLISHER, saidTime="2025")], **where)
        request = dict(where, question=QUESTION, explain=True)
        whole = [step for step in self.ask("insider", "CompareQuestion", request)[0].comparisons[0].explanation
                 if HIDDEN in step.edge]
        self.assertTrue(whole)
        masked = [step for step in self.ask("reader", "CompareQuestion", request)[0].comparisons[0].explanation
                  if step.rule in {step.rule for step in whole}]
        self.assertEqual([(step.edge, step.text, list(step.sides)) for step in masked], [("", "", [])] * len(whole))
