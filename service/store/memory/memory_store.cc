#include "service/store/memory/memory_store.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "service/store/latest_revision.h"
#include "service/store/version_scan.h"
#include "service/store/versioned_key.h"

namespace gainsay::store {
namespace {

using Entries = std::map<std::string, std::string, std::less<>>;

class Cursor {
 public:
  explicit Cursor(const Entries& entries) : entries_(entries), at_(entries.end()) {}

  void Seek(std::string_view stored) { at_ = entries_.lower_bound(stored); }
  void Next() { ++at_; }
  bool Valid() const { return at_ != entries_.end(); }
  std::string_view key() const { return at_->first; }
  std::string_view value() const { return at_->second; }
  absl::Status status() const { return absl::OkStatus(); }

 private:
  const Entries& entries_;
  Entries::const_iterator at_;
};

// Nothing is ever removed, so a snapshot is but a revision, and views of values hold without the lock.
struct Space {
  mutable absl::Mutex mutex;
  Entries entries ABSL_GUARDED_BY(mutex);
  std::vector<LogEntry> log ABSL_GUARDED_BY(mutex);
};

class MemorySnapshot : public Snapshot {
 public:
  MemorySnapshot(const Space& space, Revision revision) : space_(space), revision_(revision) {}

  Revision revision() const override { return revision_; }

  absl::StatusOr<std::optional<Entry>> Get(std::string_view key) const override {
    absl::ReaderMutexLock lock(&space_.mutex);
    Cursor cursor(space_.entries);
    return FindVersion(cursor, key, revision_);
  }

  absl::StatusOr<std::vector<std::optional<Entry>>> MultiGet(
      const std::vector<std::string>& keys) const override {
    std::vector<std::optional<Entry>> found;
    found.reserve(keys.size());
    for (const std::string& key : keys) {
      absl::StatusOr<std::optional<Entry>> entry = Get(key);
      if (!entry.ok()) return entry.status();
      found.push_back(*std::move(entry));
    }
    return found;
  }

  absl::Status Scan(const KeyRange& range, Visit visit) const override {
    bool stopped = false;
    return ScanUntilStopped(range, visit, stopped);
  }

  absl::Status ScanAll(const std::vector<KeyRange>& ranges, Visit visit) const override {
    bool stopped = false;
    for (const KeyRange& range : ranges) {
      const absl::Status status = ScanUntilStopped(range, visit, stopped);
      if (!status.ok() || stopped) return status;
    }
    return absl::OkStatus();
  }

 private:
  // Visits without the lock, so that a visitor may use the store.
  absl::Status ScanUntilStopped(const KeyRange& range, Visit visit, bool& stopped) const {
    constexpr size_t kBatch = 256;
    KeyRange rest = range;
    while (true) {
      std::vector<std::pair<std::string, EntryView>> batch;
      const auto take = [&batch](std::string_view key, const EntryView& entry) {
        batch.emplace_back(key, entry);
        return batch.size() < kBatch;
      };
      {
        absl::ReaderMutexLock lock(&space_.mutex);
        Cursor cursor(space_.entries);
        bool full = false;
        const absl::Status status = ScanVersions(cursor, rest, revision_, take, full);
        if (!status.ok()) return status;
      }
      for (const auto& [key, entry] : batch) {
        stopped = !visit(key, entry);
        if (stopped) return absl::OkStatus();
      }
      if (batch.size() < kBatch) return absl::OkStatus();
      rest.begin = KeyRange::Key(batch.back().first).end;
    }
  }

  const Space& space_;
  const Revision revision_;
};

class MemoryStore : public Store {
 public:
  Revision GetLatestRevision() const override { return latest_.Get().revision; }

  absl::StatusOr<std::unique_ptr<Snapshot>> GetSnapshot(std::optional<Revision> revision) const override {
    const absl::StatusOr<Revision> resolved = latest_.Resolve(revision);
    if (!resolved.ok()) return resolved.status();
    return std::make_unique<MemorySnapshot>(space_, *resolved);
  }

  void CommitLater(WriteSet writes, absl::Time now, Done done) override { done(Write(writes, now)); }

  absl::Status WaitForRevision(Revision revision, absl::Time deadline) const override {
    return latest_.Wait(revision, deadline);
  }
  absl::StatusOr<std::vector<LogEntry>> ReadLog(Revision after, int limit) const override {
    absl::ReaderMutexLock lock(&space_.mutex);
    const auto size = static_cast<Revision>(space_.log.size());
    const Revision from = std::clamp<Revision>(after, 0, size);
    const Revision to = from + std::clamp<Revision>(limit, 0, size - from);
    return std::vector<LogEntry>(space_.log.begin() + from, space_.log.begin() + to);
  }

  absl::StatusOr<Revision> RevisionAt(absl::Time time) const override {
    absl::ReaderMutexLock lock(&space_.mutex);
    const auto later = std::upper_bound(space_.log.begin(), space_.log.end(), time,
                                        [](absl::Time t, const LogEntry& entry) { return t < entry.time; });
    return later - space_.log.begin();
  }

  absl::Status Checkpoint(const std::string&) override {
    return absl::UnimplementedError("the memory store keeps nothing on disk");
  }

  absl::StatusOr<Statistics> GetStatistics() const override {
    return Statistics{"memory", "", latest_.Get().revision, 0};
  }

 private:
  absl::StatusOr<Committed> Write(const WriteSet& writes, absl::Time now) {
    absl::MutexLock lock(&space_.mutex);
    Cursor cursor(space_.entries);
    for (const KeyRange& range : writes.unchanged) {
      const absl::StatusOr<bool> changed = ChangedSince(cursor, range, writes.read_revision);
      if (!changed.ok()) return changed.status();
      if (*changed) return WrittenSince(writes.read_revision);
    }
    const Committed commit = LatestRevision::Next(latest_.Get(), now);
    LogEntry log_entry{commit.revision, commit.time, {}};
    for (const auto& [key, value] : writes.puts) {
      space_.entries[VersionedKey(key, commit.revision)] = StoredValue(commit.time, value);
      log_entry.keys.push_back(key);
    }
    for (const std::string& key : writes.index) {
      space_.entries[VersionedKey(key, commit.revision)] = StoredValue(commit.time, "");
    }
    space_.log.push_back(std::move(log_entry));
    latest_.Publish(commit);
    return commit;
  }

  Space space_;
  LatestRevision latest_{Committed{}};
};

}  // namespace

std::unique_ptr<Store> NewMemoryStore() { return std::make_unique<MemoryStore>(); }

}  // namespace gainsay::store
