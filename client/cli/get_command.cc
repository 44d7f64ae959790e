#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/commands.h"
#include "client/cli/record_view.h"
#include "client/cli/resource_names.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

// Calls a Get method and prints the noun that `noun` takes from its answer.
template <class Request, class Response, class Noun>
absl::StatusOr<ExitCode> GetNoun(const Session& session, const client::Connection& connection,
                                 const std::string& name,
                                 grpc::Status (Ledger::*method)(grpc::ClientContext*, const Request&,
                                                                Response*),
                                 const Noun& (Response::*noun)() const) {
  Request request;
  request.set_name(name);
  const auto answer = connection.Call(connection.ledger(), method, std::move(request));
  if (!answer.ok()) return answer.status();
  const Noun& record = ((*answer).*noun)();
  PrintRecord(session, *answer, record, FactsOf(record));
  return ExitCode::kDone;
}

absl::StatusOr<ExitCode> GetClaim(const Session& session, const client::Connection& connection,
                                  const std::string& name) {
  v1::GetClaimRequest request;
  request.set_name(name);
  const auto answer = connection.Call(connection.ledger(), &Ledger::GetClaim, std::move(request));
  if (!answer.ok()) return answer.status();
  std::vector<Fact> facts = FactsOf(answer->claim());
  for (const auto& withdrawal : answer->withdrawals()) {
    std::string text;
    for (const Fact& fact : FactsOf(withdrawal)) {
      absl::StrAppend(&text, text.empty() ? "" : ", ", fact.name, " ", fact.value);
    }
    facts.push_back({"withdrawn", text});
  }
  PrintRecord(session, *answer, answer->claim(), facts);
  return ExitCode::kDone;
}

// Whether the service gets nouns of this kind by name.
bool IsGettable(NameKind kind) {
  switch (kind) {
    case NameKind::kEntity:
    case NameKind::kSource:
    case NameKind::kTopic:
    case NameKind::kQuestion:
    case NameKind::kClaim:
      return true;
    case NameKind::kSilence:
    case NameKind::kRelation:
    case NameKind::kWithdrawal:
    case NameKind::kOther:
      break;
  }
  return false;
}

absl::StatusOr<ExitCode> Get(const Session& session, const std::string& given) {
  const std::string name = AnyName(given);
  if (!IsGettable(KindOf(name))) {
    return absl::InvalidArgumentError(absl::StrCat(
        given, " is not the name of an entity, source, topic, question or claim, such as entities/gknb"));
  }
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  switch (KindOf(name)) {
    case NameKind::kEntity:
      return GetNoun(session, *connection, name, &Ledger::GetEntity, &v1::GetEntityResponse::entity);
    case NameKind::kSource:
      return GetNoun(session, *connection, name, &Ledger::GetSource, &v1::GetSourceResponse::source);
    case NameKind::kTopic:
      return GetNoun(session, *connection, name, &Ledger::GetTopic, &v1::GetTopicResponse::topic);
    case NameKind::kQuestion:
      return GetNoun(session, *connection, name, &Ledger::GetQuestion, &v1::GetQuestionResponse::question);
    case NameKind::kClaim:
    case NameKind::kSilence:
    case NameKind::kRelation:
    case NameKind::kWithdrawal:
    case NameKind::kOther:
      break;
  }
  return GetClaim(session, *connection, name);
}

}  // namespace

void AddGetCommand(Program& program) {
  const auto name = std::make_shared<std::string>();
  CLI::App& command = program.AddCommand("get", "Show an entity, source, topic, question or claim",
                                         "\n  gainsay get entities/gknb\n"
                                         "  gainsay get border-clash/questions/call --output jsonl",
                                         [name](const Session& session) { return Get(session, *name); });
  command.add_option("NAME", *name, "its name; topics/ may be left out")->required()->type_name("");
}

}  // namespace gainsay::cli
