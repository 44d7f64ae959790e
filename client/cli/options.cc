#include "client/cli/options.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/time/time.h"

namespace gainsay::cli {
namespace {

constexpr char kGroup[] = "Options of every command";

constexpr std::pair<const char*, Output> kOutputs[] = {
    {"table", Output::kTable},
    {"json", Output::kJson},
    {"jsonl", Output::kJsonl},
    {"markdown", Output::kMarkdown},
};

// Seconds, or with units ("500ms", "2m").
absl::Duration ParseTimeout(const std::string& text) {
  absl::Duration timeout;
  double seconds = 0;
  if (absl::SimpleAtod(text, &seconds)) {
    timeout = absl::Seconds(seconds);
  } else if (!absl::ParseDuration(text, &timeout)) {
    timeout = absl::ZeroDuration();
  }
  if (timeout <= absl::ZeroDuration() || timeout == absl::InfiniteDuration()) {
    throw CLI::ValidationError("--timeout", "\"" + text + "\" is not a time like 30s, 500ms or 2m");
  }
  return timeout;
}

}  // namespace

CommonOptions DefaultOptions(const Console& console) {
  CommonOptions options;
  const std::string server = console.variable("GAINSAY_SERVER");
  if (!server.empty()) options.connection.server = server;
  return options;
}

void AddCommonOptions(CLI::App& command, CommonOptions& options) {
  command
      .add_option("--output", options.output,
                  "table, json, jsonl or markdown (default: a table on a terminal, json in a pipe)")
      ->check(CLI::IsMember({"table", "json", "jsonl", "markdown"}))
      ->type_name("FORM")
      ->group(kGroup);
  command
      .add_option("--server", options.connection.server,
                  "where gainsayd listens (default: GAINSAY_SERVER, else 127.0.0.1:7420)")
      ->type_name("ADDRESS")
      ->group(kGroup);
  command
      .add_option("--workspace", options.connection.workspace, "workspace to work in (default: \"default\")")
      ->type_name("NAME")
      ->group(kGroup);
  command
      .add_option_function<std::string>(
          "--timeout",
          [&options](const std::string& text) { options.connection.timeout = ParseTimeout(text); },
          "longest wait for an answer (default: 30s; import, export and check: none)")
      ->type_name("TIME")
      ->group(kGroup);
  command.add_flag("--no-color", options.no_color, "no colours (also: NO_COLOR in the environment)")
      ->group(kGroup);
}

Output OutputFor(const CommonOptions& options, const Console& console) {
  for (const auto& [name, output] : kOutputs) {
    if (options.output == name) return output;
  }
  return console.out_is_terminal ? Output::kTable : Output::kJson;
}

bool MayColour(const CommonOptions& options, const Console& console) {
  return console.out_is_terminal && !options.no_color && console.variable("NO_COLOR").empty() &&
         console.variable("TERM") != "dumb";
}

}  // namespace gainsay::cli
