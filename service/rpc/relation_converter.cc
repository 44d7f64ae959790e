#include "service/rpc/relation_converter.h"

#include <utility>

#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/timestamp_converter.h"

namespace gainsay::rpc {
namespace {

void ReadMethod(const v1::Relation& proto, FieldReader& fields, model::Relation& relation) {
  relation.method = fields.RequiredEnum("method", kRelationMethods, proto.method());
  relation.model = fields.Text("model", proto.model(), kMaxLabel);
  relation.model_version = fields.Text("modelVersion", proto.model_version(), kMaxLabel);
  const bool by_model = relation.method == model::RelationMethod::kModel;
  fields.Require(by_model || proto.model().empty(), "model", "only method MODEL has one");
  fields.Require(by_model || proto.model_version().empty(), "modelVersion", "only method MODEL has one");
  fields.Require(!by_model || !proto.model().empty(), "model", "is required for method MODEL");
  fields.Require(!by_model || !proto.model_version().empty(), "modelVersion", "is required for method MODEL");
}

}  // namespace

absl::StatusOr<model::Relation> RelationFromProto(const v1::Relation& proto) {
  FieldReader fields;
  model::Relation relation;
  relation.from = fields.Name("from", model::NameKind::kClaim, proto.from());
  relation.to = fields.Name("to", model::NameKind::kClaim, proto.to());
  const std::string_view question = model::ParentOf(relation.from);
  fields.Require(model::ParentOf(relation.to) == question, "to", "answers another question than from");
  fields.Require(relation.to != relation.from, "to", "is the same claim as from");
  relation.name = fields.NameBelow("name", model::NameKind::kRelation, proto.name(), question);
  relation.kind = fields.RequiredEnum("kind", kRelationKinds, proto.kind());
  relation.author = fields.Name("author", model::NameKind::kEntity, proto.author());
  ReadMethod(proto, fields, relation);
  return fields.Finish(std::move(relation));
}

v1::Relation RelationToProto(const model::Relation& relation) {
  v1::Relation proto;
  proto.set_name(relation.name);
  proto.set_from(relation.from);
  proto.set_to(relation.to);
  proto.set_kind(ToWire(kRelationKinds, relation.kind));
  proto.set_author(relation.author);
  proto.set_method(ToWire(kRelationMethods, relation.method));
  proto.set_model(relation.model);
  proto.set_model_version(relation.model_version);
  return proto;
}

v1::Relation RelationToProto(const ledger::Recorded<model::Relation>& recorded) {
  v1::Relation proto = RelationToProto(recorded.record);
  *proto.mutable_record_time() = TimestampToProto(recorded.record_time);
  proto.set_revision(recorded.revision);
  return proto;
}

}  // namespace gainsay::rpc
