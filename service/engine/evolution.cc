#include "service/engine/evolution.h"

#include <algorithm>
#include <tuple>

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

// What it says of a party that it says `later` after `earlier`, which is disjoint from it.
Flag ChangeBetween(const Statement& earlier, const Statement& later, Evolution evolution) {
  switch (evolution) {
    case Evolution::kStatic:
      return Flag::kSelfContradiction;
    case Evolution::kIncreasing:
    case Evolution::kDecreasing:
      return KeepsDirection(earlier, later, evolution) ? Flag::kUpdated : Flag::kSelfContradiction;
    case Evolution::kVolatile:
      return SameValidTime(earlier, later) ? Flag::kSelfContradiction : Flag::kUpdated;
  }
  return Flag::kSelfContradiction;
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

// Finds how one party's statements, latest first, changed.
class ChangeFinder {
 public:
  ChangeFinder(const model::Question& question, const Comparator& comparator)
      : question_(question), comparator_(comparator) {}

  std::set<Flag> Find(const std::vector<const Statement*>& latest_first) const {
    std::set<Flag> changes;
    for (size_t i = 0; i < latest_first.size(); ++i) {
      const Statement& statement = *latest_first[i];
      if (IsOutdone(latest_first, i)) continue;
      const Statement* before = nullptr;
      for (size_t j = i + 1; j < latest_first.size(); ++j) {
        const Statement& other = *latest_first[j];
        if (before != nullptr && Precedes(other, *before)) break;
        const bool tied = !Precedes(other, statement);
        if (tied && question_.evolution != Evolution::kStatic) continue;
        if (!MayReplace(statement, other) || IsOutdone(latest_first, j)) continue;
        if (!tied) before = &other;
        if (comparator_.Relate(statement.set, other.set).relation == SetRelation::kDisjoint) {
          changes.insert(ChangeBetween(other, statement, question_.evolution));
        }
      }
    }
    return changes;
  }

 private:
  // Whether a statement gives way to one that was made at the same time.
  bool IsOutdone(const std::vector<const Statement*>& latest_first, size_t i) const {
    const Statement& statement = *latest_first[i];
    const auto outdoes = [&](const Statement& other) {
      return FurtherAlong(statement, other, question_.evolution) &&
             TimesOverlap(statement.valid, other.valid);
    };
    for (size_t j = i; j-- > 0 && !Precedes(statement, *latest_first[j]);) {
      if (outdoes(*latest_first[j])) return true;
    }
    for (size_t j = i + 1; j < latest_first.size() && !Precedes(*latest_first[j], statement); ++j) {
      if (outdoes(*latest_first[j])) return true;
    }
    return false;
  }

  // Whether `later` takes the place that `earlier` has: what was said of another time, or of another of
  // many answers, is not what it changes.
  bool MayReplace(const Statement& later, const Statement& earlier) const {
    if (HasManyAnswers(question_) && !SamePlace(later, earlier, comparator_)) return false;
    return question_.evolution == Evolution::kVolatile || TimesOverlap(later.valid, earlier.valid);
  }

  const model::Question& question_;
  const Comparator& comparator_;
};

// Latest first: whatever replaces a statement comes before it, or is tied with it.
std::vector<size_t> LatestFirst(const std::vector<Statement>& statements, std::vector<size_t> members) {
  std::sort(members.begin(), members.end(), [&](size_t a, size_t b) {
    if (Precedes(statements[a], statements[b]) != Precedes(statements[b], statements[a])) {
      return Precedes(statements[b], statements[a]);
    }
    return statements[a].name() < statements[b].name();
  });
  return members;
}

}  // namespace

std::map<std::string, std::set<Flag>> ChangesOf(const std::vector<Statement>& statements,
                                                const model::Question& question,
                                                const Comparator& comparator) {
  std::map<std::string, std::set<Flag>> changes;
  const ChangeFinder finder(question, comparator);
  for (const auto& [party, members] : GroupByParty(statements)) {
    std::vector<const Statement*> latest_first;
    for (const size_t i : LatestFirst(statements, members)) latest_first.push_back(&statements[i]);
    std::set<Flag> found = finder.Find(latest_first);
    if (!found.empty()) changes[party] = std::move(found);
  }
  return changes;
}

std::vector<bool> Replaced(const std::vector<Statement>& statements, const model::Question& question,
                           const Comparator& comparator) {
  const bool many = HasManyAnswers(question);
  std::vector<bool> replaced(statements.size(), false);
  for (const auto& [party, unsorted] : GroupByParty(statements)) {
    const std::vector<size_t> members = LatestFirst(statements, unsorted);
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
  return before && after && before->IsPoint() && after->IsPoint() &&
         KeepsDirection(earlier, later, evolution);
}

}  // namespace gainsay::engine
