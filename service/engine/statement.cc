#include "service/engine/statement.h"

namespace gainsay::engine {
namespace {

bool Meet(const model::TimeSpan& a, const model::TimeSpan& b) {
  return (!a.end || !b.begin || *b.begin < *a.end) && (!b.end || !a.begin || *a.begin < *b.end);
}

}  // namespace

bool TimesOverlap(const std::optional<model::TimeSpan>& a, const std::optional<model::TimeSpan>& b) {
  if (!a || !b) return true;
  if (a->zoned == b->zoned) return Meet(*a, *b);
  return Meet(model::AnywhereOnEarth(*a), model::AnywhereOnEarth(*b));
}

bool SaidBefore(const Statement& a, const Statement& b) {
  if (a.said() != b.said()) return a.said() < b.said();
  return a.name() < b.name();
}

}  // namespace gainsay::engine
