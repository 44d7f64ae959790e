#include "service/rpc/silence_converter.h"

#include <utility>

#include "service/rpc/appearance_converter.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/timestamp_converter.h"

namespace gainsay::rpc {

absl::StatusOr<model::Silence> SilenceFromProto(const v1::Silence& proto) {
  FieldReader fields;
  model::Silence silence;
  silence.question = fields.Name("question", model::NameKind::kQuestion, proto.question());
  silence.name = fields.NameBelow("name", model::NameKind::kSilence, proto.name(), proto.question());
  silence.party = fields.Name("party", model::NameKind::kEntity, proto.party());
  silence.kind = fields.RequiredEnum("kind", kSilenceKinds, proto.kind());
  silence.as_of_time = fields.Time("asOfTime", proto.as_of_time());
  silence.appearances = ReadAppearances(proto.appearances(), fields);
  return fields.Finish(std::move(silence));
}

v1::Silence SilenceToProto(const model::Silence& silence) {
  v1::Silence proto;
  proto.set_name(silence.name);
  proto.set_question(silence.question);
  proto.set_party(silence.party);
  proto.set_kind(ToWire(kSilenceKinds, silence.kind));
  if (silence.as_of_time) proto.set_as_of_time(silence.as_of_time->text());
  AppearancesToProto(silence.appearances, *proto.mutable_appearances());
  return proto;
}

v1::Silence SilenceToProto(const ledger::Recorded<model::Silence>& recorded) {
  v1::Silence proto = SilenceToProto(recorded.record);
  *proto.mutable_record_time() = TimestampToProto(recorded.record_time);
  proto.set_revision(recorded.revision);
  return proto;
}

}  // namespace gainsay::rpc
