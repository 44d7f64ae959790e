#ifndef GAINSAY_SERVICE_STORE_LATEST_REVISION_H_
#define GAINSAY_SERVICE_STORE_LATEST_REVISION_H_

#include <optional>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/store/store.h"

namespace gainsay::store {

// ABORTED, for a write whose conditions no longer hold.
absl::Status WrittenSince(Revision read_revision);

// The last commit that readers may see, and those who wait for one. Thread-safe.
class LatestRevision {
 public:
  explicit LatestRevision(Committed last) : last_(last) {}

  Committed Get() const;

  // Lets readers see everything up to `last`, which is later than all before.
  void Publish(Committed last);

  // What a commit made at `now` gets: the next revision, and a time after the one before.
  static Committed Next(const Committed& before, absl::Time now);

  // Returns `revision`, or the last. OUT_OF_RANGE: it has not been made yet.
  absl::StatusOr<Revision> Resolve(std::optional<Revision> revision) const;

  // DEADLINE_EXCEEDED: `revision` has not been made by `deadline`.
  absl::Status Wait(Revision revision, absl::Time deadline) const;

 private:
  mutable absl::Mutex mutex_;
  Committed last_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_LATEST_REVISION_H_
