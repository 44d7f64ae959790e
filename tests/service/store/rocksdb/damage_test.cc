#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "service/store/log_codec.h"
#include "service/store/rocksdb/format.h"
#include "service/store/versioned_key.h"
#include "tests/service/store/rocksdb/closed_store.h"

namespace gainsay::store {
namespace {

using testing::HasCode;
using testing::IsOk;

class DamageTest : public ClosedStoreTest {};

TEST_F(DamageTest, AFormatThatCannotBeToldIsDamage) {
  MakeStore(/*flushed=*/true);
  ChangeDatabase(
      [](rocksdb::DB& db) { ASSERT_TRUE(db.Put(rocksdb::WriteOptions(), FormatKey(), "x").ok()); });

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, AMissingCurrentFileIsDamage) {
  MakeStore(/*flushed=*/true);
  std::filesystem::remove(path_ + "/CURRENT");

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, AScribbledCurrentFileIsDamage) {
  MakeStore(/*flushed=*/true);
  std::ofstream(path_ + "/CURRENT", std::ios::trunc) << "scribble";

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, AMissingManifestIsDamage) {
  MakeStore(/*flushed=*/true);
  std::filesystem::remove(File("MANIFEST-", ""));

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, AScribbledManifestIsDamage) {
  MakeStore(/*flushed=*/true);
  Overwrite(File("MANIFEST-", ""), 20, "scribble");

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, ACutTableFileIsDamage) {
  MakeStore(/*flushed=*/true);
  const std::filesystem::path table = File("", ".sst");
  std::filesystem::resize_file(table, std::filesystem::file_size(table) / 2);

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, AMissingTableFileIsDamage) {
  MakeStore(/*flushed=*/true);
  std::filesystem::remove(File("", ".sst"));

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, AScribbledWriteAheadLogIsDamage) {
  MakeStore(/*flushed=*/false);
  Overwrite(File("", ".log"), 2000, "scribble");

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, ATornLastRecordOfTheWriteAheadLogIsNoDamage) {
  MakeStore(/*flushed=*/false);
  const std::filesystem::path log = File("", ".log");
  std::filesystem::resize_file(log, std::filesystem::file_size(log) - 5);

  const absl::StatusOr<std::unique_ptr<Store>> store = Open();

  ASSERT_THAT(store, IsOk());
  EXPECT_EQ((*(*store)->GetSnapshot())->revision(), 99);
}

TEST_F(DamageTest, ALogThatIsAheadOfTheDataIsDamage) {
  MakeStore(/*flushed=*/true);
  ChangeDatabase([](rocksdb::DB& db) {
    ASSERT_TRUE(db.Delete(rocksdb::WriteOptions(), VersionedKey("key/99", 100)).ok());
  });

  EXPECT_THAT(Open(), IsDamage());
}

TEST_F(DamageTest, AHoleInTheLogIsDamageWhenItIsRead) {
  MakeStore(/*flushed=*/true);
  ChangeDatabase([](rocksdb::DB& db) { ASSERT_TRUE(db.Delete(rocksdb::WriteOptions(), LogKey(50)).ok()); });
  const absl::StatusOr<std::unique_ptr<Store>> store = Open();
  ASSERT_THAT(store, IsOk());

  EXPECT_THAT((*store)->ReadLog(0, 49), IsOk());
  EXPECT_THAT((*store)->ReadLog(0, 100), HasCode(absl::StatusCode::kDataLoss));
  EXPECT_THAT((*store)->RevisionAt(absl::UnixEpoch() + absl::Microseconds(49)),
              HasCode(absl::StatusCode::kDataLoss));
}

TEST_F(DamageTest, AScribbledBlockIsDamageWhenItIsRead) {
  MakeStore(/*flushed=*/true);
  Overwrite(File("", ".sst"), 200, "scribble");
  const absl::StatusOr<std::unique_ptr<Store>> store = Open();
  if (!store.ok()) {
    EXPECT_THAT(store, IsDamage());
    return;
  }

  const std::unique_ptr<Snapshot> snapshot = *(*store)->GetSnapshot();

  EXPECT_THAT(snapshot->Scan({"", "\xFF"}, [](std::string_view, const EntryView&) { return true; }),
              HasCode(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace gainsay::store
