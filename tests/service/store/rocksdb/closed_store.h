#ifndef GAINSAY_TESTS_SERVICE_STORE_ROCKSDB_CLOSED_STORE_H_
#define GAINSAY_TESTS_SERVICE_STORE_ROCKSDB_CLOSED_STORE_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/db.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>

#include "service/store/rocksdb/rocksdb_store.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace gainsay::store {

// A store's directory that things are done to between opening and opening.
class ClosedStoreTest : public ::testing::Test {
 protected:
  absl::StatusOr<std::unique_ptr<Store>> Open() { return OpenRocksdbStore({.directory = path_, .log = {}}); }

  // A store of some commits, closed; its data is in a table file if `flushed`, and in the write-ahead log
  // else.
  void MakeStore(bool flushed) {
    {
      const absl::StatusOr<std::unique_ptr<Store>> store = Open();
      ASSERT_THAT(store, testing::IsOk());
      for (int i = 0; i < 100; ++i) {
        const std::string key = "key/" + std::to_string(i);
        ASSERT_THAT((*store)->Commit({.puts = {{key, std::string(100, 'v')}}}, absl::UnixEpoch()),
                    testing::IsOk());
      }
    }
    if (flushed) {
      ChangeDatabase([](rocksdb::DB& db) { ASSERT_TRUE(db.Flush(rocksdb::FlushOptions()).ok()); });
    }
  }

  // Does something to the database behind the store's back.
  void ChangeDatabase(const std::function<void(rocksdb::DB&)>& change) {
    rocksdb::DB* opened = nullptr;
    rocksdb::Options options;
    options.create_if_missing = true;
    ASSERT_TRUE(rocksdb::DB::Open(options, path_, &opened).ok());
    const std::unique_ptr<rocksdb::DB> db(opened);
    change(*db);
  }

  // The one file, or the greatest, whose name matches.
  std::filesystem::path File(const std::string& begin, const std::string& end) {
    std::filesystem::path found;
    for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(path_)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with(begin) || !name.ends_with(end)) continue;
      if (found.empty() || entry.file_size() > std::filesystem::file_size(found)) found = entry.path();
    }
    EXPECT_FALSE(found.empty()) << begin << "*" << end;
    return found;
  }

  void Overwrite(const std::filesystem::path& file, std::streamoff at, const std::string& bytes) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(at);
    stream << bytes;
    ASSERT_TRUE(stream.good());
  }

  // One line that names the directory.
  auto OneLine() {
    return ::testing::AllOf(::testing::HasSubstr(path_), ::testing::Not(::testing::HasSubstr("\n")));
  }
  auto IsDamage() { return testing::StatusIs(absl::StatusCode::kDataLoss, OneLine()); }

  testing::TempDirectory temp_;
  std::string path_ = temp_.Path("data");
};

}  // namespace gainsay::store

#endif  // GAINSAY_TESTS_SERVICE_STORE_ROCKSDB_CLOSED_STORE_H_
