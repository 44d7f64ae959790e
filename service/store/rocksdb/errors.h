#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_ERRORS_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_ERRORS_H_

#include <rocksdb/status.h>

#include <string>

#include "absl/status/status.h"

namespace gainsay::store {

// What RocksDB's errors (never OK here) mean to the storage contract; each in one line.

absl::Status ReadError(const rocksdb::Status& status);
absl::Status WriteError(const rocksdb::Status& status);
absl::Status OpenError(const std::string& directory, const rocksdb::Status& status);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_ERRORS_H_
