#include "service/engine/positions.h"

#include <algorithm>
#include <unordered_map>

#include "service/engine/calendar.h"
#include "service/engine/evolution.h"
#include "service/engine/rank_counter.h"

namespace gainsay::engine {
namespace {

// The most pairs that are looked at for a conflict, for each statement: most conflicts show among the first
// few.
constexpr size_t kPairsAStatement = 100;

bool Evolves(model::Evolution evolution) {
  return evolution == model::Evolution::kIncreasing || evolution == model::Evolution::kDecreasing;
}

}  // namespace

bool Conflict(const Statement& a, const Statement& b, const Answers& answers, model::Evolution evolution) {
  if (answers.RelationOf(a.answer(), b.answer()) != SetRelation::kDisjoint) return false;
  if (answers.may_be_model_judged() && answers.Relate(a.answer(), b.answer()).model_judged) return false;
  return TimesOverlap(a.valid(), b.valid()) && !IsUpdate(a, b, evolution, answers) &&
         !IsUpdate(b, a, evolution, answers);
}

bool SpeakOfOneTime(const Stance& a, const Stance& b) {
  return std::any_of(a.members.begin(), a.members.end(), [&b](const Statement* one) {
    return std::any_of(b.members.begin(), b.members.end(),
                       [one](const Statement* other) { return TimesOverlap(one->valid(), other->valid()); });
  });
}

std::optional<size_t> FirstConflict(const std::vector<Statement>& statements, const Answers& answers,
                                    model::Evolution evolution) {
  std::vector<std::vector<const Statement*>> before;  // by set
  std::unordered_map<size_t, size_t> by_answer;
  size_t pairs = kPairsAStatement * statements.size();
  for (size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    for (const auto& same : before) {
      if (pairs < same.size() + 1) return std::nullopt;
      pairs -= same.size() + 1;
      if (answers.RelationOf(same.front()->answer(), statement.answer()) != SetRelation::kDisjoint) continue;
      for (const Statement* other : same) {
        if (!OfOneSide(*other, statement) && Conflict(*other, statement, answers, evolution)) return i;
      }
    }
    const auto [set, is_new] = by_answer.try_emplace(statement.answer(), before.size());
    if (is_new) before.emplace_back();
    before[set->second].push_back(&statement);
  }
  return std::nullopt;
}

SetRelation Standing::RelationOf(size_t statement) const {
  if (told_ == Told::kOneByOne) return relations_[statement];
  const Statement& which = stances_.statements_[statement];
  if (told_ == Told::kByOrder) return stances_.RelateByOrder(which, stance_);
  return stances_.answers_.RelationOf(which.answer(), stance_.answer());
}

Row Standing::RowOf(const Statement& statement) const {
  const SetRelation relation = RelationOf(stances_.IndexOf(statement));
  Related related = stances_.answers_.Relate(statement.answer(), stance_.answer());
  // The times of validity, or what was said when, told them apart.
  if (related.relation != relation) related = {relation, ""};
  return {&statement, std::move(related)};
}

bool Standing::Opposes(const Statement& statement) const {
  return RelationOf(stances_.IndexOf(statement)) == SetRelation::kDisjoint;
}

void Standing::KeepSupporters(absl::FunctionRef<bool(const Statement& statement)> keep) {
  std::erase_if(supporters_, [&](const Row& row) { return !keep(*row.statement); });
}

void Standing::ForEachOpposer(Visit visit) const { ForEach(true, opposers_, visit); }

void Standing::ForEachCompatible(Visit visit) const { ForEach(false, compatible_, visit); }

void Standing::ForEach(bool opposing, int how_many, Visit visit) const {
  for (size_t i = 0; how_many > 0 && i < stances_.statements_.size(); ++i) {
    const SetRelation relation = RelationOf(i);
    if (Entails(relation) || (relation == SetRelation::kDisjoint) != opposing) continue;
    if (!visit(stances_.statements_[i], relation)) return;
    --how_many;
  }
}

Stances::Stances(const std::vector<Statement>& statements, const Answers& answers, model::Evolution evolution)
    : statements_(statements), answers_(answers), evolution_(evolution) {
  std::unordered_map<size_t, size_t> by_answer;
  bool exact = false;
  bool only_exact = true;
  bool timed = false;
  for (const Statement& statement : statements) {
    const auto [stance, is_new] = by_answer.try_emplace(statement.answer(), stances_.size());
    if (is_new) stances_.emplace_back();
    stances_[stance->second].members.push_back(&statement);
    timed = timed || statement.valid().has_value();
    exact = exact || answers.IsExact(statement.answer());
    only_exact = only_exact && answers.IsExact(statement.answer());
  }
  depends_on_times_ = timed || (exact && Evolves(evolution));
  by_order_ = only_exact && !timed && Evolves(evolution);
  SortOnLine();
}

void Stances::SortOnLine() {
  if (stances_.empty()) return;
  const int line = answers_.LineOf(stances_.front().answer());
  const auto elsewhere = [&](const Stance& stance) { return answers_.LineOf(stance.answer()) != line; };
  const bool one_line = line != Answers::kNoLine && std::none_of(stances_.begin(), stances_.end(), elsewhere);
  by_order_ = by_order_ && one_line && answers_.ApartOn(line) == SetRelation::kDisjoint;
  same_line_ = one_line;
  if (!one_line || (depends_on_times_ && !by_order_)) return;
  on_line_ = true;
  for (size_t i = 0; i < stances_.size(); ++i) by_low_.push_back(i);
  by_high_ = by_low_;
  std::sort(by_low_.begin(), by_low_.end(), [this](size_t a, size_t b) {
    return answers_.low(stances_[a].answer()) < answers_.low(stances_[b].answer());
  });
  std::sort(by_high_.begin(), by_high_.end(), [this](size_t a, size_t b) {
    return answers_.high(stances_[a].answer()) < answers_.high(stances_[b].answer());
  });
  const auto behind = [this](const std::vector<size_t>& order) {
    std::vector<int> counts = {0};
    for (const size_t i : order)
      counts.push_back(counts.back() + static_cast<int>(stances_[i].members.size()));
    return counts;
  };
  behind_low_ = behind(by_low_);
  behind_high_ = behind(by_high_);
  if (by_order_) CountOpposersByOrder();
}

// Counts, in a Fenwick tree over amounts, how many of what was said by (since) each stance's moments goes
// further (less far) than it does.
void Stances::CountOpposersByOrder() {
  const int sign = evolution_ == model::Evolution::kIncreasing ? 1 : -1;
  std::vector<int64_t> amounts;
  for (const Statement& statement : statements_) amounts.push_back(sign * answers_.low(statement.answer()));
  furthest_since_ = amounts;
  for (size_t i = furthest_since_.size() - 1; i-- > 0;) {
    furthest_since_[i] = std::max(furthest_since_[i], furthest_since_[i + 1]);
  }
  std::vector<int64_t> ranked = amounts;
  std::sort(ranked.begin(), ranked.end());
  opposers_by_order_.assign(stances_.size(), 0);
  // Of what was said up to a stance's last moment (from its first on): what goes further (less far).
  for (const bool forward : {true, false}) {
    std::vector<size_t> order(stances_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto moment_of = [&](size_t i) {
      const auto& members = stances_[i].members;
      return forward ? members.back()->said() : members.front()->said();
    };
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      return forward ? moment_of(a) < moment_of(b) : moment_of(a) > moment_of(b);
    });
    RankCounter counter(ranked);
    size_t taken = 0;
    for (const size_t i : order) {
      while (taken < statements_.size()) {
        const size_t next = forward ? taken : statements_.size() - 1 - taken;
        const Moment said = statements_[next].said();
        if (forward ? said > moment_of(i) : said < moment_of(i)) break;
        counter.Add(amounts[next]);
        ++taken;
      }
      const size_t answer = stances_[i].answer();
      const int64_t high = sign > 0 ? answers_.wide_high(answer) : -answers_.wide_low(answer);
      const int64_t low = sign > 0 ? answers_.wide_low(answer) : -answers_.wide_high(answer);
      opposers_by_order_[i] += forward ? counter.Above(high) : counter.Below(low);
    }
  }
}

