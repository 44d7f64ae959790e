#ifndef GAINSAY_SERVICE_ENGINE_SUPPORT_H_
#define GAINSAY_SERVICE_ENGINE_SUPPORT_H_

#include <cstddef>
#include <vector>

#include "absl/functional/function_ref.h"
#include "service/engine/judging.h"
#include "service/engine/tally.h"

namespace gainsay::engine {

// Weighs who stands behind a position, of all its supporters: sets the judgement's sides, how many they are
// and confirm, and derivations.
Support WeighSupport(const Bench& bench, const std::vector<Row>& supporters, Judgement& judgement);

// Numbers that are counted for one position after another.
struct Tallies {
  explicit Tallies(const Bench& bench)
      : certain(bench.roster.sides()), possible(bench.roster.sides()), documents(bench.citations.size()) {}

  Tally certain;
  Tally possible;
  Tally documents;
};

// Whether enough sides confirm whoever else supports the position: those that rely on nobody, by statements
// that hold at every time. False where that is to be found out by weighing.
bool CertainlyConfirm(const Bench& bench, const std::vector<Row>& supporters);

// Tells where what a position's supporters say comes from: sets the judgement's other counts, and the flags
// that follow from who they are.
void DescribeSupport(const Bench& bench, const Stance& stance, const std::vector<Row>& supporters,
                     const Independence& independence, Tallies& tallies, Judgement& judgement);

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
                               const Roster& roster);

// Returns the counts over all positions of a question.
Counts CountsOf(const Bench& bench, const std::vector<Judgement>& judgements, Tallies& tallies);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_SUPPORT_H_
