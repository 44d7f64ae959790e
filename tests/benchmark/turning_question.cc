#include "tests/benchmark/turning_question.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace gainsay::benchmark {
namespace {

using Ledger = v1::LedgerService::StubInterface;
using Comparison = v1::ComparisonService::StubInterface;

constexpr char kSteady[] = "entities/steady-party";
constexpr char kTurning[] = "entities/turning-party";
constexpr int kThreshold = 1'000;

absl::Status PutParty(const client::Connection& connection, const std::string& name) {
  v1::UpdateEntityRequest request;
  request.set_allow_missing(true);
  request.mutable_entity()->set_name(name);
  request.mutable_entity()->set_display_name(name);
  return connection.Call(connection.ledger(), &Ledger::UpdateEntity, request).status();
}

absl::Status PutTopic(const client::Connection& connection, const std::string& name) {
  v1::UpdateTopicRequest request;
  request.set_allow_missing(true);
  request.mutable_topic()->set_name(name);
  request.mutable_topic()->set_title("A topic whose questions turn");
  return connection.Call(connection.ledger(), &Ledger::UpdateTopic, request).status();
}

absl::Status CreateQuestion(const client::Connection& connection, const std::string& name) {
  v1::CreateQuestionRequest request;
  request.mutable_question()->set_name(name);
  request.mutable_question()->set_title("How many?");
  request.mutable_question()->set_value_type(v1::VALUE_TYPE_QUANTITY);
  request.mutable_question()->set_unit("persons");
  return connection.Call(connection.ledger(), &Ledger::CreateQuestion, request).status();
}

absl::Status Record(const client::Connection& connection, const std::string& question,
                    const std::string& party, int amount, v1::Bound bound, int minute) {
  v1::RecordClaimsRequest request;
  v1::Claim& claim = *request.add_claims();
  claim.set_question(question);
  claim.set_party(party);
  claim.mutable_value()->mutable_quantity()->set_amount(absl::StrCat(amount));
  claim.mutable_value()->mutable_quantity()->set_bound(bound);
  claim.set_said_time(absl::StrFormat("2026-01-01T%02d:%02d:00Z", minute / 60, minute % 60));
  return connection.Call(connection.ledger(), &Ledger::RecordClaims, request).status();
}

v1::Status StatusAfter(int statement) {
  return statement % 2 == 0 ? v1::STATUS_CONFIRMED : v1::STATUS_CONFLICTING;
}

}  // namespace

absl::StatusOr<TurningQuestion> TurningQuestion::Make(const client::Connection& connection,
                                                      const std::string& topic, int number) {
  TurningQuestion question(absl::StrCat("topics/", topic, "/questions/q", number));
  for (const char* party : {kSteady, kTurning}) {
    const absl::Status put = PutParty(connection, party);
    if (!put.ok()) return put;
  }
  const absl::Status topic_put = PutTopic(connection, absl::StrCat("topics/", topic));
  if (!topic_put.ok()) return topic_put;
  const absl::Status created = CreateQuestion(connection, question.name_);
  if (!created.ok()) return created;
  const absl::Status recorded =
      Record(connection, question.name_, kSteady, kThreshold, v1::BOUND_AT_LEAST, 0);
  if (!recorded.ok()) return recorded;
  return question;
}

absl::Status TurningQuestion::Turn(const client::Connection& connection, int statement) const {
  const int amount = statement % 2 == 0 ? kThreshold + statement : statement;
  return Record(connection, name_, kTurning, amount, v1::BOUND_EXACT, 1 + statement);
}

absl::StatusOr<int> TurningQuestion::StatementShown(const client::Connection& connection) const {
  v1::CompareQuestionRequest request;
  request.set_question(name_);
  const auto answer = connection.Call(connection.comparison(), &Comparison::CompareQuestion, request);
  if (!answer.ok()) return answer.status();
  const v1::Comparison& comparison = answer->comparisons(0);
  for (const v1::Position& position : comparison.positions()) {
    for (const v1::RelatedClaim& supporter : position.supporters()) {
      int amount = 0;
      if (supporter.party() != kTurning) continue;
      if (!absl::SimpleAtoi(supporter.value().quantity().amount(), &amount)) continue;
      const int statement = amount % kThreshold;
      if (comparison.status() == StatusAfter(statement)) return statement;
      return absl::InternalError(
          absl::StrCat(name_, " is ", v1::Status_Name(comparison.status()), " after statement ", statement));
    }
  }
  return -1;
}

}  // namespace gainsay::benchmark
