#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_ROCKSDB_STORE_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_ROCKSDB_STORE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "service/store/store.h"

namespace gainsay::store {

struct RocksdbOptions {
  // Where the data is. Made, with its parents, if it does not exist.
  std::string directory;
  size_t block_cache_bytes = size_t{64} << 20;
  // Commits are refused while the disk has less than this left, so that what goes on by itself
  // (compaction above all) does not run into its end. 0: never.
  int64_t min_free_bytes = int64_t{64} << 20;
  // Takes RocksDB's warnings and errors, one line each, from any thread. May be empty. Nothing of the kind
  // is written to the data's disk, which may be full.
  std::function<void(std::string_view)> log;
};

// Returns the store in a directory, empty if there was none. One process at a time may have it open.
// FAILED_PRECONDITION: another process, or this one, has it open; a newer version has written it; or it holds
// something else. DATA_LOSS: it is damaged. RESOURCE_EXHAUSTED: the disk is full. UNAVAILABLE: it cannot be
// read or written. All in one line that names the directory.
absl::StatusOr<std::unique_ptr<Store>> OpenRocksdbStore(const RocksdbOptions& options);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_ROCKSDB_STORE_H_
