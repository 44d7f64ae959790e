#ifndef GAINSAY_SERVICE_LEDGER_CHECKING_H_
#define GAINSAY_SERVICE_LEDGER_CHECKING_H_

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/engine/checking.h"
#include "service/ledger/cases.h"
#include "service/ledger/comparing.h"
#include "service/ledger/ledger.h"
#include "service/ledger/wording_index.h"
#include "service/model/records.h"

namespace gainsay::ledger {

// A statement in words, to be found in a topic, or without one on some questions.
struct Wording {
  std::string text;
  std::string topic;                   // empty: on `questions`
  std::vector<std::string> questions;  // those that are not on file are passed over
};

// A statement that is not on file. Whose a claim is, and where it appeared, is not read.
using Candidate = std::variant<model::Claim, Wording>;

struct CheckedCandidate {
  std::string question;          // that it answers; empty if a text led to none
  bool on_file = false;          // whether the question is; the answer has no comparison if not
  engine::Checked answer;        // what is on file about the candidate
  store::Revision revision = 0;  // read at
  std::shared_ptr<const StandingCase>
      standing;  // that the answer was made of; null if the question is not on file
  // Of a text whose words stand for different statements: on which questions.
  std::vector<std::string> ambiguous_on;
};

// A question that is on file.
struct KnownQuestion {
  std::shared_ptr<const StandingCase> standing;
  std::shared_ptr<const engine::Comparison> comparison;
};

// Checks candidates, each against what is on file at that moment (or as it was known, if the options say
// when), and writes nothing. Between candidates it keeps what it has read of the last topic, until
// something is written. The ledger must outlive it. Not thread-safe.
class Checker {
 public:
  Checker(const Ledger& ledger, std::string workspace, CompareOptions options);

  // Refreshes, and returns what is on file about a candidate. A topic, a question or an entity given as the
  // answer that is not on file is NOT_ENOUGH_EVIDENCE; so are words that no claim says where they are looked
  // for, or that stand there for different statements.
  // INVALID_ARGUMENT: the candidate is no statement, or the question does not admit its value; the message
  // begins with the field's path ("claim.value.boolean: ..."). NOT_FOUND, OUT_OF_RANGE, DATA_LOSS: as
  // CompareQuestion, of the options.
  absl::StatusOr<CheckedCandidate> Check(const Candidate& candidate);

  // Takes what is on file at this moment for what the functions below read, and returns its revision.
  // NOT_FOUND, OUT_OF_RANGE, DATA_LOSS: as CompareQuestion, of the options.
  absl::StatusOr<store::Revision> Refresh();

  // Returns the same as Check, of what was on file when it was last refreshed. Errors as Check, without those
  // of the options.
  absl::StatusOr<CheckedCandidate> CheckThen(const Candidate& candidate);

  // Returns a question as it was on file then. NOT_FOUND: it was not. DATA_LOSS: as CompareQuestion.
  absl::StatusOr<KnownQuestion> LookThen(const std::string& question);

 private:
  // What was last read of a topic.
  struct TopicRead {
    std::string topic;
    WordingIndex wordings;
  };
  using Question = std::shared_ptr<const engine::CheckedQuestion>;

  absl::StatusOr<CheckedCandidate> CheckOne(const Wording& wording);
  absl::StatusOr<CheckedCandidate> CheckOne(model::Claim claim);
  Question QuestionOf(const StandingCase& standing) const;
  absl::StatusOr<std::vector<model::Claim>> StatementsIn(const Wording& wording);
  absl::StatusOr<const WordingIndex*> WordingsOf(const std::string& topic);

  const Ledger& ledger_;
  const std::string workspace_;
  const CompareOptions options_;
  const std::string options_key_;
  std::unique_ptr<store::Snapshot> snapshot_;
  std::optional<Cases> cases_;  // at that snapshot
  std::optional<TopicRead> last_topic_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CHECKING_H_
