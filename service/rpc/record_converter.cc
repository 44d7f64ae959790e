#include "service/rpc/record_converter.h"

#include <string_view>
#include <utility>
#include <variant>

#include "service/rpc/claim_converter.h"
#include "service/rpc/entity_converter.h"
#include "service/rpc/field_path.h"
#include "service/rpc/question_converter.h"
#include "service/rpc/relation_converter.h"
#include "service/rpc/silence_converter.h"
#include "service/rpc/source_converter.h"
#include "service/rpc/topic_converter.h"
#include "service/rpc/withdrawal_converter.h"

namespace gainsay::rpc {
namespace {

template <class Noun>
absl::StatusOr<model::Record> AsRecord(std::string_view field, absl::StatusOr<Noun> noun) {
  if (!noun.ok()) return UnderField(field, noun.status());
  return *std::move(noun);
}

struct ToProto {
  v1::Record& proto;

  void operator()(const model::Entity& entity) { *proto.mutable_entity() = EntityToProto(entity); }
  void operator()(const model::Source& source) { *proto.mutable_source() = SourceToProto(source); }
  void operator()(const model::Topic& topic) { *proto.mutable_topic() = TopicToProto(topic); }
  void operator()(const model::Question& question) { *proto.mutable_question() = QuestionToProto(question); }
  void operator()(const model::Claim& claim) { *proto.mutable_claim() = ClaimToProto(claim); }
  void operator()(const model::Silence& silence) { *proto.mutable_silence() = SilenceToProto(silence); }
  void operator()(const model::Relation& relation) { *proto.mutable_relation() = RelationToProto(relation); }
  void operator()(const model::Withdrawal& withdrawal) {
    *proto.mutable_withdrawal() = WithdrawalToProto(withdrawal);
  }
};

}  // namespace

absl::StatusOr<model::Record> RecordFromProto(const v1::Record& proto) {
  switch (proto.record_case()) {
    case v1::Record::kEntity:
      return AsRecord("entity", EntityFromProto(proto.entity()));
    case v1::Record::kSource:
      return AsRecord("source", SourceFromProto(proto.source()));
    case v1::Record::kTopic:
      return AsRecord("topic", TopicFromProto(proto.topic()));
    case v1::Record::kQuestion:
      return AsRecord("question", QuestionFromProto(proto.question()));
    case v1::Record::kClaim:
      return AsRecord("claim", ClaimFromProto(proto.claim()));
    case v1::Record::kSilence:
      return AsRecord("silence", SilenceFromProto(proto.silence()));
    case v1::Record::kRelation:
      return AsRecord("relation", RelationFromProto(proto.relation()));
    case v1::Record::kWithdrawal:
      return AsRecord("withdrawal", WithdrawalFromProto(proto.withdrawal()));
    case v1::Record::RECORD_NOT_SET:
      break;
  }
  return FieldError("record",
                    "has none of entity, source, topic, question, claim, silence, relation, withdrawal");
}

v1::Record RecordToProto(const model::Record& record) {
  v1::Record proto;
  std::visit(ToProto{proto}, record);
  return proto;
}

}  // namespace gainsay::rpc
