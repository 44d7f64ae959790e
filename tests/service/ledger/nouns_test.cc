#include "service/ledger/nouns.h"

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using absl::StatusCode;
using ::testing::ElementsAre;

class Nouns : public LedgerTest {};

TEST_F(Nouns, WhatIsCreatedCanBeRead) {
  const auto created = Create(ledger_, kWorkspace, EntityNamed("a"));
  ASSERT_THAT(created, IsOk());
  const auto read = Get<model::Entity>(ledger_, kWorkspace, "entities/a");
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->item.record, EntityNamed("a"));
  EXPECT_EQ(read->item.revision, created->revision);
  EXPECT_EQ(read->item.record_time, created->record_time);
  EXPECT_EQ(read->revision, 1);
}

TEST_F(Nouns, WorkspacesShareNothing) {
  Has(EntityNamed("a"));
  EXPECT_THAT(Get<model::Entity>(ledger_, "other", "entities/a"), HasCode(StatusCode::kNotFound));
  EXPECT_THAT(Create(ledger_, "other", EntityNamed("a")), IsOk());
}

TEST_F(Nouns, ATakenNameIsRefusedEvenForAnEqualNoun) {
  Has(EntityNamed("a"));
  EXPECT_THAT(Create(ledger_, kWorkspace, EntityNamed("a")),
              StatusIs(StatusCode::kAlreadyExists, "name: entities/a is on file"));
}

TEST_F(Nouns, WhatANounNamesMustBeOnFile) {
  EXPECT_THAT(Create(ledger_, kWorkspace, SpeakerFor("a", "b")),
              StatusIs(StatusCode::kNotFound, "speaksFor.entity: entities/b is not on file"));
  EXPECT_THAT(Create(ledger_, kWorkspace, QuestionNamed("t", "q")),
              StatusIs(StatusCode::kNotFound, "name: topics/t is not on file"));
  EXPECT_EQ(Latest(), 0);
}

TEST_F(Nouns, AnUpdateMakesTheNextRevision) {
  Has(EntityNamed("a"));
  model::Entity changed = EntityNamed("a");
  changed.aliases = {"A."};
  const auto updated = Replace(changed, EtagOf(1));
  ASSERT_THAT(updated, IsOk());
  EXPECT_EQ(updated->revision, 2);
  EXPECT_EQ(updated->item.revision, 2);
  EXPECT_EQ(Get<model::Entity>(ledger_, kWorkspace, "entities/a")->item.record, changed);
}

TEST_F(Nouns, AnUpdateThatChangesNothingWritesNothing) {
  Has(EntityNamed("a"));
  Has(EntityNamed("b"));
  const auto updated = Replace(EntityNamed("a"));
  ASSERT_THAT(updated, IsOk());
  EXPECT_EQ(updated->item.revision, 1);
  EXPECT_EQ(updated->revision, 2);
  EXPECT_EQ(Latest(), 2);
}

TEST_F(Nouns, AnOldEtagIsAborted) {
  Has(EntityNamed("a"));
  model::Entity changed = EntityNamed("a");
  changed.aliases = {"A."};
  ASSERT_THAT(Replace(changed), IsOk());
  changed.aliases = {"B."};
  EXPECT_THAT(Replace(changed, EtagOf(1)), StatusIs(StatusCode::kAborted, StartsWith("etag: ")));
}

TEST_F(Nouns, AnUpdateOfWhatIsNotOnFileCreatesItOnlyIfAllowed) {
  EXPECT_THAT(Replace(EntityNamed("a")), StatusIs(StatusCode::kNotFound, "name: entities/a is not on file"));
  const auto created =
      Update<model::Entity>(ledger_, kWorkspace, "entities/a", "", true,
                            [](const model::Entity* current) -> absl::StatusOr<model::Entity> {
                              EXPECT_EQ(current, nullptr);
                              return EntityNamed("a");
                            });
  ASSERT_THAT(created, IsOk());
  EXPECT_EQ(created->item.revision, 1);
}

TEST_F(Nouns, WhatTheChangeRefusesIsReturned) {
  Has(EntityNamed("a"));
  EXPECT_THAT(Update<model::Entity>(ledger_, kWorkspace, "entities/a", "", false,
                                    [](const model::Entity*) -> absl::StatusOr<model::Entity> {
                                      return absl::InvalidArgumentError("kind: no such");
                                    }),
              StatusIs(StatusCode::kInvalidArgument, "kind: no such"));
}

TEST_F(Nouns, ListsAreByNameAndPaged) {
  for (const char* id : {"c", "a-b", "a", "a.c", "b"}) Has(EntityNamed(id));
  const auto first = List<model::Entity>(ledger_, kWorkspace, "", {.size = 3});
  ASSERT_THAT(first, IsOk());
  std::vector<std::string> names;
  for (const auto& item : first->items) names.push_back(item.record.name);
  EXPECT_THAT(names, ElementsAre("entities/a", "entities/a-b", "entities/a.c"));
  EXPECT_EQ(first->next_after, "entities/a.c");
  const auto second = List<model::Entity>(ledger_, kWorkspace, "", {.size = 3, .after = first->next_after});
  ASSERT_EQ(second->items.size(), 2u);
  EXPECT_EQ(second->items[1].record.name, "entities/c");
  EXPECT_EQ(second->next_after, "");
}

TEST_F(Nouns, APageReadsAtTheRevisionOfTheFirst) {
  Has(EntityNamed("a"));
  Has(EntityNamed("b"));
  EXPECT_EQ(List<model::Entity>(ledger_, kWorkspace, "", {.revision = 1})->items.size(), 1u);
  EXPECT_THAT(List<model::Entity>(ledger_, kWorkspace, "", {.revision = 9}),
              HasCode(StatusCode::kOutOfRange));
}

TEST_F(Nouns, QuestionsOfAllTopicsAreListedByNameInPagesOfAnySize) {
  std::vector<std::string> expected;
  for (const char* topic : {"a", "a-b", "a-b.c", "a.c", "a0", "ab"}) {
    Has(TopicNamed(topic));
    for (const char* id : {"q", "q-1", "q.1", "q1"}) {
      Has(QuestionNamed(topic, id));
      expected.push_back(QuestionNamed(topic, id).name);
    }
  }
  std::sort(expected.begin(), expected.end());
  for (const int size : {1, 2, 3, 5, 100}) {
    std::vector<std::string> names;
    Page page{.size = size};
    do {
      const auto listed = List<model::Question>(ledger_, kWorkspace, "", page);
      ASSERT_THAT(listed, IsOk());
      for (const auto& item : listed->items) names.push_back(item.record.name);
      page.after = listed->next_after;
    } while (!page.after.empty());
    EXPECT_EQ(names, expected) << "in pages of " << size;
  }
}

TEST_F(Nouns, QuestionsOfOneTopicAreListedAlone) {
  for (const char* topic : {"a", "a-b"}) {
    Has(TopicNamed(topic));
    Has(QuestionNamed(topic, "q"));
    Has(QuestionNamed(topic, "r"));
  }
  const auto listed =
      List<model::Question>(ledger_, kWorkspace, "topics/a", {.after = "topics/a/questions/q"});
  ASSERT_EQ(listed->items.size(), 1u);
  EXPECT_EQ(listed->items[0].record.name, "topics/a/questions/r");
}

}  // namespace
}  // namespace gainsay::ledger
