#include "service/rpc/entity_converter.h"

#include <map>
#include <string>
#include <utility>

#include "service/ledger/nouns.h"
#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"

namespace gainsay::rpc {
namespace {

absl::StatusOr<model::SpeaksFor> SpeaksForFromProto(const v1::SpeaksFor& proto, const std::string& speaker) {
  FieldReader fields;
  model::SpeaksFor speaks_for;
  speaks_for.entity = fields.Name("entity", model::NameKind::kEntity, proto.entity());
  fields.Require(proto.entity() != speaker, "entity", "names itself");
  speaks_for.valid_time = fields.Time("validTime", proto.valid_time());
  return fields.Finish(std::move(speaks_for));
}

v1::SpeaksFor SpeaksForToProto(const model::SpeaksFor& speaks_for) {
  v1::SpeaksFor proto;
  proto.set_entity(speaks_for.entity);
  if (speaks_for.valid_time) proto.set_valid_time(speaks_for.valid_time->text());
  return proto;
}

void ReadAllegiances(const v1::Entity& proto, FieldReader& fields, model::Entity& entity) {
  if (proto.has_speaks_for()) {
    entity.speaks_for = fields.Take("speaksFor", SpeaksForFromProto(proto.speaks_for(), proto.name()));
  }
  for (int i = 0; i < proto.spoke_for_size(); ++i) {
    const std::string field = Indexed("spokeFor", i);
    const auto spoke_for = fields.Take(field, SpeaksForFromProto(proto.spoke_for(i), proto.name()));
    if (!spoke_for) return;
    fields.Require(spoke_for->valid_time.has_value(), field + ".validTime", "is required");
    entity.spoke_for.push_back(*spoke_for);
  }
  entity.owned_by = fields.OptionalName("ownedBy", model::NameKind::kEntity, proto.owned_by());
  fields.Require(proto.owned_by().empty() || proto.owned_by() != proto.name(), "ownedBy", "names itself");
}

}  // namespace

absl::StatusOr<model::Entity> EntityFromProto(const v1::Entity& proto) {
  FieldReader fields;
  model::Entity entity;
  entity.name = fields.Name("name", model::NameKind::kEntity, proto.name());
  entity.display_name = fields.Text("displayName", proto.display_name());
  entity.names.insert(proto.names().begin(), proto.names().end());
  for (const auto& [language, name] : entity.names) {
    fields.Require(!language.empty(), "names", "has a name without a language tag");
    fields.Language("names", language);
    fields.Require(!name.empty(), "names", "has an empty name");
    fields.Text("names", name);
  }
  for (const std::string& alias : proto.aliases()) {
    const std::string field = Indexed("aliases", static_cast<int>(entity.aliases.size()));
    fields.Require(!alias.empty(), field, "is empty");
    entity.aliases.push_back(fields.Text(field, alias));
  }
  entity.kind = fields.Enum("kind", kEntityKinds, proto.kind(), model::EntityKind::kUnspecified);
  ReadAllegiances(proto, fields, entity);
  entity.broader = fields.Names("broader", model::NameKind::kEntity, proto.broader(), proto.name());
  entity.external_ids.insert(proto.external_ids().begin(), proto.external_ids().end());
  for (const auto& [scheme, id] : entity.external_ids) {
    fields.Require(!scheme.empty() && !id.empty(), "externalIds", "has an empty scheme or identifier");
    fields.Text("externalIds", scheme, kMaxLabel);
    fields.Text("externalIds", id);
  }
  return fields.Finish(std::move(entity));
}

v1::Entity EntityToProto(const model::Entity& entity) {
  v1::Entity proto;
  proto.set_name(entity.name);
  proto.set_display_name(entity.display_name);
  proto.mutable_names()->insert(entity.names.begin(), entity.names.end());
  proto.mutable_aliases()->Assign(entity.aliases.begin(), entity.aliases.end());
  proto.set_kind(ToWire(kEntityKinds, entity.kind));
  if (entity.speaks_for) *proto.mutable_speaks_for() = SpeaksForToProto(*entity.speaks_for);
  for (const model::SpeaksFor& earlier : entity.spoke_for) {
    *proto.add_spoke_for() = SpeaksForToProto(earlier);
  }
  proto.set_owned_by(entity.owned_by);
  proto.mutable_broader()->Assign(entity.broader.begin(), entity.broader.end());
  proto.mutable_external_ids()->insert(entity.external_ids.begin(), entity.external_ids.end());
  return proto;
}

v1::Entity EntityToProto(const ledger::Recorded<model::Entity>& recorded) {
  v1::Entity proto = EntityToProto(recorded.record);
  proto.set_etag(ledger::EtagOf(recorded.revision));
  proto.set_revision(recorded.revision);
  return proto;
}

}  // namespace gainsay::rpc
