#ifndef GAINSAY_SERVICE_ENGINE_EVOLUTION_H_
#define GAINSAY_SERVICE_ENGINE_EVOLUTION_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "service/engine/comparison.h"
#include "service/engine/statement.h"

namespace gainsay::engine {

// How what is said changes over time: within a party, and between parties where the answer itself may grow.

// Whether parties brought their answers up to date, or contradicted themselves: flags, by party, in order.
using Changes = std::vector<std::pair<uint32_t, Flags>>;

// The statements of one party among which one may take another's place, two of them or more, by index, latest
// first: whatever replaces a statement comes before it, or is tied with it.
struct Succession {
  uint32_t party = 0;
  using Statements = absl::InlinedVector<uint32_t, 4>;
  Statements statements;
};

// Groups statements by party, those who made several. Of many answers each has a place of its own, unless the
// party also says what bears on several: a denial, or that there is none.
std::vector<Succession> SuccessionsOf(const std::vector<Statement>& statements, bool many,
                                      const Answers& answers);

// Returns, by party, whether it brought its answer up to date (UPDATED) or contradicted itself
// (SELF_CONTRADICTION), from each of its statements against the one before whose place it takes: of a time
// that overlaps (but on VOLATILE questions of any) and, where several answers may hold, of the same one.
Changes ChangesOf(const std::vector<Succession>& successions, const std::vector<Statement>& statements,
                  const model::Question& question, const Answers& answers);

// Returns, for each statement, whether a later one of its party replaces it: their valid times overlap and,
// where several answers may hold, the two are EQUAL or DISJOINT. Later is said later, then first published
// later; of those still tied, the highest (lowest) of an INCREASING (DECREASING) question replaces the rest.
std::vector<bool> Replaced(const std::vector<Succession>& successions,
                           const std::vector<Statement>& statements, const model::Question& question,
                           const Answers& answers);

// Whether all of `later` lies on the side of `earlier` that an evolving question points to.
bool KeepsDirection(const Place& earlier, const Place& later, model::Evolution evolution);

// Whether what is said `later` brings an exact amount up to date as the question's evolution allows, so that
// the two are no conflict.
bool IsUpdate(Moment earlier, const Place& before, Moment later, const Place& after,
              model::Evolution evolution);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_EVOLUTION_H_