bool Stances::all_related() const {
  if (stances_.size() < 2) return true;
  return same_line_ &&
         answers_.ApartOn(answers_.LineOf(stances_.front().answer())) != SetRelation::kUndecided;
}

Standing Stances::StandingTo(const Stance& stance) const {
  Standing standing(*this, stance);
  const bool same_line =
      on_line_ && answers_.LineOf(stance.answer()) == answers_.LineOf(stances_.front().answer());
  // A stance of another's may depend on times where these do not.
  const bool timed = stance.members.front()->valid().has_value();
  const bool ours =
      !stances_.empty() && &stance >= stances_.data() && &stance < stances_.data() + stances_.size();
  if (same_line && !timed && by_order_ && ours) {
    FindByOrder(standing);
  } else if (same_line && !timed && !by_order_) {
    FindOnLine(standing);
  } else {
    FindPairByPair(standing);
  }
  std::sort(standing.supporters_.begin(), standing.supporters_.end(),
            [](const Row& a, const Row& b) { return a.statement < b.statement; });
  return standing;
}

void Stances::FindOnLine(Standing& standing) const {
  const size_t answer = standing.stance_.answer();
  const int64_t low = answers_.wide_low(answer);
  const int64_t high = answers_.wide_high(answer);
  const auto low_of = [this](size_t i) { return answers_.low(stances_[i].answer()); };
  const auto high_of = [this](size_t i) { return answers_.high(stances_[i].answer()); };
  const auto begin =
      std::partition_point(by_low_.begin(), by_low_.end(), [&](size_t i) { return low_of(i) < low; });
  const auto end = std::partition_point(begin, by_low_.end(), [&](size_t i) { return low_of(i) <= high; });
  for (auto i = begin; i != end; ++i) {
    if (high_of(*i) > high) continue;
    const Related related{answers_.RelationOf(stances_[*i].answer(), answer), ""};
    for (const Statement* member : stances_[*i].members) standing.supporters_.push_back({member, related});
  }
  const auto below =
      std::partition_point(by_high_.begin(), by_high_.end(), [&](size_t i) { return high_of(i) < low; });
  const int apart = behind_high_[static_cast<size_t>(below - by_high_.begin())] + behind_low_.back() -
                    behind_low_[static_cast<size_t>(end - by_low_.begin())];
  const bool disjoint = answers_.ApartOn(answers_.LineOf(answer)) == SetRelation::kDisjoint;
  standing.opposers_ = disjoint ? apart : 0;
  standing.compatible_ =
      static_cast<int>(statements_.size() - standing.supporters_.size()) - standing.opposers_;
  standing.any_undecided_ = standing.only_undecided_ =
      answers_.ApartOn(answers_.LineOf(answer)) == SetRelation::kUndecided && standing.compatible_ > 0;
}

