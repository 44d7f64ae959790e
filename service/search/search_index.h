#ifndef GAINSAY_SERVICE_SEARCH_SEARCH_INDEX_H_
#define GAINSAY_SERVICE_SEARCH_SEARCH_INDEX_H_

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/ledger/ledger.h"
#include "service/search/index_file.h"
#include "service/search/text_analyzer.h"

namespace gainsay::search {

// What a search reads with. Used by one thread at a time.
struct Searcher {
  IndexFile file;
  TextAnalyzer analyzer;
  int generation = 0;  // of the file
};

// The words of all records, in a file beside the store. A thread of its own follows the store's change log:
// every searched record is put in as it was last written, and what was not yet read when the process ended is
// read after it starts again. The file is never the source of truth: one that is damaged, of another schema,
// or of another store (or of this one before it was restored) is built anew. Thread-safe.
class SearchIndex {
 public:
  // Begins to follow. The ledger must outlive it; `path` is a file that may or may not exist.
  SearchIndex(const ledger::Ledger& ledger, std::string path, TextAnalyzer analyzer);

  SearchIndex(const SearchIndex&) = delete;
  SearchIndex& operator=(const SearchIndex&) = delete;
  ~SearchIndex();

  // Waits until the index has `revision`.
  // DEADLINE_EXCEEDED: it does not by `deadline`. DATA_LOSS: the store is damaged. RESOURCE_EXHAUSTED: the
  // disk is full. UNAVAILABLE: the store or the file cannot be read or written; it is tried again.
  absl::Status Await(store::Revision revision, absl::Time deadline);

  // Drops the file; it is built anew from the start of the log.
  void Rebuild();

  // Drops the file that a searcher reads, unless that has been done: it is damaged.
  void Discard(const Searcher& searcher);

  // Lends what a search reads with, and takes it back for the next. UNAVAILABLE: the file cannot be read.
  absl::StatusOr<std::unique_ptr<Searcher>> Lend();
  void TakeBack(std::unique_ptr<Searcher> searcher);

  const ledger::Ledger& ledger() const { return ledger_; }

 private:
  void Run();
  absl::Status Open();
  absl::StatusOr<bool> FitsStore(const Position& position) const;
  absl::Status CatchUp();
  absl::Status CheckRoom() const;
  absl::Status CheckRunning();
  absl::StatusOr<Position> Follow(const Position& from);
  bool WaitForMore(absl::Duration patience);
  bool IsDue();
  void DropFile() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const ledger::Ledger& ledger_;
  const std::string path_;

  // Of the thread's own.
  TextAnalyzer analyzer_;
  std::optional<IndexFile> file_;
  store::Revision seen_ = -1;  // the store's latest, the last time it looked
  absl::Time quiet_at_;        // when nothing had been written since the time before

  absl::Mutex mutex_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  bool rebuild_ ABSL_GUARDED_BY(mutex_) = false;
  int generation_ ABSL_GUARDED_BY(mutex_) = 0;
  store::Revision wanted_ ABSL_GUARDED_BY(mutex_) = 0;    // by searches
  store::Revision indexed_ ABSL_GUARDED_BY(mutex_) = -1;  // none as long as there is no file
  absl::Status status_ ABSL_GUARDED_BY(mutex_);           // of the last try to follow
  std::vector<std::unique_ptr<Searcher>> idle_ ABSL_GUARDED_BY(mutex_);

  std::thread thread_;
};

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_SEARCH_INDEX_H_
