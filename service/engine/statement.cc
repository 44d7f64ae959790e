#include "service/engine/statement.h"

namespace gainsay::engine {

bool TimesOverlap(const std::optional<model::TimeSpan>& a, const std::optional<model::TimeSpan>& b) {
  if (!a || !b) return true;
  const bool mixed = a->zoned != b->zoned;
  return !Disjoint(IntervalOf(mixed ? model::AnywhereOnEarth(*a) : *a),
                   IntervalOf(mixed ? model::AnywhereOnEarth(*b) : *b), 0);
}

bool SaidBefore(const Statement& a, const Statement& b) {
  if (a.said != b.said) return a.said < b.said;
  return a.name() < b.name();
}

}  // namespace gainsay::engine
