#include "client/cli/command_tree.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace gainsay::cli {
namespace {

// The names in the braces of "FORM:{table,json}", as CLI11 writes a set of values.
std::vector<std::string> ChoicesIn(const std::string& type) {
  const size_t begin = type.find(":{");
  const size_t end = type.find('}', begin);
  if (begin == std::string::npos || end == std::string::npos) return {};
  return absl::StrSplit(type.substr(begin + 2, end - begin - 2), ',');
}

OptionInfo Describe(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  OptionInfo info{.type = type.substr(0, type.find(':')),
                  .choices = ChoicesIn(type),
                  .what = option.get_description(),
                  .group = option.get_group(),
                  .variable = option.get_envname(),
                  .otherwise = option.get_default_str(),
                  .takes_value = option.get_items_expected_max() > 0,
                  .required = option.get_required(),
                  .repeatable = option.get_items_expected_max() > 1};
  if (option.get_positional()) {
    info.names = {option.get_name(true, false)};
  } else {
    for (const std::string& name : option.get_snames()) info.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
  }
  if (!info.takes_value) info.type.clear();
  return info;
}

}  // namespace

CommandInfo Describe(const CLI::App& app, const std::string& parent) {
  CommandInfo info{.path = parent.empty() ? app.get_name() : absl::StrCat(parent, " ", app.get_name()),
                   .what = app.get_description(),
                   .details = app.get_footer()};
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_group().empty()) info.options.push_back(Describe(*option));
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    info.commands.push_back(Describe(*command, info.path));
  }
  return info;
}

std::vector<const CommandInfo*> AllOf(const CommandInfo& command) {
  std::vector<const CommandInfo*> all = {&command};
  for (const CommandInfo& below : command.commands) {
    const auto more = AllOf(below);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace gainsay::cli
