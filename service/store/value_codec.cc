#include "service/store/value_codec.h"

#include <optional>
#include <variant>

namespace gainsay::store {
namespace {

// Negative zero equals zero but has other bytes.
double Positive(double number) { return number + 0.0; }

struct ValueWriter {
  v1::Value& stored;

  void operator()(bool boolean) { stored.set_boolean(boolean); }
  void operator()(const model::Quantity& quantity) {
    v1::Quantity& out = *stored.mutable_quantity();
    out.set_lower(quantity.lower.text());
    if (quantity.bound == model::Bound::kRange) out.set_upper(quantity.upper.text());
    out.set_bound(static_cast<int>(quantity.bound));
    out.set_unit(quantity.unit);
  }
  void operator()(const model::Edtf& time) { stored.set_time(time.text()); }
  void operator()(const model::EntityRef& ref) { stored.set_entity(ref.entity); }
  void operator()(const model::Point& point) {
    v1::Point& out = *stored.mutable_point();
    out.set_latitude(Positive(point.latitude));
    out.set_longitude(Positive(point.longitude));
    out.set_radius_meters(Positive(point.radius_meters));
  }
  void operator()(const model::Text& text) { stored.set_text(text.text); }
  void operator()(const model::Unknown&) { stored.mutable_unknown(); }
  void operator()(const model::None&) { stored.mutable_none(); }
};

model::Quantity ReadQuantity(const v1::Quantity& stored, FieldReader& reader) {
  reader.Check(stored);
  const auto bound = reader.Enumerator(stored.bound(), model::Bound::kExact, model::Bound::kRange);
  model::Decimal lower = reader.Number(stored.lower());
  if (bound == model::Bound::kRange) return {lower, reader.Number(stored.upper()), bound, stored.unit()};
  if (!stored.upper().empty()) reader.Refuse("only a range has an upper amount");
  return {lower, lower, bound, stored.unit()};
}

model::Point ReadPoint(const v1::Point& stored, FieldReader& reader) {
  reader.Check(stored);
  return {reader.Finite(stored.latitude()), reader.Finite(stored.longitude()),
          reader.Finite(stored.radius_meters())};
}

}  // namespace

v1::Value StoredValueOf(const model::Value& value) {
  v1::Value stored;
  std::visit(ValueWriter{stored}, value);
  return stored;
}

model::Value ReadValue(const v1::Value& stored, FieldReader& reader) {
  reader.Check(stored);
  switch (stored.value_case()) {
    case v1::Value::kBoolean:
      return stored.boolean();
    case v1::Value::kQuantity:
      return ReadQuantity(stored.quantity(), reader);
    case v1::Value::kTime:
      if (std::optional<model::Edtf> time = reader.Time(stored.time())) return *std::move(time);
      reader.Refuse("a time is empty");
      return model::Unknown{};
    case v1::Value::kEntity:
      return model::EntityRef{stored.entity()};
    case v1::Value::kPoint:
      return ReadPoint(stored.point(), reader);
    case v1::Value::kText:
      return model::Text{stored.text()};
    case v1::Value::kUnknown:
      reader.Check(stored.unknown());
      return model::Unknown{};
    case v1::Value::kNone:
      reader.Check(stored.none());
      return model::None{};
    case v1::Value::VALUE_NOT_SET:
      break;
  }
  reader.Refuse("a value has no kind");
  return model::Unknown{};
}

}  // namespace gainsay::store
