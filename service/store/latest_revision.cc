#include "service/store/latest_revision.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace gainsay::store {

absl::Status WrittenSince(Revision read_revision) {
  return absl::AbortedError(absl::StrCat("what was read at revision ", read_revision, " has changed since"));
}

Committed LatestRevision::Get() const {
  absl::ReaderMutexLock lock(&mutex_);
  return last_;
}

void LatestRevision::Publish(Committed last) {
  absl::MutexLock lock(&mutex_);
  last_ = last;
}

Committed LatestRevision::Next(const Committed& before, absl::Time now) {
  const absl::Time whole = absl::FromUnixMicros(absl::ToUnixMicros(now));
  if (before.revision == 0) return {1, whole};
  return {before.revision + 1, std::max(whole, before.time + absl::Microseconds(1))};
}

absl::StatusOr<Revision> LatestRevision::Resolve(std::optional<Revision> revision) const {
  const Revision last = Get().revision;
  if (!revision) return last;
  if (*revision < 0 || *revision > last) {
    return absl::OutOfRangeError(
        absl::StrCat("revision ", *revision, " has not been made; the latest is ", last));
  }
  return *revision;
}

absl::Status LatestRevision::Wait(Revision revision, absl::Time deadline) const {
  const auto made = [this, revision]()
                        ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return last_.revision >= revision; };
  const bool in_time = mutex_.ReaderLockWhenWithDeadline(absl::Condition(&made), deadline);
  const Revision last = last_.revision;
  mutex_.ReaderUnlock();
  if (in_time) return absl::OkStatus();
  return absl::DeadlineExceededError(
      absl::StrCat("revision ", revision, " was not made in time; the latest is ", last));
}

}  // namespace gainsay::store
