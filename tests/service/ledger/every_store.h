#ifndef GAINSAY_TESTS_SERVICE_LEDGER_EVERY_STORE_H_
#define GAINSAY_TESTS_SERVICE_LEDGER_EVERY_STORE_H_

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "service/store/memory/memory_store.h"
#include "service/store/rocksdb/rocksdb_store.h"
#include "tests/service/ledger/ledger_fixture.h"
#include "tests/support/temp_directory.h"

namespace gainsay::ledger {

// A store that a ledger may stand on.
struct StoreKind {
  std::string name;
  bool durable = false;
  std::function<std::unique_ptr<store::Store>(const std::string& directory)> open;
};

inline void PrintTo(const StoreKind& kind, std::ostream* out) { *out << kind.name; }
inline std::string StoreName(const ::testing::TestParamInfo<StoreKind>& info) { return info.param.name; }

inline std::unique_ptr<store::Store> OpenRocksdb(const std::string& directory) {
  auto store = store::OpenRocksdbStore({.directory = directory, .log = {}});
  EXPECT_THAT(store, IsOk());
  return store.ok() ? *std::move(store) : nullptr;
}

inline std::vector<StoreKind> EveryStore() {
  return {{"Memory", false, [](const std::string&) { return store::NewMemoryStore(); }},
          {"Rocksdb", true, OpenRocksdb}};
}

}  // namespace gainsay::ledger

#endif  // GAINSAY_TESTS_SERVICE_LEDGER_EVERY_STORE_H_
