#include "service/rpc/policy_converter.h"

#include <utility>

#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"

namespace gainsay::rpc {

absl::StatusOr<engine::Policy> PolicyFromProto(const v1::Policy& proto) {
  FieldReader fields;
  engine::Policy policy;
  fields.Require(proto.min_sides() >= 0, "minSides", "is negative");
  if (proto.min_sides() != 0) policy.min_sides = proto.min_sides();
  policy.count_anonymous = proto.count_anonymous();
  policy.count_uncertain = proto.count_uncertain();
  if (proto.min_reliability() != v1::RELIABILITY_UNSPECIFIED) {
    policy.min_reliability = fields.RequiredEnum("minReliability", kReliabilities, proto.min_reliability());
    fields.Require(policy.min_reliability != model::Reliability::kF, "minReliability", "is none of A to E");
  }
  policy.parties = fields.Names("parties", model::NameKind::kEntity, proto.parties());
  return fields.Finish(std::move(policy));
}

v1::Policy PolicyToProto(const engine::Policy& policy) {
  v1::Policy proto;
  proto.set_min_sides(policy.min_sides);
  proto.set_count_anonymous(policy.count_anonymous);
  proto.set_count_uncertain(policy.count_uncertain);
  if (policy.min_reliability) proto.set_min_reliability(ToWire(kReliabilities, *policy.min_reliability));
  proto.mutable_parties()->Assign(policy.parties.begin(), policy.parties.end());
  return proto;
}

}  // namespace gainsay::rpc
