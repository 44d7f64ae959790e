#include "service/engine/positions.h"

#include <algorithm>
#include <utility>

#include "service/engine/calendar.h"
#include "service/engine/evolution.h"
#include "service/engine/rank_counter.h"

namespace gainsay::engine {
namespace {

bool Evolves(model::Evolution evolution) {
  return evolution == model::Evolution::kIncreasing || evolution == model::Evolution::kDecreasing;
}

}  // namespace

SetRelation Standing::RelationOf(size_t statement) const {
  if (told_ == Told::kOneByOne) return relations_[statement];
  const Statement& which = stances_.statements_[statement];
  if (told_ == Told::kByOrder) return stances_.RelateByOrder(which, subject_);
  return RelationOfSet(which.answer());
}

// How a set on file relates to the subject's.
SetRelation Standing::RelationOfSet(uint32_t answer) const {
  const Answers& answers = stances_.answers_;
  if (subject_.answer != Answers::kNone) return answers.RelationOf(answer, subject_.answer);
  if (const auto relation = answers.RelateByPlace(answers.place(answer), subject_.place)) return *relation;
  return answers.Compare(answers[answer], subject_.set).relation;
}

Row Standing::RowOf(const Statement& statement) const {
  const SetRelation relation = RelationOf(stances_.IndexOf(statement));
  if (!may_be_model_judged_) return {&statement, relation};
  const Answers& answers = stances_.answers_;
  const uint32_t answer = statement.answer();
  // Otherwise the times of validity, or what was said when, told them apart.
  if (RelationOfSet(answer) != relation) return {&statement, relation};
  const bool judged = subject_.answer != Answers::kNone
                          ? answers.IsModelJudged(answer, subject_.answer)
                          : answers.Compare(answers[answer], subject_.set).model_judged;
  return {&statement, relation, judged};
}

std::string Standing::ReasonOf(const Row& row) const {
  if (row.relation != SetRelation::kUndecided && row.relation != SetRelation::kIncomparable) return "";
  Related related = stances_.answers_.Compare(stances_.answers_[row.statement->answer()], subject_.set);
  return related.relation == row.relation ? std::move(related.reason) : "";
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
  std::vector<uint32_t> by_answer(answers.size(), Answers::kNone);
  bool exact = false;
  bool only_exact = true;
  bool timed = false;
  std::vector<uint32_t> members(answers.size(), 0);  // by answer
  size_t given = 0;
  for (const Statement& statement : statements) given += members[statement.answer()]++ == 0 ? 1 : 0;
  stances_.reserve(given);
  for (const Statement& statement : statements) {
    uint32_t& stance = by_answer[statement.answer()];
    if (stance == Answers::kNone) {
      stance = static_cast<uint32_t>(stances_.size());
      stances_.emplace_back().members.reserve(members[statement.answer()]);
      exact = exact || answers.place(statement.answer()).exact;
      only_exact = only_exact && answers.place(statement.answer()).exact;
    }
    stances_[stance].members.push_back(&statement);
    timed = timed || statement.valid().has_value();
  }
  depends_on_times_ = timed || (exact && Evolves(evolution));
  by_order_ = only_exact && !timed && Evolves(evolution);
  SortOnLine();
}

void Stances::SortOnLine() {
  if (stances_.empty()) return;
  const int line = answers_.LineOf(stances_.front().answer());
  const auto elsewhere = [&](const Stance& stance) { return answers_.LineOf(stance.answer()) != line; };
  const bool one_line = line != kNoLine && std::none_of(stances_.begin(), stances_.end(), elsewhere);
  by_order_ = by_order_ && one_line && answers_.ApartOn(line) == SetRelation::kDisjoint;
  same_line_ = one_line;
  if (!one_line || (depends_on_times_ && !by_order_)) return;
  on_line_ = true;
  by_low_.reserve(stances_.size());
  for (size_t i = 0; i < stances_.size(); ++i) by_low_.push_back(i);
  by_high_ = by_low_;
  std::sort(by_low_.begin(), by_low_.end(), [this](size_t a, size_t b) {
    return answers_.low(stances_[a].answer()) < answers_.low(stances_[b].answer());
  });
  std::sort(by_high_.begin(), by_high_.end(), [this](size_t a, size_t b) {
    return answers_.high(stances_[a].answer()) < answers_.high(stances_[b].answer());
  });
  const auto behind = [this](const std::vector<size_t>& order) {
    std::vector<int> counts;
    counts.reserve(order.size() + 1);
    counts.push_back(0);
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
      const Place& place = answers_.place(stances_[i].answer());
      const int64_t high = sign > 0 ? place.wide_high : -place.wide_low;
      const int64_t low = sign > 0 ? place.wide_low : -place.wide_high;
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
  const uint32_t answer = stance.answer();
  return StandingTo(Subject{stance, answer, answers_[answer], answers_.place(answer)});
}

Standing Stances::StandingTo(const Subject& subject) const {
  Standing standing(*this, subject, answers_.may_be_model_judged());
  const Stance& stance = subject.stance;
  const bool same_line =
      on_line_ && answers_.LineOf(subject.place) == answers_.LineOf(stances_.front().answer());
  // A subject of another's may depend on times where these do not.
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
  const Place& place = standing.subject_.place;
  const int64_t low = place.wide_low;
  const int64_t high = place.wide_high;
  const auto low_of = [this](size_t i) { return answers_.low(stances_[i].answer()); };
  const auto high_of = [this](size_t i) { return answers_.high(stances_[i].answer()); };
  const auto begin =
      std::partition_point(by_low_.begin(), by_low_.end(), [&](size_t i) { return low_of(i) < low; });
  const auto end = std::partition_point(begin, by_low_.end(), [&](size_t i) { return low_of(i) <= high; });
  standing.supporters_.reserve(
      static_cast<size_t>(behind_low_[static_cast<size_t>(end - by_low_.begin())] -
                          behind_low_[static_cast<size_t>(begin - by_low_.begin())]));
  for (auto i = begin; i != end; ++i) {
    if (high_of(*i) > high) continue;
    const SetRelation relation = standing.RelationOfSet(stances_[*i].answer());
    for (const Statement* member : stances_[*i].members) standing.supporters_.push_back({member, relation});
  }
  const auto below =
      std::partition_point(by_high_.begin(), by_high_.end(), [&](size_t i) { return high_of(i) < low; });
  const int apart = behind_high_[static_cast<size_t>(below - by_high_.begin())] + behind_low_.back() -
                    behind_low_[static_cast<size_t>(end - by_low_.begin())];
  const SetRelation apart_are = answers_.ApartOn(answers_.LineOf(place));
  const bool disjoint = apart_are == SetRelation::kDisjoint;
  standing.opposers_ = disjoint ? apart : 0;
  standing.compatible_ =
      static_cast<int>(statements_.size() - standing.supporters_.size()) - standing.opposers_;
  standing.any_undecided_ = standing.only_undecided_ =
      apart_are == SetRelation::kUndecided && standing.compatible_ > 0;
}

void Stances::FindByOrder(Standing& standing) const {
  FindOnLine(standing);
  const Stance& stance = standing.subject_.stance;
  standing.told_ = Standing::Told::kByOrder;
  standing.opposers_ = opposers_by_order_[static_cast<size_t>(&stance - stances_.data())];
  standing.compatible_ =
      static_cast<int>(statements_.size() - standing.supporters_.size()) - standing.opposers_;
  const bool rises = evolution_ == model::Evolution::kIncreasing;
  const Place& place = standing.subject_.place;
  const int64_t reach = rises ? place.wide_high : -place.wide_low;
  const auto later = std::partition_point(
      statements_.begin(), statements_.end(),
      [&](const Statement& statement) { return statement.said() <= stance.members.front()->said(); });
  standing.updated_ = later != statements_.end() && furthest_since_[IndexOf(*later)] > reach;
}

SetRelation Stances::RelateByOrder(const Statement& statement, const Subject& subject) const {
  const Stance& stance = subject.stance;
  const SetRelation of_sets = answers_.RelationOf(statement.answer(), stance.answer());
  if (of_sets != SetRelation::kDisjoint) return of_sets;
  const bool above = answers_.low(statement.answer()) > answers_.low(stance.answer());
  const bool further = above == (evolution_ == model::Evolution::kIncreasing);
  const bool in_order = further ? statement.said() > stance.members.back()->said()
                                : statement.said() < stance.members.front()->said();
  return in_order ? SetRelation::kOverlaps : SetRelation::kDisjoint;
}

void Stances::FindPairByPair(Standing& standing) const {
  const Stance& stance = standing.subject_.stance;
  standing.told_ = Standing::Told::kOneByOne;
  const Calendar calendar(stance.members);
  const bool updates = Evolves(evolution_);
  standing.relations_.resize(statements_.size());
  standing.supporters_.reserve(stance.members.size());
  const bool timed = depends_on_times_ || stance.members.front()->valid().has_value();
  for (const Stance& other : stances_) {
    const SetRelation of_sets = standing.RelationOfSet(other.answer());
    for (const Statement* statement : other.members) {
      SetRelation relation = of_sets;
      const auto meets = updates ? std::nullopt : calendar.Meets(statement->valid());
      if (meets) {
        relation = *meets ? of_sets : SetRelation::kSuccession;
      } else if (timed) {
        relation = RelateTo(*statement, standing.subject_, of_sets, standing.updated_);
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

SetRelation Stances::RelateTo(const Statement& statement, const Subject& subject, SetRelation of_sets,
                              bool& updated) const {
  const Place& place = answers_.place(statement.answer());
  bool overlaps = false;
  bool updates = false;
  for (const Statement* member : subject.stance.members) {
    if (!TimesOverlap(statement.valid(), member->valid())) continue;
    overlaps = true;
    if (of_sets != SetRelation::kDisjoint) return of_sets;
    const bool later = IsUpdate(member->said(), subject.place, statement.said(), place, evolution_);
    updated = updated || later;
    if (!later && !IsUpdate(statement.said(), place, member->said(), subject.place, evolution_)) {
      return of_sets;
    }
    updates = true;
  }
  if (updates) return SetRelation::kOverlaps;
  return overlaps ? of_sets : SetRelation::kSuccession;
}

}  // namespace gainsay::engine
