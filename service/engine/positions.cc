#include "service/engine/positions.h"

#include <algorithm>
#include <unordered_map>

#include "service/engine/evolution.h"

namespace gainsay::engine {

Stances::Stances(const std::vector<Statement>& statements, const Comparator& comparator,
                 model::Evolution evolution)
    : statements_(statements), comparator_(comparator), evolution_(evolution) {
  std::unordered_map<std::string, size_t> by_set;
  for (const Statement& statement : statements) {
    const auto [stance, is_new] = by_set.try_emplace(statement.set.key, stances_.size());
    if (is_new) stances_.emplace_back();
    stances_[stance->second].members.push_back(&statement);
    stance_of_.push_back(stance->second);
  }
  for (Stance& stance : stances_) Fill(stance);
}

Stance Stances::StanceOf(const Statement& candidate) const {
  Stance stance;
  stance.members.push_back(&candidate);
  Fill(stance);
  return stance;
}

void Stances::Fill(Stance& stance) const {
  std::vector<Related> related;
  for (const Stance& other : stances_) related.push_back(comparator_.Relate(other.set(), stance.set()));
  for (size_t i = 0; i < statements_.size(); ++i) {
    Stance::Row row{&statements_[i], RelateTo(statements_[i], stance, related[stance_of_[i]])};
    if (Entails(row.related.relation)) {
      stance.supporters.push_back(std::move(row));
    } else if (row.related.relation == SetRelation::kDisjoint) {
      stance.opposers.push_back(std::move(row));
    } else {
      stance.compatible.push_back(std::move(row));
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

bool Conflict(const Statement& a, const Statement& b, const Comparator& comparator,
              model::Evolution evolution) {
  const Related related = comparator.Relate(a.set, b.set);
  return related.relation == SetRelation::kDisjoint && !related.model_judged &&
         TimesOverlap(a.valid, b.valid) && !IsUpdate(a, b, evolution) && !IsUpdate(b, a, evolution);
}

bool AnyConflict(const std::vector<Statement>& statements, const Comparator& comparator,
                 model::Evolution evolution) {
  for (size_t i = 0; i < statements.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (statements[i].side != statements[j].side &&
          Conflict(statements[i], statements[j], comparator, evolution)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace gainsay::engine
