"""Create, get, update and list."""

import grpc
from case import PATIENCE, ContractCase, entity, question, source, topic
from error_details import details_of, fields_of
from gainsay.v1 import ledger_service_pb2 as ledger
from google.protobuf import field_mask_pb2


class Nouns(ContractCase):
    def update(self, noun, *paths, **fields):
        mask = field_mask_pb2.FieldMask(paths=paths) if paths else None
        return self.ledger.UpdateEntity(ledger.UpdateEntityRequest(
            workspace=self.workspace, entity=noun, update_mask=mask, **fields))

    def get(self, name):
        return self.ledger.GetEntity(ledger.GetEntityRequest(workspace=self.workspace, name=name))

    def test_what_is_created_can_be_read(self):
        created = self.create(entity("entities/a", displayName="A", kind="ENTITY_KIND_OUTLET"))

        answer = self.get("entities/a")

        self.assertEqual(answer.entity, created.entity)
        self.assertEqual(answer.entity.display_name, "A")
        self.assertEqual(answer.entity.revision, created.revision)
        self.assertTrue(answer.entity.etag)
        self.assertGreaterEqual(answer.revision, created.revision)

    def test_sources_topics_and_questions_are_created_read_and_listed_too(self):
        self.put_question(title="How many?")

        a_source = self.ledger.GetSource(ledger.GetSourceRequest(workspace=self.workspace, name="sources/s"))
        a_topic = self.ledger.GetTopic(ledger.GetTopicRequest(workspace=self.workspace, name="topics/t"))
        a_question = self.ledger.GetQuestion(
            ledger.GetQuestionRequest(workspace=self.workspace, name="topics/t/questions/q"))
        sources = self.ledger.ListSources(ledger.ListSourcesRequest(workspace=self.workspace))
        topics = self.ledger.ListTopics(ledger.ListTopicsRequest(workspace=self.workspace))
        questions = self.ledger.ListQuestions(
            ledger.ListQuestionsRequest(workspace=self.workspace, parent="topics/t"))

        self.assertEqual(a_source.source.publisher, "entities/a")
        self.assertEqual(a_topic.topic.title, "T")
        self.assertEqual(a_question.question.title, "How many?")
        self.assertEqual(list(sources.sources), [a_source.source])
        self.assertEqual(list(topics.topics), [a_topic.topic])
        self.assertEqual(list(questions.questions), [a_question.question])

    def test_sources_topics_and_questions_are_updated_too(self):
        self.put_question()

        a_source = self.ledger.UpdateSource(ledger.UpdateSourceRequest(
            workspace=self.workspace, source=source("sources/s", title="New")))
        a_topic = self.ledger.UpdateTopic(ledger.UpdateTopicRequest(
            workspace=self.workspace, topic=topic("topics/t", title="New")))
        a_question = self.ledger.UpdateQuestion(ledger.UpdateQuestionRequest(
            workspace=self.workspace, question=question("topics/t/questions/q", title="New"),
            update_mask=field_mask_pb2.FieldMask(paths=["title"])))

        self.assertEqual(a_source.source.title, "New")
        self.assertEqual(a_source.source.publisher, "")
        self.assertEqual(a_topic.topic.title, "New")
        self.assertEqual(a_question.question.title, "New")
        self.assertEqual(a_question.question.unit, "persons")

    def test_a_taken_name_is_refused(self):
        self.create(entity("entities/a"))
        with self.refused(grpc.StatusCode.ALREADY_EXISTS, "entity.name: "):
            self.create(entity("entities/a"))

    def test_a_name_that_is_not_on_file_is_refused_by_path(self):
        with self.refused(grpc.StatusCode.NOT_FOUND, "entity.speaksFor.entity: entities/b"):
            self.create(entity("entities/a", speaksFor={"entity": "entities/b"}))
        with self.refused(grpc.StatusCode.NOT_FOUND, "name: entities/a"):
            self.get("entities/a")

    def test_a_wrong_field_is_refused_by_path(self):
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "source.cites[1].source: "):
            self.create(source("sources/a", cites=[{"source": "sources/b"}, {"source": "b"}]))
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "question.valueType: is required"):
            self.create(question("topics/t/questions/q"))
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "topic.name: "):
            self.create(topic(""))

    def test_an_error_carries_details_for_programs(self):
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT) as caught:
            self.create(topic("t"))
        details = details_of(caught.exception)
        self.assertEqual((details["ErrorInfo"][1], details["ErrorInfo"][2]), (b"INVALID_FIELD", b"gainsay"))
        self.assertEqual(fields_of(details["BadRequest"][1])[1], b"topic.name")

    def test_an_error_names_the_record_that_is_missing_or_in_the_way(self):
        with self.refused(grpc.StatusCode.NOT_FOUND) as missing:
            self.get("entities/a")
        self.create(entity("entities/a"))
        with self.refused(grpc.StatusCode.ALREADY_EXISTS) as taken:
            self.create(entity("entities/a"))

        for error in [missing, taken]:
            self.assertEqual(details_of(error.exception)["ResourceInfo"],
                             {1: b"gainsay.v1.Entity", 2: b"entities/a"})

    def test_an_error_says_what_is_in_the_way(self):
        self.create(entity("entities/a"), entity("entities/b", speaksFor={"entity": "entities/a"}))
        with self.refused(grpc.StatusCode.FAILED_PRECONDITION) as cycle:
            self.update(entity("entities/a", ownedBy="entities/b"))
        with self.refused(grpc.StatusCode.ABORTED) as raced:
            self.update(entity("entities/a", etag="r0"))

        violation = fields_of(details_of(cycle.exception)["PreconditionFailure"][1])
        self.assertEqual((violation[1], violation[2]), (b"STATE_FORBIDS", b"entity.ownedBy"))
        violation = fields_of(details_of(raced.exception)["PreconditionFailure"][1])
        self.assertEqual((violation[1], violation[2]), (b"CHANGED_MEANWHILE", b"entity.etag"))

    def test_a_wrong_workspace_is_refused(self):
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "workspace: "):
            self.ledger.GetEntity(ledger.GetEntityRequest(workspace="My desk", name="entities/a"))

    def test_workspaces_share_nothing(self):
        self.create(entity("entities/a"))
        with self.refused(grpc.StatusCode.NOT_FOUND):
            self.ledger.GetEntity(ledger.GetEntityRequest(workspace="another", name="entities/a"))

    def test_a_cycle_is_refused(self):
        self.create(entity("entities/a"), entity("entities/b", speaksFor={"entity": "entities/a"}))
        with self.refused(grpc.StatusCode.FAILED_PRECONDITION, "entity."):
            self.update(entity("entities/a", ownedBy="entities/b"))

    def test_an_update_replaces_what_its_mask_names(self):
        self.create(entity("entities/a", displayName="A", aliases=["x"]))

        updated = self.update(entity("entities/a", displayName="ignored", aliases=["y"]), "aliases")

        self.assertEqual(updated.entity.display_name, "A")
        self.assertEqual(list(updated.entity.aliases), ["y"])
        self.assertEqual(self.get("entities/a").entity, updated.entity)

    def test_an_update_without_a_mask_replaces_everything(self):
        self.create(entity("entities/a", displayName="A", aliases=["x"]))
        updated = self.update(entity("entities/a", aliases=["y"]))
        self.assertEqual(updated.entity.display_name, "")

    def test_a_mask_that_names_no_field_is_refused(self):
        self.create(entity("entities/a"))
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, 'updateMask: "titel"'):
            self.update(entity("entities/a"), "titel")

    def test_an_update_that_changes_nothing_writes_nothing(self):
        created = self.create(entity("entities/a", displayName="A"))
        updated = self.update(entity("entities/a", displayName="A"))
        self.assertEqual(updated.entity, created.entity)

    def test_an_update_with_an_old_etag_is_aborted(self):
        first = self.create(entity("entities/a")).entity
        second = self.update(entity("entities/a", displayName="B", etag=first.etag)).entity
        with self.refused(grpc.StatusCode.ABORTED, "entity.etag: "):
            self.update(entity("entities/a", displayName="C", etag=first.etag))
        self.assertNotEqual(first.etag, second.etag)

    def test_an_update_creates_only_if_allowed(self):
        with self.refused(grpc.StatusCode.NOT_FOUND, "entity.name: "):
            self.update(entity("entities/a"))
        self.update(entity("entities/a", displayName="A"), "aliases", allow_missing=True)
        self.assertEqual(self.get("entities/a").entity.display_name, "A")

    def pages(self, size):
        request = ledger.ListEntitiesRequest(workspace=self.workspace, page_size=size)
        while True:
            page = self.ledger.ListEntities(request)
            yield page
            request.page_token = page.next_page_token
            if not page.next_page_token:
                return

    def test_pages_give_everything_once_and_in_order(self):
        names = [f"entities/e{number}" for number in range(7)]
        self.create(*[entity(name) for name in reversed(names)])

        pages = list(self.pages(3))

        self.assertEqual([len(page.entities) for page in pages], [3, 3, 1])
        self.assertEqual([each.name for page in pages for each in page.entities], names)

    def test_later_pages_are_read_at_the_first_ones_revision(self):
        self.create(*[entity(f"entities/e{number}") for number in range(3)])

        pages = self.pages(2)
        first = next(pages)
        self.create(entity("entities/e9"))
        second = next(pages)

        self.assertEqual([each.name for each in second.entities], ["entities/e2"])
        self.assertEqual(second.revision, first.revision)

    def test_a_token_of_another_listing_is_refused(self):
        self.create(*[entity(f"entities/e{number}") for number in range(3)])
        token = next(self.pages(2)).next_page_token
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "pageToken: "):
            self.ledger.ListSources(ledger.ListSourcesRequest(workspace=self.workspace, page_token=token))
        with self.refused(grpc.StatusCode.INVALID_ARGUMENT, "pageSize: "):
            self.ledger.ListSources(ledger.ListSourcesRequest(workspace=self.workspace, page_size=-1))

    def test_a_read_waits_for_its_revision(self):
        revision = self.create(entity("entities/a")).revision
        request = ledger.GetEntityRequest(workspace=self.workspace, name="entities/b", min_revision=revision + 1)

        waiting = self.ledger.GetEntity.future(request, timeout=PATIENCE)
        self.create(entity("entities/b"))

        self.assertEqual(waiting.result().entity.name, "entities/b")

    def test_a_read_of_a_revision_that_does_not_come_ends_with_its_deadline(self):
        revision = self.create(entity("entities/a")).revision
        request = ledger.GetEntityRequest(
            workspace=self.workspace, name="entities/a", min_revision=revision + 1_000_000)
        with self.refused(grpc.StatusCode.DEADLINE_EXCEEDED):
            self.ledger.GetEntity(request, timeout=0.3)
