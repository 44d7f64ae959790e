#ifndef GAINSAY_SERVICE_ENGINE_RENDERING_H_
#define GAINSAY_SERVICE_ENGINE_RENDERING_H_

#include "service/engine/comparison.h"
#include "service/engine/judging.h"

namespace gainsay::engine {

// Returns a judged position as it is shown.
Position RenderPosition(const Bench& bench, const Judgement& judgement);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_RENDERING_H_
