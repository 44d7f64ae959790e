#ifndef GAINSAY_CLIENT_CLI_EXIT_CODE_H_
#define GAINSAY_CLIENT_CLI_EXIT_CODE_H_

namespace gainsay::cli {

// What the program ends with; scripts rely on the numbers.
enum class ExitCode {
  kDone = 0,
  kFailed = 1,
  kWrongUsage = 2,
  kFailOnMet = 3,
  kServerNotReachable = 4,
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_EXIT_CODE_H_
