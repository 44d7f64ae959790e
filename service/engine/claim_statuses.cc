#include "service/engine/claim_statuses.h"

#include "service/engine/comparer.h"
#include "service/engine/reading.h"

namespace gainsay::engine {

ClaimStatuses ClaimStatusesOf(const PreparedCase& prepared, const Policy& policy, const ReadTimes& times) {
  return Comparer(*prepared.index(), policy).ClaimStatusesAt(CutOf(times));
}

}  // namespace gainsay::engine
