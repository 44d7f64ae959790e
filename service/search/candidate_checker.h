#ifndef GAINSAY_SERVICE_SEARCH_CANDIDATE_CHECKER_H_
#define GAINSAY_SERVICE_SEARCH_CANDIDATE_CHECKER_H_

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/engine/comparison.h"
#include "service/ledger/checking.h"
#include "service/ledger/go_on.h"
#include "service/search/search_index.h"
#include "service/search/snippet.h"

namespace gainsay::search {

// A claim that shares words with a text.
struct FittingClaim {
  std::string name;
  std::string words;  // that it says; may be empty
};

// A question that a text may be about.
struct CandidateQuestion {
  std::string question;
  std::vector<FittingClaim> claims;  // a few there whose words fit best; none: only the question's title fits
  double score = 0;                  // how well it fits, in relation to the first candidate
  std::optional<Snippet> snippet;    // of the claim or the title; nothing if only names of the party fit
  std::string reason;                // why it is no more than a candidate
  std::shared_ptr<const engine::Comparison> comparison;  // of the question; never null
};

// What is on file about a candidate.
struct CheckedByWords {
  ledger::CheckedCandidate statement;         // that it is, or restates
  std::vector<CandidateQuestion> candidates;  // of a text that restates none: best first
};

// Checks candidates as ledger::Checker does, and texts by all words on file: one that restates a claim as
// that claim; of any other it names the questions that it may be about. The index must outlive it. Not
// thread-safe.
class CandidateChecker {
 public:
  // Whether quotes from `confidential` sources are looked at is for the caller to say.
  CandidateChecker(SearchIndex& index, const std::string& workspace, ledger::CompareOptions options,
                   bool confidential)
      : index_(index),
        workspace_(workspace),
        confidential_(confidential),
        checker_(index.ledger(), workspace, std::move(options)) {}

  // Waits until the index has a revision. Its errors end the check, and are returned.
  using Await = absl::FunctionRef<absl::Status(store::Revision revision)>;

  // Returns what is on file about a candidate; about a text, in its topic if it names one, else anywhere.
  // Only what a topic's claims say in the same words is told without the index. Asks `go_on` now and then.
  // Errors as ledger::Checker and Search; INVALID_ARGUMENT "topic: ...": so many claims hold the words that
  // one must be given.
  absl::StatusOr<CheckedByWords> Check(const ledger::Candidate& candidate, Await await, ledger::GoOn go_on);

 private:
  absl::StatusOr<CheckedByWords> CheckText(const ledger::Wording& wording, Await await, ledger::GoOn go_on);
  absl::StatusOr<std::vector<std::string>> QuestionsSaying(const ledger::Wording& wording,
                                                           store::Revision at_least, ledger::GoOn go_on);
  absl::StatusOr<std::vector<CandidateQuestion>> CandidatesFor(const ledger::Wording& wording,
                                                               store::Revision at_least, ledger::GoOn go_on);

  SearchIndex& index_;
  const std::string workspace_;
  const bool confidential_;
  ledger::Checker checker_;
};

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_CANDIDATE_CHECKER_H_
