#ifndef GAINSAY_SERVICE_ENGINE_SITTING_H_
#define GAINSAY_SERVICE_ENGINE_SITTING_H_

#include <forward_list>

#include "service/engine/case_index.h"
#include "service/engine/judging.h"
#include "service/engine/opposition.h"
#include "service/engine/positions.h"
#include "service/engine/reading.h"

namespace gainsay::engine {

// A case's statements at one cut, related to each other. Refers to the case and the policy. Immutable,
// thread-safe.
struct Sitting {
  // Of its positions alone.
  Sitting(const CaseIndex& index, const Policy& policy, const Cut& cut);
  // In full; exhibits that are not the case's are added to `own`.
  Sitting(const CaseIndex& index, const Policy& policy, const Cut& cut, std::forward_list<Exhibit>& own);
  Sitting(const Sitting&) = delete;
  Sitting& operator=(const Sitting&) = delete;

  const Reading reading;
  const Stances stances;
  const Bench bench;
  const Field field;

 private:
  Sitting(const CaseIndex& index, const Policy& policy, const Cut& cut, std::forward_list<Exhibit>* own);
};

// Reads one of the case's questions at a cut.
Reading ReadAt(const CaseIndex& index, const Matter& matter, const Policy& policy, const Cut& cut,
               ReadingDepth depth);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_SITTING_H_
