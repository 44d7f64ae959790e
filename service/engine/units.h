#ifndef GAINSAY_SERVICE_ENGINE_UNITS_H_
#define GAINSAY_SERVICE_ENGINE_UNITS_H_

#include <string>
#include <string_view>

#include "service/model/decimal.h"

namespace gainsay::engine {

// What a unit measures and how. An amount x of it is `scale` * (x + `origin`) of the dimension's base unit.
struct Unit {
  // The base units with their powers ("m s-1"; "1" without any); for a unit that the library does not
  // know, the unit itself in angle brackets: a dimension of its own.
  std::string dimension;
  model::Rational scale = 1;
  model::Rational origin = 0;
  // Whether scale and origin are finite decimals, named exactly; otherwise they carry about 16 digits.
  bool exact = true;
};

// Returns how UDUNITS-2 reads `text`; no unit is a pure number. Currency codes (ISO 4217) are dimensions of
// their own, whatever UDUNITS-2 makes of their letters; so are logarithmic and calendar units, which no
// factor converts. Thread-safe.
Unit LookUpUnit(std::string_view text);

// Returns `amount` of `from` as an amount of `to`, which has the same dimension: exact if both units are,
// else rounded to 12 significant digits, counted from the unit's zero.
model::Rational Convert(const model::Rational& amount, const Unit& from, const Unit& to);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_UNITS_H_
