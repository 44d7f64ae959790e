#include "service/rpc/claim_converter.h"

#include <utility>

#include "service/rpc/appearance_converter.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/timestamp_converter.h"
#include "service/rpc/value_converter.h"

namespace gainsay::rpc {
namespace {

// Reads what a claim on a question states.
void ReadStatement(const v1::Claim& proto, FieldReader& fields, model::Claim& claim) {
  claim.polarity = fields.Enum("polarity", kPolarities, proto.polarity(), model::Polarity::kAffirms);
  if (proto.has_value()) claim.value = fields.Take("value", ValueFromProto(proto.value(), claim.polarity));
  claim.certainty = fields.Enum("certainty", kCertainties, proto.certainty(), model::Certainty::kCertain);
  claim.speech_act = fields.Enum("speechAct", kSpeechActs, proto.speech_act(), model::SpeechAct::kAssertion);
  claim.said_time = fields.Time("saidTime", proto.said_time());
  claim.valid_time = fields.Time("validTime", proto.valid_time());
  claim.text = fields.Text("text", proto.text(), kMaxText);
}

}  // namespace

absl::StatusOr<model::Claim> ClaimFromProto(const v1::Claim& proto) {
  FieldReader fields;
  model::Claim claim;
  claim.question = fields.Name("question", model::NameKind::kQuestion, proto.question());
  claim.name = fields.NameBelow("name", model::NameKind::kClaim, proto.name(), proto.question());
  claim.party = fields.Name("party", model::NameKind::kEntity, proto.party());
  ReadStatement(proto, fields, claim);
  fields.Require(claim.value || claim.speech_act != model::SpeechAct::kAssertion, "value",
                 "is required for an ASSERTION");
  claim.appearances = ReadAppearances(proto.appearances(), fields);
  return fields.Finish(std::move(claim));
}

absl::StatusOr<model::Claim> StatementFromProto(const v1::Claim& proto) {
  FieldReader fields;
  model::Claim claim;
  claim.question = fields.Name("question", model::NameKind::kQuestion, proto.question());
  ReadStatement(proto, fields, claim);
  fields.Require(claim.value || !claim.text.empty() || claim.speech_act != model::SpeechAct::kAssertion,
                 "value", "is required for an ASSERTION");
  return fields.Finish(std::move(claim));
}

v1::Claim ClaimToProto(const model::Claim& claim) {
  v1::Claim proto;
  proto.set_name(claim.name);
  proto.set_question(claim.question);
  proto.set_party(claim.party);
  proto.set_polarity(ToWire(kPolarities, claim.polarity));
  if (claim.value) *proto.mutable_value() = ValueToProto(*claim.value);
  proto.set_certainty(ToWire(kCertainties, claim.certainty));
  proto.set_speech_act(ToWire(kSpeechActs, claim.speech_act));
  if (claim.said_time) proto.set_said_time(claim.said_time->text());
  if (claim.valid_time) proto.set_valid_time(claim.valid_time->text());
  proto.set_text(claim.text);
  AppearancesToProto(claim.appearances, *proto.mutable_appearances());
  return proto;
}

v1::Claim ClaimToProto(const ledger::Recorded<model::Claim>& recorded) {
  v1::Claim proto = ClaimToProto(recorded.record);
  *proto.mutable_record_time() = TimestampToProto(recorded.record_time);
  proto.set_revision(recorded.revision);
  return proto;
}

}  // namespace gainsay::rpc
