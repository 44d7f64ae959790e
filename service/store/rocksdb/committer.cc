#include "service/store/rocksdb/committer.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "service/store/byte_order.h"
#include "service/store/log_codec.h"
#include "service/store/rocksdb/change_log.h"
#include "service/store/rocksdb/cursor.h"
#include "service/store/rocksdb/errors.h"
#include "service/store/rocksdb/format.h"
#include "service/store/version_scan.h"
#include "service/store/versioned_key.h"

namespace gainsay::store {
namespace {

// Keys of the last commits kept for checking conditions; some tens of megabytes.
constexpr size_t kRecentKeys = 200'000;
// A group is closed when it has this many bytes, so that no one waits for ever more others.
constexpr size_t kGroupBytes = size_t{16} << 20;

size_t BytesOf(const WriteSet& writes) {
  size_t bytes = 0;
  for (const auto& [key, value] : writes.puts) bytes += key.size() + value.size();
  for (const std::string& key : writes.index) bytes += key.size();
  return bytes;
}

bool IsIn(const KeyRange& range, std::string_view key) { return range.begin <= key && key < range.end; }

bool WritesIn(const KeyRange& range, const WriteSet& writes) {
  return std::any_of(writes.puts.begin(), writes.puts.end(),
                     [&](const auto& put) { return IsIn(range, put.first); }) ||
         std::any_of(writes.index.begin(), writes.index.end(),
                     [&](const std::string& key) { return IsIn(range, key); });
}

// Whether a range is KeyRange::Key of its beginning.
bool IsOneKey(const KeyRange& range) {
  return range.end.size() == range.begin.size() + 1 && range.end.back() == '\0' &&
         range.end.starts_with(range.begin);
}

}  // namespace

Committer::Committer(rocksdb::DB& db, LatestRevision& latest, std::string directory, int64_t min_free_bytes)
    : db_(db),
      latest_(latest),
      directory_(std::move(directory)),
      min_free_bytes_(min_free_bytes),
      recent_(latest.Get().revision, kRecentKeys),
      thread_([this] { Run(); }) {}

Committer::~Committer() {
  {
    const absl::MutexLock lock(&mutex_);
    ending_ = true;
  }
  thread_.join();
}

void Committer::CommitLater(WriteSet writes, absl::Time now, Store::Done done) {
  const absl::MutexLock lock(&mutex_);
  queue_.push_back({std::move(writes), now, std::move(done), absl::UnknownError("not written")});
}

void Committer::Run() {
  const auto called = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !queue_.empty() || ending_; };
  while (true) {
    mutex_.LockWhen(absl::Condition(&called));
    Group group = TakeGroup();
    mutex_.Unlock();
    if (group.empty()) return;
    CommitGroup(group);
    for (Pending& pending : group) pending.done(std::move(pending.result));
  }
}

Committer::Group Committer::TakeGroup() {
  Group group;
  size_t bytes = 0;
  while (!queue_.empty() && bytes < kGroupBytes) {
    bytes += BytesOf(queue_.front().writes);
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return group;
}

void Committer::CommitGroup(Group& group) {
  if (const absl::Status status = CheckReady(); !status.ok()) {
    for (Pending& pending : group) pending.result = status;
    return;
  }
  recent_.Trim();
  Committed last = latest_.Get();
  rocksdb::WriteBatch batch;
  for (size_t i = 0; i < group.size(); ++i) {
    Pending& pending = group[i];
    const absl::Status status = CheckUnchanged(pending.writes, absl::MakeConstSpan(group.data(), i));
    if (!status.ok()) {
      pending.result = status;
      continue;
    }
    last = LatestRevision::Next(last, pending.now);
    Add(pending, last, batch);
    pending.result = last;
  }
  if (batch.Count() == 0) return;
  if (const absl::Status status = Write(batch); !status.ok()) {
    // Those refused for what this group would have written are told the same.
    for (Pending& pending : group) pending.result = status;
    return;
  }
  latest_.Publish(last);
}

absl::Status Committer::CheckReady() {
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(directory_, error);
  if (!error && space.available < static_cast<uintmax_t>(min_free_bytes_)) {
    return absl::ResourceExhaustedError(
        absl::StrCat("the disk of the store has only ", space.available >> 20, " MiB left"));
  }
  return failure_.ok() ? absl::OkStatus() : Recover();
}

absl::Status Committer::CheckUnchanged(const WriteSet& writes, absl::Span<const Pending> before) {
  for (const KeyRange& range : writes.unchanged) {
    const absl::StatusOr<bool> written = WrittenAfter(range, writes.read_revision, before);
    if (!written.ok()) return written.status();
    if (*written) return WrittenSince(writes.read_revision);
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> Committer::WrittenAfter(const KeyRange& range, Revision revision,
                                             absl::Span<const Pending> before) {
  if (IsOneKey(range)) {
    if (recent_.WrittenAfter(range.begin, revision)) return true;
    if (revision >= recent_.since()) return false;
  } else {
    const auto writes_in = [&](const Pending& pending) {
      return pending.result.ok() && WritesIn(range, pending.writes);
    };
    if (std::any_of(before.begin(), before.end(), writes_in)) return true;
  }
  Cursor cursor(db_, VersionedBound(range.end));
  return ChangedSince(cursor, range, revision);
}

void Committer::Add(const Pending& pending, const Committed& commit, rocksdb::WriteBatch& batch) {
  std::vector<std::string_view> keys;
  keys.reserve(pending.writes.puts.size());
  for (const auto& [key, value] : pending.writes.puts) {
    batch.Put(VersionedKey(key, commit.revision), StoredValue(commit.time, value));
    keys.push_back(key);
  }
  const std::string empty = StoredValue(commit.time, "");
  for (const std::string& key : pending.writes.index) batch.Put(VersionedKey(key, commit.revision), empty);
  batch.Put(LogKey(commit.revision), StoredLogEntry(commit.time, keys));
  recent_.Add(commit.revision, pending.writes);
}

absl::Status Committer::Write(rocksdb::WriteBatch& batch) {
  rocksdb::WriteOptions durable;
  durable.sync = true;
  const rocksdb::Status status = db_.Write(durable, &batch);
  if (status.ok()) return absl::OkStatus();
  recent_.Reset(latest_.Get().revision);
  failure_ = WriteError(status);
  return failure_;
}

// A failed write may have left part of itself, or all, in the write-ahead log. Nothing may be written behind
// it, nor its revision given to another commit, before that log file is done with: a flush of something
// that is not in it starts a new one.
absl::Status Committer::Recover() {
  rocksdb::Status status = db_.Resume();
  if (status.IsBusy()) return failure_;  // it is recovering by itself
  if (!status.ok()) return WriteError(status);
  rocksdb::WriteOptions not_logged;
  not_logged.disableWAL = true;
  std::string revision;
  AppendBigEndian(revision, static_cast<uint64_t>(latest_.Get().revision), 8);
  status = db_.Put(not_logged, RecoveryKey(), revision);
  if (status.ok()) status = db_.Flush(rocksdb::FlushOptions());
  if (!status.ok()) return WriteError(status);
  const absl::StatusOr<LogEntry> last = ReadLastCommit(db_);
  if (!last.ok()) return last.status();
  if (last->revision > latest_.Get().revision) latest_.Publish({last->revision, last->time});
  recent_.Reset(latest_.Get().revision);
  failure_ = absl::OkStatus();
  return absl::OkStatus();
}

}  // namespace gainsay::store
