#ifndef GAINSAY_CLIENT_CLI_COMPLETION_SCRIPTS_H_
#define GAINSAY_CLIENT_CLI_COMPLETION_SCRIPTS_H_

#include <string>

#include "client/cli/command_tree.h"

namespace gainsay::cli {

// Each returns a script that makes a shell complete the program's commands, options and their values.
std::string BashCompletion(const CommandInfo& program);
std::string ZshCompletion(const CommandInfo& program);
std::string FishCompletion(const CommandInfo& program);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_COMPLETION_SCRIPTS_H_
