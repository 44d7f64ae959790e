#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "client/cli/commands.h"
#include "client/cli/comparison_markdown.h"
#include "client/cli/comparison_table.h"
#include "client/cli/glossary_lookup.h"
#include "client/cli/resource_names.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

using Comparing = v1::ComparisonService::StubInterface;

struct CompareArguments {
  std::string name;
  v1::ReadTimes times;
  v1::Policy policy;
  bool explain = false;
  std::vector<std::string> fail_on;
};

// Fills what the two requests have in common.
template <class Request>
Request RequestFor(const CompareArguments& arguments) {
  Request request;
  *request.mutable_read_times() = arguments.times;
  *request.mutable_policy() = arguments.policy;
  request.set_explain(arguments.explain);
  return request;
}

absl::StatusOr<v1::CompareTopicResponse> CompareQuestion(const client::Connection& connection,
                                                         const CompareArguments& arguments) {
  auto request = RequestFor<v1::CompareQuestionRequest>(arguments);
  request.set_question(TopicsName(arguments.name));
  auto one = connection.Call(connection.comparison(), &Comparing::CompareQuestion, std::move(request));
  if (!one.ok()) return one.status();
  v1::CompareTopicResponse answer;
  answer.mutable_comparisons()->Swap(one->mutable_comparisons());
  *answer.mutable_read_times() = one->read_times();
  *answer.mutable_policy() = one->policy();
  answer.set_revision(one->revision());
  return answer;
}

absl::StatusOr<v1::CompareTopicResponse> CompareTopic(const client::Connection& connection,
                                                      const CompareArguments& arguments) {
  auto request = RequestFor<v1::CompareTopicRequest>(arguments);
  request.set_topic(TopicsName(arguments.name));
  return connection.CallAllPages(connection.comparison(), &Comparing::CompareTopic, std::move(request),
                                 &v1::CompareTopicResponse::mutable_comparisons);
}

bool FailOnMet(const CompareArguments& arguments, const v1::CompareTopicResponse& answer) {
  for (const std::string& condition : arguments.fail_on) {
    for (const auto& comparison : answer.comparisons()) {
      if (condition == "conflicting" && comparison.status() == v1::STATUS_CONFLICTING) return true;
      if (condition == "unconfirmed" && comparison.status() != v1::STATUS_CONFIRMED) return true;
    }
  }
  return false;
}

// Prints the answer for people: with names instead of identifiers.
absl::Status PrintInWords(const Session& session, const client::Connection& connection,
                          const CompareArguments& arguments, const v1::CompareTopicResponse& answer) {
  Glossary glossary;
  absl::Status status = LookUpTopic(connection, TopicsName(arguments.name), glossary);
  if (status.ok()) status = LookUpEntities(connection, answer, glossary);
  if (!status.ok()) return status;
  if (session.output() == Output::kMarkdown) {
    session.Print(ComparisonMarkdown(answer, glossary, arguments.explain));
  } else {
    session.Print(ComparisonTable(answer, glossary, session.width(), arguments.explain));
  }
  return absl::OkStatus();
}

absl::StatusOr<ExitCode> Compare(const Session& session, const CompareArguments& arguments) {
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  const bool is_question = KindOf(TopicsName(arguments.name)) == NameKind::kQuestion;
  const auto answer =
      is_question ? CompareQuestion(*connection, arguments) : CompareTopic(*connection, arguments);
  if (!answer.ok()) return answer.status();
  switch (session.output()) {
    case Output::kJson:
      session.PrintJson(*answer);
      break;
    case Output::kJsonl:
      for (const auto& comparison : answer->comparisons()) session.PrintJsonl(comparison);
      break;
    case Output::kTable:
    case Output::kMarkdown:
      const absl::Status status = PrintInWords(session, *connection, arguments, *answer);
      if (!status.ok()) return status;
      break;
  }
  return FailOnMet(arguments, *answer) ? ExitCode::kFailOnMet : ExitCode::kDone;
}

// Binds an option to a text field of a message.
CLI::Option& AddTextOption(CLI::App& command, const std::string& name, const std::string& type,
                           const std::string& what, std::string* field) {
  return *command.add_option(name, *field, what)->type_name(type);
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

}  // namespace

void AddCompareCommand(Program& program) {
  const auto arguments = std::make_shared<CompareArguments>();
  CLI::App& command =
      program.AddCommand("compare", "Compare what parties say on a topic's questions, or on one",
                         "\nTimes are EDTF: 2025-12-29, 2025-12, 2025-12-29T14:00Z.\n\n"
                         "  gainsay compare border-clash\n"
                         "  gainsay compare border-clash/questions/call --explain\n"
                         "  gainsay compare border-clash --said-until 2025-12-28 --output markdown\n"
                         "  gainsay compare border-clash --fail-on conflicting --output json",
                         [arguments](const Session& session) { return Compare(session, *arguments); });
  command.add_option("NAME", arguments->name, "a topic or a question; topics/ may be left out")
      ->required()
      ->type_name("");
  AddTextOption(command, "--known-at", "TIME", "read what was on file then: a time, or a revision",
                arguments->times.mutable_known_at());
  AddTextOption(command, "--said-until", "TIME", "read what had been said by the end of then",
                arguments->times.mutable_said_until());
  AddTextOption(command, "--valid-at", "TIME", "read only what speaks of then",
                arguments->times.mutable_valid_at());
  AddPolicyOptions(command, arguments->policy);
  command.add_flag("--explain", arguments->explain, "say why: each step that led to a status");
  command
      .add_option("--fail-on", arguments->fail_on,
                  "exit with 3 if some question is conflicting, or some is not confirmed (unconfirmed);\n"
                  "may be given several times")
      ->type_name("STATUS")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"conflicting", "unconfirmed"}));
}

}  // namespace gainsay::cli
