#ifndef GAINSAY_SERVICE_LEDGER_CASE_CACHE_H_
#define GAINSAY_SERVICE_LEDGER_CASE_CACHE_H_

#include <atomic>
#include <cstddef>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "service/ledger/standing_case.h"
#include "service/store/store.h"

namespace gainsay::ledger {

// Which case: a question, and what is read with it (CaseReader::Read).
struct CaseQuery {
  std::string_view workspace;
  std::string_view question;
  const std::vector<std::string>& parties;
  std::string_view answer;  // an entity that a candidate gives; empty: none
};

// The same as text, one for each query.
std::string KeyOf(const CaseQuery& query);

// Questions' cases as they stand at the latest revision. Before every look it takes from the store's log what
// has been written since the one before, and drops the cases that read anything of it: what it returns is
// never stale. Holds up to some number of bytes, those used last. Thread-safe. The store must outlive it.
class CaseCache {
 public:
  struct Limits {
    size_t most_bytes = 0;      // of cases and answers, by estimate
    bool keeps_answers = true;  // whether comparisons of a question are to be kept with their cases
  };
  CaseCache(const store::Store& store, const Limits& limits);

  bool keeps_answers() const { return limits_.keeps_answers; }

  // A case, and a revision at which it stands.
  struct Found {
    std::shared_ptr<const StandingCase> standing;
    store::Revision revision = 0;
  };

  // Returns a case as it stands at a revision that has been made, or at the latest; nothing if it is not
  // held. DATA_LOSS, UNAVAILABLE: the store's log cannot be read.
  absl::StatusOr<std::optional<Found>> Find(const CaseQuery& query,
                                            std::optional<store::Revision> revision = std::nullopt);

  // Takes a case that was read at a revision. Returns false, and does not, if it stands no more.
  // Errors as Find.
  absl::StatusOr<bool> Keep(const CaseQuery& query, std::shared_ptr<const StandingCase> standing,
                            store::Revision read_at);

 private:
  struct Held {
    std::string key;
    std::shared_ptr<const StandingCase> standing;
    std::list<Held>::iterator self;  // in held_
  };

  absl::Status Follow() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void DropReadersOf(Scope scope) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Drop(Held& held) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Clear() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::StatusOr<bool> StillStands(const StandingCase& standing, store::Revision read_at) const
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void MakeRoom() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const store::Store& store_;
  const Limits limits_;

  absl::Mutex mutex_;
  store::Revision followed_ ABSL_GUARDED_BY(mutex_) = 0;  // all that is held stands at this revision
  std::list<Held> held_ ABSL_GUARDED_BY(mutex_);          // used last first
  size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;              // of cases
  const AnswersKept::Sum answer_bytes_ = std::make_shared<std::atomic<size_t>>(0);
  absl::flat_hash_map<std::string_view, Held*> by_key_ ABSL_GUARDED_BY(mutex_);
  // Those held that read something in a scope.
  absl::flat_hash_map<Scope, absl::flat_hash_set<Held*>> readers_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CASE_CACHE_H_
