#ifndef GAINSAY_SERVICE_ENGINE_VOICES_H_
#define GAINSAY_SERVICE_ENGINE_VOICES_H_

#include <vector>

#include "service/engine/deriving.h"

namespace gainsay::engine {

// Returns who speaks independently among sides that rely on each other as `derived` has it. `counts[i]` is
// whether the i-th supporter counts towards confirmation.
Independence VoicesAmong(Derived derived, const std::vector<bool>& counts);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_VOICES_H_
