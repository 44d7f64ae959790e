#include "client/cli/glossary_lookup.h"

#include <utility>

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

// One listing answers for most workspaces; only what a large one did not list is asked for by name.
constexpr int kListed = 1'000;

absl::Status OkIfNotFound(const absl::Status& status) {
  return absl::IsNotFound(status) ? absl::OkStatus() : status;
}

absl::Status LookUpUnit(const client::Connection& connection, const std::string& name, Glossary& glossary) {
  v1::GetQuestionRequest request;
  request.set_name(name);
  const auto answer = connection.Call(connection.ledger(), &Ledger::GetQuestion, std::move(request));
  if (!answer.ok()) return OkIfNotFound(answer.status());
  glossary.Add(answer->question());
  return absl::OkStatus();
}

absl::Status LookUpUnits(const client::Connection& connection, const std::string& topic, Glossary& glossary) {
  v1::ListQuestionsRequest request;
  request.set_parent(topic);
  const auto answer = connection.CallAllPages(connection.ledger(), &Ledger::ListQuestions, std::move(request),
                                              &v1::ListQuestionsResponse::mutable_questions);
  if (!answer.ok()) return OkIfNotFound(answer.status());
  for (const auto& question : answer->questions()) glossary.Add(question);
  return absl::OkStatus();
}

}  // namespace

absl::Status LookUpEntities(const client::Connection& connection, const google::protobuf::Message& message,
                            Glossary& glossary) {
  const std::set<std::string> names = EntitiesIn(message);
  if (names.empty()) return absl::OkStatus();
  v1::ListEntitiesRequest listing;
  listing.set_page_size(kListed);
  const auto listed = connection.Call(connection.ledger(), &Ledger::ListEntities, std::move(listing));
  if (!listed.ok()) return listed.status();
  for (const auto& entity : listed->entities()) glossary.Add(entity);
  if (listed->next_page_token().empty()) return absl::OkStatus();
  for (const std::string& name : names) {
    if (glossary.Knows(name)) continue;
    v1::GetEntityRequest request;
    request.set_name(name);
    const auto answer = connection.Call(connection.ledger(), &Ledger::GetEntity, std::move(request));
    if (!answer.ok() && !absl::IsNotFound(answer.status())) return answer.status();
    if (answer.ok()) glossary.Add(answer->entity());
  }
  return absl::OkStatus();
}

absl::Status LookUpTopic(const client::Connection& connection, const std::string& name, Glossary& glossary) {
  const std::string topic = name.substr(0, name.find("/questions/"));
  v1::GetTopicRequest request;
  request.set_name(topic);
  const auto answer = connection.Call(connection.ledger(), &Ledger::GetTopic, std::move(request));
  if (!answer.ok()) return OkIfNotFound(answer.status());
  glossary.SetTopicTitle(answer->topic().title());
  return topic == name ? LookUpUnits(connection, topic, glossary) : LookUpUnit(connection, name, glossary);
}

}  // namespace gainsay::cli
