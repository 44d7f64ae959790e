#include "service/store/rocksdb/committer.h"

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
  return bytes;
}

}  // namespace

Committer::Committer(rocksdb::DB& db, LatestRevision& latest, std::string directory, int64_t min_free_bytes)
    : db_(db),
      latest_(latest),
      directory_(std::move(directory)),
      min_free_bytes_(min_free_bytes),
      recent_(latest.Get().revision, kRecentKeys) {}

absl::StatusOr<Committed> Committer::Commit(const WriteSet& writes, absl::Time now) {
  Pending pending{writes, now, absl::UnknownError("not written")};
  mutex_.Lock();
  queue_.push_back(&pending);
  const auto done_or_leads = [this, &pending]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return pending.done || (!writing_ && queue_.front() == &pending);
  };
  mutex_.Await(absl::Condition(&done_or_leads));
  if (!pending.done) {
    writing_ = true;
    const std::vector<Pending*> group = TakeGroup();
    mutex_.Unlock();
    CommitGroup(group);
    mutex_.Lock();
    for (Pending* member : group) member->done = true;
    writing_ = false;
  }
  mutex_.Unlock();
  return pending.result;
}

std::vector<Committer::Pending*> Committer::TakeGroup() {
  std::vector<Pending*> group;
  size_t bytes = 0;
  while (!queue_.empty() && bytes < kGroupBytes) {
    bytes += BytesOf(queue_.front()->writes);
    group.push_back(queue_.front());
    queue_.pop_front();
  }
  return group;
}

void Committer::CommitGroup(const std::vector<Pending*>& group) {
  if (const absl::Status status = CheckReady(); !status.ok()) {
    for (Pending* pending : group) pending->result = status;
    return;
  }
  recent_.Trim();
  Committed last = latest_.Get();
  rocksdb::WriteBatch batch;
  for (Pending* pending : group) {
    if (const absl::Status status = CheckUnchanged(pending->writes); !status.ok()) {
      pending->result = status;
      continue;
    }
    last = LatestRevision::Next(last, pending->now);
    Add(*pending, last, batch);
    pending->result = last;
  }
  if (batch.Count() == 0) return;
  if (const absl::Status status = Write(batch); !status.ok()) {
    // Those refused for what this group would have written are told the same.
    for (Pending* pending : group) pending->result = status;
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

absl::Status Committer::CheckUnchanged(const WriteSet& writes) {
  for (const KeyRange& range : writes.unchanged) {
    if (recent_.WrittenAfter(range, writes.read_revision)) return WrittenSince(writes.read_revision);
    if (writes.read_revision >= recent_.since()) continue;
    Cursor cursor(db_, VersionedBound(range.end));
    const absl::StatusOr<bool> changed = ChangedSince(cursor, range, writes.read_revision);
    if (!changed.ok()) return changed.status();
    if (*changed) return WrittenSince(writes.read_revision);
  }
  return absl::OkStatus();
}

void Committer::Add(const Pending& pending, const Committed& commit, rocksdb::WriteBatch& batch) {
  std::vector<std::string_view> keys;
  keys.reserve(pending.writes.puts.size());
  for (const auto& [key, value] : pending.writes.puts) {
    batch.Put(VersionedKey(key, commit.revision), StoredValue(commit.time, value));
    keys.push_back(key);
  }
  batch.Put(LogKey(commit.revision), StoredLogEntry(commit.time, keys));
  recent_.Add(commit.revision, pending.writes.puts);
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
