#include "client/cli/reading_options.h"

#include <string>
#include <vector>

#include "client/cli/resource_names.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

// Binds an option to a text field of a message.
CLI::Option& AddTextOption(CLI::App& command, const std::string& name, const std::string& type,
                           const std::string& what, std::string* field) {
  return *command.add_option(name, *field, what)->type_name(type);
}

}  // namespace

void AddReadTimeOptions(CLI::App& command, v1::ReadTimes& times) {
  AddTextOption(command, "--known-at", "TIME", "read what was on file then: a time, or a revision",
                times.mutable_known_at());
  AddTextOption(command, "--said-until", "TIME", "read what had been said by the end of then",
                times.mutable_said_until());
  AddTextOption(command, "--valid-at", "TIME", "read only what speaks of then", times.mutable_valid_at());
}

void AddPolicyOptions(CLI::App& command, v1::Policy& policy) {
  command
      .add_option_function<std::vector<std::string>>(
          "--party",
          [&policy](const std::vector<std::string>& parties) {
            for (const std::string& party : parties) policy.add_parties(EntityName(party));
          },
          "compare only what this party's side says; may be given several times")
      ->type_name("ENTITY")
      ->allow_extra_args(false);
  command
      .add_option_function<int>(
          "--min-sides", [&policy](int sides) { policy.set_min_sides(sides); },
          "independent sides that confirm (default: 2)")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  command.add_flag_callback(
      "--count-anonymous", [&policy] { policy.set_count_anonymous(true); }, "unnamed parties confirm too");
  command.add_flag_callback(
      "--count-uncertain", [&policy] { policy.set_count_uncertain(true); },
      "what is said as probable or possible confirms too");
  command
      .add_option_function<std::string>(
          "--min-reliability",
          [&policy](const std::string& grade) {
            const auto* value = client::FindEnumValue(*v1::Reliability_descriptor(), grade);
            policy.set_min_reliability(static_cast<v1::Reliability>(value->number()));
          },
          "only sources graded this well, A to E, confirm")
      ->type_name("GRADE")
      ->check(CLI::IsMember({"A", "B", "C", "D", "E"}));
}

}  // namespace gainsay::cli
