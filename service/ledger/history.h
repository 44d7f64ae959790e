#ifndef GAINSAY_SERVICE_LEDGER_HISTORY_H_
#define GAINSAY_SERVICE_LEDGER_HISTORY_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/engine/history.h"
#include "service/ledger/comparing.h"
#include "service/ledger/go_on.h"
#include "service/ledger/ledger.h"

namespace gainsay::ledger {

// The times along which a history is walked: what is known now, in the order in which it was said; or the
// answers that were given, one step a revision.
enum class HistoryAxis { kSaid, kKnown };

// The statuses that a question has had. On kKnown a turn's revision is the one at which its verdict became
// the answer, and its causes are what was written then of all that the question is read with: first what was
// said, observed, related and withdrawn, then the rest, each by name.
struct History {
  std::string title;                // of the question
  std::vector<engine::Turn> turns;  // oldest first, each of another status than the one before
  store::Revision revision = 0;     // read at
};

// Returns the history of a question up to the moment that `options` asks for. On kKnown it reads the question
// once for each revision that changed anything it is read with, and asks `go_on` before each; the walk ends
// where the question, or a party of the policy, was not yet on file.
// NOT_FOUND: the question, or a party of the policy, is not on file at that revision. OUT_OF_RANGE: the
// revision has not been made. DATA_LOSS: what is on file does not parse.
absl::StatusOr<History> GetHistory(const Ledger& ledger, std::string_view workspace,
                                   const std::string& question, HistoryAxis axis,
                                   const CompareOptions& options, GoOn go_on);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_HISTORY_H_
