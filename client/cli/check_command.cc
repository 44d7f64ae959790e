#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/cli/answers_in_order.h"
#include "client/cli/check_words.h"
#include "client/cli/commands.h"
#include "client/cli/glossary_lookup.h"
#include "client/cli/input.h"
#include "client/cli/reading_options.h"
#include "client/cpp/check_stream.h"
#include "client/cpp/records_json.h"

namespace gainsay::cli {
namespace {

struct CheckArguments {
  std::string file = "-";
  v1::CheckOptions options;
};

// The answer as a line of JSON; its own line is a plain number.
std::string JsonOf(v1::CheckClaimsResponse answer) {
  const int64_t line = answer.line();
  answer.clear_line();
  const std::string rest = client::MessageToJson(answer, client::JsonStyle::kOneLine);
  return absl::StrCat("{\"line\":", line, ",", rest.substr(1), "\n");
}

// Prints answers, each as it comes: a program at the other end of the pipe may wait for it.
class AnswerPrinter {
 public:
  AnswerPrinter(const Session& session, const client::Connection& connection)
      : session_(session), connection_(connection) {}

  void Print(const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer) {
    switch (session_.output()) {
      case Output::kJson:
      case Output::kJsonl:
        session_.Print(JsonOf(answer));
        break;
      case Output::kTable:
        LookUp(candidate, answer);
        session_.Print(CheckTable(candidate, answer, glossary_, session_.width()));
        break;
      case Output::kMarkdown:
        LookUp(candidate, answer);
        session_.Print(CheckMarkdown(candidate, answer, glossary_));
        break;
    }
    session_.console().out.flush();
  }

  // The first error of looking up how to show a name.
  const absl::Status& status() const { return status_; }

 private:
  // Asks the server for what is not known yet, once.
  void LookUp(const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer) {
    Keep(LookUpNames(candidate));
    Keep(LookUpNames(answer));
    LookUpQuestion(answer.question());
    for (const auto& each : answer.candidates()) LookUpQuestion(each.question());
  }

  void LookUpQuestion(const std::string& question) {
    if (question.empty() || !asked_.insert(question).second) return;
    Keep(LookUpTopic(connection_, question, glossary_));
  }

  absl::Status LookUpNames(const google::protobuf::Message& message) {
    bool any = false;
    for (const std::string& name : EntitiesIn(message)) any |= asked_.insert(name).second;
    return any ? LookUpEntities(connection_, message, glossary_) : absl::OkStatus();
  }

  void Keep(absl::Status status) {
    if (status_.ok()) status_ = std::move(status);
  }

  const Session& session_;
  const client::Connection& connection_;
  Glossary glossary_;
  std::set<std::string> asked_;
  absl::Status status_;
};

// Sends every line that is a candidate; stops when the stream breaks.
void SendLines(LineReader& lines, client::CheckStream& stream, AnswersInOrder& answers) {
  while (lines.Next()) {
    if (IsBlank(lines.text())) continue;
    v1::Candidate candidate;
    const absl::Status status = MessageFromLine(lines, candidate);
    if (!status.ok()) {
      answers.Refuse(lines.number(), status);
      continue;
    }
    answers.Await(candidate);
    if (!stream.Send(lines.number(), std::move(candidate))) return;
  }
}

absl::StatusOr<ExitCode> Check(const Session& session, const CheckArguments& arguments) {
  Input input(session.console());
  const absl::Status opened = input.Open(arguments.file);
  if (!opened.ok()) return opened;
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();

  AnswerPrinter printer(session, *connection);
  AnswersInOrder answers([&printer](const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer) {
    printer.Print(candidate, answer);
  });
  client::CheckStream stream(*connection, arguments.options,
                             [&answers](const v1::CheckClaimsResponse& answer) { answers.Take(answer); });
  LineReader lines(input.in(), kMostLineBytes);
  SendLines(lines, stream, answers);
  const absl::Status status = stream.Finish();
  if (!status.ok()) return status;
  if (!printer.status().ok()) return printer.status();
  if (answers.errors() == 0) return ExitCode::kDone;
  session.console().err << answers.errors() << " of " << answers.told() << " could not be checked\n";
  return ExitCode::kFailed;
}

}  // namespace

void AddCheckCommand(Program& program) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App& command = program.AddCommand(
      "check", "Check statements against what is on file",
      "\nOne candidate a line, as JSON: {\"claim\":{…}}, as import reads it but without a party; or\n"
      "{\"text\":\"…\"}, with \"topic\":\"topics/…\" to look there alone. Names are full.\n"
      "Just one answer each, in order, as soon as it is there: SUPPORTED, REFUTED, CONFLICTING_EVIDENCE or\n"
      "NOT_ENOUGH_EVIDENCE with what is missing; or an error, and then the exit status is 1. A text is "
      "checked\n"
      "as the claim that says it in the same words; of any other the questions that it may be about are "
      "named.\n"
      "Nothing is written. json and jsonl are the same here: one object a line.\n\n"
      "  gainsay check candidates.jsonl\n"
      "  gainsay check --min-sides 3 - <candidates.jsonl >answers.jsonl",
      [arguments](const Session& session) { return Check(session, *arguments); });
  command.add_option("FILE", arguments->file, "a file of JSONL; - for standard input (the default)")
      ->type_name("");
  AddReadTimeOptions(command, *arguments->options.mutable_read_times());
  AddPolicyOptions(command, *arguments->options.mutable_policy());
  command.add_flag_callback(
      "--explain", [arguments] { arguments->options.set_explain(true); },
      "say why: each step that led to a status");
}

}  // namespace gainsay::cli
