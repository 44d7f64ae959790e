#include "service/model/value.h"

#include <cmath>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace gainsay::model {
namespace {

struct KindNameOf {
  std::string_view operator()(bool) const { return "boolean"; }
  std::string_view operator()(const Quantity&) const { return "quantity"; }
  std::string_view operator()(const Edtf&) const { return "time"; }
  std::string_view operator()(const EntityRef&) const { return "entity"; }
  std::string_view operator()(const Point&) const { return "point"; }
  std::string_view operator()(const Text&) const { return "text"; }
  std::string_view operator()(const Unknown&) const { return "unknown"; }
  std::string_view operator()(const None&) const { return "none"; }
};

// Whether questions of a type admit a value of this kind.
struct AdmittedBy {
  ValueType type;

  bool operator()(bool) const { return type == ValueType::kBoolean; }
  bool operator()(const Quantity&) const { return type == ValueType::kQuantity; }
  bool operator()(const Edtf&) const { return type == ValueType::kTime; }
  bool operator()(const EntityRef&) const { return type == ValueType::kEntity || type == ValueType::kPlace; }
  bool operator()(const Point&) const { return type == ValueType::kPlace; }
  bool operator()(const Text&) const { return type == ValueType::kText; }
  bool operator()(const Unknown&) const { return true; }
  bool operator()(const None&) const { return type != ValueType::kBoolean; }
};

const char* AdmissionRule(ValueType type) {
  switch (type) {
    case ValueType::kBoolean:
      return "a BOOLEAN question admits boolean or unknown";
    case ValueType::kQuantity:
      return "a QUANTITY question admits quantity, unknown or none";
    case ValueType::kTime:
      return "a TIME question admits time, unknown or none";
    case ValueType::kEntity:
      return "an ENTITY question admits entity, unknown or none";
    case ValueType::kPlace:
      return "a PLACE question admits entity, point, unknown or none";
    case ValueType::kText:
      return "a TEXT question admits text, unknown or none";
  }
  return "";
}

// The check of CheckInformative for each kind. No bound on a quantity leaves the whole line or, RANGE
// aside, nothing of it; no entity or text is the only one there could be.
struct InformativeCheck {
  Polarity polarity;

  absl::Status operator()(bool) const { return absl::OkStatus(); }

  absl::Status operator()(const Quantity& quantity) const {
    if (quantity.lower.value() <= quantity.upper.value()) return absl::OkStatus();
    return absl::InvalidArgumentError(absl::StrCat("quantity.lower: ", quantity.lower.text(),
                                                   " is above the upper bound ", quantity.upper.text()));
  }

  absl::Status operator()(const Edtf& time) const {
    if (time.span().begin || time.span().end) return absl::OkStatus();
    return absl::InvalidArgumentError("time: leaves every possibility open; record an unknown value instead");
  }

  absl::Status operator()(const EntityRef&) const { return absl::OkStatus(); }

  absl::Status operator()(const Point& point) const {
    if (!std::isfinite(point.radius_meters)) {
      return absl::InvalidArgumentError("point.radiusMeters: not a finite number");
    }
    if (point.radius_meters < 0) return absl::InvalidArgumentError("point.radiusMeters: is negative");
    if (point.radius_meters > kMaxRadiusMeters) {
      return absl::InvalidArgumentError(
          "point.radiusMeters: the disc covers the Earth; record an unknown value instead");
    }
    return absl::OkStatus();
  }

  absl::Status operator()(const Text& text) const {
    if (!absl::StripAsciiWhitespace(text.text).empty()) return absl::OkStatus();
    return absl::InvalidArgumentError("text: is empty");
  }

  absl::Status operator()(const Unknown&) const {
    if (polarity == Polarity::kAffirms) return absl::OkStatus();
    return absl::InvalidArgumentError("unknown: cannot be denied, since nothing would be left");
  }

  absl::Status operator()(const None&) const { return absl::OkStatus(); }
};

}  // namespace

absl::Status CheckAdmits(ValueType type, const Value& value) {
  if (std::visit(AdmittedBy{type}, value)) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(std::string(KindName(value)), ": ", AdmissionRule(type)));
}

absl::Status CheckInformative(const Value& value, Polarity polarity) {
  return std::visit(InformativeCheck{polarity}, value);
}

std::string_view KindName(const Value& value) { return std::visit(KindNameOf{}, value); }

}  // namespace gainsay::model
