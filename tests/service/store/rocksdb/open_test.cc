#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "service/store/byte_order.h"
#include "service/store/rocksdb/format.h"
#include "tests/service/store/rocksdb/closed_store.h"

namespace gainsay::store {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using testing::HasCode;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::IsOk;
using ::testing::Not;
using testing::StatusIs;

class OpenTest : public ClosedStoreTest {};

TEST_F(OpenTest, AStoreIsMadeWithItsParents) {
  path_ = temp_.Path("a/b/c/");

  ASSERT_THAT(Open(), IsOk());

  EXPECT_TRUE(std::filesystem::exists(temp_.Path("a/b/c/CURRENT")));
}

TEST_F(OpenTest, AnEmptyDirectoryBecomesAStore) {
  std::filesystem::create_directory(path_);

  EXPECT_THAT(Open(), IsOk());
}

TEST_F(OpenTest, WhatWasCommittedIsThereAfterReopening) {
  MakeStore(/*flushed=*/false);

  const absl::StatusOr<std::unique_ptr<Store>> store = Open();

  ASSERT_THAT(store, IsOk());
  EXPECT_EQ((*(*store)->GetSnapshot())->revision(), 100);
  const absl::StatusOr<Committed> next = (*store)->Commit({.puts = {{"k", "v"}}}, absl::UnixEpoch());
  EXPECT_EQ(next->revision, 101);
  EXPECT_EQ(next->time, absl::UnixEpoch() + absl::Microseconds(100));
}

TEST_F(OpenTest, ConditionsHoldAgainstCommitsFromBeforeReopening) {
  MakeStore(/*flushed=*/false);
  const absl::StatusOr<std::unique_ptr<Store>> store = Open();
  ASSERT_THAT(store, IsOk());

  EXPECT_THAT((*store)->Commit({50, {KeyRange::Key("key/50")}, {{"x", "1"}}}, absl::UnixEpoch()),
              HasCode(absl::StatusCode::kAborted));
  EXPECT_THAT((*store)->Commit({51, {KeyRange::Key("key/50")}, {{"x", "1"}}}, absl::UnixEpoch()), IsOk());
}

TEST_F(OpenTest, AStoreThatThisProcessHasOpenIsRefused) {
  const absl::StatusOr<std::unique_ptr<Store>> first = Open();
  ASSERT_THAT(first, IsOk());

  EXPECT_THAT(Open(), StatusIs(absl::StatusCode::kFailedPrecondition,
                               AllOf(OneLine(), HasSubstr("is in use by this process already"))));
}

TEST_F(OpenTest, AStoreOfANewerFormatIsRefusedNamingBothVersions) {
  MakeStore(/*flushed=*/true);
  ChangeDatabase([](rocksdb::DB& db) {
    std::string newer;
    AppendBigEndian(newer, kFormatVersion + 6, 4);
    ASSERT_TRUE(db.Put(rocksdb::WriteOptions(), FormatKey(), newer).ok());
  });

  EXPECT_THAT(Open(), StatusIs(absl::StatusCode::kFailedPrecondition,
                               AllOf(OneLine(), ContainsRegex("storage format 8.*reads format 2"))));
}

TEST_F(OpenTest, AStoreOfAnOlderFormatIsRefusedSayingHowToMoveIt) {
  MakeStore(/*flushed=*/true);
  ChangeDatabase([](rocksdb::DB& db) {
    std::string older;
    AppendBigEndian(older, 1, 4);
    ASSERT_TRUE(db.Put(rocksdb::WriteOptions(), FormatKey(), older).ok());
  });

  EXPECT_THAT(Open(), StatusIs(absl::StatusCode::kFailedPrecondition,
                               AllOf(OneLine(), ContainsRegex("older version.*format 1.*export it"))));
}

TEST_F(OpenTest, ADirectoryOfOtherFilesIsRefusedAndLeftAsItIs) {
  std::filesystem::create_directory(path_);
  std::ofstream(path_ + "/holiday.jpg") << "x";

  EXPECT_THAT(Open(), StatusIs(absl::StatusCode::kFailedPrecondition, OneLine()));

  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path_), std::filesystem::directory_iterator()),
            1);
}

TEST_F(OpenTest, AFileIsRefused) {
  std::ofstream(path_) << "x";

  EXPECT_THAT(Open(), StatusIs(absl::StatusCode::kFailedPrecondition, OneLine()));
}

TEST_F(OpenTest, ADatabaseOfSomethingElseIsRefused) {
  ChangeDatabase([](rocksdb::DB& db) { ASSERT_TRUE(db.Put(rocksdb::WriteOptions(), "theirs", "x").ok()); });

  EXPECT_THAT(Open(), StatusIs(absl::StatusCode::kFailedPrecondition, OneLine()));
}

TEST_F(OpenTest, WhatAProcessKilledWhileMakingAStoreLeftDoesNotBarTheNext) {
  std::filesystem::create_directory(path_);
  std::ofstream(path_ + "/LOCK");
  std::ofstream(path_ + "/IDENTITY") << "half";
  std::ofstream(path_ + "/MANIFEST-000001") << "half";
  std::ofstream(path_ + "/000001.dbtmp") << "MANI";

  EXPECT_THAT(Open(), IsOk());
}

TEST_F(OpenTest, NoLogFileIsWrittenBesideTheData) {
  MakeStore(/*flushed=*/false);

  EXPECT_FALSE(std::filesystem::exists(path_ + "/LOG"));
}

TEST_F(OpenTest, AStoreKeepsItsIdInACheckpoint) {
  const auto id = [this] {
    std::string found;
    ChangeDatabase([&found](rocksdb::DB& db) {
      EXPECT_TRUE(db.Get(rocksdb::ReadOptions(), StoreIdKey(), &found).ok());
    });
    return found;
  };
  MakeStore(/*flushed=*/false);
  ASSERT_THAT((*Open())->Checkpoint(temp_.Path("copy")), IsOk());
  const std::string original = id();

  path_ = temp_.Path("copy");

  EXPECT_THAT(original, Not(IsEmpty()));
  EXPECT_EQ(id(), original);
  EXPECT_THAT(Open(), IsOk());
}

TEST_F(OpenTest, ACheckpointWhoseParentIsMissingFailsAndLeavesNothing) {
  const absl::StatusOr<std::unique_ptr<Store>> store = Open();
  ASSERT_THAT(store, IsOk());

  EXPECT_THAT((*store)->Checkpoint(temp_.Path("missing/copy")), HasCode(absl::StatusCode::kUnavailable));
  EXPECT_FALSE(std::filesystem::exists(temp_.Path("missing")));
}

TEST_F(OpenTest, ACommitIsRefusedWhileTheDiskHasTooLittleLeft) {
  const absl::StatusOr<std::unique_ptr<Store>> store =
      OpenRocksdbStore({.directory = path_, .min_free_bytes = int64_t{1} << 60, .log = {}});
  ASSERT_THAT(store, IsOk());

  EXPECT_THAT((*store)->Commit({.puts = {{"k", "v"}}}, absl::UnixEpoch()),
              HasCode(absl::StatusCode::kResourceExhausted));
  EXPECT_EQ((*(*store)->GetSnapshot())->revision(), 0);
}

}  // namespace
}  // namespace gainsay::store