void Stances::FindByOrder(Standing& standing) const {
  FindOnLine(standing);
  const Stance& stance = standing.stance_;
  standing.told_ = Standing::Told::kByOrder;
  standing.opposers_ = opposers_by_order_[static_cast<size_t>(&stance - stances_.data())];
  standing.compatible_ =
      static_cast<int>(statements_.size() - standing.supporters_.size()) - standing.opposers_;
  const bool rises = evolution_ == model::Evolution::kIncreasing;
  const int64_t reach = rises ? answers_.wide_high(stance.answer()) : -answers_.wide_low(stance.answer());
  const auto later = std::partition_point(
      statements_.begin(), statements_.end(),
      [&](const Statement& statement) { return statement.said() <= stance.members.front()->said(); });
  standing.updated_ = later != statements_.end() && furthest_since_[IndexOf(*later)] > reach;
}

SetRelation Stances::RelateByOrder(const Statement& statement, const Stance& stance) const {
  const SetRelation of_sets = answers_.RelationOf(statement.answer(), stance.answer());
  if (of_sets != SetRelation::kDisjoint) return of_sets;
  const bool above = answers_.low(statement.answer()) > answers_.low(stance.answer());
  const bool further = above == (evolution_ == model::Evolution::kIncreasing);
  const bool in_order = further ? statement.said() > stance.members.back()->said()
                                : statement.said() < stance.members.front()->said();
  return in_order ? SetRelation::kOverlaps : SetRelation::kDisjoint;
}

void Stances::FindPairByPair(Standing& standing) const {
  const Stance& stance = standing.stance_;
  standing.told_ = Standing::Told::kOneByOne;
  const Calendar calendar(stance.members);
  const bool updates = Evolves(evolution_);
  standing.relations_.resize(statements_.size());
  const bool timed = depends_on_times_ || stance.members.front()->valid().has_value();
  for (const Stance& other : stances_) {
    const SetRelation of_sets = answers_.RelationOf(other.answer(), stance.answer());
    for (const Statement* statement : other.members) {
      SetRelation relation = of_sets;
      const auto meets = updates ? std::nullopt : calendar.Meets(statement->valid());
      if (meets) {
        relation = *meets ? of_sets : SetRelation::kSuccession;
      } else if (timed) {
        relation = RelateTo(*statement, stance, of_sets, standing.updated_);
      }
      standing.relations_[IndexOf(*statement)] = relation;
      if (Entails(relation)) {
        standing.supporters_.push_back(standing.RowOf(*statement));
      } else if (relation == SetRelation::kDisjoint) {
        ++standing.opposers_;
      } else {
        ++standing.compatible_;
        standing.any_succession_ = standing.any_succession_ || relation == SetRelation::kSuccession;
        standing.any_undecided_ = standing.any_undecided_ || relation == SetRelation::kUndecided;
      }
    }
  }
}

SetRelation Stances::RelateTo(const Statement& statement, const Stance& stance, SetRelation of_sets,
                              bool& updated) const {
  bool overlaps = false;
  bool updates = false;
  for (const Statement* member : stance.members) {
    if (!TimesOverlap(statement.valid(), member->valid())) continue;
    overlaps = true;
    if (of_sets != SetRelation::kDisjoint) return of_sets;
    const bool later = IsUpdate(*member, statement, evolution_, answers_);
    updated = updated || later;
    if (!later && !IsUpdate(statement, *member, evolution_, answers_)) return of_sets;
    updates = true;
  }
  if (updates) return SetRelation::kOverlaps;
  return overlaps ? of_sets : SetRelation::kSuccession;
}

}  // namespace gainsay::engine
