#ifndef GAINSAY_TESTS_SUPPORT_SHUFFLE_H_
#define GAINSAY_TESTS_SUPPORT_SHUFFLE_H_

#include <cstdint>

#include "service/engine/case_file.h"

namespace gainsay::testing {

// Returns `file` with all that has no order of its own in an order that `seed` makes.
engine::CaseFile Shuffled(engine::CaseFile file, uint32_t seed);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_SHUFFLE_H_
