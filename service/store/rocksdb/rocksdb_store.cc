#include "service/store/rocksdb/rocksdb_store.h"

#include <rocksdb/db.h>
#include <rocksdb/utilities/checkpoint.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/store/latest_revision.h"
#include "service/store/rocksdb/change_log.h"
#include "service/store/rocksdb/committer.h"
#include "service/store/rocksdb/cursor.h"
#include "service/store/rocksdb/errors.h"
#include "service/store/rocksdb/format.h"
#include "service/store/rocksdb/open_database.h"
#include "service/store/version_scan.h"
#include "service/store/versioned_key.h"

namespace gainsay::store {
namespace {

// Nothing is ever removed, so a snapshot is but a revision.
class RocksdbSnapshot : public Snapshot {
 public:
  RocksdbSnapshot(rocksdb::DB& db, Revision revision) : db_(db), revision_(revision) {}

  Revision revision() const override { return revision_; }

  absl::StatusOr<std::optional<Entry>> Get(std::string_view key) const override {
    Cursor cursor(db_, VersionedBound(KeyRange::Key(key).end));
    return FindVersion(cursor, key, revision_);
  }

  absl::StatusOr<std::vector<std::optional<Entry>>> MultiGet(
      const std::vector<std::string>& keys) const override {
    std::vector<std::optional<Entry>> found;
    found.reserve(keys.size());
    Cursor cursor(db_, std::string(1, kDataSpace + 1));
    for (const std::string& key : keys) {
      absl::StatusOr<std::optional<Entry>> entry = FindVersion(cursor, key, revision_);
      if (!entry.ok()) return entry.status();
      found.push_back(*std::move(entry));
    }
    return found;
  }

  absl::Status Scan(const KeyRange& range, Visit visit) const override {
    Cursor cursor(db_, VersionedBound(range.end));
    bool stopped = false;
    return ScanVersions(cursor, range, revision_, visit, stopped);
  }

  absl::Status ScanAll(const std::vector<KeyRange>& ranges, Visit visit) const override {
    Cursor cursor(db_, std::string(1, kDataSpace + 1));
    bool stopped = false;
    for (const KeyRange& range : ranges) {
      const absl::Status status = ScanVersions(cursor, range, revision_, visit, stopped);
      if (!status.ok() || stopped) return status;
    }
    return absl::OkStatus();
  }

 private:
  rocksdb::DB& db_;
  const Revision revision_;
};

class RocksdbStore : public Store {
 public:
  RocksdbStore(const RocksdbOptions& options, std::unique_ptr<rocksdb::DB> db, Committed last)
      : directory_(options.directory),
        db_(std::move(db)),
        latest_(last),
        committer_(*db_, latest_, directory_, options.min_free_bytes) {}

  Revision GetLatestRevision() const override { return latest_.Get().revision; }

  absl::StatusOr<std::unique_ptr<Snapshot>> GetSnapshot(std::optional<Revision> revision) const override {
    const absl::StatusOr<Revision> resolved = latest_.Resolve(revision);
    if (!resolved.ok()) return resolved.status();
    return std::make_unique<RocksdbSnapshot>(*db_, *resolved);
  }

  void CommitLater(WriteSet writes, absl::Time now, Done done) override {
    committer_.CommitLater(std::move(writes), now, std::move(done));
  }

  absl::Status WaitForRevision(Revision revision, absl::Time deadline) const override {
    return latest_.Wait(revision, deadline);
  }

  absl::StatusOr<std::vector<LogEntry>> ReadLog(Revision after, int limit) const override {
    return ReadCommits(*db_, after, limit, latest_.Get().revision);
  }

  absl::StatusOr<Revision> RevisionAt(absl::Time time) const override {
    return FindRevisionAt(*db_, time, latest_.Get().revision);
  }

  absl::Status Checkpoint(const std::string& directory) override {
    std::error_code error;
    if (std::filesystem::exists(directory, error)) {
      return absl::AlreadyExistsError(absl::StrCat(directory, " exists"));
    }
    rocksdb::Checkpoint* made = nullptr;
    rocksdb::Status status = rocksdb::Checkpoint::Create(db_.get(), &made);
    const std::unique_ptr<rocksdb::Checkpoint> checkpoint(made);
    if (status.ok()) status = checkpoint->CreateCheckpoint(directory);
    return status.ok() ? absl::OkStatus() : WriteError(status);
  }

  absl::StatusOr<Statistics> GetStatistics() const override {
    Statistics statistics{"rocksdb", directory_, latest_.Get().revision, 0};
    std::error_code error;
    for (std::filesystem::directory_iterator at(directory_, error), end; !error && at != end;
         at.increment(error)) {
      // A file may go away meanwhile.
      std::error_code gone;
      const uintmax_t bytes = at->file_size(gone);
      if (!gone) statistics.bytes_on_disk += static_cast<int64_t>(bytes);
    }
    if (error) return absl::UnavailableError(absl::StrCat("the store cannot be read: ", error.message()));
    return statistics;
  }

 private:
  const std::string directory_;
  const std::unique_ptr<rocksdb::DB> db_;
  LatestRevision latest_;
  Committer committer_;
};

// Says of which directory it is, unless it says so already.
absl::Status WithDirectory(const std::string& directory, const absl::Status& status) {
  if (status.code() == absl::StatusCode::kFailedPrecondition) return status;
  return absl::Status(status.code(), absl::StrCat(directory, ": ", std::string(status.message())));
}

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> OpenRocksdbStore(const RocksdbOptions& options) {
  absl::StatusOr<std::unique_ptr<rocksdb::DB>> db = OpenDatabase(options);
  if (!db.ok()) return db.status();
  absl::Status status = MarkOrCheckFormat(**db, options.directory);
  if (!status.ok()) return WithDirectory(options.directory, status);
  const absl::StatusOr<LogEntry> last = ReadLastCommit(**db);
  if (!last.ok()) return WithDirectory(options.directory, last.status());
  status = CheckWritten(**db, *last);
  if (!status.ok()) return WithDirectory(options.directory, status);
  return std::make_unique<RocksdbStore>(options, *std::move(db), Committed{last->revision, last->time});
}

}  // namespace gainsay::store
