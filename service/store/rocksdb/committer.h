#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_COMMITTER_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_COMMITTER_H_

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/store/latest_revision.h"
#include "service/store/rocksdb/recent_writes.h"
#include "service/store/store.h"

namespace gainsay::store {

// Writes commits to a database, one group after the other: whoever comes first writes for all that wait
// meanwhile, so that they share one sync. Thread-safe. Owns neither the database nor `latest`, to which it
// publishes what it has made durable.
class Committer {
 public:
  Committer(rocksdb::DB& db, LatestRevision& latest, std::string directory, int64_t min_free_bytes);

  // As Store::Commit.
  absl::StatusOr<Committed> Commit(const WriteSet& writes, absl::Time now);

 private:
  // One caller's write. Everything but `done` is the leader's once it is taken off the queue.
  struct Pending {
    const WriteSet& writes;
    const absl::Time now;
    absl::StatusOr<Committed> result;
    bool done = false;  // guarded by mutex_
  };

  std::vector<Pending*> TakeGroup() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  // These are run by one thread at a time, the leader.
  void CommitGroup(const std::vector<Pending*>& group);
  absl::Status CheckReady();
  absl::Status CheckUnchanged(const WriteSet& writes);
  void Add(const Pending& pending, const Committed& commit, rocksdb::WriteBatch& batch);
  absl::Status Write(rocksdb::WriteBatch& batch);
  absl::Status Recover();

  rocksdb::DB& db_;
  LatestRevision& latest_;
  const std::string directory_;
  const int64_t min_free_bytes_;
  RecentWrites recent_;
  // OK, or how the last write failed, until the database has recovered from it.
  absl::Status failure_;

  absl::Mutex mutex_;
  std::deque<Pending*> queue_ ABSL_GUARDED_BY(mutex_);
  bool writing_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_COMMITTER_H_
