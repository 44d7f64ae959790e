#ifndef GAINSAY_CLIENT_CPP_JSON_TEXT_H_
#define GAINSAY_CLIENT_CPP_JSON_TEXT_H_

#include <nlohmann/json.hpp>
#include <string_view>

#include "absl/status/statusor.h"

namespace gainsay::client {

// Returns a JSON text as a tree.
// INVALID_ARGUMENT: "column N: ..." if it is no JSON or not UTF-8, "claim.text: is there twice" if an
// object has a key twice.
absl::StatusOr<nlohmann::ordered_json> ParseJson(std::string_view text);

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_JSON_TEXT_H_
