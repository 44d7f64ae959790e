#ifndef GAINSAY_SERVICE_ENGINE_SUPPORT_H_
#define GAINSAY_SERVICE_ENGINE_SUPPORT_H_

#include "service/engine/judging.h"

namespace gainsay::engine {

// Weighs who stands behind a position: sets the judgement's independence, what counts, origins, documents,
// counts, and the flags that follow from these.
void WeighSupport(const Bench& bench, const Stance& stance, Judgement& judgement);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_SUPPORT_H_
