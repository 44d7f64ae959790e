#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_OPEN_DATABASE_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_OPEN_DATABASE_H_

#include <rocksdb/db.h>

#include <memory>

#include "absl/status/statusor.h"
#include "service/store/rocksdb/rocksdb_store.h"

namespace gainsay::store {

// Returns the database of a store's directory, made if there was none; its format is not looked at. Errors
// as OpenRocksdbStore.
absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(const RocksdbOptions& options);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_OPEN_DATABASE_H_
