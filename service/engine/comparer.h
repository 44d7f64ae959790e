#ifndef GAINSAY_SERVICE_ENGINE_COMPARER_H_
#define GAINSAY_SERVICE_ENGINE_COMPARER_H_

#include <forward_list>
#include <optional>
#include <string>
#include <vector>

#include "service/engine/case_index.h"
#include "service/engine/claim_statuses.h"
#include "service/engine/comparison.h"
#include "service/engine/sitting.h"

namespace gainsay::engine {

// A status; and a moment since which, up to the cut it was read at, it is certain to have been the same.
struct Reached {
  Status status = Status::kNoStatements;
  Moment since = kOpenEnd;
};

// Compares a case under one policy at any cut. Refers to both. Thread-safe.
class Comparer {
 public:
  Comparer(const CaseIndex& index, const Policy& policy) : index_(index), policy_(policy) {}

  // The comparison at a cut, all but `since`; it points into the case's exhibits and into `own`. Sets
  // `reached` to its status. The case is one for full readings.
  Comparison At(const Cut& cut, bool explain, std::forward_list<Exhibit>& own, Reached& reached) const;

  // What that comes to.
  Verdict VerdictAt(const Cut& cut) const;

  // Its status alone.
  Reached StatusAt(const Cut& cut) const;

  // The status of the position whose set has that key, at a cut; nothing if there is none.
  std::optional<Status> StatusOfPosition(const std::string& key, const Cut& cut) const;

  // How each claim that is read at a cut has fared, by said time, then name. The case is one for full
  // readings.
  std::vector<ClaimOutcome> OutcomesAt(const Cut& cut) const;

  // The status of each claim's position at a cut. The case is one for full readings.
  ClaimStatuses ClaimStatusesAt(const Cut& cut) const;

 private:
  const CaseIndex& index_;
  const Policy& policy_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_COMPARER_H_
