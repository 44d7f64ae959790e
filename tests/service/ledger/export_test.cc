#include "service/ledger/export.h"

#include "service/ledger/record_name.h"
#include "service/store/rocksdb/rocksdb_store.h"
#include "tests/service/ledger/ledger_fixture.h"
#include "tests/service/ledger/random_case.h"
#include "tests/support/temp_directory.h"

namespace gainsay::ledger {
namespace {

using absl::StatusCode;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class Exporting : public LedgerTest {};

// A store of its own to import into.
struct Elsewhere {
  std::unique_ptr<store::Store> store = store::NewMemoryStore();
  Ledger ledger{*store, [] { return absl::FromUnixSeconds(1'800'000'000); }};
};

TEST_F(Exporting, RandomCasesComeOutSortedByKindThenName) {
  for (uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    Elsewhere place;
    ASSERT_THAT(ImportAll(place.ledger, RandomCase(seed).Make()).errors, IsEmpty());
    const std::vector<model::Record> records = ExportedRecords(place.ledger);
    const auto before = [](const model::Record& a, const model::Record& b) {
      return std::pair(KindOf(a), NameOf(a)) < std::pair(KindOf(b), NameOf(b));
    };
    EXPECT_TRUE(std::is_sorted(records.begin(), records.end(), before));
  }
}

TEST_F(Exporting, RandomCasesGiveTheSameBytesInAnyOrderOfLines) {
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    RandomCase cases(seed);
    std::vector<model::Record> records = cases.Make();
    Elsewhere first;
    ASSERT_THAT(ImportAll(first.ledger, records).errors, IsEmpty());
    cases.Shuffle(records);
    Elsewhere second;
    ASSERT_THAT(ImportAll(second.ledger, records).errors, IsEmpty());
    EXPECT_EQ(ExportAll(first.ledger), ExportAll(second.ledger));
  }
}

TEST_F(Exporting, WhatIsLeftOfACaseWithHolesIsTheSameInAnyOrderOfLines) {
  for (uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    RandomCase cases(seed);
    std::vector<model::Record> records = cases.Make();
    cases.Shuffle(records);
    records.resize(records.size() * 9 / 10);
    Elsewhere first;
    const Imported kept = ImportAll(first.ledger, records);
    EXPECT_GT(kept.last.refused, 0);
    EXPECT_EQ(kept.errors.size(), static_cast<size_t>(kept.last.refused));
    EXPECT_EQ(kept.last.written + kept.last.unchanged + kept.last.refused,
              static_cast<int64_t>(records.size()));
    cases.Shuffle(records);
    Elsewhere second;
    EXPECT_EQ(ImportAll(second.ledger, records).last.refused, kept.last.refused);
    EXPECT_EQ(ExportAll(first.ledger), ExportAll(second.ledger));
    EXPECT_EQ(ImportAll(second.ledger, records, {.create_missing = true}).last.waiting, 0);
  }
}

TEST_F(Exporting, AnExportImportedElsewhereIsExportedByteForByte) {
  for (uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    Elsewhere first;
    ImportAll(first.ledger, RandomCase(seed).Make());
    Elsewhere second;
    ASSERT_THAT(ImportAll(second.ledger, ExportedRecords(first.ledger)).errors, IsEmpty());
    EXPECT_EQ(ExportAll(first.ledger), ExportAll(second.ledger));
  }
}

TEST_F(Exporting, ATopicsExportCanBeImportedIntoAnEmptyWorkspace) {
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    Elsewhere first;
    ImportAll(first.ledger, RandomCase(seed).Make());
    for (const char* topic : {"topics/a", "topics/a-b", "topics/b"}) {
      Elsewhere second;
      ASSERT_THAT(ImportAll(second.ledger, ExportedRecords(first.ledger, {.topic = topic})).errors,
                  IsEmpty());
      EXPECT_EQ(ExportAll(first.ledger, {.topic = topic}), ExportAll(second.ledger));
    }
  }
}

TEST_F(Exporting, GoesOnAfterAnyRecord) {
  ImportAll(ledger_, RandomCase(7).Make());
  for (const std::string& topic : {std::string(), std::string("topics/a")}) {
    const std::vector<std::string> names = NamesOf(ExportedRecords(ledger_, {.topic = topic}));
    for (size_t i = 0; i < names.size(); i += 3) {
      const std::vector<std::string> rest =
          NamesOf(ExportedRecords(ledger_, {.topic = topic, .after = names[i]}));
      ASSERT_EQ(rest, std::vector<std::string>(names.begin() + static_cast<ptrdiff_t>(i) + 1, names.end()))
          << "after " << names[i];
    }
  }
}

TEST_F(Exporting, ATopicComesWithAllItNeedsAndNoMore) {
  model::Source cited = SourceNamed("cited");
  cited.publisher = "entities/publisher";
  model::Claim claim = ClaimOn("topics/t/questions/q", "speaker", Amount("5"), "c");
  claim.appearances = {{"sources/citing"}};
  model::Question whole = QuestionNamed("t", "q", model::ValueType::kQuantity);
  whole.parts = {"topics/u/questions/part"};
  model::Withdrawal pulled = Withdrawn("sources/cited", model::WithdrawalKind::kSourcePulled);
  pulled.name = "withdrawals/pulled";
  model::Withdrawal other = Withdrawn("sources/unrelated", model::WithdrawalKind::kVoided);
  const Imported imported = ImportAll(
      ledger_, {EntityNamed("state"), SpeakerFor("speaker", "state"), EntityNamed("publisher"),
                EntityNamed("x"), cited, SourceNamed("citing", {"cited"}), SourceNamed("unrelated"),
                TopicNamed("t"), TopicNamed("u"), TopicNamed("v"), whole,
                QuestionNamed("u", "part", model::ValueType::kQuantity), QuestionNamed("u", "unrelated"),
                claim, ClaimOn("topics/u/questions/part", "x", Amount("2")), pulled, other});
  ASSERT_THAT(imported.errors, IsEmpty());
  EXPECT_THAT(NamesOf(ExportedRecords(ledger_, {.topic = "topics/t"})),
              ElementsAre("entities/publisher", "entities/speaker", "entities/state", "sources/cited",
                          "sources/citing", "topics/t", "topics/u", "topics/t/questions/q",
                          "topics/u/questions/part", "topics/t/questions/q/claims/c", "withdrawals/pulled"));
}

TEST_F(Exporting, ReadsAtTheRevisionAskedFor) {
  Has(EntityNamed("a"));
  Has(EntityNamed("b"));
  EXPECT_THAT(NamesOf(ExportedRecords(ledger_, {.revision = 1})), ElementsAre("entities/a"));
  const auto ignore = [](const model::Record&) { return true; };
  EXPECT_THAT(Export(ledger_, kWorkspace, {.revision = 9}, ignore), HasCode(StatusCode::kOutOfRange));
}

TEST_F(Exporting, StopsWhenToldTo) {
  for (const char* id : {"a", "b", "c"}) Has(EntityNamed(id));
  int visited = 0;
  EXPECT_THAT(Export(ledger_, kWorkspace, {}, [&](const model::Record&) { return ++visited < 2; }), IsOk());
  EXPECT_EQ(visited, 2);
}

TEST_F(Exporting, RefusesAnUnknownTopicAndWhatIsNoName) {
  const auto ignore = [](const model::Record&) { return true; };
  EXPECT_THAT(Export(ledger_, kWorkspace, {.topic = "topics/none"}, ignore),
              StatusIs(StatusCode::kNotFound, "topic: topics/none is not on file"));
  for (const char* after : {"x", "entities", "entities/", "entities/A", "topics/t/claims/c"}) {
    EXPECT_THAT(Export(ledger_, kWorkspace, {.after = after}, ignore),
                StatusIs(StatusCode::kInvalidArgument, StartsWith("after: ")));
  }
}

TEST_F(Exporting, CountsAreThoseOfTheRecords) {
  ImportAll(ledger_, RandomCase(3).Make());
  std::map<model::NameKind, int64_t> counted;
  for (const model::Record& record : ExportedRecords(ledger_)) ++counted[KindOf(record)];
  const auto counts = CountRecords(ledger_, kWorkspace);
  ASSERT_THAT(counts, IsOk());
  EXPECT_EQ(counts->entities, counted[model::NameKind::kEntity]);
  EXPECT_EQ(counts->sources, counted[model::NameKind::kSource]);
  EXPECT_EQ(counts->topics, counted[model::NameKind::kTopic]);
  EXPECT_EQ(counts->questions, counted[model::NameKind::kQuestion]);
  EXPECT_EQ(counts->claims, counted[model::NameKind::kClaim]);
  EXPECT_EQ(counts->silences, counted[model::NameKind::kSilence]);
  EXPECT_EQ(counts->relations, counted[model::NameKind::kRelation]);
  EXPECT_EQ(counts->withdrawals, counted[model::NameKind::kWithdrawal]);
  EXPECT_GT(counts->relations, 0);
  EXPECT_GT(counts->withdrawals, 0);
}

TEST_F(Exporting, OnRocksdbGivesTheBytesThatItGivesInMemoryAlsoAfterReopening) {
  const testing::TempDirectory directory;
  const std::vector<model::Record> records = RandomCase(11).Make();
  ImportAll(ledger_, records);
  const std::vector<std::string> expected = ExportAll(ledger_);
  {
    const auto opened = store::OpenRocksdbStore({.directory = directory.Path("data")});
    ASSERT_THAT(opened, IsOk());
    const Ledger ledger{**opened, ledger_.now};
    EXPECT_THAT(ImportAll(ledger, records).errors, IsEmpty());
    EXPECT_EQ(ExportAll(ledger), expected);
  }
  const auto reopened = store::OpenRocksdbStore({.directory = directory.Path("data")});
  ASSERT_THAT(reopened, IsOk());
  const Ledger ledger{**reopened, ledger_.now};
  EXPECT_EQ(ExportAll(ledger), expected);
  EXPECT_EQ(ImportAll(ledger, records).last.written, 0);
}

}  // namespace
}  // namespace gainsay::ledger
