#ifndef GAINSAY_SERVICE_LEDGER_STANDING_CASE_H_
#define GAINSAY_SERVICE_LEDGER_STANDING_CASE_H_

#include <any>
#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/hash/hash.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "service/engine/prepared_case.h"
#include "service/ledger/case_reader.h"
#include "service/store/keys.h"

namespace gainsay::ledger {

// Where a case was read: a hash of store::ScopeOf a key. Two scopes that share a hash count as one.
using Scope = size_t;
inline Scope ScopeOf(std::string_view key) { return absl::Hash<std::string_view>()(store::ScopeOf(key)); }

// What has been made of a case, by what was asked; as long-lived as the case. Thread-safe.
class AnswersKept {
 public:
  AnswersKept() = default;
  AnswersKept(const AnswersKept&) = delete;
  AnswersKept& operator=(const AnswersKept&) = delete;
  ~AnswersKept();

  // Returns what was kept as a T. Nothing: none was.
  template <class T>
  std::optional<T> Find(std::string_view asked) const {
    const absl::ReaderMutexLock lock(&mutex_);
    const auto found = answers_.find(asked);
    if (found == answers_.end()) return std::nullopt;
    const T* answer = std::any_cast<T>(&found->second);
    return answer == nullptr ? std::nullopt : std::optional<T>(*answer);
  }

  // Keeps an answer that takes some bytes, unless one to the same is kept; forgets the others first if there
  // are many.
  void Keep(std::string asked, std::any answer, size_t bytes);

  // Counts what the answers take, as long as they are kept, in a sum that others count in as well.
  using Sum = std::shared_ptr<std::atomic<size_t>>;
  void CountIn(Sum sum);

 private:
  mutable absl::Mutex mutex_;
  std::map<std::string, std::any, std::less<>> answers_ ABSL_GUARDED_BY(mutex_);
  size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;
  Sum sum_ ABSL_GUARDED_BY(mutex_);  // null: nobody counts them
};

// A question's case, and where it was read: it stands until something is written there. Immutable but for the
// answers kept with it; thread-safe.
class StandingCase {
 public:
  // Reads a case. Errors as CaseReader::Read.
  static absl::StatusOr<std::shared_ptr<const StandingCase>> Read(CaseReader& reader,
                                                                  const std::string& question,
                                                                  const std::vector<std::string>& parties,
                                                                  const std::vector<std::string>& answers);

  const engine::CaseFile& file() const { return prepared_->file(); }
  const std::shared_ptr<const engine::PreparedCase>& prepared() const { return prepared_; }
  const LastChange& last_change() const { return last_change_; }
  const std::vector<Scope>& scopes() const { return scopes_; }
  // What it takes in memory, by estimate, without the answers.
  size_t bytes() const { return bytes_; }

  AnswersKept& answers() const { return answers_; }

 private:
  StandingCase(engine::CaseFile file, const CaseReader& reader);

  const std::shared_ptr<const engine::PreparedCase> prepared_;
  const LastChange last_change_;
  std::vector<Scope> scopes_;
  size_t bytes_ = 0;
  mutable AnswersKept answers_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_STANDING_CASE_H_
