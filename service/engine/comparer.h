#ifndef GAINSAY_SERVICE_ENGINE_COMPARER_H_
#define GAINSAY_SERVICE_ENGINE_COMPARER_H_

#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/citations.h"
#include "service/engine/comparison.h"
#include "service/engine/judging.h"

namespace gainsay::engine {

// Compares one question's file at any cut: what does not depend on the cut is prepared once. Does not own
// the file and the policy, which must outlive it. Not thread-safe (the hierarchy remembers).
class Comparer {
 public:
  Comparer(const CaseFile& file, const Policy& policy);
  Comparer(const Comparer&) = delete;
  Comparer& operator=(const Comparer&) = delete;

  // The comparison at a cut, all but `since`.
  Comparison At(const Cut& cut, bool explain);

  // Its status alone.
  Status StatusAt(const Cut& cut);

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
