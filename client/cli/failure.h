#ifndef GAINSAY_CLIENT_CLI_FAILURE_H_
#define GAINSAY_CLIENT_CLI_FAILURE_H_

#include <string>

#include "absl/status/status.h"
#include "client/cli/exit_code.h"

namespace gainsay::cli {

// Returns an error as one line, without the program's name: "NOT_FOUND: topics/x is not on file".
std::string FailureInWords(const absl::Status& status);

// Returns what the program exits with for it.
ExitCode ExitCodeFor(const absl::Status& status);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_FAILURE_H_
