#include "service/engine/support.h"

#include <algorithm>
#include <map>

namespace gainsay::engine {
namespace {

using model::Certainty;
using model::EntityKind;
using model::Reliability;

bool IsAnonymous(const Bench& bench, const Statement& statement) {
  return bench.sides.KindOf(statement.party) == EntityKind::kAnonymous ||
         bench.sides.KindOf(statement.side) == EntityKind::kAnonymous;
}

bool IsUncertain(const Statement& statement) { return statement.first().certainty != Certainty::kCertain; }

bool IsReliable(const Bench& bench, const Statement& statement) {
  const auto& least = bench.policy.min_reliability;
  return !least || std::any_of(statement.appearances.begin(), statement.appearances.end(),
                               [&](const model::Appearance* appearance) {
                                 const auto source = bench.file.sources.find(appearance->source);
                                 return source != bench.file.sources.end() &&
                                        source->second.reliability != Reliability::kF &&
                                        source->second.reliability <= *least;
                               });
}

bool CountsTowards(const Bench& bench, const Stance::Row& row) {
  const Statement& statement = *row.statement;
  return (bench.policy.count_anonymous || !IsAnonymous(bench, statement)) &&
         (bench.policy.count_uncertain || !IsUncertain(statement)) && IsReliable(bench, statement) &&
         !row.related.model_judged;
}

// Tells which of the supporters speak independently. Where their valid times do not all overlap, they are
// taken at the moment at which most confirm.
class SupportAtBest {
 public:
  SupportAtBest(const Bench& bench, const Stance& stance, const std::vector<bool>& counted)
      : bench_(bench), stance_(stance), counted_(counted) {}

  Independence Find() const {
    std::vector<size_t> everyone(stance_.supporters.size());
    for (size_t i = 0; i < everyone.size(); ++i) everyone[i] = i;
    const std::vector<std::optional<model::Rational>> moments = Moments();
    if (moments.empty()) return Among(everyone);
    Independence best;
    for (const auto& moment : moments) {
      std::vector<size_t> holding;
      for (const size_t i : everyone) {
        if (HoldsAt(*stance_.supporters[i].statement, moment)) holding.push_back(i);
      }
      Independence found = Among(holding);
      if (best.independent.empty() || found.confirming > best.confirming ||
          (found.confirming == best.confirming && found.sides.size() > best.sides.size())) {
        best = std::move(found);
      }
    }
    return best;
  }

 private:
  // Zoneless counts as UTC: taken anywhere on Earth, a year would run into the next.
  static Interval IntervalOfValidity(const Statement& statement) { return IntervalOf(*statement.valid); }

  // Moments at which a different set of supporters may hold: where each valid time begins, latest possible.
  // Absent: before all. None at all if every valid time overlaps every other.
  std::vector<std::optional<model::Rational>> Moments() const {
    const auto& rows = stance_.supporters;
    std::optional<Interval> common = Interval{};
    for (const Stance::Row& row : rows) {
      if (row.statement->valid && common) common = Intersect(*common, IntervalOfValidity(*row.statement));
    }
    if (common) return {};
    std::set<std::optional<model::Rational>> moments;
    for (const Stance::Row& row : rows) {
      if (row.statement->valid) moments.insert(IntervalOfValidity(*row.statement).low);
    }
    return {moments.begin(), moments.end()};
  }

  static bool HoldsAt(const Statement& statement, const std::optional<model::Rational>& moment) {
    if (!statement.valid) return true;
    const Interval valid = IntervalOfValidity(statement);
    if (!moment) return !valid.low;
    return (!valid.low || *valid.low <= *moment) && (!valid.high || *moment < *valid.high);
  }

