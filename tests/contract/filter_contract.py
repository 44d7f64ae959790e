"""Lists by filter."""

import grpc
from case import PATIENCE, ContractCase, amount, entity, question, source, topic
from gainsay.v1 import ledger_service_pb2 as ledger


class Filters(ContractCase):
    def names(self, kind, text, **fields):
        request = getattr(ledger, f"List{kind}Request")(workspace=self.workspace, filter=text, **fields)
        found = []
        while True:
            page = getattr(self.ledger, f"List{kind}")(request, timeout=PATIENCE)
            found += [each.name.rsplit("/", 1)[1] for each in getattr(page, kind.lower())]
            request.page_token = page.next_page_token
            if not page.next_page_token:
                return found

    def put_entities(self):
        self.create(
            entity("entities/a", displayName="Asia-Plus", kind="ENTITY_KIND_OUTLET", externalIds={"wikidata": "Q1"}),
            entity("entities/b", displayName="Ministry", kind="ENTITY_KIND_GOVERNMENT", aliases=["MFA"],
                   names={"tg": "Вазорат"}),
            entity("entities/c", displayName="Avesta", kind="ENTITY_KIND_OUTLET",
                   speaksFor={"entity": "entities/b"}))

    def test_entities_are_listed_by_their_fields(self):
        self.put_entities()
        for text, expected in {
            "": ["a", "b", "c"],
            "kind = OUTLET": ["a", "c"],
            "kind = ENTITY_KIND_OUTLET AND externalIds:wikidata": ["a"],
            "kind = GOVERNMENT OR displayName = \"A*\"": ["a", "b", "c"],
            "-kind = OUTLET": ["b"],
            "display_name = Asia-Plus": ["a"],
            "aliases:MFA": ["b"],
            "names.tg = \"Ваз*\"": ["b"],
            "speaksFor.entity = \"entities/b\"": ["c"],
            "NOT (speaksFor:* OR names:tg)": ["a"],
        }.items():
            with self.subTest(text):
                self.assertEqual(self.names("Entities", text), expected)

    def test_sources_topics_and_questions_are_listed_by_their_fields(self):
        self.put_question(title="How many?", tolerance={"absolute": "0.50"})
        self.create(source("sources/u", publishTime="2025-12-27", confidential=True, cites=[{"source": "sources/s"}]),
                    topic("topics/u", time="2025-12-23", participants=["entities/a"]))

        self.assertEqual(self.names("Sources", "publishTime >= 2025-12 AND confidential = true"), ["u"])
        self.assertEqual(self.names("Sources", "cites.source:\"sources/s\" OR publisher:*"), ["s", "u"])
        self.assertEqual(self.names("Topics", "time = 2025 participants:\"entities/a\""), ["u"])
        self.assertEqual(self.names("Questions", "tolerance.absolute = 0.5 AND valueType = QUANTITY"), ["q"])
        self.assertEqual(self.names("Questions", "title = *few*", parent="topics/t"), [])

    def test_claims_are_listed_by_what_they_say_and_when(self):
        self.put_question()
        self.record_claims(
            amount("5", "entities/a", name="topics/t/questions/q/claims/1", saidTime="2025-12-24"),
            amount("7", "entities/b", name="topics/t/questions/q/claims/2", saidTime="2026-01",
                   polarity="POLARITY_DENIES"),
            amount("50", "entities/b", name="topics/t/questions/q/claims/3",
                   appearances=[{"source": "sources/s", "quote": "fifty"}]))

        for text, expected in {
            "saidTime >= \"2025-12\"": ["1", "2"],
            "saidTime < 2026": ["1"],
            "saidTime != 2026": ["1"],
            "-saidTime:*": ["3"],
            "polarity = DENIES": ["2"],
            "value.quantity.amount > 6.9": ["2", "3"],
            "appearances.quote:fif*": ["3"],
            "recordTime > 2025": ["1", "2", "3"],
        }.items():
            with self.subTest(text):
                self.assertEqual(self.names("Claims", text), expected)
        self.assertEqual(self.names("Claims", "value.quantity.amount > 6", party="entities/a"), [])

    def test_questions_and_claims_are_listed_by_what_comparing_them_comes_to(self):
        self.put_question()
        for name in ["agreed", "unanswered"]:
            self.create(question(f"topics/t/questions/{name}", valueType="VALUE_TYPE_QUANTITY", unit="persons"))
        agreed = {"question": "topics/t/questions/agreed"}
        self.record_claims(
            amount("5", "entities/a", name="topics/t/questions/q/claims/1"),
            amount("7", "entities/b", name="topics/t/questions/q/claims/2"),
            amount("5", "entities/a", name="topics/t/questions/agreed/claims/3", **agreed),
            amount("5", "entities/b", name="topics/t/questions/agreed/claims/4", **agreed),
            amount("6", "entities/b", name="topics/t/questions/agreed/claims/5", speechAct="SPEECH_ACT_DEMAND",
                   **agreed))

        self.assertEqual(self.names("Questions", "status = CONFLICTING"), ["q"])
        self.assertEqual(self.names("Questions", "status = STATUS_CONFIRMED OR status = NO_STATEMENTS"),
                         ["agreed", "unanswered"])
        self.assertEqual(self.names("Claims", "status = CONFLICTING"), ["1", "2"])
        self.assertEqual(self.names("Claims", "status != CONFLICTING"), ["3", "4"])
        self.assertEqual(self.names("Claims", "NOT status = CONFLICTING", page_size=1), ["3", "4", "5"])
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "filter: at character 1: expected a field of Topic"):
            self.names("Topics", "status = CONFIRMED")

    def test_a_wrong_filter_is_refused_where_it_is_wrong(self):
        for text, message in {
            "kind": "filter: at character 5: expected a comparator",
            "knid = OUTLET": "filter: at character 1: expected a field of Entity",
            "kind = NEWSPAPER": "filter: at character 8: expected one of",
            "(kind = OUTLET": "filter: at character 15: expected",
            "(" * 2_000: "filter: at character 21: expected parentheses at most 20 deep",
            " " * 2_049: "filter: has 2049 bytes",
        }.items():
            with self.subTest(text), self.refused(grpc.StatusCode.INVALID_ARGUMENT, message):
                self.names("Entities", text)

    def test_pages_of_a_filter_give_everything_once(self):
        self.put_entities()
        self.assertEqual(self.names("Entities", "kind = OUTLET", page_size=1), ["a", "c"])

    def test_a_token_of_another_filter_is_refused(self):
        self.put_entities()
        page = self.ledger.ListEntities(
            ledger.ListEntitiesRequest(workspace=self.workspace, filter="kind = OUTLET", page_size=1))
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "pageToken: is of another request"):
            self.ledger.ListEntities(ledger.ListEntitiesRequest(
                workspace=self.workspace, filter="kind = GOVERNMENT", page_size=1, page_token=page.next_page_token))

    def test_a_page_may_be_empty_though_more_follow(self):
        batch = [entity(f"entities/e{number}") for number in range(10_001)]
        self.import_entities(batch)
        first = self.ledger.ListEntities(
            ledger.ListEntitiesRequest(workspace=self.workspace, filter="name = entities/none"), timeout=PATIENCE)

        self.assertEqual(len(first.entities), 0)
        self.assertTrue(first.next_page_token)
        self.assertEqual(self.names("Entities", "name = entities/e9999"), ["e9999"])

    def import_entities(self, entities):
        def messages():
            yield ledger.ImportRequest(options=ledger.ImportOptions(workspace=self.workspace))
            for each in entities:
                request = ledger.ImportRequest()
                request.record.entity.CopyFrom(each)
                yield request
        *_, last = self.ledger.Import(messages(), timeout=PATIENCE)
        self.assertEqual(last.written, len(entities))
