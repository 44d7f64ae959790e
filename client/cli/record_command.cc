#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/cli/commands.h"
#include "client/cli/recording.h"
#include "client/cli/value_options.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

struct ClaimArguments {
  RecordOptions record{v1::Claim::default_instance(), kClaimFields};
  ValueOptions value;
};

// How --value is read, the question says.
absl::Status FillValue(const client::Connection& connection, const ValueOptions& options, v1::Claim& claim) {
  v1::Value value;
  v1::ValueType type = v1::VALUE_TYPE_UNSPECIFIED;
  if (options.NeedsType()) {
    v1::GetQuestionRequest request;
    request.set_name(claim.question());
    const auto answer = connection.Call(connection.ledger(), &Ledger::GetQuestion, std::move(request));
    if (absl::IsNotFound(answer.status()) || absl::IsInvalidArgument(answer.status())) {
      const std::string message(answer.status().message());
      return {answer.status().code(), absl::StrCat("QUESTION", message.substr(message.find(": ")))};
    }
    if (!answer.ok()) return answer.status();
    type = answer->question().value_type();
  }
  const absl::Status filled = options.Fill(type, value);
  if (value.kind_case() != v1::Value::KIND_NOT_SET) *claim.mutable_value() = std::move(value);
  return filled;
}

absl::StatusOr<ExitCode> RecordClaim(const Session& session, const ClaimArguments& arguments) {
  v1::Claim claim;
  absl::Status filled = arguments.record.Fill(session.console(), claim);
  if (!filled.ok()) return filled;
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  filled = FillValue(*connection, arguments.value, claim);
  if (!filled.ok()) return filled;
  v1::RecordClaimsRequest request;
  request.set_find_similar(true);
  return RecordOne(session, *connection, arguments.record, std::move(claim), std::move(request),
                   &v1::RecordClaimsRequest::add_claims, &Ledger::RecordClaims);
}

absl::StatusOr<ExitCode> RecordSilence(const Session& session, const RecordOptions& options) {
  v1::Silence silence;
  const absl::Status filled = options.Fill(session.console(), silence);
  if (!filled.ok()) return filled;
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  return RecordOne(session, *connection, options, std::move(silence), v1::RecordSilencesRequest(),
                   &v1::RecordSilencesRequest::add_silences, &Ledger::RecordSilences);
}

absl::StatusOr<ExitCode> RecordRelation(const Session& session, const RecordOptions& options) {
  v1::Relation relation;
  const absl::Status filled = options.Fill(session.console(), relation);
  if (!filled.ok()) return filled;
  if (!options.is_json() && relation.method() == v1::RELATION_METHOD_UNSPECIFIED) {
    relation.set_method(relation.model().empty() ? v1::RELATION_METHOD_HUMAN : v1::RELATION_METHOD_MODEL);
  }
  const auto connection = session.Connect();
  if (!connection.ok()) return connection.status();
  return RecordOne(session, *connection, options, std::move(relation), v1::RecordRelationsRequest(),
                   &v1::RecordRelationsRequest::add_relations, &Ledger::RecordRelations);
}

void AddClaim(Program& program, CLI::App& record) {
  const auto arguments = std::make_shared<ClaimArguments>();
  CLI::App& command = program.AddCommandTo(
      record, "claim", "Record what a party says on a question",
      "\nSeveral documents, or none of the above: --json, or `gainsay import`. Claims on other questions "
      "that may\n"
      "say the same are named, for you to look at.\n\n"
      "  gainsay record claim border-clash/questions/killed --party gknb --value 5 --said 2025-12-24 \\\n"
      "    --source asiaplus-1 --access SECOND_HAND --quote 'five were killed'\n"
      "  gainsay record claim border-clash/questions/call --party taliban --value true --denies",
      [arguments](const Session& session) { return RecordClaim(session, *arguments); });
  arguments->record.AddTo(command);
  arguments->value.AddTo(command, arguments->record);
}

}  // namespace

void AddRecordCommand(Program& program) {
  CLI::App& record =
      program.AddGroup("record", "Record a claim, a silence or a relation",
                       "\nWhat is recorded never changes. The same thing recorded twice is one "
                       "record: the second time says so.");
  AddClaim(program, record);
  const auto silence = std::make_shared<RecordOptions>(v1::Silence::default_instance(), kSilenceFields);
  silence->AddTo(
      program.AddCommandTo(record, "silence", "Record that a party has not spoken on a question",
                           "\n  gainsay record silence border-clash/questions/call --party tajikistan \\\n"
                           "    --kind NO_OFFICIAL_ANNOUNCEMENT --as-of 2025-12-29 --source asiaplus-1",
                           [silence](const Session& session) { return RecordSilence(session, *silence); }));
  const auto relation = std::make_shared<RecordOptions>(v1::Relation::default_instance(), kRelationFields);
  relation->AddTo(program.AddCommandTo(
      record, "relation", "Record how two texts on a question relate",
      "\n  gainsay record relation t/questions/q/claims/a t/questions/q/claims/b --kind CONTRADICTS --author "
      "me",
      [relation](const Session& session) { return RecordRelation(session, *relation); }));
}

}  // namespace gainsay::cli
