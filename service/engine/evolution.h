#ifndef GAINSAY_SERVICE_ENGINE_EVOLUTION_H_
#define GAINSAY_SERVICE_ENGINE_EVOLUTION_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "service/engine/comparison.h"
#include "service/engine/statement.h"

namespace gainsay::engine {

// How what is said changes over time: within a party, and between parties where the answer itself may grow.

// Returns, by party, whether it brought its answer up to date (UPDATED) or contradicted itself
// (SELF_CONTRADICTION), from each of its statements against the one before whose place it takes: of a time
// that overlaps (but on VOLATILE questions of any) and, where several answers may hold, of the same one.
std::map<std::string, std::set<Flag>> ChangesOf(const std::vector<Statement>& statements,
                                                const model::Question& question, const Answers& answers);

// Returns, for each statement, whether a later one of its party replaces it: their valid times overlap and,
// where several answers may hold, the two are EQUAL or DISJOINT. Later is said later, then first published
// later; of those still tied, the highest (lowest) of an INCREASING (DECREASING) question replaces the rest.
std::vector<bool> Replaced(const std::vector<Statement>& statements, const model::Question& question,
                           const Answers& answers);

// Whether `later`, said after `earlier`, brings an exact amount up to date as the question's evolution
// allows, so that the two are no conflict.
bool IsUpdate(const Statement& earlier, const Statement& later, model::Evolution evolution,
              const Answers& answers);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_EVOLUTION_H_
