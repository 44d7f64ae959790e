#include "service/engine/evolution.h"

#include <algorithm>
#include <map>
#include <utility>

namespace gainsay::engine {
namespace {

using model::Evolution;

// Whether all of `later` lies on the side of `earlier` that the evolution points to.
bool KeepsDirection(const Statement& earlier, const Statement& later, Evolution evolution,
                    const Answers& answers) {
  const Place& before = answers.place(earlier.answer());
  const Place& after = answers.place(later.answer());
  return KeepsDirection(before, after, evolution);
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

// Whether `a` is said, or else first published, before `b`.
bool Precedes(const Statement& a, const Statement& b) {
  return std::make_pair(a.said(), a.published()) < std::make_pair(b.said(), b.published());
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

  using Statements = absl::InlinedVector<const Statement*, 4>;

  Flags Find(const Statements& latest_first) const {
    Flags changes;
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
  bool IsOutdone(const Statements& latest_first, size_t i) const {
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

void SortLatestFirst(const std::vector<Statement>& statements, Succession::Statements& members) {
  std::sort(members.begin(), members.end(), [&](uint32_t a, uint32_t b) {
    if (Precedes(statements[b], statements[a])) return true;
    return !Precedes(statements[a], statements[b]) && statements[a].name() < statements[b].name();
  });
}

}  // namespace

bool KeepsDirection(const Place& earlier, const Place& later, Evolution evolution) {
  return evolution == Evolution::kIncreasing ? KeepsBelow(earlier, later) : KeepsBelow(later, earlier);
}

std::vector<Succession> SuccessionsOf(const std::vector<Statement>& statements, bool many,
                                      const Answers& answers) {
  std::vector<std::pair<uint32_t, uint32_t>> by_party;
  by_party.reserve(statements.size());
  for (uint32_t i = 0; i < statements.size(); ++i) {
    if (statements[i].entry->spoke_again) by_party.emplace_back(statements[i].party(), i);
  }
  std::sort(by_party.begin(), by_party.end());
  std::vector<Succession> successions;
  const auto add = [&](uint32_t party, Succession::Statements members) {
    if (members.size() < 2) return;
    SortLatestFirst(statements, members);
    successions.push_back({party, std::move(members)});
  };
  for (auto next = by_party.begin(); next != by_party.end();) {
    const uint32_t party = next->first;
    Succession::Statements members;
    for (; next != by_party.end() && next->first == party; ++next) members.push_back(next->second);
    const bool apart = many && std::all_of(members.begin(), members.end(),
                                           [&](uint32_t i) { return IsMember(statements[i], answers); });
    if (!apart) {
      add(party, std::move(members));
      continue;
    }
    std::map<uint32_t, Succession::Statements> by_answer;
    for (const uint32_t i : members) by_answer[statements[i].answer()].push_back(i);
    for (auto& [answer, same] : by_answer) add(party, std::move(same));
  }
  return successions;
}

Changes ChangesOf(const std::vector<Succession>& successions, const std::vector<Statement>& statements,
                  const model::Question& question, const Answers& answers) {
  Changes changes;
  const ChangeFinder finder(question, answers);
  for (const Succession& succession : successions) {
    ChangeFinder::Statements latest_first;
    for (const uint32_t i : succession.statements) latest_first.push_back(&statements[i]);
    const Flags found = finder.Find(latest_first);
    if (found.empty()) continue;
    if (changes.empty() || changes.back().first != succession.party)
      changes.push_back({succession.party, {}});
    changes.back().second.insert(found);
  }
  return changes;
}

std::vector<bool> Replaced(const std::vector<Succession>& successions,
                           const std::vector<Statement>& statements, const model::Question& question,
                           const Answers& answers) {
  const bool many = HasManyAnswers(question);
  std::vector<bool> replaced(statements.size(), false);
  for (const Succession& succession : successions) {
    for (const uint32_t i : succession.statements) {
      for (const uint32_t j : succession.statements) {
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

bool IsUpdate(Moment earlier, const Place& before, Moment later, const Place& after, Evolution evolution) {
  if (evolution != Evolution::kIncreasing && evolution != Evolution::kDecreasing) return false;
  return earlier < later && before.exact && after.exact && KeepsDirection(before, after, evolution);
}

}  // namespace gainsay::engine
