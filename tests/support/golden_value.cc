#include "tests/support/golden_value.h"

#include <cstdio>
#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "service/model/names.h"
#include "tests/support/golden_text.h"

namespace gainsay::testing {
namespace {

using model::Bound;
using model::Decimal;
using model::Value;
using model::ValueType;

absl::Status NotAValue(const std::string& text) {
  return absl::InvalidArgumentError(absl::StrCat("not a value of the question's type: ", text));
}

// Moves the first word of `text` out of it.
std::string TakeWord(std::string* text) {
  const size_t end = std::min(text->find(' '), text->size());
  std::string word = text->substr(0, end);
  *text = std::string(absl::StripAsciiWhitespace(text->substr(end)));
  return word;
}

Bound TakeBound(std::string* text) {
  const std::pair<const char*, Bound> phrases[] = {
      {"at least ", Bound::kAtLeast},   {"at most ", Bound::kAtMost}, {"more than ", Bound::kMoreThan},
      {"less than ", Bound::kLessThan}, {"about ", Bound::kAbout},
  };
  for (const auto& [phrase, bound] : phrases) {
    if (TakePrefix(phrase, text)) return bound;
  }
  return Bound::kExact;
}

absl::StatusOr<Value> ParseQuantity(std::string text) {
  Bound bound = TakeBound(&text);
  const absl::StatusOr<Decimal> lower = Decimal::Parse(TakeWord(&text));
  if (!lower.ok()) return lower.status();
  if (!TakePrefix("to ", &text)) return model::Quantity{*lower, *lower, bound, text};
  const absl::StatusOr<Decimal> upper = Decimal::Parse(TakeWord(&text));
  if (!upper.ok()) return upper.status();
  return model::Quantity{*lower, *upper, Bound::kRange, text};
}

absl::StatusOr<Value> ParsePoint(const std::string& text) {
  model::Point point;
  if (std::sscanf(text.c_str(), "point %lf %lf within %lf", &point.latitude, &point.longitude,
                  &point.radius_meters) != 3) {
    return NotAValue(text);
  }
  return point;
}

absl::StatusOr<Value> ParseText(const std::string& text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return NotAValue(text);
  return model::Text{std::string(text.substr(1, text.size() - 2))};
}

std::string QuantityText(const model::Quantity& quantity) {
  const std::string unit = quantity.unit.empty() ? "" : absl::StrCat(" ", quantity.unit);
  switch (quantity.bound) {
    case Bound::kExact:
      return absl::StrCat(quantity.lower.text(), unit);
    case Bound::kAtLeast:
      return absl::StrCat("at least ", quantity.lower.text(), unit);
    case Bound::kAtMost:
      return absl::StrCat("at most ", quantity.lower.text(), unit);
    case Bound::kMoreThan:
      return absl::StrCat("more than ", quantity.lower.text(), unit);
    case Bound::kLessThan:
      return absl::StrCat("less than ", quantity.lower.text(), unit);
    case Bound::kAbout:
      return absl::StrCat("about ", quantity.lower.text(), unit);
    case Bound::kRange:
      return absl::StrCat(quantity.lower.text(), " to ", quantity.upper.text(), unit);
  }
  return "not a bound";
}

struct ValueWriter {
  std::string operator()(bool value) const { return value ? "yes" : "no"; }
  std::string operator()(const model::Quantity& value) const { return QuantityText(value); }
  std::string operator()(const model::Edtf& value) const { return value.text(); }
  std::string operator()(const model::EntityRef& value) const {
    return std::string(model::IdOf(value.entity));
  }
  std::string operator()(const model::Point& value) const {
    return absl::StrFormat("point %g %g within %g", value.latitude, value.longitude, value.radius_meters);
  }
  std::string operator()(const model::Text& value) const { return absl::StrCat("\"", value.text, "\""); }
  std::string operator()(const model::Unknown&) const { return "unknown"; }
  std::string operator()(const model::None&) const { return "none"; }
};

}  // namespace

absl::StatusOr<Value> ParseGoldenValue(ValueType type, const std::string& text) {
  if (text == "unknown") return model::Unknown{};
  if (text == "none") return model::None{};
  switch (type) {
    case ValueType::kBoolean:
      if (text != "yes" && text != "no") return NotAValue(text);
      return text == "yes";
    case ValueType::kQuantity:
      return ParseQuantity(std::string(text));
    case ValueType::kTime: {
      absl::StatusOr<model::Edtf> time = model::Edtf::Parse(text);
      if (!time.ok()) return time.status();
      return *std::move(time);
    }
    case ValueType::kPlace:
      if (text.substr(0, 6) == "point ") return ParsePoint(std::string(text));
      return model::EntityRef{absl::StrCat("entities/", text)};
    case ValueType::kEntity:
      return model::EntityRef{absl::StrCat("entities/", text)};
    case ValueType::kText:
      return ParseText(text);
  }
  return NotAValue(text);
}

absl::StatusOr<engine::Stated> ParseGoldenStated(ValueType type, const std::string& text) {
  std::string rest(text);
  engine::Stated stated;
  if (TakePrefix("not ", &rest)) stated.polarity = model::Polarity::kDenies;
  absl::StatusOr<Value> value = ParseGoldenValue(type, rest);
  if (!value.ok()) return value.status();
  stated.value = *std::move(value);
  return stated;
}

std::string GoldenValueText(const Value& value) { return std::visit(ValueWriter{}, value); }

std::string GoldenStatedText(const engine::Stated& stated) {
  return absl::StrCat(stated.polarity == model::Polarity::kDenies ? "not " : "",
                      stated.value.has_value() ? GoldenValueText(*stated.value) : "nothing");
}

}  // namespace gainsay::testing
