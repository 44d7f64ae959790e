#ifndef GAINSAY_SERVICE_ENGINE_SUMS_H_
#define GAINSAY_SERVICE_ENGINE_SUMS_H_

#include <set>
#include <string>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/possibilities.h"
#include "service/engine/reading.h"

namespace gainsay::engine {

// A part of a total: its question as read.
struct Part {
  const Answers* answers = nullptr;
  const std::vector<Statement>* statements = nullptr;
};

// Returns the sides whose own parts cannot add up to their own total: each has a position on the total and
// on every part, and what the parts can add up to misses the total, tolerance and all. Amounts of different
// sides are never added.
std::set<std::string> SidesWithInconsistentSum(const Answers& answers, const std::vector<Statement>& totals,
                                               const std::vector<Part>& parts);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_SUMS_H_
