#ifndef GAINSAY_SERVICE_ENGINE_SUPPORT_H_
#define GAINSAY_SERVICE_ENGINE_SUPPORT_H_

#include <cstddef>
#include <vector>

#include "absl/functional/function_ref.h"
#include "service/engine/judging.h"

namespace gainsay::engine {

// Weighs who stands behind a position, of all its supporters: sets the judgement's sides, counts, derivations
// and the flags that follow from these.
Support WeighSupport(const Bench& bench, const Stance& stance, const std::vector<Row>& supporters,
                     Judgement& judgement);

// Which of the moments at which some supporters hold are looked at.
enum class Moments {
  kAll,     // each at which a different set of them may
  kFullest  // each at which no more do at one next to it
};

// Calls `visit` with the supporters, by index, that hold at one moment, for such moments. Just once, with all
// of them, where their valid times have a moment in common.
void ForEachMoment(const std::vector<Row>& supporters, Moments moments,
                   absl::FunctionRef<void(const std::vector<size_t>& holding)> visit);

// Whether a supporter counts towards confirmation under the policy.
bool CountsTowards(const Bench& bench, const Row& row);

// Returns whether each statement counts towards confirmation under a policy.
std::vector<bool> CountedUnder(const Policy& policy, const std::vector<Statement>& statements,
                               const CaseFile& file, const Sides& sides);

// Returns where each statement comes from.
std::vector<Trace> TracesOf(const std::vector<Statement>& statements, const Citations& citations);

// Returns the counts over all positions of a question.
Counts CountsOf(const Bench& bench, const std::vector<Judgement>& judgements);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_SUPPORT_H_
