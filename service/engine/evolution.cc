#include "service/engine/evolution.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace gainsay::engine {
namespace {

using model::Evolution;

// Whether all of `later` lies on the side of `earlier` that the evolution points to.
bool KeepsDirection(const Statement& earlier, const Statement& later, Evolution evolution,
                    const Answers& answers) {
  return evolution == Evolution::kIncreasing ? answers.KeepsBelow(earlier.answer(), later.answer())
                                             : answers.KeepsBelow(later.answer(), earlier.answer());
}

bool SameValidTime(const Statement& a, const Statement& b) { return a.valid() == b.valid(); }

// What it says of a party that it says `later` after `earlier`, which is disjoint from it.
Flag ChangeBetween(const Statement& earlier, const Statement& later, Evolution evolution,
                   const Answers& answers) {
  switch (evolution) {
    case Evolution::kStatic:
      return Flag::kSelfContradiction;
    case Evolution::kIncreasing:
    case Evolution::kDecreasing:
      return KeepsDirection(earlier, later, evolution, answers) ? Flag::kUpdated : Flag::kSelfContradiction;
    case Evolution::kVolatile:
      return SameValidTime(earlier, later) ? Flag::kSelfContradiction : Flag::kUpdated;
  }
  return Flag::kSelfContradiction;
}

bool IsMember(const Statement& statement, const Answers& answers) {
  const Possibilities& set = answers[statement.answer()];
  return !set.complement && !std::holds_alternative<Nothing>(set.atom);
}

// The statements of one party among which one may take another's place.
struct Place {
  const std::string* party = nullptr;
  std::vector<size_t> statements;
};

// Groups statements by party. Of many answers each has a place of its own, unless the party also says what
// bears on several: a denial, or that there is none.
std::vector<Place> PlacesOf(const std::vector<Statement>& statements, bool many, const Answers& answers) {
  std::unordered_map<std::string_view, std::vector<size_t>> by_party;
  for (size_t i = 0; i < statements.size(); ++i) by_party[statements[i].party()].push_back(i);
  std::vector<Place> places;
  for (auto& [party, members] : by_party) {
    const std::string* name = &statements[members.front()].party();
    const bool apart = many && std::all_of(members.begin(), members.end(),
                                           [&](size_t i) { return IsMember(statements[i], answers); });
    if (!apart) {
      places.push_back({name, std::move(members)});
      continue;
    }
    std::map<size_t, std::vector<size_t>> by_answer;
    for (const size_t i : members) by_answer[statements[i].answer()].push_back(i);
    for (auto& [answer, same] : by_answer) places.push_back({name, std::move(same)});
  }
  return places;
}

// Whether `a` is said, or else first published, before `b`.
bool Precedes(const Statement& a, const Statement& b) {
  return std::make_pair(a.said(), a.published) < std::make_pair(b.said(), b.published);
}

// Of statements made at one time, whether `b` is further along the question's evolution than `a`.
bool FurtherAlong(const Statement& a, const Statement& b, Evolution evolution, const Answers& answers) {
  return (evolution == Evolution::kIncreasing || evolution == Evolution::kDecreasing) &&
         a.answer() != b.answer() && KeepsDirection(a, b, evolution, answers);
}

bool Replaces(const Statement& later, const Statement& earlier, const model::Question& question,
              const Answers& answers) {
  const bool is_later =
      Precedes(earlier, later) ||
      (!Precedes(later, earlier) && FurtherAlong(earlier, later, question.evolution, answers));
  return is_later && TimesOverlap(later.valid(), earlier.valid());
}

// Of many answers, only the same one said again, or one that excludes it, replaces an answer; a member
// never excludes another.
bool SamePlace(const Statement& a, const Statement& b, const Answers& answers) {
  if (a.answer() == b.answer()) return true;
  if (IsMember(a, answers) && IsMember(b, answers)) return false;
  const SetRelation relation = answers.RelationOf(a.answer(), b.answer());
  return relation == SetRelation::kEqual || relation == SetRelation::kDisjoint;
}

// Finds how one party's statements, latest first, changed.
class ChangeFinder {
 public:
  ChangeFinder(const model::Question& question, const Answers& answers)
      : question_(question), answers_(answers) {}

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
        if (answers_.RelationOf(statement.answer(), other.answer()) == SetRelation::kDisjoint) {
          changes.insert(ChangeBetween(other, statement, question_.evolution, answers_));
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
      return FurtherAlong(statement, other, question_.evolution, answers_) &&
             TimesOverlap(statement.valid(), other.valid());
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
    if (HasManyAnswers(question_) && !SamePlace(later, earlier, answers_)) return false;
    return question_.evolution == Evolution::kVolatile || TimesOverlap(later.valid(), earlier.valid());
  }

  const model::Question& question_;
  const Answers& answers_;
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
                                                const model::Question& question, const Answers& answers) {
  std::map<std::string, std::set<Flag>> changes;
  const ChangeFinder finder(question, answers);
  for (const Place& place : PlacesOf(statements, HasManyAnswers(question), answers)) {
    if (place.statements.size() == 1) continue;
    std::vector<const Statement*> latest_first;
    for (const size_t i : LatestFirst(statements, place.statements)) latest_first.push_back(&statements[i]);
    const std::set<Flag> found = finder.Find(latest_first);
    if (!found.empty()) changes[*place.party].insert(found.begin(), found.end());
  }
  return changes;
}

std::vector<bool> Replaced(const std::vector<Statement>& statements, const model::Question& question,
                           const Answers& answers) {
  const bool many = HasManyAnswers(question);
  std::vector<bool> replaced(statements.size(), false);
  for (const Place& place : PlacesOf(statements, many, answers)) {
    if (place.statements.size() == 1) continue;
    const std::vector<size_t> members = LatestFirst(statements, place.statements);
    for (const size_t i : members) {
      for (const size_t j : members) {
        const bool past_ties = Precedes(statements[j], statements[i]);
        if (past_ties) break;
        if (i == j || !Replaces(statements[j], statements[i], question, answers)) continue;
        if (many && !SamePlace(statements[i], statements[j], answers)) continue;
        replaced[i] = true;
        break;
      }
    }
  }
  return replaced;
}

bool IsUpdate(const Statement& earlier, const Statement& later, Evolution evolution, const Answers& answers) {
  if (evolution != Evolution::kIncreasing && evolution != Evolution::kDecreasing) return false;
  return earlier.said() < later.said() && answers.IsExact(earlier.answer()) &&
         answers.IsExact(later.answer()) && KeepsDirection(earlier, later, evolution, answers);
}

}  // namespace gainsay::engine
