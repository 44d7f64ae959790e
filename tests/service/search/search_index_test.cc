#include "service/search/search_index.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>

#include "tests/service/search/search_fixture.h"

namespace gainsay::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

using SearchIndexTest = SearchTest;
INSTANTIATE_TEST_SUITE_P(OnEveryStore, SearchIndexTest, ::testing::ValuesIn(ledger::EveryStore()),
                         ledger::StoreName);

// Changes the file as another program might.
void Execute(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(database);
  sqlite3_close(database);
}

TEST_P(SearchIndexTest, WhatWasJustWrittenIsFound) {
  HasQuestion();
  for (int i = 0; i < 20; ++i) {
    const std::string id = "c" + std::to_string(i);
    Says(id, "Grenades number" + std::to_string(i) + " were found");
    EXPECT_THAT(Found("number" + std::to_string(i)), ElementsAre(id));
  }
}

TEST_P(SearchIndexTest, AnEmptyStoreIsSearchedInVain) { EXPECT_THAT(Found("anything"), IsEmpty()); }

TEST_P(SearchIndexTest, WhatIsWrittenWhileNoIndexFollowsIsReadFromTheLogLater) {
  HasQuestion();
  Says("before", "A bridge fell");
  EXPECT_THAT(Found("bridge"), ElementsAre("before"));
  StopIndex();
  Says("between", "The bridge stood");
  StartIndex();
  EXPECT_THAT(Found("bridge"), UnorderedElementsAre("before", "between"));
}

TEST_P(SearchIndexTest, AFileThatIsGoneIsBuiltAnew) {
  HasQuestion();
  Says("c", "A bridge fell");
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
  StopIndex();
  RemoveDatabase(index_path());
  StartIndex();
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
}

TEST_P(SearchIndexTest, IsBuiltAnewWhenAsked) {
  HasQuestion();
  Says("c", "A bridge fell");
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
  Execute(index_path(), "DELETE FROM record");
  EXPECT_THAT(Found("bridge"), IsEmpty());
  index_->Rebuild();
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
}

TEST_P(SearchIndexTest, AFileThatMostlyHoldsWhatWasIsBuiltAnew) {
  HasQuestion();
  Says("c", "A bridge fell");
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
  StopIndex();
  Execute(index_path(), "DELETE FROM record; UPDATE position SET left_over = 1000000");
  StartIndex();
  Says("d", "The bridge stood");
  EXPECT_THAT(Found("bridge"), UnorderedElementsAre("c", "d"));
}

TEST_P(SearchIndexTest, AFileOfAnotherSchemaIsBuiltAnew) {
  HasQuestion();
  Says("c", "A bridge fell");
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
  StopIndex();
  Execute(index_path(), "DELETE FROM record; PRAGMA user_version = 999999");
  StartIndex();
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
}

