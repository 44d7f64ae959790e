#ifndef GAINSAY_SERVICE_LEDGER_AFFECTED_QUESTIONS_H_
#define GAINSAY_SERVICE_LEDGER_AFFECTED_QUESTIONS_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/go_on.h"
#include "service/store/store.h"

namespace gainsay::ledger {

// Questions by name, each with the names of the records that may have changed its status.
using AffectedQuestions = std::map<std::string, std::set<std::string>>;

// Returns the questions of a workspace whose status a commit may have changed, and no others but few: those
// that what it wrote lies with; that what it wrote of a source (what the source cites, who published it, that
// it is pulled) reaches through those that cite it; that what it wrote of an entity (whose side it is on,
// what it is a kind or part of) reaches through its side's statements and publications, and through claims
// that give it, or what is narrower or broader, as answers. Takes time by what depends on what was written,
// not by what is stored.
// `keys` are those that the log names of it; `before` and `after` are the store before it and at it;
// `parties` are those whose statements alone are compared, if any. Asks `go_on` now and then. DATA_LOSS:
// stored bytes do not parse. UNAVAILABLE: the store cannot be read.
absl::StatusOr<AffectedQuestions> QuestionsAffected(const store::Snapshot& before,
                                                    const store::Snapshot& after,
                                                    const std::string& workspace,
                                                    const std::vector<std::string>& keys,
                                                    const std::vector<std::string>& parties, GoOn go_on);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_AFFECTED_QUESTIONS_H_
