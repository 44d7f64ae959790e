#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_COMMITTER_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_COMMITTER_H_

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <cstdint>
#include <deque>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "service/store/latest_revision.h"
#include "service/store/rocksdb/recent_writes.h"
#include "service/store/store.h"

namespace gainsay::store {

// Writes commits to a database on a thread of its own, one group after the other: those that come while one
// is being written make the next, and share one sync. Thread-safe. Owns neither the database nor `latest`, to
// which it publishes what it has made durable.
class Committer {
 public:
  Committer(rocksdb::DB& db, LatestRevision& latest, std::string directory, int64_t min_free_bytes);
  Committer(const Committer&) = delete;
  Committer& operator=(const Committer&) = delete;
  // Writes what has come before.
  ~Committer();

  // As Store::CommitLater.
  void CommitLater(WriteSet writes, absl::Time now, Store::Done done);

 private:
  struct Pending {
    WriteSet writes;
    absl::Time now;
    Store::Done done;
    absl::StatusOr<Committed> result;
  };
  using Group = std::vector<Pending>;

  void Run();
  Group TakeGroup() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void CommitGroup(Group& group);
  absl::Status CheckReady();
  // `before` came earlier in the same group.
  absl::Status CheckUnchanged(const WriteSet& writes, absl::Span<const Pending> before);
  absl::StatusOr<bool> WrittenAfter(const KeyRange& range, Revision revision,
                                    absl::Span<const Pending> before);
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
  std::deque<Pending> queue_ ABSL_GUARDED_BY(mutex_);
  bool ending_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;  // runs all of the above
};

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_COMMITTER_H_
