#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <thread>

#include "tests/service/store/store_contract.h"

namespace gainsay::store {

using ::testing::ElementsAre;
using testing::HasCode;
using ::testing::IsEmpty;
using testing::IsOk;
using ::testing::SizeIs;

TEST_P(StoreContract, TheLogTellsEachCommitWithItsKeysInTheOrderOfTheWriteSet) {
  Put({{"b", "1"}, {"a", "1"}, {std::string("\0\xFF", 2), ""}}, At(1));
  Put({{"a", "2"}}, At(2));

  const absl::StatusOr<std::vector<LogEntry>> log = store_->ReadLog(0, 10);

  ASSERT_THAT(log, IsOk());
  ASSERT_THAT(*log, SizeIs(2));
  EXPECT_EQ((*log)[0].revision, 1);
  EXPECT_EQ((*log)[0].time, At(1));
  EXPECT_THAT((*log)[0].keys, ElementsAre("b", "a", std::string("\0\xFF", 2)));
  EXPECT_EQ((*log)[1].revision, 2);
  EXPECT_THAT((*log)[1].keys, ElementsAre("a"));
}

TEST_P(StoreContract, TheLogIsReadAfterARevisionUpToALimit) {
  for (int i = 0; i < 5; ++i) Put({{"k", std::to_string(i)}});
  const auto revisions = [this](Revision after, int limit) {
    const absl::StatusOr<std::vector<LogEntry>> log = store_->ReadLog(after, limit);
    EXPECT_THAT(log, IsOk());
    std::vector<Revision> read;
    for (const LogEntry& entry : *log) read.push_back(entry.revision);
    return read;
  };

  EXPECT_THAT(revisions(2, 2), ElementsAre(3, 4));
  EXPECT_THAT(revisions(3, std::numeric_limits<int>::max()), ElementsAre(4, 5));
  EXPECT_THAT(revisions(-1, 1), ElementsAre(1));
  EXPECT_THAT(revisions(5, 1), IsEmpty());
  EXPECT_THAT(revisions(99, 1), IsEmpty());
  EXPECT_THAT(revisions(0, 0), IsEmpty());
}

TEST_P(StoreContract, TheRevisionAtATimeIsTheLastOneMadeByThen) {
  EXPECT_EQ(*store_->RevisionAt(At(100)), 0);
  Put({{"k", "1"}}, At(10));
  Put({{"k", "2"}}, At(10));
  Put({{"k", "3"}}, At(20));

  EXPECT_EQ(*store_->RevisionAt(At(9)), 0);
  EXPECT_EQ(*store_->RevisionAt(At(10)), 1);
  EXPECT_EQ(*store_->RevisionAt(At(10) + absl::Nanoseconds(1500)), 2);
  EXPECT_EQ(*store_->RevisionAt(At(19)), 2);
  EXPECT_EQ(*store_->RevisionAt(At(20)), 3);
  EXPECT_EQ(*store_->RevisionAt(absl::InfiniteFuture()), 3);
  EXPECT_EQ(*store_->RevisionAt(absl::InfinitePast()), 0);
}

TEST_P(StoreContract, WaitingForARevisionThatIsThereReturnsAtOnce) {
  Put({{"k", "1"}});

  EXPECT_THAT(store_->WaitForRevision(1, absl::InfinitePast()), IsOk());
  EXPECT_THAT(store_->WaitForRevision(0, absl::InfinitePast()), IsOk());
}

TEST_P(StoreContract, WaitingForARevisionThatIsNotMadeInTimeExceedsTheDeadline) {
  Put({{"k", "1"}});

  EXPECT_THAT(store_->WaitForRevision(2, absl::InfinitePast()), HasCode(absl::StatusCode::kDeadlineExceeded));
}

TEST_P(StoreContract, WaitingEndsWhenAnotherThreadMakesTheRevision) {
  std::thread writer([this] {
    Put({{"k", "1"}});
    Put({{"k", "2"}});
  });

  EXPECT_THAT(store_->WaitForRevision(2, absl::InfiniteFuture()), IsOk());
  EXPECT_EQ(ValueAt(2, "k"), "2");
  writer.join();
}

TEST_P(StoreContract, StatisticsTellTheEngineAndTheRevision) {
  Put({{"k", std::string(10'000, 'x')}});

  const absl::StatusOr<Statistics> statistics = store_->GetStatistics();

  ASSERT_THAT(statistics, IsOk());
  EXPECT_EQ(statistics->revision, 1);
  EXPECT_THAT(statistics->engine, ::testing::AnyOf("memory", "rocksdb"));
  const bool on_disk = statistics->engine == "rocksdb";
  EXPECT_EQ(statistics->location, on_disk ? directory_.path() : "");
  EXPECT_EQ(statistics->bytes_on_disk >= 10'000, on_disk);
}

TEST_P(StoreContract, ACheckpointIsACopyOfTheLatestRevisionOrUnimplemented) {
  Put({{"k", "1"}}, At(1));
  Put({{"k", "2"}}, At(2));
  const std::string copy = directory_.path() + "-copy";

  const absl::Status status = store_->Checkpoint(copy);

  if (store_->GetStatistics()->location.empty()) {
    EXPECT_THAT(status, HasCode(absl::StatusCode::kUnimplemented));
    return;
  }
  ASSERT_THAT(status, IsOk());
  Put({{"k", "3"}});
  EXPECT_THAT(store_->Checkpoint(copy), HasCode(absl::StatusCode::kAlreadyExists));
  store_ = GetParam().open(copy);
  EXPECT_EQ(SnapshotAt()->revision(), 2);
  EXPECT_EQ(ValueAt(2, "k"), "2");
  EXPECT_EQ(ValueAt(1, "k"), "1");
  EXPECT_THAT(*store_->ReadLog(0, 10), SizeIs(2));
  store_.reset();
  std::filesystem::remove_all(copy);
}

}  // namespace gainsay::store
