#include "service/engine/positions.h"

#include <algorithm>
#include <unordered_map>

#include "service/engine/evolution.h"

namespace gainsay::engine {

Stances::Stances(const std::vector<Statement>& statements, const Comparator& comparator,
                 model::Evolution evolution)
    : comparator_(comparator), evolution_(evolution) {
  std::unordered_map<std::string, size_t> by_set;
  std::vector<size_t> stance_of;
  for (const Statement& statement : statements) {
    const auto [stance, is_new] = by_set.try_emplace(statement.set.key, stances_.size());
    if (is_new) stances_.emplace_back();
    stances_[stance->second].members.push_back(&statement);
    stance_of.push_back(stance->second);
  }
  for (size_t i = 0; i < stances_.size(); ++i) {
    Stance& stance = stances_[i];
    std::vector<Related> related;
    for (size_t j = 0; j < stances_.size(); ++j) {
      related.push_back(i == j ? Related{SetRelation::kEqual, ""}
                               : comparator.Relate(stances_[j].set(), stance.set()));
    }
    for (size_t s = 0; s < statements.size(); ++s) {
      Stance::Row row{&statements[s], RelateTo(statements[s], stance, related[stance_of[s]])};
      if (Entails(row.related.relation)) {
        stance.supporters.push_back(std::move(row));
      } else if (row.related.relation == SetRelation::kDisjoint) {
        stance.opposers.push_back(std::move(row));
      } else {
        stance.compatible.push_back(std::move(row));
      }
    }
  }
}

Related Stances::RelateTo(const Statement& statement, Stance& stance, const Related& of_sets) const {
  bool overlaps = false;
  bool updates = false;
  for (const Statement* member : stance.members) {
    if (!TimesOverlap(statement.valid, member->valid)) continue;
    overlaps = true;
    if (of_sets.relation != SetRelation::kDisjoint) return of_sets;
    const bool later = IsUpdate(*member, statement, evolution_);
    stance.updated = stance.updated || later;
    if (!later && !IsUpdate(statement, *member, evolution_)) return of_sets;
    updates = true;
  }
  if (updates) return {SetRelation::kOverlaps, ""};
  return overlaps ? of_sets : Related{SetRelation::kSuccession, ""};
}

bool Stances::Conflict(const Statement& a, const Statement& b) const {
  const Related related = comparator_.Relate(a.set, b.set);
  return related.relation == SetRelation::kDisjoint && !related.model_judged && TimesOverlap(a.valid, b.valid) &&
         !IsUpdate(a, b, evolution_) && !IsUpdate(b, a, evolution_);
}

}  // namespace gainsay::engine
