#include "client/cli/program.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/commands.h"
#include "client/cli/display_text.h"
#include "client/cli/failure.h"

namespace gainsay::cli {
namespace {

constexpr char kWhatItDoes[] =
    "Keeps who said what, through which documents, and compares the statements. It never says true or\n"
    "false: it says who says so, who else says so independently, who contradicts it, and who has not\n"
    "spoken.";

constexpr char kFooter[] =
    "\nNames may omit the leading topics/, as in `gainsay compare border-clash/questions/call`.\n"
    "Answers go to stdout, everything else to stderr. Exit status: 0 done, 1 failed, 2 wrong usage,\n"
    "3 --fail-on met, 4 server not reachable.\n"
    "`gainsay COMMAND --help` says more of each command.";

constexpr char kCommands[] = "Commands";

// CLI11's help without the sets of values, which the descriptions name.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    constexpr int kOptionColumn = 26;
    column_width(kOptionColumn);
    label("Positionals", "Arguments");
    label("SUBCOMMAND", "COMMAND");
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_type_name();
    return type.empty() ? "" : " " + type.substr(0, type.find(':'));
  }
};

}  // namespace

Program::Program(const Console& console)
    : console_(console), options_(DefaultOptions(console)), app_(kWhatItDoes, "gainsay") {
  app_.formatter(std::make_shared<HelpFormatter>());
  app_.footer(kFooter);
  app_.set_version_flag("--version", "gainsay " GAINSAY_VERSION, "print the version and exit");
  app_.set_help_flag("-h,--help", "print this help and exit");
  AddCommonOptions(app_, options_);
}

CLI::App& Program::AddCommand(const std::string& name, const std::string& what, const std::string& details,
                              Action action) {
  return AddCommandTo(app_, name, what, details, std::move(action));
}

CLI::App& Program::AddGroup(const std::string& name, const std::string& what, const std::string& details) {
  CLI::App& group = *app_.add_subcommand(name, what)->group(kCommands);
  group.footer(details);
  group.require_subcommand(1);
  return group;
}

CLI::App& Program::AddCommandTo(CLI::App& group, const std::string& name, const std::string& what,
                                const std::string& details, Action action) {
  CLI::App& command = *group.add_subcommand(name, what)->group(kCommands);
  command.footer(details);
  AddCommonOptions(command, options_);
  command.callback([this, action = std::move(action)] { chosen_ = action; });
  return command;
}

ExitCode Program::Run(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app_.parse(std::move(arguments));
  } catch (const CLI::Success& asked_for) {
    app_.exit(asked_for, console_.out, console_.err);
    return ExitCode::kDone;
  } catch (const CLI::ParseError& error) {
    return Misused(error.what());
  }
  return chosen_ ? RunChosen() : Misused("a command is needed");
}

ExitCode Program::Misused(const std::string& what) const {
  console_.err << "gainsay: " << Displayable(what) << "; see `gainsay ";
  for (auto commands = app_.get_subcommands(); !commands.empty();
       commands = commands.front()->get_subcommands()) {
    console_.err << commands.front()->get_name() << ' ';
  }
  console_.err << "--help`\n";
  return ExitCode::kWrongUsage;
}

ExitCode Program::RunChosen() {
  auto result = chosen_(Session(console_, options_));
  console_.out.flush();
  if (result.ok() && !console_.out.good()) result = absl::DataLossError("cannot write to standard output");
  if (result.ok()) return *result;
  console_.err << "gainsay: " << FailureInWords(result.status());
  if (ExitCodeFor(result.status()) == ExitCode::kServerNotReachable) {
    console_.err << "; start one with `gainsayd`, or name another with --server";
  }
  console_.err << '\n';
  return ExitCodeFor(result.status());
}

ExitCode Run(const Console& console, std::vector<std::string> arguments) {
  try {
    Program program(console);
    AddCommands(program);
    return program.Run(std::move(arguments));
  } catch (const std::exception& error) {
    console.err << "gainsay: INTERNAL: " << error.what() << '\n';
    return ExitCode::kFailed;
  }
}

}  // namespace gainsay::cli
