#include "service/rpc/appearance_converter.h"

#include <string>
#include <utility>

#include "service/rpc/enum_tables.h"

namespace gainsay::rpc {
namespace {

absl::StatusOr<model::Appearance> AppearanceFromProto(const v1::Appearance& proto) {
  FieldReader fields;
  model::Appearance appearance;
  appearance.source = fields.Name("source", model::NameKind::kSource, proto.source());
  appearance.quote = fields.Text("quote", proto.quote(), kMaxText);
  appearance.language = fields.Language("language", proto.language());
  appearance.locator = fields.Text("locator", proto.locator());
  appearance.access = fields.Enum("access", kAccesses, proto.access(), model::Access::kUnknown);
  appearance.interpreted = proto.interpreted();
  return fields.Finish(std::move(appearance));
}

}  // namespace

std::vector<model::Appearance> ReadAppearances(
    const google::protobuf::RepeatedPtrField<v1::Appearance>& protos, FieldReader& fields) {
  std::vector<model::Appearance> appearances;
  for (int i = 0; i < protos.size(); ++i) {
    auto appearance = fields.Take(Indexed("appearances", i), AppearanceFromProto(protos[i]));
    if (appearance) appearances.push_back(*std::move(appearance));
  }
  return appearances;
}

void AppearancesToProto(const std::vector<model::Appearance>& appearances,
                        google::protobuf::RepeatedPtrField<v1::Appearance>& protos) {
  for (const model::Appearance& appearance : appearances) {
    v1::Appearance& proto = *protos.Add();
    proto.set_source(appearance.source);
    proto.set_quote(appearance.quote);
    proto.set_language(appearance.language);
    proto.set_locator(appearance.locator);
    proto.set_access(ToWire(kAccesses, appearance.access));
    proto.set_interpreted(appearance.interpreted);
  }
}

}  // namespace gainsay::rpc
