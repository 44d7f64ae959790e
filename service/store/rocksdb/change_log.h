#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_CHANGE_LOG_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_CHANGE_LOG_H_

#include <rocksdb/db.h>

#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/store/store.h"

namespace gainsay::store {

// Reading the change log of a database. DATA_LOSS: it is damaged. UNAVAILABLE: it cannot be read.

// Returns the last commit; revision 0 if there is none.
absl::StatusOr<LogEntry> ReadLastCommit(rocksdb::DB& db);

// As Store::ReadLog, for a store whose latest revision is `last`.
absl::StatusOr<std::vector<LogEntry>> ReadCommits(rocksdb::DB& db, Revision after, int limit, Revision last);

// As Store::RevisionAt, for a store whose latest revision is `last`.
absl::StatusOr<Revision> FindRevisionAt(rocksdb::DB& db, absl::Time time, Revision last);

// Returns OK if all that `commit` wrote is there, as a commit of that time.
absl::Status CheckWritten(rocksdb::DB& db, const LogEntry& commit);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_CHANGE_LOG_H_
