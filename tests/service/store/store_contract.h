#ifndef GAINSAY_TESTS_SERVICE_STORE_STORE_CONTRACT_H_
#define GAINSAY_TESTS_SERVICE_STORE_STORE_CONTRACT_H_

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "service/store/memory/memory_store.h"
#include "service/store/rocksdb/rocksdb_store.h"
#include "service/store/store.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace gainsay::store {

// An engine under test.
struct Engine {
  std::string name;
  std::function<std::unique_ptr<Store>(const std::string& directory)> open;
};

inline void PrintTo(const Engine& engine, std::ostream* out) { *out << engine.name; }

inline std::unique_ptr<Store> OpenOrDie(const std::string& directory) {
  absl::StatusOr<std::unique_ptr<Store>> store = OpenRocksdbStore({.directory = directory, .log = {}});
  EXPECT_THAT(store, testing::IsOk());
  return store.ok() ? *std::move(store) : nullptr;
}

inline std::vector<Engine> AllEngines() {
  return {{"Memory", [](const std::string&) { return NewMemoryStore(); }}, {"Rocksdb", OpenOrDie}};
}

inline std::string EngineName(const ::testing::TestParamInfo<Engine>& info) { return info.param.name; }

inline absl::Time At(int64_t second) { return absl::FromUnixSeconds(1'766'448'000 + second); }

using Puts = std::vector<std::pair<std::string, std::string>>;

// The contract of store.h, held against one engine. The tests are spread over several files.
class StoreContract : public ::testing::TestWithParam<Engine> {
 protected:
  void SetUp() override { store_ = GetParam().open(directory_.path()); }

  // Commits, and returns the revision made.
  Revision Put(const Puts& puts, absl::Time now = At(0)) {
    const absl::StatusOr<Committed> committed = store_->Commit({.puts = puts}, now);
    EXPECT_THAT(committed, testing::IsOk());
    return committed.ok() ? committed->revision : -1;
  }

  std::unique_ptr<Snapshot> SnapshotAt(std::optional<Revision> revision = std::nullopt) {
    absl::StatusOr<std::unique_ptr<Snapshot>> snapshot = store_->GetSnapshot(revision);
    EXPECT_THAT(snapshot, testing::IsOk());
    return *std::move(snapshot);
  }

  // The value of a key at a revision; nothing if it has none.
  std::optional<std::string> ValueAt(std::optional<Revision> revision, const std::string& key) {
    const absl::StatusOr<std::optional<Entry>> entry = SnapshotAt(revision)->Get(key);
    EXPECT_THAT(entry, testing::IsOk());
    if (!entry.ok() || !entry->has_value()) return std::nullopt;
    return (*entry)->value;
  }

  // All that a scan visits.
  Puts ScanAt(std::optional<Revision> revision, const KeyRange& range) {
    Puts found;
    EXPECT_THAT(SnapshotAt(revision)->Scan(range,
                                           [&](std::string_view key, const EntryView& entry) {
                                             found.emplace_back(key, entry.value);
                                             return true;
                                           }),
                testing::IsOk());
    return found;
  }

  testing::TempDirectory directory_;
  std::unique_ptr<Store> store_;
};

}  // namespace gainsay::store

#endif  // GAINSAY_TESTS_SERVICE_STORE_STORE_CONTRACT_H_
