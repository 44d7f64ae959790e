#ifndef GAINSAY_TESTS_SUPPORT_STATUS_MATCHERS_H_
#define GAINSAY_TESTS_SUPPORT_STATUS_MATCHERS_H_

#include <gmock/gmock.h>

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace gainsay::testing {

inline const absl::Status& StatusOf(const absl::Status& status) { return status; }
template <class T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

// That a Status or StatusOr is OK.
MATCHER(IsOk, negation ? "is an error" : "is OK") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).ok();
}

// That a Status or StatusOr has this code.
MATCHER_P(HasCode, code, "has the status code " + absl::StatusCodeToString(code)) {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).code() == code;
}

// That it has this code, and a message that matches.
MATCHER_P2(StatusIs, code, message,
           "has the status code " + absl::StatusCodeToString(code) + " and a message") {
  *result_listener << StatusOf(arg).ToString();
  return StatusOf(arg).code() == code && ::testing::Matches(message)(std::string(StatusOf(arg).message()));
}

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_STATUS_MATCHERS_H_
