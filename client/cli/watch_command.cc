#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "client/cli/commands.h"
#include "client/cli/glossary_lookup.h"
#include "client/cli/interruption.h"
#include "client/cli/reading_options.h"
#include "client/cli/resource_names.h"
#include "client/cli/watch_view.h"
#include "client/cpp/watch_stream.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

struct WatchArguments {
  std::string topic;
  std::string party;
  std::vector<std::string> statuses;
  v1::WatchRequest request;
  bool until_idle = false;
};

// Prints changes as they come: a program at the other end of the pipe waits for them.
class ChangePrinter {
 public:
  ChangePrinter(const Session& session, const client::Connection& connection)
      : session_(session), connection_(connection) {}

  absl::Status Print(const v1::WatchResponse& answer) {
    for (const v1::StatusChange& change : answer.changes()) {
      const absl::Status status = IsForPeople() ? PrintInWords(change) : PrintLine(change);
      if (!status.ok()) return status;
    }
    session_.console().out.flush();
    return absl::OkStatus();
  }

 private:
  bool IsForPeople() const {
    return session_.output() == Output::kTable || session_.output() == Output::kMarkdown;
  }

  absl::Status PrintLine(const v1::StatusChange& change) {
    session_.PrintJsonl(change);
    return absl::OkStatus();
  }

  absl::Status PrintInWords(const v1::StatusChange& change) {
    const absl::StatusOr<std::string> title = TitleOf(change.question());
    if (!title.ok()) return title.status();
    const v1::GetHistoryResponse history = HistoryOf(change, *title);
    absl::Status status = LookUpEntities(connection_, history, glossary_);
    if (!status.ok()) return status;
    const auto causes = LookUpCauses(connection_, history, glossary_);
    if (!causes.ok()) return causes.status();
    if (session_.output() == Output::kMarkdown) {
      session_.Print(ChangeMarkdown(change, history, *causes, glossary_));
    } else {
      session_.Print(ChangeLines(change, history, *causes, glossary_, session_.width()));
    }
    return absl::OkStatus();
  }

  // Asks for each question once, and learns in what unit its amounts are.
  absl::StatusOr<std::string> TitleOf(const std::string& question) {
    if (const auto known = titles_.find(question); known != titles_.end()) return known->second;
    v1::GetQuestionRequest request;
    request.set_name(question);
    const auto found = connection_.Call(connection_.ledger(), &Ledger::GetQuestion, std::move(request));
    if (!found.ok()) return found.status();
    glossary_.Add(found->question());
    return titles_[question] = found->question().title();
  }

  const Session& session_;
  const client::Connection& connection_;
  Glossary glossary_;
  std::map<std::string, std::string> titles_;
};

v1::WatchRequest RequestFor(const WatchArguments& arguments) {
  v1::WatchRequest request = arguments.request;
  if (!arguments.topic.empty()) request.set_topic(TopicsName(arguments.topic));
  request.set_party(arguments.party);
  for (const std::string& name : arguments.statuses) {
    v1::Status status = v1::STATUS_UNSPECIFIED;
    v1::Status_Parse("STATUS_" + name, &status);
    request.add_statuses(status);
  }
  return request;
}

absl::StatusOr<ExitCode> Watch(const Session& session, const WatchArguments& arguments) {
  const Interruption interruption;
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  ChangePrinter printer(session, *connection);
  std::string token;
  const auto take = [&](const v1::WatchResponse& answer) -> absl::StatusOr<bool> {
    const absl::Status printed = printer.Print(answer);
    if (!printed.ok()) return printed;
    if (!session.console().out.good()) return false;
    token = answer.resume_token();
    return !(arguments.until_idle && answer.caught_up());
  };
  const absl::Status watched =
      client::Watch(*connection, RequestFor(arguments), take, interruption.requested());
  if (!token.empty()) session.console().err << "go on with --resume " << token << "\n";
  if (!watched.ok()) return watched;
  return ExitCode::kDone;
}

}  // namespace

void AddWatchCommand(Program& program) {
  const auto arguments = std::make_shared<WatchArguments>();
  CLI::App& command = program.AddCommand(
      "watch", "Tell every change of a question's status, as it happens",
      "\nWithout TOPIC it watches everything. It goes on until it is interrupted, over restarts of the "
      "server\n"
      "too; json and jsonl are the same here: one change a line. At its end (Ctrl-C, or --until-idle) it "
      "says\n"
      "on standard error how to go on without missing anything.\n\n"
      "  gainsay watch border-clash\n"
      "  gainsay watch --status CONFLICTING --output jsonl | while read -r change; do …; done\n"
      "  gainsay watch --after-revision 17 --until-idle",
      [arguments](const Session& session) { return Watch(session, *arguments); });
  command.add_option("TOPIC", arguments->topic, "a topic or a question; topics/ may be left out")
      ->type_name("");
  command.add_option("--by", arguments->party, "questions on which this entity, or its side, has a claim")
      ->type_name("ENTITY");
  command.add_option("--status", arguments->statuses, "changes from or to this status; may be repeated")
      ->type_name("STATUS")
      ->transform(CLI::IsMember(
          {"CONFLICTING", "CONFIRMED", "UNCONFIRMED", "INDETERMINATE", "WITHDRAWN", "NO_STATEMENTS"},
          CLI::ignore_case));
  command
      .add_option_function<std::string>(
          "--resume", [arguments](const std::string& token) { arguments->request.set_resume_token(token); },
          "go on where a watch ended that asked for the same")
      ->type_name("TOKEN");
  command
      .add_option_function<int64_t>(
          "--after-revision",
          [arguments](int64_t revision) { arguments->request.set_after_revision(revision); },
          "begin after this revision; without it, with what is written from now on")
      ->type_name("N");
  command.add_flag("--until-idle", arguments->until_idle, "end once all that was written has been told");
  AddPolicyOptions(command, *arguments->request.mutable_policy());
}

}  // namespace gainsay::cli
