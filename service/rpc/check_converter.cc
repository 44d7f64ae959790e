#include "service/rpc/check_converter.h"

#include <string>
#include <utility>

#include "service/rpc/claim_converter.h"
#include "service/rpc/comparison_converter.h"
#include "service/rpc/comparison_enums.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_path.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/search_converter.h"
#include "service/rpc/value_converter.h"

namespace gainsay::rpc {
namespace {

v1::Label LabelToWire(engine::Label label) {
  switch (label) {
    case engine::Label::kSupported:
      return v1::LABEL_SUPPORTED;
    case engine::Label::kRefuted:
      return v1::LABEL_REFUTED;
    case engine::Label::kConflictingEvidence:
      return v1::LABEL_CONFLICTING_EVIDENCE;
    case engine::Label::kNotEnoughEvidence:
      return v1::LABEL_NOT_ENOUGH_EVIDENCE;
  }
  return v1::LABEL_UNSPECIFIED;
}

absl::StatusOr<ledger::Candidate> WordingFromProto(const v1::Candidate& proto) {
  FieldReader fields;
  ledger::Wording wording;
  wording.text = fields.Text("text", proto.text(), kMaxText);
  wording.topic = fields.OptionalName("topic", model::NameKind::kTopic, proto.topic());
  return fields.Finish(ledger::Candidate(std::move(wording)));
}

v1::CheckedPosition PositionToProto(const engine::CheckedPosition& position) {
  v1::CheckedPosition proto;
  if (position.stated.value) *proto.mutable_value() = ValueToProto(*position.stated.value);
  proto.set_polarity(ToWire(kPolarities, position.stated.polarity));
  proto.set_status(ToWire(position.status));
  proto.set_relation(ToWire(position.relation));
  return proto;
}

// Fills what Check and the answers of a stream have in common: all but the comparison.
template <class Message>
Message Render(const ledger::CheckedCandidate& checked) {
  Message proto;
  proto.set_label(LabelToWire(checked.answer.label));
  proto.set_question(checked.question);
  for (const std::string& missing : checked.answer.missing) proto.add_missing(missing);
  for (const auto& position : checked.answer.agreeing) *proto.add_agreeing() = PositionToProto(position);
  for (const auto& position : checked.answer.disagreeing)
    *proto.add_disagreeing() = PositionToProto(position);
  return proto;
}

}  // namespace

absl::StatusOr<ledger::Candidate> CandidateFromProto(const v1::Candidate& proto) {
  if (proto.has_claim() && !proto.text().empty()) return FieldError("text", "is set beside claim");
  if (proto.has_claim() && !proto.topic().empty()) return FieldError("topic", "only text has one");
  if (!proto.has_claim()) {
    if (proto.text().empty()) return FieldError("claim", "is required, or text in its place");
    return WordingFromProto(proto);
  }
  absl::StatusOr<model::Claim> claim = StatementFromProto(proto.claim());
  if (!claim.ok()) return UnderField("claim", claim.status());
  return *std::move(claim);
}

v1::Check CheckToProto(const ledger::CheckedCandidate& checked) {
  auto proto = Render<v1::Check>(checked);
  if (checked.on_file) *proto.mutable_comparison() = ComparisonToProto(*checked.answer.comparison);
  return proto;
}

v1::CheckClaimsResponse CheckClaimsResponseToProto(const ledger::CheckedCandidate& checked) {
  auto proto = Render<v1::CheckClaimsResponse>(checked);
  proto.set_revision(checked.revision);
  return proto;
}

v1::CandidateQuestion CandidateQuestionToProto(const search::CandidateQuestion& candidate) {
  v1::CandidateQuestion proto;
  proto.set_question(candidate.question);
  proto.set_title(std::string(candidate.comparison->title));
  proto.set_status(ToWire(candidate.comparison->status));
  const auto& consensus = candidate.comparison->consensus;
  if (consensus) *proto.mutable_consensus() = ConsensusToProto(*consensus);
  if (!candidate.claims.empty()) proto.set_claim(candidate.claims.front().name);
  proto.set_score(candidate.score);
  if (candidate.snippet) *proto.mutable_snippet() = SnippetToProto(*candidate.snippet);
  proto.set_reason(candidate.reason);
  return proto;
}

v1::CheckError CheckErrorToProto(const absl::Status& status) {
  v1::CheckError proto;
  proto.set_code(absl::StatusCodeToString(status.code()));
  FieldFault fault = FaultOf(status);
  proto.set_field(std::move(fault.field));
  proto.set_message(std::move(fault.reason));
  return proto;
}

}  // namespace gainsay::rpc
