#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_FORMAT_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_FORMAT_H_

#include <rocksdb/db.h>

#include <cstdint>
#include <string>

#include "absl/status/status.h"

namespace gainsay::store {

// The version of the layout in docs/storage-format.md that this build writes, and the only one it reads.
inline constexpr uint32_t kFormatVersion = 2;

// Where a store notes its format, its id, and the last revision before it recovered from a failed write.
std::string FormatKey();
std::string StoreIdKey();
std::string RecoveryKey();

// Marks an empty database as a store of this format; checks that any other is one that this build reads.
// FAILED_PRECONDITION: it is of another format, or no store. DATA_LOSS: its format cannot be told.
// UNAVAILABLE, RESOURCE_EXHAUSTED: it cannot be read or written.
absl::Status MarkOrCheckFormat(rocksdb::DB& db, const std::string& directory);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_FORMAT_H_
