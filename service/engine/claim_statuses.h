#ifndef GAINSAY_SERVICE_ENGINE_CLAIM_STATUSES_H_
#define GAINSAY_SERVICE_ENGINE_CLAIM_STATUSES_H_

#include <string>
#include <unordered_map>

#include "service/engine/comparison.h"
#include "service/engine/prepared_case.h"

namespace gainsay::engine {

// By the name of each claim that forms a position, alone or with others: that position's status.
using ClaimStatuses = std::unordered_map<std::string, Status>;

// Returns what the claims of a case come to; nothing for those that form no position, such as a withdrawn
// one.
ClaimStatuses ClaimStatusesOf(const PreparedCase& prepared, const Policy& policy, const ReadTimes& times);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CLAIM_STATUSES_H_
