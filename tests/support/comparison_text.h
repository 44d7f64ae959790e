#ifndef GAINSAY_TESTS_SUPPORT_COMPARISON_TEXT_H_
#define GAINSAY_TESTS_SUPPORT_COMPARISON_TEXT_H_

#include <string>

#include "service/engine/comparison.h"

namespace gainsay::testing {

// Returns every field of a comparison, in its order, a line each position, claim, respondent and step. Two
// comparisons are the same if and only if their texts are; a field that is added to a comparison and not
// written here does not compile.
std::string ComparisonText(const engine::Comparison& comparison);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_COMPARISON_TEXT_H_
