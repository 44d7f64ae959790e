#include "service/engine/interval.h"

#include <algorithm>

namespace gainsay::engine {
namespace {

using model::Order;
using model::Rational;

// Whether everything above (for ends: below) `a`'s end starts no earlier than the end at `b`.
bool LowNotBelow(const Interval& a, const Interval& b, const Rational& tolerance) {
  if (!b.low) return true;
  if (!a.low) return false;
  const int order = tolerance == 0 ? Order(*a.low, *b.low) : Order(*a.low, *b.low - tolerance);
  return order > 0 || (order == 0 && (a.low_open || !b.low_open));
}

bool HighNotAbove(const Interval& a, const Interval& b, const Rational& tolerance) {
  if (!b.high) return true;
  if (!a.high) return false;
  const int order = tolerance == 0 ? Order(*a.high, *b.high) : Order(*a.high, *b.high + tolerance);
  return order < 0 || (order == 0 && (a.high_open || !b.high_open));
}

bool EndsBefore(const Interval& a, const Interval& b, const Rational& tolerance) {
  if (!a.high || !b.low) return false;
  const int order = tolerance == 0 ? Order(*b.low, *a.high) : Order(*b.low - *a.high, tolerance);
  return order > 0 || (order == 0 && (a.high_open || b.low_open));
}

}  // namespace

bool Within(const Interval& a, const Interval& b, const Rational& tolerance) {
  return LowNotBelow(a, b, tolerance) && HighNotAbove(a, b, tolerance);
}

bool Disjoint(const Interval& a, const Interval& b, const Rational& tolerance) {
  return EndsBefore(a, b, tolerance) || EndsBefore(b, a, tolerance);
}

bool Cover(const Interval& a, const Interval& b) {
  const auto covers = [](const Interval& below, const Interval& above) {
    if (below.low || above.high) return false;
    if (!below.high || !above.low) return true;
    const int order = Order(*above.low, *below.high);
    return order < 0 || (order == 0 && !(above.low_open && below.high_open));
  };
  return covers(a, b) || covers(b, a);
}

Interval ComplementOfHalfLine(const Interval& half_line) {
  Interval rest;
  if (half_line.low) {
    rest.high = half_line.low;
    rest.high_open = !half_line.low_open;
  } else {
    rest.low = half_line.high;
    rest.low_open = !half_line.high_open;
  }
  return rest;
}

std::optional<Interval> Intersect(const Interval& a, const Interval& b) {
  if (Disjoint(a, b, 0)) return std::nullopt;
  Interval both = a;
  if (LowNotBelow(b, a, 0)) {
    both.low = b.low;
    both.low_open = b.low_open;
  }
  if (HighNotAbove(b, a, 0)) {
    both.high = b.high;
    both.high_open = b.high_open;
  }
  return both;
}

Interval Sum(const Interval& a, const Interval& b) {
  Interval sum;
  if (a.low && b.low) sum.low = *a.low + *b.low;
  if (a.high && b.high) sum.high = *a.high + *b.high;
  sum.low_open = a.low_open || b.low_open;
  sum.high_open = a.high_open || b.high_open;
  return sum;
}

Interval Hull(const Interval& a, const Interval& b) {
  Interval hull = a;
  if (!LowNotBelow(b, a, 0)) {
    hull.low = b.low;
    hull.low_open = b.low_open;
  }
  if (!HighNotAbove(b, a, 0)) {
    hull.high = b.high;
    hull.high_open = b.high_open;
  }
  return hull;
}

Rational Magnitude(const Interval& interval) {
  Rational magnitude = 0;
  for (const auto* end : {&interval.low, &interval.high}) {
    if (*end) magnitude = std::max(magnitude, Rational(abs(**end)));
  }
  return magnitude;
}

}  // namespace gainsay::engine
