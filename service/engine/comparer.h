#ifndef GAINSAY_SERVICE_ENGINE_COMPARER_H_
#define GAINSAY_SERVICE_ENGINE_COMPARER_H_

#include <string>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/citations.h"
#include "service/engine/comparison.h"
#include "service/engine/judging.h"

namespace gainsay::engine {

// The moments that `times` asks for.
Cut CutOf(const ReadTimes& times);

// A position on file as it stands to a candidate.
struct CheckedPosition {
  Stated stated;
  Status status = Status::kUnconfirmed;
  SetRelation relation = SetRelation::kEqual;  // of the position's value to the candidate's
};

// How a candidate would fare as one more position, of no side of its own, and how its denial would.
struct Trial {
  Status affirmed = Status::kUnconfirmed;
  Status denied = Status::kUnconfirmed;
  std::string missing;                       // what would confirm it, in words
  std::vector<CheckedPosition> agreeing;     // positions that entail it, in the order shown
  std::vector<CheckedPosition> disagreeing;  // positions that cannot hold together with it
};

// Compares one question's file at any cut: what does not depend on the cut is prepared once. Does not own
// the file and the policy, which must outlive it. Not thread-safe (the hierarchy remembers).
class Comparer {
 public:
  Comparer(const CaseFile& file, const Policy& policy);
  Comparer(const Comparer&) = delete;
  Comparer& operator=(const Comparer&) = delete;

  // The comparison at a cut, all but `since`.
  Comparison At(const Cut& cut, bool explain);

  // What that comes to.
  Verdict VerdictAt(const Cut& cut);

  // Its status alone.
  Status StatusAt(const Cut& cut);

  // How a statement that is not on file stands to what is, at a cut. `candidate` is an assertion of a value
  // that is not unknown.
  Trial Try(const model::Claim& candidate, const Cut& cut);

 private:
  Reading ReadAt(const Cut& cut, const QuestionFile& question, const Domain& domain,
                 const Comparator& comparator) const;
  Bench BenchOf(const Reading& reading, const Stances& stances) const;
  static Status StatusOf(const std::vector<Judgement>& judgements, const Reading& reading);
  void FlagQuestion(const Reading& reading, const Cut& cut, Comparison& comparison);
  bool HasInconsistentSum(const Reading& reading, const Cut& cut);

  const CaseFile& file_;
  const Policy& policy_;
  const model::Question& question_;
  const Domain domain_;
  Hierarchy hierarchy_;
  const TextRelations texts_;
  const Comparator comparator_;
  const Sides sides_;
  const Citations citations_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_COMPARER_H_
