#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/service/store/store_contract.h"

namespace gainsay::store {

using ::testing::ElementsAre;
using testing::HasCode;
using ::testing::IsEmpty;
using testing::IsOk;
using ::testing::Optional;
using ::testing::Pair;

INSTANTIATE_TEST_SUITE_P(Engines, StoreContract, ::testing::ValuesIn(AllEngines()), EngineName);

const KeyRange kEverything = {"", "\xFF\xFF"};

TEST_P(StoreContract, AnEmptyStoreIsAtRevisionZeroAndHoldsNothing) {
  EXPECT_EQ(SnapshotAt()->revision(), 0);
  EXPECT_EQ(ValueAt(0, "k"), std::nullopt);
  EXPECT_THAT(ScanAt(0, kEverything), IsEmpty());
}

TEST_P(StoreContract, ARevisionThatHasNotBeenMadeIsOutOfRange) {
  Put({{"k", "v"}});

  EXPECT_THAT(store_->GetSnapshot(2), HasCode(absl::StatusCode::kOutOfRange));
  EXPECT_THAT(store_->GetSnapshot(-1), HasCode(absl::StatusCode::kOutOfRange));
  EXPECT_EQ(SnapshotAt(1)->revision(), 1);
}

TEST_P(StoreContract, GetReturnsTheVersionAtTheSnapshotsRevisionWithItsCommit) {
  Put({{"k", "first"}}, At(1));
  Put({{"other", "x"}}, At(2));
  Put({{"k", "third"}}, At(3));

  const absl::StatusOr<std::optional<Entry>> second = SnapshotAt(2)->Get("k");
  const absl::StatusOr<std::optional<Entry>> third = SnapshotAt(3)->Get("k");

  ASSERT_THAT(second, IsOk());
  ASSERT_TRUE(second->has_value());
  EXPECT_EQ((*second)->value, "first");
  EXPECT_EQ((*second)->revision, 1);
  EXPECT_EQ((*second)->time, At(1));
  ASSERT_THAT(third, IsOk());
  ASSERT_TRUE(third->has_value());
  EXPECT_EQ((*third)->value, "third");
  EXPECT_EQ((*third)->revision, 3);
  EXPECT_EQ((*third)->time, At(3));
}

TEST_P(StoreContract, GetOfAKeyNotYetWrittenReturnsNothing) {
  Put({{"k", "v"}});
  Put({{"later", "v"}});

  EXPECT_EQ(ValueAt(0, "k"), std::nullopt);
  EXPECT_EQ(ValueAt(1, "later"), std::nullopt);
  EXPECT_EQ(ValueAt(2, "never"), std::nullopt);
}

TEST_P(StoreContract, AKeyIsNotTakenForAnotherThatItBegins) {
  Put({{"ab", "long"}, {std::string("a\0", 2), "zero"}});

  EXPECT_EQ(ValueAt(1, "a"), std::nullopt);
  EXPECT_THAT(ValueAt(1, std::string("a\0", 2)), Optional(std::string("zero")));
}

TEST_P(StoreContract, KeysAndValuesMayBeAnyBytes) {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte.push_back(static_cast<char>(byte));
  Put({{every_byte, every_byte}, {"", "empty key"}, {"empty value", ""}});

  EXPECT_THAT(ValueAt(1, every_byte), Optional(every_byte));
  EXPECT_THAT(ValueAt(1, ""), Optional(std::string("empty key")));
  EXPECT_THAT(ValueAt(1, "empty value"), Optional(std::string()));
}

TEST_P(StoreContract, MultiGetAnswersInTheOrderAskedFor) {
  Put({{"a", "1"}, {"c", "3"}});
  Put({{"a", "later"}});

  const absl::StatusOr<std::vector<std::optional<Entry>>> found =
      SnapshotAt(1)->MultiGet({"c", "b", "a", "c"});

  ASSERT_THAT(found, IsOk());
  ASSERT_EQ(found->size(), 4);
  EXPECT_EQ((*found)[0]->value, "3");
  EXPECT_EQ((*found)[1], std::nullopt);
  EXPECT_EQ((*found)[2]->value, "1");
  EXPECT_EQ((*found)[2]->revision, 1);
  EXPECT_EQ((*found)[3]->value, "3");
}

TEST_P(StoreContract, MultiGetOfNothingReturnsNothing) {
  const absl::StatusOr<std::vector<std::optional<Entry>>> found = SnapshotAt()->MultiGet({});

  ASSERT_THAT(found, IsOk());
  EXPECT_THAT(*found, IsEmpty());
}

TEST_P(StoreContract, ScanVisitsTheKeysOfTheRangeInByteOrder) {
  const std::string low("a\0", 2);
  Put({{"b", "4"}, {"a\xFF", "3"}, {"a", "1"}, {low, "2"}, {"c", "5"}});

  EXPECT_THAT(ScanAt(1, {"a", "c"}),
              ElementsAre(Pair("a", "1"), Pair(low, "2"), Pair("a\xFF", "3"), Pair("b", "4")));
  EXPECT_THAT(ScanAt(1, KeyRange::Prefix("a")),
              ElementsAre(Pair("a", "1"), Pair(low, "2"), Pair("a\xFF", "3")));
  EXPECT_THAT(ScanAt(1, KeyRange::Key("a")), ElementsAre(Pair("a", "1")));
}

TEST_P(StoreContract, ScanOfAnEmptyOrReversedRangeVisitsNothing) {
  Put({{"a", "1"}, {"b", "2"}});

  EXPECT_THAT(ScanAt(1, {"a", "a"}), IsEmpty());
  EXPECT_THAT(ScanAt(1, {"b", "a"}), IsEmpty());
}

TEST_P(StoreContract, ScanShowsEachKeyOnceAsItWasAtTheRevision) {
  for (int i = 1; i <= 20; ++i) Put({{"many", std::to_string(i)}, {"n" + std::to_string(i), "x"}});

  const Puts found = ScanAt(7, KeyRange::Prefix("m"));

  EXPECT_THAT(found, ElementsAre(Pair("many", "7")));
  EXPECT_EQ(ScanAt(7, KeyRange::Prefix("n")).size(), 7);
}

TEST_P(StoreContract, ScanTellsTheCommitOfEachEntry) {
  Put({{"a", "1"}, {"b", "1"}}, At(1));
  Put({{"b", "2"}}, At(2));
  std::vector<std::tuple<std::string, Revision, absl::Time>> seen;

  ASSERT_THAT(SnapshotAt()->Scan(kEverything,
                                 [&](std::string_view key, const EntryView& entry) {
                                   seen.emplace_back(key, entry.revision, entry.time);
                                   return true;
                                 }),
              IsOk());

  EXPECT_THAT(seen, ElementsAre(std::make_tuple("a", 1, At(1)), std::make_tuple("b", 2, At(2))));
}

TEST_P(StoreContract, ScanStopsWhenTheVisitorReturnsFalse) {
  Puts puts;
  for (int i = 0; i < 1000; ++i) puts.emplace_back("k" + std::to_string(1000 + i), "v");
  Put(puts);
  int visited = 0;

  ASSERT_THAT(
      SnapshotAt()->Scan(kEverything, [&](std::string_view, const EntryView&) { return ++visited < 600; }),
      IsOk());

  EXPECT_EQ(visited, 600);
}

TEST_P(StoreContract, ScanOfManyKeysVisitsEachOnce) {
  Puts puts;
  for (int i = 0; i < 2000; ++i) puts.emplace_back("k" + std::to_string(10000 + i), std::to_string(i));
  Put(puts);

  EXPECT_EQ(ScanAt(1, KeyRange::Prefix("k")), puts);
}

TEST_P(StoreContract, AVisitorMayReadAndWriteTheStoreAndSeesNoneOfItsWrites) {
  Put({{"a", "1"}, {"b", "2"}});
  const std::unique_ptr<Snapshot> snapshot = SnapshotAt();
  int visited = 0;

  ASSERT_THAT(snapshot->Scan(kEverything,
                             [&](std::string_view key, const EntryView&) {
                               ++visited;
                               Put({{std::string(key) + "'", "new"}, {"b", "new"}});
                               EXPECT_EQ(ValueAt(1, "b"), "2");
                               return true;
                             }),
              IsOk());

  EXPECT_EQ(visited, 2);
}

TEST_P(StoreContract, ASnapshotStaysAsItWasWhileOthersCommit) {
  Put({{"k", "before"}});
  const std::unique_ptr<Snapshot> snapshot = SnapshotAt();

  Put({{"k", "after"}, {"l", "new"}});

  EXPECT_EQ(snapshot->revision(), 1);
  EXPECT_EQ((*snapshot->Get("k"))->value, "before");
  EXPECT_EQ(*snapshot->Get("l"), std::nullopt);
  EXPECT_THAT(ValueAt(std::nullopt, "k"), Optional(std::string("after")));
}

}  // namespace gainsay::store
