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
  client::ConnectionOptions& connection = options.connection;
  const std::pair<const char*, std::string*> variables[] = {{"GAINSAY_SERVER", &connection.server},
                                                            {"GAINSAY_TOKEN_FILE", &connection.token_file},
                                                            {"GAINSAY_CA_FILE", &connection.ca_file},
                                                            {"GAINSAY_CERT_FILE", &connection.cert_file},
                                                            {"GAINSAY_KEY_FILE", &connection.key_file}};
  for (const auto& [name, option] : variables) {
    std::string value = console.variable(name);
    if (!value.empty()) *option = std::move(value);
  }
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
                  "where gainsayd listens; https:// before it asks for TLS (default: GAINSAY_SERVER, else "
                  "127.0.0.1:7420)")
      ->type_name("ADDRESS")
      ->group(kGroup);
  command
      .add_option("--workspace", options.connection.workspace, "workspace to work in (default: \"default\")")
      ->type_name("NAME")
      ->group(kGroup);
  client::ConnectionOptions& connection = options.connection;
  command.add_option("--token-file", connection.token_file, "token to call with (also: GAINSAY_TOKEN_FILE)")
      ->type_name("FILE")
      ->group(kGroup);
  command
      .add_option("--ca-file", connection.ca_file,
                  "certificates to trust; asks for TLS (also: GAINSAY_CA_FILE)")
      ->type_name("FILE")
      ->group(kGroup);
  auto* cert = command
                   .add_option("--cert-file", connection.cert_file,
                               "certificate to show; asks for TLS (also: GAINSAY_CERT_FILE)")
                   ->type_name("FILE")
                   ->group(kGroup);
  command.add_option("--key-file", connection.key_file, "its key (also: GAINSAY_KEY_FILE)")
      ->type_name("FILE")
      ->group(kGroup)
      ->needs(cert);
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
