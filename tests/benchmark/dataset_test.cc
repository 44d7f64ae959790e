#include "tests/benchmark/dataset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "service/engine/compare.h"
#include "service/ledger/case_reader.h"
#include "service/ledger/import.h"
#include "service/ledger/record_name.h"
#include "service/ledger/recording.h"
#include "service/store/memory/memory_store.h"
#include "service/store/record_codec.h"
#include "tests/support/status_matchers.h"

namespace gainsay::benchmark {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::Ge;
using ::testing::IsEmpty;
using ::testing::Le;

constexpr int64_t kClaims = 3'000;

// The stored bytes of every record, by name; each name once.
std::map<std::string, std::string> RecordsOf(const Dataset& dataset) {
  std::map<std::string, std::string> records;
  dataset.ForEach([&](const model::Record& record) {
    EXPECT_TRUE(records.emplace(ledger::NameOf(record), store::EncodeRecord(record)).second);
  });
  return records;
}

std::vector<int> SizesOf(const Dataset& dataset) {
  std::vector<int> sizes;
  for (int64_t index = 0; index < dataset.questions(); ++index) sizes.push_back(dataset.ClaimsOf(index));
  return sizes;
}

// A ledger into which a dataset was imported, none of it refused.
class OnFile {
 public:
  explicit OnFile(const Dataset& dataset) {
    ledger::Import import(ledger_, {.workspace = "default"});
    int64_t line = 0;
    dataset.ForEach([&](const model::Record& record) {
      const auto progress = import.Add(++line, record);
      ASSERT_THAT(progress, testing::IsOk());
      // What waits was referred to before it came.
      EXPECT_TRUE(!*progress || (*progress)->waiting == 0);
    });
    const auto finished = import.Finish();
    EXPECT_THAT(finished, testing::IsOk());
    EXPECT_THAT(finished->errors, IsEmpty());
    EXPECT_EQ(finished->written, line);
  }

  const ledger::Ledger& ledger() const { return ledger_; }

 private:
  std::unique_ptr<store::Store> store_ = store::NewMemoryStore();
  ledger::Ledger ledger_{*store_, [] { return absl::FromUnixSeconds(1'780'000'000); }};
};

std::vector<model::Claim> ClaimsIn(const engine::CaseFile& file) {
  std::vector<model::Claim> claims;
  for (const auto& claim : file.question.claims) claims.push_back(claim.record);
  return claims;
}

TEST(DatasetTest, TheSameSeedGivesTheSameRecordsOnAnyMachine) {
  uint64_t sum = 0;
  for (const auto& [name, bytes] : RecordsOf(Dataset({1, kClaims}))) {
    for (const unsigned char byte : name + bytes) sum = sum * 1'099'511'628'211u + byte;
  }
  EXPECT_EQ(sum, 13617536025718286927u);
}

TEST(DatasetTest, AnotherSeedGivesOtherRecords) {
  EXPECT_NE(RecordsOf(Dataset({1, kClaims})), RecordsOf(Dataset({2, kClaims})));
}

TEST(DatasetTest, AQuestionHasTenToFiftyClaimsAndSmallOnesAreMoreCommon) {
  const std::vector<int> sizes = SizesOf(Dataset({1, 100'000}));
  EXPECT_THAT(sizes, Each(AllOf(Ge(10), Le(50))));
  EXPECT_GT(std::count(sizes.begin(), sizes.end(), 10), std::count(sizes.begin(), sizes.end(), 11));
  EXPECT_GT(std::count(sizes.begin(), sizes.end(), 10), 10 * std::count(sizes.begin(), sizes.end(), 30));
  EXPECT_GT(std::count(sizes.begin(), sizes.end(), 50), 0);
}

TEST(DatasetTest, ThereAreAsManyClaimsAsItSaysAndNoFewerThanAskedFor) {
  const Dataset dataset({1, kClaims});
  int64_t claims = 0;
  dataset.ForEach(
      [&](const model::Record& record) { claims += std::holds_alternative<model::Claim>(record); });
  EXPECT_EQ(claims, dataset.claims());
  EXPECT_GE(claims, kClaims);
  EXPECT_LT(claims, kClaims + 50);
}

TEST(DatasetTest, AQuestionsRecordsDoNotDependOnHowManyQuestionsThereAre) {
  const std::map<std::string, std::string> few = RecordsOf(Dataset({1, 1'000}));
  const std::map<std::string, std::string> more = RecordsOf(Dataset({1, kClaims}));
  EXPECT_TRUE(std::includes(more.begin(), more.end(), few.begin(), few.end()));
}

TEST(DatasetTest, WhatComesAfterOneDatasetMakesItTheLargerOne) {
  const Dataset small({1, 1'000});
  const Dataset large({1, kClaims});
  std::map<std::string, std::string> records = RecordsOf(small);
  int64_t claims = 0;
  large.ForEachFrom(small.questions(), [&](const model::Record& record) {
    claims += std::holds_alternative<model::Claim>(record);
    records[ledger::NameOf(record)] = store::EncodeRecord(record);
  });
  EXPECT_EQ(claims, large.claims() - small.claims());
  EXPECT_EQ(records, RecordsOf(large));
}

TEST(DatasetTest, ACaseIsWhatTheLedgerReads) {
  const Dataset dataset({1, kClaims});
  const OnFile on_file(dataset);
  const auto snapshot = on_file.ledger().store.GetSnapshot();
  ASSERT_THAT(snapshot, testing::IsOk());
  for (int64_t index = 0; index < dataset.questions(); ++index) {
    const auto read = ledger::CaseReader(**snapshot, "default").Read(dataset.QuestionName(index), {});
    ASSERT_THAT(read, testing::IsOk());
    const engine::CaseFile made = dataset.CaseOf(index);
    EXPECT_EQ(made.question.question, read->question.question);
    EXPECT_EQ(ClaimsIn(made), ClaimsIn(*read));
    EXPECT_EQ(made.entities, read->entities);
    EXPECT_EQ(made.sources, read->sources);
  }
}

TEST(DatasetTest, SomeQuestionsAreConfirmedAndSomeAreInConflict) {
  const Dataset dataset({1, 10'000});
  std::map<engine::Status, int> counts;
  for (int64_t index = 0; index < dataset.questions(); ++index) {
    ++counts[engine::Compare(dataset.CaseOf(index), {}, {}, false).status];
  }
  EXPECT_GT(counts[engine::Status::kConfirmed], dataset.questions() / 5);
  EXPECT_GT(counts[engine::Status::kConflicting], dataset.questions() / 5);
}

TEST(DatasetTest, NewClaimsAreAllDifferentAndCanBeRecorded) {
  const Dataset dataset({1, kClaims});
  const OnFile on_file(dataset);
  std::set<std::string> names;
  for (int64_t number = 0; number < 100; ++number) {
    const auto recorded = ledger::RecordAll<model::Claim>(on_file.ledger(), "default",
                                                          {dataset.NewClaim(number % 5, number)}, "claims");
    ASSERT_THAT(recorded, testing::IsOk());
    EXPECT_FALSE(recorded->outcomes[0].existed);
    EXPECT_TRUE(names.insert(recorded->outcomes[0].name).second);
  }
}

TEST(DatasetTest, QuestionsOfASizeHaveJustThatSize) {
  const Dataset dataset({1, 100'000});
  const std::vector<int64_t> found = dataset.QuestionsOf(30);
  std::vector<int64_t> expected;
  for (int64_t index = 0; index < dataset.questions(); ++index) {
    if (dataset.ClaimsOf(index) == 30) expected.push_back(index);
  }
  EXPECT_FALSE(found.empty());
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace gainsay::benchmark
