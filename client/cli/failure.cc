#include "client/cli/failure.h"

#include "absl/strings/str_cat.h"
#include "client/cli/display_text.h"

namespace gainsay::cli {

std::string FailureInWords(const absl::Status& status) {
  return absl::StrCat(absl::StatusCodeToString(status.code()), ": ",
                      Displayable(std::string(status.message())));
}

ExitCode ExitCodeFor(const absl::Status& status) {
  return status.code() == absl::StatusCode::kUnavailable ? ExitCode::kServerNotReachable : ExitCode::kFailed;
}

}  // namespace gainsay::cli
