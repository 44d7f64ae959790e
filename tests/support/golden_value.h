#ifndef GAINSAY_TESTS_SUPPORT_GOLDEN_VALUE_H_
#define GAINSAY_TESTS_SUPPORT_GOLDEN_VALUE_H_

#include <string>

#include "absl/status/statusor.h"
#include "service/engine/comparison.h"
#include "service/model/value.h"

namespace gainsay::testing {

// Values as golden cases write them: yes; "at least 5 persons", "100 to 300 km"; 2025-12; an entity's id;
// "point 37.2 70.1 within 5000" (metres); text in quotation marks; unknown; none.

// Returns the value that `text` writes on a question of that type.
// INVALID_ARGUMENT: it writes none.
absl::StatusOr<model::Value> ParseGoldenValue(model::ValueType type, const std::string& text);

// Returns what a claim states, "not " before what it denies.
// INVALID_ARGUMENT: it states no value.
absl::StatusOr<engine::Stated> ParseGoldenStated(model::ValueType type, const std::string& text);

// The inverses. A claim without a value is "nothing".
std::string GoldenValueText(const model::Value& value);
std::string GoldenStatedText(const engine::Stated& stated);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_GOLDEN_VALUE_H_
