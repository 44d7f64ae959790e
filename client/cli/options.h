#ifndef GAINSAY_CLIENT_CLI_OPTIONS_H_
#define GAINSAY_CLIENT_CLI_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <string>

#include "client/cli/console.h"
#include "client/cpp/connection.h"

namespace gainsay::cli {

enum class Output { kTable, kJson, kJsonl, kMarkdown };

// What every command can be told.
struct CommonOptions {
  std::string output;  // empty: as fits where it goes
  client::ConnectionOptions connection;
  bool no_color = false;
};

// Returns the options as the environment sets them.
CommonOptions DefaultOptions(const Console& console);

// Lets a command (or the program) take the common options.
void AddCommonOptions(CLI::App& command, CommonOptions& options);

// Returns the form to answer in: the one asked for, else a table on a terminal and JSON in a pipe.
Output OutputFor(const CommonOptions& options, const Console& console);

// Returns whether answers may be coloured.
bool MayColour(const CommonOptions& options, const Console& console);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_OPTIONS_H_
