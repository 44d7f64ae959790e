#ifndef GAINSAY_SERVICE_ENGINE_SUMS_H_
#define GAINSAY_SERVICE_ENGINE_SUMS_H_

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

// Returns whether the parts of some side cannot add up to its own total: it has a position on the total and
// on every part, and what the parts can add up to misses the total, tolerance and all. Amounts of different
// sides are never added.
bool AnyInconsistentSum(const Answers& answers, const std::vector<Statement>& totals,
                        const std::vector<Part>& parts);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_SUMS_H_
