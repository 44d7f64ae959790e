#ifndef GAINSAY_CLIENT_CLI_PROGRAM_H_
#define GAINSAY_CLIENT_CLI_PROGRAM_H_

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/cli/console.h"
#include "client/cli/exit_code.h"
#include "client/cli/options.h"
#include "client/cli/session.h"

namespace gainsay::cli {

// What a command does. An error is printed by the program and decides how it exits.
using Action = std::function<absl::StatusOr<ExitCode>(const Session&)>;

// The command line: its commands, and the one that was chosen.
class Program {
 public:
  // Refers to the console.
  explicit Program(const Console& console);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Adds a command that takes the common options; `action` runs if it is the one chosen.
  CLI::App& AddCommand(const std::string& name, const std::string& what, const std::string& details,
                       Action action);

  // Adds a command that is given a further one: `gainsay create topic`.
  CLI::App& AddGroup(const std::string& name, const std::string& what, const std::string& details);
  // Adds a command to such a group, as AddCommand.
  CLI::App& AddCommandTo(CLI::App& group, const std::string& name, const std::string& what,
                         const std::string& details, Action action);

  // Every command with its options.
  const CLI::App& app() const { return app_; }

  // Reads the arguments (without the program's name), and runs the command they name.
  ExitCode Run(std::vector<std::string> arguments);

 private:
  ExitCode RunChosen();
  // Says what is wrong with the arguments.
  ExitCode Misused(const std::string& what) const;

  const Console& console_;
  CommonOptions options_;
  CLI::App app_;
  Action chosen_;
};

// The whole program.
ExitCode Run(const Console& console, std::vector<std::string> arguments);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_PROGRAM_H_
