#ifndef GAINSAY_SERVICE_ENGINE_INTERVAL_H_
#define GAINSAY_SERVICE_ENGINE_INTERVAL_H_

#include <optional>

#include "service/model/decimal.h"

namespace gainsay::engine {

// A stretch of the number line, not empty; a missing end is unbounded. Time is measured on it in seconds.
struct Interval {
  std::optional<model::Rational> low;
  std::optional<model::Rational> high;
  bool low_open = false;   // `low` itself is not included
  bool high_open = false;  // `high` itself is not included

  bool IsPoint() const { return low && high && model::Order(*low, *high) == 0; }
  bool IsHalfLine() const { return low.has_value() != high.has_value(); }
};

// Whether every point of `a` lies within `b` widened by `tolerance` on each side.
bool Within(const Interval& a, const Interval& b, const model::Rational& tolerance);

// Whether no point of `a` lies within `b` widened by `tolerance` on each side.
bool Disjoint(const Interval& a, const Interval& b, const model::Rational& tolerance);

// Whether `a` and `b` together cover the line.
bool Cover(const Interval& a, const Interval& b);

// What a half-line leaves out: the half-line on the other side of its end.
Interval ComplementOfHalfLine(const Interval& half_line);

// What both include; nothing if they do not meet.
std::optional<Interval> Intersect(const Interval& a, const Interval& b);

// What a value of one and a value of the other can add up to.
Interval Sum(const Interval& a, const Interval& b);

// The smallest interval that includes both.
Interval Hull(const Interval& a, const Interval& b);

// The largest absolute value of a bounded end; 0 if none is.
model::Rational Magnitude(const Interval& interval);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_INTERVAL_H_
