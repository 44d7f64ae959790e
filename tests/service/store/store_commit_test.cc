#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/synchronization/blocking_counter.h"
#include "tests/service/store/store_contract.h"

namespace gainsay::store {

using ::testing::ElementsAre;
using testing::HasCode;
using ::testing::IsEmpty;
using testing::IsOk;
using ::testing::Pair;

TEST_P(StoreContract, EachCommitMakesTheNextRevision) {
  EXPECT_EQ(Put({{"a", "1"}}), 1);
  EXPECT_EQ(Put({{"b", "2"}}), 2);
  EXPECT_EQ(Put({{"a", "3"}}), 3);
  EXPECT_EQ(SnapshotAt()->revision(), 3);
}

TEST_P(StoreContract, ACommitsTimeIsNowInWholeMicroseconds) {
  const absl::StatusOr<Committed> committed =
      store_->Commit({.puts = {{"k", "v"}}}, At(5) + absl::Nanoseconds(1999));

  ASSERT_THAT(committed, IsOk());
  EXPECT_EQ(committed->time, At(5) + absl::Microseconds(1));
}

TEST_P(StoreContract, ACommitWhoseNowIsNotLaterGetsATimeJustAfterTheCommitBefore) {
  Put({{"k", "1"}}, At(10));

  const absl::StatusOr<Committed> same = store_->Commit({.puts = {{"k", "2"}}}, At(10));
  const absl::StatusOr<Committed> earlier = store_->Commit({.puts = {{"k", "3"}}}, At(3));
  const absl::StatusOr<Committed> later = store_->Commit({.puts = {{"k", "4"}}}, At(11));

  EXPECT_EQ(same->time, At(10) + absl::Microseconds(1));
  EXPECT_EQ(earlier->time, At(10) + absl::Microseconds(2));
  EXPECT_EQ(later->time, At(11));
}

TEST_P(StoreContract, TheFirstCommitMayBeBefore1970) {
  Put({{"k", "v"}}, absl::FromUnixSeconds(-5));

  EXPECT_EQ((*SnapshotAt()->Get("k"))->time, absl::FromUnixSeconds(-5));
}

TEST_P(StoreContract, ACommitIsAbortedIfAKeyItDependsOnWasWrittenSince) {
  Put({{"k", "1"}});
  Put({{"k", "2"}});

  EXPECT_THAT(store_->Commit({1, {KeyRange::Key("k")}, {{"x", "1"}}}, At(0)),
              HasCode(absl::StatusCode::kAborted));
  EXPECT_THAT(store_->Commit({2, {KeyRange::Key("k")}, {{"x", "1"}}}, At(0)), IsOk());
}

TEST_P(StoreContract, ACommitIsAbortedIfAKeyAppearedInARangeItDependsOn) {
  const Revision read = Put({{"range/a", "1"}, {"range/c", "1"}});
  Put({{"range/b", "new"}});

  EXPECT_THAT(store_->Commit({read, {KeyRange::Prefix("range/")}, {{"x", "1"}}}, At(0)),
              HasCode(absl::StatusCode::kAborted));
}

TEST_P(StoreContract, AWriteThatReadNothingIsAbortedByAnythingInItsRange) {
  Put({{"k", "1"}});

  EXPECT_THAT(store_->Commit({0, {KeyRange::Key("k")}, {{"k", "mine"}}}, At(0)),
              HasCode(absl::StatusCode::kAborted));
}

TEST_P(StoreContract, ACommitIsNotAbortedByWritesBesideItsRanges) {
  const Revision read = Put({{"b", "1"}});
  Put({{"a", "2"}, {std::string("b\0", 2), "2"}, {"c", "2"}});

  EXPECT_THAT(store_->Commit({read, {KeyRange::Key("b"), {"bb", "c"}}, {{"x", "1"}}}, At(0)), IsOk());
}

TEST_P(StoreContract, AnAbortedCommitLeavesNoTrace) {
  Put({{"k", "1"}});
  ASSERT_THAT(store_->Commit({0, {{"none", "nonf"}, KeyRange::Key("k")}, {{"x", "1"}, {"y", "1"}}}, At(0)),
              HasCode(absl::StatusCode::kAborted));

  EXPECT_EQ(SnapshotAt()->revision(), 1);
  EXPECT_THAT(ScanAt(std::nullopt, {"", "\xFF"}), ElementsAre(Pair("k", "1")));
  EXPECT_THAT(*store_->ReadLog(1, 10), IsEmpty());
  EXPECT_EQ(Put({{"z", "1"}}), 2);
}

TEST_P(StoreContract, ACommitMayWriteWhatItDependsOn) {
  const Revision read = Put({{"k", "1"}});

  EXPECT_THAT(store_->Commit({read, {KeyRange::Key("k")}, {{"k", "2"}}}, At(0)), IsOk());
  EXPECT_EQ(ValueAt(std::nullopt, "k"), "2");
}

TEST_P(StoreContract, IndexEntriesAreWrittenButNotLogged) {
  ASSERT_THAT(store_->Commit({.puts = {{"k", "1"}}, .index = {"i"}}, At(0)), IsOk());

  EXPECT_EQ(ValueAt(std::nullopt, "i"), "");
  EXPECT_THAT(store_->ReadLog(0, 10)->front().keys, ElementsAre("k"));
  EXPECT_THAT(store_->Commit({0, {KeyRange::Key("i")}, {{"x", "1"}}}, At(0)),
              HasCode(absl::StatusCode::kAborted));
  EXPECT_THAT(store_->Commit({0, {KeyRange::Prefix("i")}, {{"x", "1"}}}, At(0)),
              HasCode(absl::StatusCode::kAborted));
}

TEST_P(StoreContract, CommitsBegunTogetherAreMadeInOrderAndEachIsChecked) {
  constexpr int kCommits = 200;
  std::vector<absl::StatusOr<Committed>> made(kCommits, absl::UnknownError("not called"));
  absl::BlockingCounter calls(kCommits);
  for (int i = 0; i < kCommits; ++i) {
    // Of every two, the second depends on a key, or a range, that the first writes.
    WriteSet writes{.puts = {{"k" + std::to_string(i / 2), "v"}}};
    if (i % 4 == 1) writes.unchanged = {KeyRange::Key("k" + std::to_string(i / 2))};
    if (i % 4 == 3) writes.unchanged = {KeyRange::Prefix("k" + std::to_string(i / 2))};
    store_->CommitLater(std::move(writes), At(i), [&made, &calls, i](absl::StatusOr<Committed> committed) {
      made[static_cast<size_t>(i)] = std::move(committed);
      calls.DecrementCount();
    });
  }
  calls.Wait();

  for (int i = 0; i < kCommits; ++i) {
    if (i % 2 == 0) {
      ASSERT_THAT(made[i], IsOk());
      EXPECT_EQ(made[i]->revision, i / 2 + 1);
    } else {
      EXPECT_THAT(made[i], HasCode(absl::StatusCode::kAborted)) << i;
    }
  }
}

TEST_P(StoreContract, SeveralRangesAreScannedOneAfterTheOtherUntilStopped) {
  Put({{"a1", "1"}, {"a2", "2"}, {"b1", "3"}, {"c1", "4"}});
  std::vector<std::string> seen;
  const auto visit = [&seen](std::string_view key, const EntryView&) {
    seen.emplace_back(key);
    return key != "c1";
  };
  const std::vector<KeyRange> ranges = {KeyRange::Prefix("a"), KeyRange::Prefix("c"), KeyRange::Prefix("b")};

  ASSERT_THAT(SnapshotAt()->ScanAll(ranges, visit), IsOk());

  EXPECT_THAT(seen, ElementsAre("a1", "a2", "c1"));
}

TEST_P(StoreContract, AKeyRangeOfAPrefixEndsWhereItsLastByteThatCanGrowsHasGrown) {
  EXPECT_EQ(KeyRange::Prefix("ab").end, "ac");
  EXPECT_EQ(KeyRange::Prefix("a\xFF\xFF").end, "b");
  EXPECT_EQ(KeyRange::Key("ab").end, std::string("ab\0", 3));
}

}  // namespace gainsay::store
