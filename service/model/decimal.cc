#include "service/model/decimal.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace gainsay::model {
namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr size_t kMaxTextLength = 100;
constexpr size_t kMaxExponentDigits = 3;
constexpr int kSignificantDigits = 12;

// Removes the leading digits from `rest` and returns them.
std::string_view TakeDigits(std::string_view& rest) {
  const size_t count = std::find_if_not(rest.begin(), rest.end(), absl::ascii_isdigit) - rest.begin();
  const std::string_view digits = rest.substr(0, count);
  rest.remove_prefix(count);
  return digits;
}

// Removes the first character of `rest` if it is one of `characters`, and returns whether it was.
bool TakeAnyOf(std::string_view characters, std::string_view& rest) {
  if (rest.empty() || characters.find(rest.front()) == std::string_view::npos) return false;
  rest.remove_prefix(1);
  return true;
}

// Removes a leading sign from `rest` and returns whether it was a minus.
bool TakeSign(std::string_view& rest) {
  const bool negative = rest.starts_with('-');
  TakeAnyOf("+-", rest);
  return negative;
}

// Not the constructor from text, which would read a leading zero as octal.
Integer FromDigits(std::string_view digits, Integer value = 0) {
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

Integer PowerOfTen(int exponent) { return boost::multiprecision::pow(Integer(10), exponent); }

Rational TimesPowerOfTen(const Integer& value, int exponent) {
  return exponent < 0 ? Rational(value, PowerOfTen(-exponent)) : Rational(value * PowerOfTen(exponent));
}

// Divides `value` by `factor` while it can, and returns how often it could.
int TakeFactor(Integer& value, int factor) {
  int count = 0;
  while (value % factor == 0) {
    value /= factor;
    ++count;
  }
  return count;
}

// Returns `digits` with the last `places` of them after the point, or with -`places` zeros appended.
std::string PlacePoint(std::string digits, int places) {
  if (places <= 0) return digits.append(static_cast<size_t>(-places), '0');
  const size_t fraction = static_cast<size_t>(places);
  if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
  digits.insert(digits.size() - fraction, ".");
  return digits;
}

// Returns the largest n with 10^n <= value, for a positive value.
int Magnitude(const Rational& value) {
  const int estimate =
      static_cast<int>(numerator(value).str().size()) - static_cast<int>(denominator(value).str().size());
  return value < TimesPowerOfTen(1, estimate) ? estimate - 1 : estimate;
}

// Returns the nearest decimal of kSignificantDigits. A tie cannot be: its decimal would be finite.
std::string RoundedText(const Rational& value) {
  const int places = kSignificantDigits - 1 - Magnitude(value);
  const Rational scaled = value * TimesPowerOfTen(1, places) + Rational(1, 2);
  std::string text = PlacePoint(Integer(numerator(scaled) / denominator(scaled)).str(), places);
  if (places > 0) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

}  // namespace

absl::StatusOr<Decimal> Decimal::Parse(std::string_view text) {
  if (text.size() > kMaxTextLength) {
    return absl::InvalidArgumentError(absl::StrCat("longer than ", kMaxTextLength, " characters"));
  }
  const auto malformed = [] { return absl::InvalidArgumentError("not a decimal number"); };
  std::string_view rest = text;
  const bool negative = TakeSign(rest);
  const std::string_view whole = TakeDigits(rest);
  if (whole.empty()) return malformed();
  std::string_view fraction;
  if (TakeAnyOf(".", rest)) {
    fraction = TakeDigits(rest);
    if (fraction.empty()) return malformed();
  }
  int exponent = 0;
  if (TakeAnyOf("eE", rest)) {
    const bool negative_exponent = TakeSign(rest);
    const std::string_view digits = TakeDigits(rest);
    if (digits.empty()) return malformed();
    if (digits.size() > kMaxExponentDigits) {
      return absl::InvalidArgumentError("an exponent has at most three digits");
    }
    exponent = static_cast<int>(FromDigits(digits)) * (negative_exponent ? -1 : 1);
  }
  if (!rest.empty()) return malformed();
  const Integer digits = FromDigits(fraction, FromDigits(whole));
  const Rational value = TimesPowerOfTen(digits, exponent - static_cast<int>(fraction.size()));
  return Decimal(std::string(text), negative ? Rational(-value) : value);
}

std::optional<int64_t> WholeOf(const Rational& value) {
  const auto& fraction = value.backend().data();
  const auto& digits = fraction.numerator().backend();
  if (fraction.denominator() != 1 || digits.size() != 1) return std::nullopt;
  const auto magnitude = digits.limbs()[0];
  if (magnitude > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) return std::nullopt;
  return digits.sign() ? -static_cast<int64_t>(magnitude) : static_cast<int64_t>(magnitude);
}

int Order(const Rational& a, const Rational& b) {
  const auto& one = a.backend().data();
  const auto& other = b.backend().data();
  // The library goes by continued fractions.
  if (one.denominator() == other.denominator()) return one.numerator().compare(other.numerator());
  return Integer(one.numerator() * other.denominator()).compare(other.numerator() * one.denominator());
}

double Approximately(const Rational& value) {
  const std::optional<int64_t> whole = WholeOf(value);
  return whole ? static_cast<double>(*whole) : value.convert_to<double>();
}

std::string DecimalText(const Rational& value) {
  if (value == 0) return "0";
  if (value < 0) return absl::StrCat("-", DecimalText(Rational(-value)));
  Integer rest = denominator(value);
  const int places = std::max(TakeFactor(rest, 2), TakeFactor(rest, 5));
  if (rest != 1) return RoundedText(value);
  const Rational scaled = value * PowerOfTen(places);
  return PlacePoint(numerator(scaled).str(), places);
}

}  // namespace gainsay::model
