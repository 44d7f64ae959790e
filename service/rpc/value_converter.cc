#include "service/rpc/value_converter.h"

#include <cmath>
#include <string>
#include <utility>
#include <variant>

#include "service/rpc/enum_tables.h"
#include "service/rpc/field_reader.h"

namespace gainsay::rpc {
namespace {

absl::StatusOr<model::Quantity> QuantityFromProto(const v1::Quantity& proto) {
  FieldReader fields;
  const model::Bound bound = fields.Enum("bound", kBounds, proto.bound(), model::Bound::kExact);
  const bool range = bound == model::Bound::kRange;
  fields.Require(!range || proto.amount().empty(), "amount", "a RANGE has lower and upper instead");
  fields.Require(range || proto.lower().empty(), "lower", "only a RANGE has one");
  fields.Require(range || proto.upper().empty(), "upper", "only a RANGE has one");
  std::string unit = fields.Unit("unit", proto.unit());
  auto lower = range ? fields.Number("lower", proto.lower()) : fields.Number("amount", proto.amount());
  auto upper = range ? fields.Number("upper", proto.upper()) : lower;
  if (!lower || !upper) return fields.status();
  return fields.Finish(model::Quantity{*std::move(lower), *std::move(upper), bound, std::move(unit)});
}

absl::StatusOr<model::EntityRef> EntityRefFromProto(const std::string& name) {
  const absl::Status status = model::CheckName(model::NameKind::kEntity, name);
  if (!status.ok()) return status;
  return model::EntityRef{name};
}

absl::StatusOr<model::Point> PointFromProto(const v1::Point& proto) {
  FieldReader fields;
  // Asked so that a NaN is refused too.
  fields.Require(std::abs(proto.latitude()) <= 90, "latitude", "not within -90 to 90");
  fields.Require(std::abs(proto.longitude()) <= 180, "longitude", "not within -180 to 180");
  return fields.Finish(model::Point{proto.latitude(), proto.longitude(), proto.radius_meters()});
}

absl::StatusOr<model::Text> TextFromProto(const std::string& text) {
  if (text.size() > kMaxText) {
    return absl::InvalidArgumentError(absl::StrCat("is longer than ", kMaxText, " bytes"));
  }
  return model::Text{text};
}

template <class T>
absl::StatusOr<model::Value> Kind(std::string_view field, absl::StatusOr<T> value) {
  if (!value.ok()) return UnderField(field, value.status());
  return *std::move(value);
}

absl::StatusOr<model::Value> KindFromProto(const v1::Value& proto) {
  switch (proto.kind_case()) {
    case v1::Value::kBoolean:
      return proto.boolean();
    case v1::Value::kQuantity:
      return Kind("quantity", QuantityFromProto(proto.quantity()));
    case v1::Value::kTime:
      return Kind("time", model::Edtf::Parse(proto.time()));
    case v1::Value::kEntity:
      return Kind("entity", EntityRefFromProto(proto.entity()));
    case v1::Value::kPoint:
      return Kind("point", PointFromProto(proto.point()));
    case v1::Value::kText:
      return Kind("text", TextFromProto(proto.text()));
    case v1::Value::kUnknown:
      return model::Unknown();
    case v1::Value::kNone:
      return model::None();
    case v1::Value::KIND_NOT_SET:
      break;
  }
  return absl::InvalidArgumentError(
      "has none of boolean, quantity, time, entity, point, text, unknown, none");
}

struct ToProto {
  v1::Value proto;

  void operator()(bool boolean) { proto.set_boolean(boolean); }
  void operator()(const model::Quantity& quantity) {
    v1::Quantity& wire = *proto.mutable_quantity();
    if (quantity.bound == model::Bound::kRange) {
      wire.set_lower(quantity.lower.text());
      wire.set_upper(quantity.upper.text());
    } else {
      wire.set_amount(quantity.lower.text());
    }
    wire.set_bound(ToWire(kBounds, quantity.bound));
    wire.set_unit(quantity.unit);
  }
  void operator()(const model::Edtf& time) { proto.set_time(time.text()); }
  void operator()(const model::EntityRef& ref) { proto.set_entity(ref.entity); }
  void operator()(const model::Point& point) {
    proto.mutable_point()->set_latitude(point.latitude);
    proto.mutable_point()->set_longitude(point.longitude);
    proto.mutable_point()->set_radius_meters(point.radius_meters);
  }
  void operator()(const model::Text& text) { proto.set_text(text.text); }
  void operator()(const model::Unknown&) { proto.mutable_unknown(); }
  void operator()(const model::None&) { proto.mutable_none(); }
};

}  // namespace

absl::StatusOr<model::Value> ValueFromProto(const v1::Value& proto, model::Polarity polarity) {
  absl::StatusOr<model::Value> value = KindFromProto(proto);
  if (!value.ok()) return value;
  const absl::Status informative = model::CheckInformative(*value, polarity);
  if (!informative.ok()) return informative;
  return value;
}

v1::Value ValueToProto(const model::Value& value) {
  ToProto to_proto;
  std::visit(to_proto, value);
  return std::move(to_proto.proto);
}

}  // namespace gainsay::rpc
