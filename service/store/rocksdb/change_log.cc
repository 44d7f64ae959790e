#include "service/store/rocksdb/change_log.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/store/log_codec.h"
#include "service/store/rocksdb/cursor.h"
#include "service/store/rocksdb/errors.h"
#include "service/store/versioned_key.h"

namespace gainsay::store {
namespace {

absl::Status MissingCommit(Revision revision) {
  return absl::DataLossError(absl::StrCat("the log is damaged: revision ", revision, " is missing"));
}

absl::StatusOr<LogEntry> ReadCommit(rocksdb::DB& db, Revision revision) {
  const std::string key = LogKey(revision);
  std::string stored;
  const rocksdb::Status status = db.Get(rocksdb::ReadOptions(), key, &stored);
  if (status.IsNotFound()) return MissingCommit(revision);
  if (!status.ok()) return ReadError(status);
  return ParseLogEntry(key, stored);
}

}  // namespace

absl::StatusOr<LogEntry> ReadLastCommit(rocksdb::DB& db) {
  Cursor cursor(db, std::string(1, kDataSpace));
  cursor.SeekToLast();
  if (!cursor.Valid() && !cursor.status().ok()) return cursor.status();
  if (!cursor.Valid() || cursor.key().front() != kLogSpace) return LogEntry{};
  return ParseLogEntry(cursor.key(), cursor.value());
}

absl::StatusOr<std::vector<LogEntry>> ReadCommits(rocksdb::DB& db, Revision after, int limit, Revision last) {
  const Revision begin = std::clamp<Revision>(after, 0, last) + 1;
  const Revision end = begin + std::clamp<Revision>(limit, 0, last + 1 - begin);
  std::vector<LogEntry> commits;
  Cursor cursor(db, LogKey(end));
  cursor.Seek(LogKey(begin));
  for (Revision revision = begin; revision < end; ++revision) {
    if (!cursor.Valid()) return cursor.status().ok() ? MissingCommit(revision) : cursor.status();
    absl::StatusOr<LogEntry> commit = ParseLogEntry(cursor.key(), cursor.value());
    if (!commit.ok()) return commit.status();
    if (commit->revision != revision) return MissingCommit(revision);
    commits.push_back(*std::move(commit));
    cursor.Next();
  }
  return commits;
}

absl::StatusOr<Revision> FindRevisionAt(rocksdb::DB& db, absl::Time time, Revision last) {
  Revision at_or_before = 0;
  Revision after = last + 1;
  while (after - at_or_before > 1) {
    const Revision middle = at_or_before + (after - at_or_before) / 2;
    const absl::StatusOr<LogEntry> commit = ReadCommit(db, middle);
    if (!commit.ok()) return commit.status();
    (commit->time <= time ? at_or_before : after) = middle;
  }
  return at_or_before;
}

absl::Status CheckWritten(rocksdb::DB& db, const LogEntry& commit) {
  for (const std::string& key : commit.keys) {
    std::string stored;
    const rocksdb::Status status =
        db.Get(rocksdb::ReadOptions(), VersionedKey(key, commit.revision), &stored);
    if (!status.ok() && !status.IsNotFound()) return ReadError(status);
    const std::optional<ValueParts> parts = SplitStoredValue(stored);
    if (!parts || parts->time != commit.time) {
      return absl::DataLossError(
          absl::StrCat("revision ", commit.revision, " is in the log, but not all that it wrote is there"));
    }
  }
  return absl::OkStatus();
}

}  // namespace gainsay::store
