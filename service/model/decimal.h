#ifndef GAINSAY_SERVICE_MODEL_DECIMAL_H_
#define GAINSAY_SERVICE_MODEL_DECIMAL_H_

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace gainsay::model {

// An exact number.
using Rational = boost::multiprecision::cpp_rational;

// An exact decimal number with the text it was written as. Immutable; compared by text, so that a
// record is returned as it was given ("5.0" stays "5.0").
class Decimal {
 public:
  // Returns the number that `text` writes: optional sign, digits, optional fraction, optional exponent
  // of at most three digits.
  // INVALID_ARGUMENT: not a decimal number, or more than 100 characters.
  static absl::StatusOr<Decimal> Parse(std::string_view text);

  const std::string& text() const { return text_; }
  const Rational& value() const { return value_; }

  friend bool operator==(const Decimal& a, const Decimal& b) { return a.text_ == b.text_; }

 private:
  Decimal(std::string text, Rational value) : text_(std::move(text)), value_(std::move(value)) {}

  std::string text_;
  Rational value_;
};

// Returns `value` if it is a whole number that 64 bits hold, as most are: most of what is done with a number
// costs far less so.
std::optional<int64_t> WholeOf(const Rational& value);

// Returns a number less than, equal to or greater than 0 as `a` is to `b`.
int Order(const Rational& a, const Rational& b);

// Returns the nearest double.
double Approximately(const Rational& value);

// Returns `value` as decimal text without exponent, or as the nearest decimal of 12 significant digits
// where it has no finite one.
std::string DecimalText(const Rational& value);

}  // namespace gainsay::model

#endif  // GAINSAY_SERVICE_MODEL_DECIMAL_H_
