#ifndef GAINSAY_SERVICE_ENGINE_STEADINESS_H_
#define GAINSAY_SERVICE_ENGINE_STEADINESS_H_

#include <vector>

#include "service/engine/docket.h"
#include "service/engine/judging.h"

namespace gainsay::engine {

// Since when a status is certain to have been what it is at a cut, told without reading the question at every
// moment before. Each function returns such a moment, as early as it can tell; `cut` where it can tell
// nothing.

// Of a conflict of a statement with one said before it.
Moment ConflictingSince(const Docket& docket, const StatementPair& conflict, Moment cut);

// Of a question in which nothing conflicts: as long as enough of those who confirm rely on nobody, it was
// CONFIRMED; as long as there were not voices enough, it was not.
Moment UnopposedSince(const Bench& bench, const Docket& docket, const std::vector<Judgement>& judgements,
                      Status status, Moment cut);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_STEADINESS_H_
