#include "service/engine/units.h"

#include <udunits2.h>
#include <unicode/ucurr.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace gainsay::engine {
namespace {

using model::Decimal;
using model::Rational;

// A double of a repeating or irrational factor needs 15 digits or more to name; a factor that is a finite
// decimal in the library's tables needs fewer.
constexpr int kDigitsOfInexact = 15;

struct Factor {
  Rational value;
  bool exact = true;
};

// The shortest decimal that names `number`.
Factor FactorOf(double number) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof(buffer), number).ptr;
  const std::string text(buffer, end);
  const size_t mantissa = text.find('e');
  const auto digits =
      std::count_if(text.begin(), mantissa == std::string::npos ? text.end() : text.begin() + mantissa,
                    [](char c) { return c >= '0' && c <= '9'; });
  const auto decimal = Decimal::Parse(text);
  return {decimal.ok() ? decimal->value() : Rational(number), digits < kDigitsOfInexact};
}

struct Definition {
  std::map<std::string, int> powers;  // of base units
  double scale = 1;
  double origin = 0;
  bool convertible = true;
};

std::string SymbolOf(const ut_unit* unit) {
  const char* symbol = ut_get_symbol(unit, UT_UTF8);
  if (symbol == nullptr) symbol = ut_get_name(unit, UT_UTF8);
  return symbol == nullptr ? "?" : symbol;
}

ut_status VisitBasic(const ut_unit* unit, void* out) {
  static_cast<Definition*>(out)->powers[SymbolOf(unit)] = 1;
  return UT_SUCCESS;
}

ut_status VisitProduct(const ut_unit*, int count, const ut_unit* const* basics, const int* powers,
                       void* out) {
  for (int i = 0; i < count; ++i) static_cast<Definition*>(out)->powers[SymbolOf(basics[i])] = powers[i];
  return UT_SUCCESS;
}

ut_status VisitGalilean(const ut_unit*, double scale, const ut_unit* underlying, double origin, void* out);

ut_status VisitTimestamp(const ut_unit*, const ut_unit*, double, void* out) {
  static_cast<Definition*>(out)->convertible = false;
  return UT_SUCCESS;
}

ut_status VisitLogarithmic(const ut_unit*, double, const ut_unit*, void* out) {
  static_cast<Definition*>(out)->convertible = false;
  return UT_SUCCESS;
}

const ut_visitor kVisitor = {VisitBasic, VisitProduct, VisitGalilean, VisitTimestamp, VisitLogarithmic};

ut_status VisitGalilean(const ut_unit*, double scale, const ut_unit* underlying, double origin, void* out) {
  auto* definition = static_cast<Definition*>(out);
  definition->scale = scale;
  definition->origin = origin;
  return ut_accept_visitor(underlying, &kVisitor, out);
}

// Whether the factors are numbers that convert both ways; a unit may be a power beyond any double.
bool IsUsable(const Definition& definition) {
  return std::isnormal(definition.scale) && std::isfinite(definition.origin);
}

bool IsCurrency(std::string_view text) {
  if (text.size() != 3 || !std::all_of(text.begin(), text.end(), absl::ascii_isupper)) return false;
  const char16_t code[] = {static_cast<char16_t>(text[0]), static_cast<char16_t>(text[1]),
                           static_cast<char16_t>(text[2]), 0};
  UErrorCode error = U_ZERO_ERROR;
  return ucurr_isAvailable(code, U_DATE_MIN, U_DATE_MAX, &error) && U_SUCCESS(error);
}

// The library's tables, read once, and what was looked up in them. UDUNITS-2 is not thread-safe.
class UnitTables {
 public:
  UnitTables() {
    ut_set_error_message_handler(ut_ignore);
    system_ = ut_read_xml(nullptr);
  }

  Unit LookUp(const std::string& text) {
    const std::lock_guard lock(mutex_);
    const auto known = known_.find(text);
    if (known != known_.end()) return known->second;
    if (known_.size() >= kMostKept) known_.clear();
    return known_[text] = Define(text);
  }

 private:
  // Units come from callers: what is kept of them is bounded.
  static constexpr size_t kMostKept = 10'000;

  Unit Define(const std::string& text) const {
    if (text.empty()) return {.dimension = "1"};
    const Unit own = {.dimension = absl::StrCat("<", text, ">")};
    if (system_ == nullptr || IsCurrency(text)) return own;
    ut_unit* parsed = ut_parse(system_, text.c_str(), UT_UTF8);
    if (parsed == nullptr) return own;
    Definition definition;
    const ut_status visited = ut_accept_visitor(parsed, &kVisitor, &definition);
    ut_free(parsed);
    if (visited != UT_SUCCESS || !definition.convertible || !IsUsable(definition)) return own;
    return FromDefinition(definition);
  }

  static Unit FromDefinition(const Definition& definition) {
    Unit unit;
    for (const auto& [base, power] : definition.powers) {
      if (power == 0) continue;
      absl::StrAppend(&unit.dimension, unit.dimension.empty() ? "" : " ", base);
      if (power != 1) absl::StrAppend(&unit.dimension, power);
    }
    if (unit.dimension.empty()) unit.dimension = "1";
    const Factor scale = FactorOf(definition.scale);
    const Factor origin = FactorOf(definition.origin);
    unit.scale = scale.value;
    unit.origin = origin.value;
    unit.exact = scale.exact && origin.exact;
    return unit;
  }

  std::mutex mutex_;
  ut_system* system_ = nullptr;
  std::unordered_map<std::string, Unit> known_;
};

// `value` to 12 significant digits.
Rational Rounded(const Rational& value) {
  if (value == 0) return value;
  const Rational magnitude = abs(value);
  Rational unit = 1;
  while (magnitude / unit >= Rational(1'000'000'000'000)) unit *= 10;
  while (magnitude / unit < Rational(100'000'000'000)) unit /= 10;
  const Rational doubled = magnitude / unit * 2 + 1;
  const boost::multiprecision::cpp_int digits = numerator(doubled) / (denominator(doubled) * 2);
  return (value < 0 ? -1 : 1) * Rational(digits) * unit;
}

}  // namespace

Unit LookUpUnit(std::string_view text) {
  // The tables are constant; what is kept of look-ups only saves time.
  static auto* const tables = new UnitTables();
  return tables->LookUp(std::string(absl::StripAsciiWhitespace(absl::string_view(text.data(), text.size()))));
}

Rational Convert(const Rational& amount, const Unit& from, const Unit& to) {
  if (from.scale == to.scale && from.origin == to.origin) return amount;
  const Rational from_zero = from.scale * (amount + from.origin) / to.scale;
  // Rounded before the origin is taken off: what that leaves near zero would keep none of its digits.
  return (from.exact && to.exact ? from_zero : Rounded(from_zero)) - to.origin;
}

}  // namespace gainsay::engine
