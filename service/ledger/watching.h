#ifndef GAINSAY_SERVICE_LEDGER_WATCHING_H_
#define GAINSAY_SERVICE_LEDGER_WATCHING_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/engine/comparison.h"
#include "service/ledger/case_reader.h"
#include "service/ledger/go_on.h"
#include "service/ledger/ledger.h"
#include "service/model/names.h"

namespace gainsay::ledger {

// Which changes of status to tell. All conditions set must hold.
struct WatchOptions {
  std::string workspace;
  std::string scope;                  // a topic or a question; empty: all
  std::string party;                  // questions on which someone of its whole side has a claim; empty: all
  std::set<engine::Status> statuses;  // from or to one of these; empty: any
  engine::Policy policy;
};

// Whether a scope is a topic or a question, by its form.
model::NameKind KindOfScope(std::string_view scope);

// NOT_FOUND "topic: ...", "party: ...", "policy.parties[i]: ...": what is to be watched is not on file.
absl::Status CheckWatched(const store::Snapshot& snapshot, const WatchOptions& options);

// That a commit gave a question another status.
struct StatusChange {
  std::string question;
  engine::Status before = engine::Status::kNoStatements;  // also of a question that was not on file
  engine::Verdict after;
  std::vector<std::string> causes;  // the records written that the question depends on, by name
};

// Tells what each commit changed, from the log and the store alone: the same whenever it is asked.
// Does not own the ledger, which must outlive it. Not thread-safe.
class StatusWatch {
 public:
  StatusWatch(const Ledger& ledger, WatchOptions options) : ledger_(ledger), options_(std::move(options)) {}

  // Calls `visit` for each question that one commit may have changed, in the order of their names, of those
  // after `after` (a question's name, or empty), with the change if there is one. An error of `visit` ends
  // it, and is returned. Asks `go_on` while it looks for those questions. DATA_LOSS: stored bytes do not
  // parse. UNAVAILABLE: the store cannot be read.
  using Visit =
      absl::FunctionRef<absl::Status(const std::string& question, std::optional<StatusChange> change)>;
  absl::Status Changes(const store::LogEntry& commit, const std::string& after, Visit visit,
                       GoOn go_on) const;

 private:
  bool IsTold(engine::Status from, engine::Status to) const;

  const Ledger& ledger_;
  const WatchOptions options_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_WATCHING_H_