TEST_P(SearchIndexTest, AFileThatIsNoDatabaseIsBuiltAnew) {
  HasQuestion();
  Says("c", "A bridge fell");
  StopIndex();
  RemoveDatabase(index_path());
  std::ofstream(index_path()) << std::string(10'000, 'x');
  StartIndex();
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
}

TEST_P(SearchIndexTest, AFileDamagedInTheMiddleIsBuiltAnew) {
  HasQuestion();
  for (int i = 0; i < 200; ++i) Says("c" + std::to_string(i), "A bridge fell " + std::to_string(i));
  EXPECT_EQ(Found("bridge").size(), 100u);
  StopIndex();
  {
    std::fstream file(index_path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4'096);
    const auto rest = std::filesystem::file_size(index_path()) - 4'096;
    file << std::string(rest, '\x5a');
  }
  StartIndex();
  EXPECT_EQ(Found("bridge").size(), 100u);
}

TEST_P(SearchIndexTest, AnIndexAheadOfItsStoreIsBuiltAnew) {
  HasQuestion();
  Says("c", "A bridge fell");
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
  StopIndex();
  Execute(index_path(), "UPDATE position SET revision = 1000000");
  StartIndex();
  EXPECT_THAT(Found("bridge"), ElementsAre("c"));
}

TEST_P(SearchIndexTest, AnIndexOfAnotherStoreIsBuiltAnew) {
  HasQuestion();
  Says("old", "A bridge fell");
  EXPECT_THAT(Found("bridge"), ElementsAre("old"));
  Close();
  std::filesystem::remove_all(folder_.Path("data"));
  Open();
  HasQuestion();
  Says("new", "A bridge stood");
  Says("newer", "A tower stood");
  EXPECT_THAT(Found("bridge"), ElementsAre("new"));
}

TEST_P(SearchIndexTest, ARecordIsFoundAsItWasLastWritten) {
  model::Topic topic = ledger::TopicNamed("t");
  Has(topic);
  model::Question question = ledger::QuestionNamed("t", "q");
  question.title = "Was there a ceasefire?";
  Has(question);
  EXPECT_THAT(Found("ceasefire"), ElementsAre("q"));
  question.title = "Was there an armistice?";
  Becomes(question);
  EXPECT_THAT(Found("ceasefire"), IsEmpty());
  EXPECT_THAT(Found("armistice"), ElementsAre("q"));
}

TEST_P(SearchIndexTest, AClaimIsFoundByWhatItsQuestionAndItsPartyAreCalledNow) {
  HasQuestion();
  Says("c", "It did");
  model::Question question = ledger::QuestionNamed("t", "q");
  question.title = "Did the dam burst?";
  Becomes(question);
  model::Entity party = ledger::EntityNamed("a");
  party.display_name = "Waterworks";
  Becomes(party);
  EXPECT_THAT(Found("dam"), ElementsAre("q", "c"));
  EXPECT_THAT(Found("waterworks"), ElementsAre("a", "c"));
}

TEST_P(SearchIndexTest, WorkspacesShareNothingNotEvenHowRareAWordIs) {
  HasQuestion();
  HasQuestion("other");
  Says("mine", "A bridge fell");
  const double before = Searched({.query = "bridge"})->items.at(0).score;
  for (int i = 0; i < 50; ++i) Says("theirs" + std::to_string(i), "A bridge stood", "a", "other");
  EXPECT_THAT(Found("bridge"), ElementsAre("mine"));
  EXPECT_EQ(Searched({.query = "bridge"})->items.at(0).score, before);
  EXPECT_EQ(Found(SearchFilter{.query = "bridge"}, "other").size(), 50u);
  EXPECT_THAT(Found(SearchFilter{.query = "bridge"}, "third"), IsEmpty());
}

TEST_P(SearchIndexTest, WaitingForWhatIsNotWrittenEndsAtTheDeadline) {
  EXPECT_THAT(index_->Await(store_->GetLatestRevision() + 1, absl::Now() + absl::Milliseconds(20)),
              HasCode(absl::StatusCode::kDeadlineExceeded));
}

class DurableSearchIndexTest : public SearchTest {};
INSTANTIATE_TEST_SUITE_P(OnRocksdb, DurableSearchIndexTest, ::testing::ValuesIn([] {
                           auto stores = ledger::EveryStore();
                           std::erase_if(stores, [](const auto& store) { return !store.durable; });
                           return stores;
                         }()),
                         ledger::StoreName);

TEST_P(DurableSearchIndexTest, OutlivesItsProcessAndGoesOn) {
  HasQuestion();
  Says("before", "A bridge fell");
  EXPECT_THAT(Found("bridge"), ElementsAre("before"));
  Close();
  Execute(index_path(), "UPDATE workspace SET name = 'kept' WHERE name = 'default'");
  Open();
  EXPECT_THAT(Found("bridge"), IsEmpty()) << "the file was not used again";
  Says("after", "The bridge stood");
  EXPECT_THAT(Found("bridge"), ElementsAre("after"));
}

}  // namespace
}  // namespace gainsay::search
