#ifndef GAINSAY_SERVICE_STORE_STORE_H_
#define GAINSAY_SERVICE_STORE_STORE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace gainsay::store {

// The storage contract: an ordered space of keys in which every key keeps its versions. A commit makes
// the next revision; a snapshot reads the space as it was at a revision. Engines behind it pass one
// conformance suite (tests/service/store) and give the same bytes for the same keys. Thread-safe throughout.

// Counts the commits of a store, from 1; 0 is the empty store.
using Revision = int64_t;

// A key's value, with the commit that wrote it.
struct Entry {
  std::string value;
  Revision revision = 0;
  absl::Time time;  // of that commit
};

// The same, seen during a scan.
struct EntryView {
  std::string_view value;
  Revision revision = 0;
  absl::Time time;
};

// Keys from `begin` (included) to `end` (excluded), in byte order.
struct KeyRange {
  std::string begin;
  std::string end;

  // Just `key`.
  static KeyRange Key(std::string_view key);
  // Every key that starts with `prefix`; `prefix` is not empty and not all 0xFF.
  static KeyRange Prefix(std::string_view prefix);
};

// The store at one revision. Stays valid, and unchanged, while other threads commit. Must not outlive
// its store.
class Snapshot {
 public:
  virtual ~Snapshot() = default;

  virtual Revision revision() const = 0;

  // Returns the key's version at this revision; nothing is not an error.
  // DATA_LOSS: stored bytes are damaged. UNAVAILABLE: the store cannot be read.
  virtual absl::StatusOr<std::optional<Entry>> Get(std::string_view key) const = 0;

  // Returns the versions of several keys, in the order asked for. Errors as Get.
  virtual absl::StatusOr<std::vector<std::optional<Entry>>> MultiGet(
      const std::vector<std::string>& keys) const = 0;

  // Calls `visit` for every key of the range that has a value, in key order, until it returns false.
  // The views hold during the call only. Errors as Get.
  using Visit = absl::FunctionRef<bool(std::string_view key, const EntryView& entry)>;
  virtual absl::Status Scan(const KeyRange& range, Visit visit) const = 0;

  // The same for several ranges, one after the other; cheapest where they are in order.
  virtual absl::Status ScanAll(const std::vector<KeyRange>& ranges, Visit visit) const = 0;
};

// What one commit writes, and under which conditions.
struct WriteSet {
  // The revision at which everything that the write depends on was read.
  Revision read_revision = 0;
  // Nothing in these ranges may have been written after `read_revision`.
  std::vector<KeyRange> unchanged;
  // Each key once. Not empty.
  std::vector<std::pair<std::string, std::string>> puts;
  // Keys written with empty values, each once and none of them among the puts, that the log does not name:
  // index entries, which follow from the records.
  std::vector<std::string> index;
};

// A commit that is done: durable, and seen by every snapshot taken from now on.
struct Committed {
  Revision revision = 0;
  absl::Time time;
};

// One commit, as the log keeps it.
struct LogEntry {
  Revision revision = 0;
  absl::Time time;
  std::vector<std::string> keys;  // of the puts, in the order of the write set
};

struct Statistics {
  std::string engine;    // "rocksdb"
  std::string location;  // where its data is; empty if nowhere
  Revision revision = 0;
  int64_t bytes_on_disk = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  // Returns the latest revision that a snapshot may be of.
  virtual Revision GetLatestRevision() const = 0;

  // Returns the store at `revision`, or at the latest.
  // OUT_OF_RANGE: the revision has not been made yet.
  virtual absl::StatusOr<std::unique_ptr<Snapshot>> GetSnapshot(
      std::optional<Revision> revision = std::nullopt) const = 0;

  // Writes all of it or nothing, as the next revision; answers when it would survive a power cut. The
  // commit's time is `now`, or just after the commit before (1 microsecond) if that is later.
  // ABORTED: something in `unchanged` has been written since; read again. RESOURCE_EXHAUSTED: the disk
  // is full. UNAVAILABLE: the store cannot be written; whether it was is unknown.
  absl::StatusOr<Committed> Commit(WriteSet writes, absl::Time now);

  // The same without waiting: calls `done` with what Commit would return, once, from any thread; it may be
  // this one. Commits begun on one thread are made in that order. `done` must not wait for another commit.
  using Done = absl::AnyInvocable<void(absl::StatusOr<Committed> committed)>;
  virtual void CommitLater(WriteSet writes, absl::Time now, Done done) = 0;

  // Waits until the store has `revision`.
  // DEADLINE_EXCEEDED: it does not by `deadline`.
  virtual absl::Status WaitForRevision(Revision revision, absl::Time deadline) const = 0;

  // Returns up to `limit` commits after `after`, oldest first. DATA_LOSS: the log is damaged.
  virtual absl::StatusOr<std::vector<LogEntry>> ReadLog(Revision after, int limit) const = 0;

  // Returns the last revision made at or before `time`; 0 if none was. DATA_LOSS: the log is damaged.
  virtual absl::StatusOr<Revision> RevisionAt(absl::Time time) const = 0;

  // Writes a copy of the store at its latest revision into `directory`, which must not exist.
  // ALREADY_EXISTS: it does. UNIMPLEMENTED: the engine keeps nothing on disk.
  virtual absl::Status Checkpoint(const std::string& directory) = 0;

  virtual absl::StatusOr<Statistics> GetStatistics() const = 0;
};

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_STORE_H_
