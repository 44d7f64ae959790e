#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "client/cli/commands.h"
#include "client/cli/comparison_markdown.h"
#include "client/cli/comparison_table.h"
#include "client/cli/glossary_lookup.h"
#include "client/cli/reading_options.h"
#include "client/cli/resource_names.h"

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
  AddReadTimeOptions(command, arguments->times);
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
