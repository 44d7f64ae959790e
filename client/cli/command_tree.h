#ifndef GAINSAY_CLIENT_CLI_COMMAND_TREE_H_
#define GAINSAY_CLIENT_CLI_COMMAND_TREE_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace gainsay::cli {

// What a program's definitions say of it, for those who write completions and manual pages.

// An option, or an argument (without dashes).
struct OptionInfo {
  std::vector<std::string> names;    // "-h", "--help"; of an argument its one name
  std::string type;                  // what its value is called; empty for a flag
  std::vector<std::string> choices;  // all values that it may have, if those are few
  std::string what;
  std::string group;
  std::string variable;   // of the environment, that stands in for it
  std::string otherwise;  // its value if it is not given
  bool takes_value = false;
  bool required = false;
  bool repeatable = false;

  bool is_argument() const { return !names.front().starts_with('-'); }
  bool is_file() const { return type == "FILE" || names.front() == "FILE"; }
};

struct CommandInfo {
  std::string path;  // "gainsay create topic"
  std::string what;
  std::string details;
  std::vector<OptionInfo> options;  // and arguments; hidden ones are left out
  std::vector<CommandInfo> commands;

  // The last word of the path.
  std::string name() const { return path.substr(path.rfind(' ') + 1); }
};

// Returns what is said of a program, or of a command of the one at `parent`.
CommandInfo Describe(const CLI::App& app, const std::string& parent = "");

// Returns a command and all below it, the command first.
std::vector<const CommandInfo*> AllOf(const CommandInfo& command);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_COMMAND_TREE_H_
