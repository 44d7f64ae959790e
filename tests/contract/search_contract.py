"""Finding records by words: Search, and what RecordClaims says of similar claims."""

import grpc
from case import ContractCase, Server, claim, entity, question, source, topic
from gainsay.v1 import ledger_service_pb2 as ledger
from gainsay.v1 import search_pb2

QUESTION = "topics/t/questions/q"


def said(text, name, party="entities/a", **fields):
    fields = {"question": QUESTION, "value": {"boolean": True}, **fields}
    return claim(party=party, text=text, name=f"{fields['question']}/claims/{name}", **fields)


def name_of(result):
    record = result.record
    return getattr(record, record.WhichOneof("record")).name


class Search(ContractCase):
    def search(self, query, **fields):
        return self.ledger.Search(ledger.SearchRequest(workspace=self.workspace, query=query, **fields))

    def names(self, query, **fields):
        return [name_of(result) for result in self.search(query, **fields).results]

    def put_case(self):
        self.create(entity("entities/a", displayName="Amir Khan Muttaqi"), entity("entities/b"))
        self.create(entity("entities/speaker", speaksFor={"entity": "entities/a"}))
        self.create(source("sources/s", title="Ministers talk of the clash", publishTime="2025-12-27"))
        self.create(topic("topics/t", title="Clash"), topic("topics/u", title="Other"))
        self.create(question(QUESTION, title="Did the ministers talk by telephone?", valueType="VALUE_TYPE_BOOLEAN"))

    def test_what_was_just_written_is_found_with_its_record_and_where_the_words_are(self):
        self.put_case()
        written = self.record_claims(said("We contacted the Tajik minister", "c", saidTime="2025-12-27"))

        answer = self.search("contact tajik")

        self.assertEqual([name_of(result) for result in answer.results], [f"{QUESTION}/claims/c"])
        self.assertGreaterEqual(answer.revision, written.revision)
        result = answer.results[0]
        self.assertEqual(result.record.claim.said_time, "2025-12-27")
        self.assertGreater(result.score, 0)
        text = result.snippet.text
        self.assertEqual([text[match.begin:match.end] for match in result.snippet.matches], ["contacted", "Tajik"])

    def test_a_name_is_found_in_any_script_and_no_two_entities_become_one(self):
        self.put_case()
        for query in ("Мутаки", "متقی", "Mottaki"):
            self.assertEqual(self.names(query, kinds=[search_pb2.SEARCH_KIND_ENTITY]), ["entities/a"])

    def test_kinds_topic_party_and_time_must_all_hold(self):
        self.put_case()
        self.record_claims(said("The minister called", "early", party="entities/speaker", saidTime="2025-12-24"),
                           said("The minister called", "late", party="entities/b", saidTime="2026-01-02"))
        early, late = f"{QUESTION}/claims/early", f"{QUESTION}/claims/late"
        self.assertEqual(set(self.names("minister")), {early, late, QUESTION, "sources/s"})
        self.assertEqual(self.names("minister", kinds=[search_pb2.SEARCH_KIND_SOURCE]), ["sources/s"])
        self.assertEqual(set(self.names("minister", topic="topics/t")), {early, late, QUESTION})
        self.assertEqual(self.names("minister", topic="topics/u"), [])
        self.assertEqual(self.names("minister", party="entities/a"), [early])
        self.assertEqual(self.names("minister", said_time="2026"), [late])

    def test_pages_tell_each_result_once(self):
        self.put_case()
        self.record_claims(*(said("The bridge fell", f"c{number}") for number in range(7)))
        names, token = [], ""
        while True:
            page = self.search("bridge", page_size=3, page_token=token)
            names += [name_of(result) for result in page.results]
            token = page.next_page_token
            if not token:
                break
        self.assertEqual(names, [f"{QUESTION}/claims/c{number}" for number in range(7)])
        token = self.search("bridge", page_size=3).next_page_token
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "pageToken: "):
            self.search("tower", page_size=3, page_token=token)

    def test_nothing_that_is_typed_is_syntax(self):
        self.put_case()
        for query in ('"', "*", "NEAR(a b)", "words:a", "a AND", "'; DROP TABLE record; --", "(", "^a", "-", "\u202e"):
            self.search(query)

    def test_a_wrong_request_is_refused_by_path(self):
        self.put_case()
        for fields, path in (({"query": ""}, "query: "), ({"query": "x" * 3000}, "query: "),
                             ({"query": "a", "kinds": [17]}, "kinds[0]: "), ({"query": "a", "kinds": [0]}, "kinds[0]: "),
                             ({"query": "a", "topic": "t"}, "topic: "), ({"query": "a", "party": "a"}, "party: "),
                             ({"query": "a", "said_time": "soon"}, "saidTime: "),
                             ({"query": "a", "page_size": -1}, "pageSize: "),
                             ({"query": "a", "page_token": "x"}, "pageToken: ")):
            with self.refused(grpc.StatusCode.INVALID_ARGUMENT, path):
                self.search(**fields)
        with self.refused(grpc.StatusCode.NOT_FOUND, "topic: "):
            self.search("a", topic="topics/z")
        with self.refused(grpc.StatusCode.NOT_FOUND, "party: "):
            self.search("a", party="entities/z")

    def test_workspaces_share_nothing(self):
        self.put_case()
        self.workspace += "-2"
        self.assertEqual(self.names("minister"), [])

    def test_the_index_outlives_a_restart_and_is_built_anew_when_asked(self):
        self.put_case()
        for flags in ((), ("--rebuild-search",)):
            type(self).server.stop()
            type(self).server = Server(self.folder, *flags)
            self.addClassCleanup(self.server.stop)
            type(self).ledger = self.server.ledger
            self.assertEqual(self.names("clash"), ["sources/s"])


class SimilarClaims(ContractCase):
    def test_claims_on_other_questions_that_may_say_the_same_are_named_when_asked_for(self):
        self.create(entity("entities/a"), entity("entities/b"), topic("topics/t", title="Clash"))
        other = "topics/t/questions/r"
        for name in (QUESTION, other):
            self.create(question(name, title="Q", valueType="VALUE_TYPE_BOOLEAN"))
        self.record_claims(said("Five people were killed near the border post", "five"),
                           said("The minister resigned", "resigned"))
        again = said("Near the border post, five people were “killed”", "again", party="entities/b", question=other)

        quiet = self.record_claims(again)
        told = self.ledger.RecordClaims(ledger.RecordClaimsRequest(
            workspace=self.workspace, claims=[again], find_similar=True))

        self.assertEqual(list(quiet.results[0].similar), [])
        self.assertTrue(told.results[0].existed)
        self.assertEqual(list(told.results[0].similar), [f"{QUESTION}/claims/five"])
