#include "service/rpc/withdrawal_converter.h"

#include <string>
#include <utility>

#include "service/rpc/appearance_converter.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/timestamp_converter.h"

namespace gainsay::rpc {
namespace {

std::string ReadTarget(const v1::Withdrawal& proto, FieldReader& fields) {
  switch (proto.target_case()) {
    case v1::Withdrawal::kClaim:
      return fields.Name("claim", model::NameKind::kClaim, proto.claim());
    case v1::Withdrawal::kSilence:
      return fields.Name("silence", model::NameKind::kSilence, proto.silence());
    case v1::Withdrawal::kSource:
      return fields.Name("source", model::NameKind::kSource, proto.source());
    case v1::Withdrawal::TARGET_NOT_SET:
      break;
  }
  fields.Refuse("claim", "is required, or else silence or source");
  return {};
}

void CheckKindFitsTarget(const v1::Withdrawal& proto, FieldReader& fields) {
  const v1::WithdrawalKind kind = proto.kind();
  if (proto.has_claim()) {
    fields.Require(kind != v1::WITHDRAWAL_KIND_SOURCE_PULLED, "kind", "only a source is SOURCE_PULLED");
  } else if (proto.has_silence()) {
    fields.Require(kind == v1::WITHDRAWAL_KIND_RETRACTED || kind == v1::WITHDRAWAL_KIND_VOIDED, "kind",
                   "a silence is RETRACTED or VOIDED");
  } else {
    fields.Require(kind == v1::WITHDRAWAL_KIND_SOURCE_PULLED || kind == v1::WITHDRAWAL_KIND_VOIDED, "kind",
                   "a source is SOURCE_PULLED or VOIDED");
  }
}

std::string ReadSuccessor(const v1::Withdrawal& proto, FieldReader& fields) {
  constexpr std::string_view kField = "supersededBy";
  if (proto.kind() != v1::WITHDRAWAL_KIND_SUPERSEDED) {
    fields.Require(proto.superseded_by().empty(), kField, "only kind SUPERSEDED has one");
    return {};
  }
  std::string successor = fields.Name(kField, model::NameKind::kClaim, proto.superseded_by());
  fields.Require(successor != proto.claim(), kField, "is the claim withdrawn");
  fields.Require(model::ParentOf(successor) == model::ParentOf(proto.claim()), kField,
                 "answers another question than the claim withdrawn");
  return successor;
}

}  // namespace

absl::StatusOr<model::Withdrawal> WithdrawalFromProto(const v1::Withdrawal& proto) {
  FieldReader fields;
  model::Withdrawal withdrawal;
  withdrawal.name = fields.OptionalName("name", model::NameKind::kWithdrawal, proto.name());
  withdrawal.target = ReadTarget(proto, fields);
  withdrawal.kind = fields.RequiredEnum("kind", kWithdrawalKinds, proto.kind());
  CheckKindFitsTarget(proto, fields);
  withdrawal.superseded_by = ReadSuccessor(proto, fields);
  withdrawal.time = fields.Time("time", proto.time());
  withdrawal.party = fields.OptionalName("party", model::NameKind::kEntity, proto.party());
  withdrawal.appearances = ReadAppearances(proto.appearances(), fields);
  return fields.Finish(std::move(withdrawal));
}

v1::Withdrawal WithdrawalToProto(const model::Withdrawal& withdrawal) {
  v1::Withdrawal proto;
  proto.set_name(withdrawal.name);
  if (model::CheckName(model::NameKind::kClaim, withdrawal.target).ok()) {
    proto.set_claim(withdrawal.target);
  } else if (model::CheckName(model::NameKind::kSilence, withdrawal.target).ok()) {
    proto.set_silence(withdrawal.target);
  } else {
    proto.set_source(withdrawal.target);
  }
  proto.set_kind(ToWire(kWithdrawalKinds, withdrawal.kind));
  proto.set_superseded_by(withdrawal.superseded_by);
  if (withdrawal.time) proto.set_time(withdrawal.time->text());
  proto.set_party(withdrawal.party);
  AppearancesToProto(withdrawal.appearances, *proto.mutable_appearances());
  return proto;
}

v1::Withdrawal WithdrawalToProto(const ledger::Recorded<model::Withdrawal>& recorded) {
  v1::Withdrawal proto = WithdrawalToProto(recorded.record);
  *proto.mutable_record_time() = TimestampToProto(recorded.record_time);
  proto.set_revision(recorded.revision);
  return proto;
}

}  // namespace gainsay::rpc
