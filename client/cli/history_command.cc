#include <memory>
#include <string>
#include <utility>

#include "client/cli/commands.h"
#include "client/cli/glossary_lookup.h"
#include "client/cli/history_view.h"
#include "client/cli/reading_options.h"
#include "client/cli/resource_names.h"

namespace gainsay::cli {
namespace {

using Comparing = v1::ComparisonService::StubInterface;

struct HistoryArguments {
  std::string question;
  std::string axis = "said";
  v1::ReadTimes times;
  v1::Policy policy;
};

v1::GetHistoryRequest RequestFor(const HistoryArguments& arguments) {
  v1::GetHistoryRequest request;
  request.set_question(TopicsName(arguments.question));
  request.set_axis(arguments.axis == "known" ? v1::HISTORY_AXIS_KNOWN : v1::HISTORY_AXIS_SAID);
  *request.mutable_read_times() = arguments.times;
  *request.mutable_policy() = arguments.policy;
  return request;
}

// Prints the history for people: with what its causes say instead of their names.
absl::Status PrintInWords(const Session& session, const client::Connection& connection,
                          const v1::GetHistoryResponse& history) {
  Glossary glossary;
  absl::Status status = LookUpTopic(connection, history.question(), glossary);
  if (status.ok()) status = LookUpEntities(connection, history, glossary);
  if (!status.ok()) return status;
  const auto causes = LookUpCauses(connection, history, glossary);
  if (!causes.ok()) return causes.status();
  if (session.output() == Output::kMarkdown) {
    session.Print(HistoryMarkdown(history, *causes, glossary));
  } else {
    session.Print(HistoryTable(history, *causes, glossary, session.width()));
  }
  return absl::OkStatus();
}

absl::StatusOr<ExitCode> ShowHistory(const Session& session, const HistoryArguments& arguments) {
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  const auto history =
      connection->Call(connection->comparison(), &Comparing::GetHistory, RequestFor(arguments));
  if (!history.ok()) return history.status();
  switch (session.output()) {
    case Output::kJson:
      session.PrintJson(*history);
      break;
    case Output::kJsonl:
      for (const auto& entry : history->entries()) session.PrintJsonl(entry);
      break;
    case Output::kTable:
    case Output::kMarkdown:
      const absl::Status status = PrintInWords(session, *connection, *history);
      if (!status.ok()) return status;
      break;
  }
  return ExitCode::kDone;
}

}  // namespace

void AddHistoryCommand(Program& program) {
  const auto arguments = std::make_shared<HistoryArguments>();
  CLI::App& command = program.AddCommand(
      "history", "Show every status that a question has had, since when, and who brought it about",
      "\nAlong `said` it tells what is on file now, in the order in which it was said; along `known`, the\n"
      "answers that were given at the time, each of which `compare --known-at` gives again.\n\n"
      "  gainsay history border-clash/questions/call\n"
      "  gainsay history border-clash/questions/call --axis known\n"
      "  gainsay history border-clash/questions/killed --said-until 2025-12-28 --output markdown",
      [arguments](const Session& session) { return ShowHistory(session, *arguments); });
  command.add_option("QUESTION", arguments->question, "a question; topics/ may be left out")
      ->required()
      ->type_name("");
  command.add_option("--axis", arguments->axis, "said or known: along which time (default: said)")
      ->type_name("AXIS")
      ->check(CLI::IsMember({"said", "known"}));
  AddReadTimeOptions(command, arguments->times);
  AddPolicyOptions(command, arguments->policy);
}

}  // namespace gainsay::cli
