#include "service/engine/evolution.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace gainsay::engine {
namespace {

using model::Evolution;

// The interval that a statement affirms; nothing if it is of another kind, or denied.
std::optional<Interval> IntervalOf(const Statement& statement) {
  if (statement.set.complement) return std::nullopt;
  if (const auto* amount = std::get_if<Amount>(&statement.set.atom)) {
    return amount->about ? std::nullopt : std::optional(amount->interval);
  }
  if (const auto* period = std::get_if<Period>(&statement.set.atom)) return engine::IntervalOf(period->span);
  return std::nullopt;
}

// Whether all of `later` lies on the side of `earlier` that the evolution points to.
bool KeepsDirection(const Statement& earlier, const Statement& later, Evolution evolution) {
  const auto before = IntervalOf(earlier);
  const auto after = IntervalOf(later);
  if (!before || !after) return false;
  const Interval& low = evolution == Evolution::kIncreasing ? *before : *after;
  const Interval& high = evolution == Evolution::kIncreasing ? *after : *before;
  return low.high && high.low && *low.high <= *high.low;
}

bool SameValidTime(const Statement& a, const Statement& b) { return a.valid == b.valid; }

std::optional<Flag> ChangeBetween(const Statement& earlier, const Statement& later, Evolution evolution) {
  const bool tied = earlier.said == later.said;
  const bool overlap = TimesOverlap(earlier.valid, later.valid);
  switch (evolution) {
    case Evolution::kStatic:
      return overlap ? std::optional(Flag::kSelfContradiction) : std::nullopt;
    case Evolution::kIncreasing:
    case Evolution::kDecreasing:
      if (tied || !overlap) return std::nullopt;
      return KeepsDirection(earlier, later, evolution) ? Flag::kUpdated : Flag::kSelfContradiction;
    case Evolution::kVolatile:
      if (tied) return std::nullopt;
      return SameValidTime(earlier, later) ? Flag::kSelfContradiction : Flag::kUpdated;
  }
  return std::nullopt;
}

using ByParty = std::map<std::string, std::vector<size_t>>;

ByParty GroupByParty(const std::vector<Statement>& statements) {
  ByParty by_party;
  for (size_t i = 0; i < statements.size(); ++i) by_party[statements[i].party].push_back(i);
  return by_party;
}

// Whether `a` is said, or else first published, before `b`.
bool Precedes(const Statement& a, const Statement& b) {
  return std::tie(a.said, a.published) < std::tie(b.said, b.published);
}

// Of statements made at one time, whether `b` is further along the question's evolution than `a`.
bool FurtherAlong(const Statement& a, const Statement& b, Evolution evolution) {
  return (evolution == Evolution::kIncreasing || evolution == Evolution::kDecreasing) &&
         KeepsDirection(a, b, evolution) && a.set.key != b.set.key;
}

bool Replaces(const Statement& later, const Statement& earlier, const model::Question& question) {
  const bool is_later = Precedes(earlier, later) ||
                        (!Precedes(later, earlier) && FurtherAlong(earlier, later, question.evolution));
  return is_later && TimesOverlap(later.valid, earlier.valid);
}

// Of many answers, only the same one said again, or one that excludes it, replaces an answer; a member
// never excludes another.
bool SamePlace(const Statement& a, const Statement& b, const Comparator& comparator) {
  if (a.set.key == b.set.key) return true;
  const auto is_member = [](const Statement& s) {
    return !s.set.complement && !std::holds_alternative<Nothing>(s.set.atom);
  };
  if (is_member(a) && is_member(b)) return false;
  const SetRelation relation = comparator.Relate(a.set, b.set).relation;
  return relation == SetRelation::kEqual || relation == SetRelation::kDisjoint;
}

}  // namespace

std::map<std::string, std::set<Flag>> ChangesOf(const std::vector<Statement>& statements, Evolution evolution,
                                                const Comparator& comparator) {
  std::map<std::string, std::set<Flag>> changes;
  std::unordered_map<std::string, const Statement*> previous;
  for (const Statement& statement : statements) {
    const Statement*& before = previous[statement.party];
    if (before != nullptr && comparator.Relate(statement.set, before->set).relation == SetRelation::kDisjoint) {
      const auto change = ChangeBetween(*before, statement, evolution);
      if (change) changes[statement.party].insert(*change);
    }
    before = &statement;
  }
  return changes;
}

std::vector<bool> Replaced(const std::vector<Statement>& statements, const model::Question& question,
                           const Comparator& comparator) {
  const bool many = question.cardinality == model::Cardinality::kMany;
  std::vector<bool> replaced(statements.size(), false);
  for (auto& [party, members] : GroupByParty(statements)) {
    // Latest first: whatever replaces a statement comes before it, or is tied with it.
    std::sort(members.begin(), members.end(), [&](size_t a, size_t b) {
      if (Precedes(statements[a], statements[b]) != Precedes(statements[b], statements[a])) {
        return Precedes(statements[b], statements[a]);
      }
      return statements[a].name() < statements[b].name();
    });
    for (const size_t i : members) {
      for (const size_t j : members) {
        const bool past_ties = Precedes(statements[j], statements[i]);
        if (past_ties) break;
        if (i == j || !Replaces(statements[j], statements[i], question)) continue;
        if (many && !SamePlace(statements[i], statements[j], comparator)) continue;
        replaced[i] = true;
        break;
      }
    }
  }
  return replaced;
}

bool IsUpdate(const Statement& earlier, const Statement& later, Evolution evolution) {
  if (evolution != Evolution::kIncreasing && evolution != Evolution::kDecreasing) return false;
  if (earlier.said >= later.said) return false;
  const auto before = IntervalOf(earlier);
  const auto after = IntervalOf(later);
  return before && after && before->IsPoint() && after->IsPoint() && KeepsDirection(earlier, later, evolution);
}

}  // namespace gainsay::engine
