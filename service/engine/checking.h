#ifndef GAINSAY_SERVICE_ENGINE_CHECKING_H_
#define GAINSAY_SERVICE_ENGINE_CHECKING_H_

#include <memory>
#include <string>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/comparison.h"
#include "service/engine/prepared_case.h"

namespace gainsay::engine {

// AVeriTeC's labels (Schlichtkrull, Guo and Vlachos, NeurIPS 2023): what is on file about a statement, not
// whether it is so.
enum class Label { kSupported, kRefuted, kConflictingEvidence, kNotEnoughEvidence };

// A position on file as it stands to a candidate.
struct CheckedPosition {
  Stated stated;
  Status status = Status::kUnconfirmed;
  SetRelation relation = SetRelation::kEqual;  // of the position's value to the candidate's
};

// What is on file about a statement that is not.
struct Checked {
  Label label = Label::kNotEnoughEvidence;
  std::vector<std::string> missing;              // kNotEnoughEvidence: what is
  std::shared_ptr<const Comparison> comparison;  // of the question as it is, without the statement
  std::vector<CheckedPosition> agreeing;         // positions that entail the statement, in the order shown
  std::vector<CheckedPosition> disagreeing;      // positions that cannot hold together with it
};

// Checks `candidate`, read as a position with no side of its own, against the file's question: SUPPORTED if
// it would be CONFIRMED, REFUTED if its denial would be, CONFLICTING_EVIDENCE if one side entails it and
// another contradicts it or the question is CONFLICTING, else NOT_ENOUGH_EVIDENCE; the first that applies.
// Its value, if any, is of the question's type. Pure, as Compare is.
Checked Check(const CaseFile& file, const model::Claim& candidate, const Policy& policy,
              const ReadTimes& times, bool explain);

// A question that candidates are checked against, one after the other: its comparison by one policy at one
// moment, made once. Immutable and thread-safe; may be shared.
class CheckedQuestion {
 public:
  CheckedQuestion(std::shared_ptr<const PreparedCase> prepared, Policy policy, ReadTimes times, bool explain);
  ~CheckedQuestion();
  CheckedQuestion(const CheckedQuestion&) = delete;
  CheckedQuestion& operator=(const CheckedQuestion&) = delete;

  // Of the question as it is; never null.
  const std::shared_ptr<const Comparison>& comparison() const { return comparison_; }

  // As the free function.
  Checked Check(const model::Claim& candidate) const;

 private:
  // The question's positions, judged.
  struct Judged;

  const std::shared_ptr<const PreparedCase> prepared_;
  const Policy policy_;
  const ReadTimes times_;
  const std::shared_ptr<const Comparison> comparison_;
  const std::unique_ptr<const Judged> judged_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CHECKING_H_
