#include "client/cli/value_words.h"

#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/cli/display_text.h"
#include "client/cli/styled_text.h"
#include "client/cli/time_words.h"

namespace gainsay::cli {
namespace {

// A minus sign is longer than a hyphen, and no line is broken after it.
std::string Number(const std::string& decimal) {
  const std::string text = Displayable(decimal);
  return text.starts_with('-') ? absl::StrCat("−", text.substr(1)) : text;
}

std::string Decimals(double number, int digits) {
  std::string text = absl::StrFormat("%.*f", digits, number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string AmountInWords(const v1::Quantity& quantity) {
  const std::string amount = Number(quantity.amount());
  switch (quantity.bound()) {
    case v1::BOUND_AT_LEAST:
      return absl::StrCat("at least ", amount);
    case v1::BOUND_AT_MOST:
      return absl::StrCat("at most ", amount);
    case v1::BOUND_MORE_THAN:
      return absl::StrCat("more than ", amount);
    case v1::BOUND_LESS_THAN:
      return absl::StrCat("less than ", amount);
    case v1::BOUND_ABOUT:
      return absl::StrCat("about ", amount);
    case v1::BOUND_RANGE:
      return absl::StrCat(Number(quantity.lower()), " to ", Number(quantity.upper()));
    case v1::BOUND_UNSPECIFIED:
    case v1::BOUND_EXACT:
    case v1::Bound_INT_MIN_SENTINEL_DO_NOT_USE_:
    case v1::Bound_INT_MAX_SENTINEL_DO_NOT_USE_:
      break;
  }
  return amount;
}

std::string QuantityInWords(const v1::Quantity& quantity, const std::string& usual_unit) {
  const std::string unit = quantity.unit().empty() ? usual_unit : Displayable(quantity.unit());
  return absl::StrCat(AmountInWords(quantity), unit.empty() ? "" : kHardSpace, Unbroken(unit));
}

std::string PointInWords(const v1::Point& point) {
  constexpr int kMetreDigits = 5;  // of a degree
  const std::string place =
      absl::StrCat(Decimals(std::abs(point.latitude()), kMetreDigits), "°", kHardSpace,
                   point.latitude() < 0 ? "S" : "N", " ", Decimals(std::abs(point.longitude()), kMetreDigits),
                   "°", kHardSpace, point.longitude() < 0 ? "W" : "E");
  const double radius = point.radius_meters();
  if (radius == 0) return place;
  const std::string within = radius < 1000 ? absl::StrCat(Decimals(radius, 2), kHardSpace, "m")
                                           : absl::StrCat(Decimals(radius / 1000, 3), kHardSpace, "km");
  return absl::StrCat("within ", within, " of ", place);
}

std::string AffirmedInWords(const v1::Value& value, const std::string& question, const Glossary& glossary) {
  switch (value.kind_case()) {
    case v1::Value::kBoolean:
      return value.boolean() ? "yes" : "no";
    case v1::Value::kQuantity:
      return QuantityInWords(value.quantity(), glossary.UnitOf(question));
    case v1::Value::kTime:
      return TimeInWords(Displayable(value.time()));
    case v1::Value::kEntity:
      return glossary.NameOf(value.entity());
    case v1::Value::kPoint:
      return PointInWords(value.point());
    case v1::Value::kText:
      return absl::StrCat("“", Displayable(value.text()), "”");
    case v1::Value::kUnknown:
      return "did not say";
    case v1::Value::kNone:
      return "none";
    case v1::Value::KIND_NOT_SET:
      break;
  }
  return "no value";
}

}  // namespace

std::string ValueInWords(const v1::Value& value, v1::Polarity polarity, const std::string& question,
                         const Glossary& glossary) {
  const bool denies = polarity == v1::POLARITY_DENIES;
  if (denies && value.has_boolean()) return value.boolean() ? "no" : "yes";
  return absl::StrCat(denies ? "not " : "", AffirmedInWords(value, question, glossary));
}

}  // namespace gainsay::cli