  Independence Among(const std::vector<size_t>& rows) const {
    std::vector<const Statement*> statements;
    std::vector<bool> counted;
    for (const size_t i : rows) {
      statements.push_back(stance_.supporters[i].statement);
      counted.push_back(counted_[i]);
    }
    Independence found = IndependenceOf(statements, counted, bench_.citations, bench_.sides);
    std::vector<bool> independent(stance_.supporters.size(), false);
    std::vector<size_t> voices(stance_.supporters.size(), Independence::kNoVoice);
    for (size_t i = 0; i < rows.size(); ++i) {
      independent[rows[i]] = found.independent[i];
      voices[rows[i]] = found.voices[i];
    }
    found.independent = std::move(independent);
    found.voices = std::move(voices);
    return found;
  }

  const Bench& bench_;
  const Stance& stance_;
  const std::vector<bool>& counted_;
};

void GatherOrigins(const Bench& bench, const Stance& stance, Judgement& judgement) {
  for (const Stance::Row& row : stance.supporters) {
    Origins origins = OriginsOf(*row.statement, bench.citations);
    judgement.certain_origins.insert(origins.certain.begin(), origins.certain.end());
    judgement.possible_origins.insert(origins.possible.begin(), origins.possible.end());
    if (origins.circular) judgement.flags.insert(Flag::kCircularSourcing);
    for (const model::Appearance* appearance : row.statement->appearances) {
      judgement.documents.insert(appearance->source);
    }
    judgement.origins.push_back(std::move(origins));
  }
}

// Whether several sides are all known through one publisher that is none of them.
bool IsSingleRelay(const Judgement& judgement) {
  std::set<std::string> sides;
  for (const Stance::Row& row : judgement.stance->supporters) sides.insert(row.statement->side);
  return sides.size() >= 2 && judgement.possible_origins.size() == 1 &&
         !sides.contains(*judgement.possible_origins.begin());
}

void FlagSupport(const Bench& bench, const Stance& stance, Judgement& judgement) {
  std::set<Flag>& flags = judgement.flags;
  const auto all = [&stance](auto holds) {
    return std::all_of(stance.supporters.begin(), stance.supporters.end(),
                       [&](const Stance::Row& row) { return holds(*row.statement); });
  };
  if (judgement.counts.sides == 1) flags.insert(Flag::kSingleSide);
  if (judgement.counts.origins_min == 1) flags.insert(Flag::kSingleOrigin);
  if (IsSingleRelay(judgement)) flags.insert(Flag::kSingleRelay);
  if (judgement.independence.circular) flags.insert(Flag::kCircularSourcing);
  if (judgement.independence.derived) flags.insert(Flag::kDerivedSupport);
  if (all([&](const Statement& s) { return IsAnonymous(bench, s); })) flags.insert(Flag::kAnonymousOnly);
  if (all(IsUncertain)) flags.insert(Flag::kTentative);
  if (all([&](const Statement& s) { return !IsReliable(bench, s); }))
    flags.insert(Flag::kUnreliableSupportOnly);
  for (const Stance::Row& row : stance.supporters) {
    const Statement& statement = *row.statement;
    if (statement.interpreted) flags.insert(Flag::kInterpreted);
    if (statement.said == kUndatedMoment) flags.insert(Flag::kUndated);
  }
  for (const Statement* member : stance.members) {
    const auto changes = bench.reading.changes.find(member->party);
    if (changes != bench.reading.changes.end()) flags.insert(changes->second.begin(), changes->second.end());
  }
}

}  // namespace

void WeighSupport(const Bench& bench, const Stance& stance, Judgement& judgement) {
  for (const Stance::Row& row : stance.supporters) judgement.counted.push_back(CountsTowards(bench, row));
  judgement.independence = SupportAtBest(bench, stance, judgement.counted).Find();
  GatherOrigins(bench, stance, judgement);
  judgement.counts.sides = static_cast<int>(judgement.independence.sides.size());
  judgement.counts.confirming_sides = judgement.independence.confirming;
  judgement.counts.origins_min = OriginsMin(judgement.certain_origins, judgement.possible_origins);
  judgement.counts.origins_max = static_cast<int>(judgement.possible_origins.size());
  judgement.counts.documents = static_cast<int>(judgement.documents.size());
  FlagSupport(bench, stance, judgement);
}

}  // namespace gainsay::engine
