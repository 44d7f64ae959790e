#include "service/engine/support.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

#include "service/engine/number_set.h"

namespace gainsay::engine {
namespace {

using model::Certainty;
using model::Reliability;

bool IsUncertain(const Statement& statement) { return statement.first().certainty != Certainty::kCertain; }

bool IsReliable(const Roster& roster, const Policy& policy, const Statement& statement) {
  const auto& least = policy.min_reliability;
  return !least || std::any_of(statement.seen.begin(), statement.seen.end(), [&](const Entry::Seen& seen) {
    const model::Source* source = roster.source(seen.source);
    return source != nullptr && source->reliability != Reliability::kF && source->reliability <= *least;
  });
}

constexpr int64_t kAlways = std::numeric_limits<int64_t>::min();
constexpr int64_t kForever = std::numeric_limits<int64_t>::max();

// When a supporter begins and ceases to hold. Zoneless counts as UTC: taken anywhere on Earth, a year would
// run into the next.
int64_t BeginOf(const Row& row) {
  const auto& valid = row.statement->valid();
  return valid ? valid->begin.value_or(kAlways) : kAlways;
}
int64_t EndOf(const Row& row) {
  const auto& valid = row.statement->valid();
  return valid ? valid->end.value_or(kForever) : kForever;
}

bool AllHoldAtOnce(const std::vector<Row>& supporters) {
  int64_t begin = kAlways;
  int64_t end = kForever;
  for (const Row& row : supporters) {
    begin = std::max(begin, BeginOf(row));
    end = std::min(end, EndOf(row));
  }
  return begin < end;
}

std::vector<size_t> FirstOf(size_t count) {
  std::vector<size_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), size_t{0});
  return numbers;
}

Independence AmongAll(const Bench& bench, const std::vector<Row>& supporters,
                      const std::vector<bool>& counts) {
  std::vector<const Statement*> statements;
  statements.reserve(supporters.size());
  for (const Row& row : supporters) statements.push_back(row.statement);
  return IndependenceOf(statements, counts, bench.citations, bench.roster);
}

Independence Among(const Bench& bench, const std::vector<Row>& supporters, const std::vector<bool>& counts,
                   const std::vector<size_t>& rows) {
  std::vector<const Statement*> statements;
  std::vector<bool> counted;
  for (const size_t i : rows) {
    statements.push_back(supporters[i].statement);
    counted.push_back(counts[i]);
  }
  Independence found = IndependenceOf(statements, counted, bench.citations, bench.roster);
  std::vector<bool> independent(supporters.size(), false);
  std::vector<uint32_t> voices(supporters.size(), Independence::kNoVoice);
  for (size_t i = 0; i < rows.size(); ++i) {
    independent[rows[i]] = found.independent[i];
    voices[rows[i]] = found.voices[i];
  }
  found.independent = std::move(independent);
  found.voices = std::move(voices);
  return found;
}

// Tells which of the supporters speak independently: where their valid times do not all overlap, at the
// moment at which most confirm.
Independence AtBest(const Bench& bench, const std::vector<Row>& supporters, const std::vector<bool>& counts) {
  if (AllHoldAtOnce(supporters)) return AmongAll(bench, supporters, counts);
  // Where all stand alone, more supporters are never fewer voices.
  const bool all_stand_alone = std::all_of(supporters.begin(), supporters.end(),
                                           [](const Row& row) { return row.statement->stands_alone; });
  Independence best;
  ForEachMoment(supporters, all_stand_alone ? Moments::kFullest : Moments::kAll,
                [&](const std::vector<size_t>& holding) {
                  Independence found = Among(bench, supporters, counts, holding);
                  if (best.independent.empty() || found.confirming > best.confirming ||
                      (found.confirming == best.confirming && found.sides.size() > best.sides.size())) {
                    best = std::move(found);
                  }
                });
  return best;
}

// Counts where some statements come from; returns whether documents cite each other in a circle on the way.
bool CountOrigins(const Bench& bench, const std::vector<const Statement*>& statements, Tallies& tallies,
                  Counts& counts) {
  tallies.certain.Restart();
  tallies.possible.Restart();
  tallies.documents.Restart();
  bool circular = false;
  for (const Statement* statement : statements) {
    const Origins& origins = bench.exhibits[bench.stances.IndexOf(*statement)]->origins;
    for (const uint32_t side : origins.certain) tallies.certain.Add(side);
    for (const uint32_t side : origins.possible) tallies.possible.Add(side);
    for (const Entry::Seen& seen : statement->seen) tallies.documents.Add(seen.source);
    circular = circular || origins.circular;
  }
  counts.origins_min =
      OriginsMin(static_cast<size_t>(tallies.certain.count()), static_cast<size_t>(tallies.possible.count()));
  counts.origins_max = tallies.possible.count();
  counts.documents = tallies.documents.count();
  return circular;
}

// Whether several sides are all known through one publisher that is none of them.
bool IsSingleRelay(const std::vector<Row>& supporters, const Tally& origins) {
  if (origins.count() != 1) return false;
  const uint32_t relay = origins.last();
  bool several = false;
  for (const Row& row : supporters) {
    if (row.statement->side() == relay) return false;
    several = several || !OfOneSide(*row.statement, *supporters.front().statement);
  }
  return several;
}

void FlagSupport(const Bench& bench, const Stance& stance, const std::vector<Row>& supporters,
                 Judgement& judgement) {
  Flags& flags = judgement.flags;
  const auto all = [&supporters](auto holds) {
    return std::all_of(supporters.begin(), supporters.end(),
                       [&](const Row& row) { return holds(*row.statement); });
  };
  if (judgement.counts.sides == 1) flags.insert(Flag::kSingleSide);
  if (judgement.counts.origins_min == 1) flags.insert(Flag::kSingleOrigin);
  if (all([](const Statement& s) { return s.entry->anonymous; })) flags.insert(Flag::kAnonymousOnly);
  if (all(IsUncertain)) flags.insert(Flag::kTentative);
  if (all([&](const Statement& s) { return !IsReliable(bench.roster, bench.policy, s); }))
    flags.insert(Flag::kUnreliableSupportOnly);
  for (const Row& row : supporters) {
    const Statement& statement = *row.statement;
    if (statement.interpreted) flags.insert(Flag::kInterpreted);
    if (statement.said() == kUndatedMoment) flags.insert(Flag::kUndated);
  }
  const Changes& changes = bench.reading.changes;
  if (changes.empty()) return;
  for (const Statement* member : stance.members) {
    const auto found = std::partition_point(
        changes.begin(), changes.end(), [&](const auto& change) { return change.first < member->party(); });
    if (found != changes.end() && found->first == member->party()) flags.insert(found->second);
  }
}

}  // namespace

bool CountsTowards(const Bench& bench, const Row& row) {
  return bench.counts[bench.stances.IndexOf(*row.statement)] && !row.model_judged;
}

void ForEachMoment(const std::vector<Row>& supporters, Moments moments,
                   absl::FunctionRef<void(const std::vector<size_t>& holding)> visit) {
  if (AllHoldAtOnce(supporters)) return visit(FirstOf(supporters.size()));
  std::vector<size_t> by_begin = FirstOf(supporters.size());
  std::stable_sort(by_begin.begin(), by_begin.end(),
                   [&](size_t a, size_t b) { return BeginOf(supporters[a]) < BeginOf(supporters[b]); });
  std::vector<size_t> holding;
  int64_t first_end = kForever;
  for (size_t next = 0; next < by_begin.size();) {
    const int64_t moment = BeginOf(supporters[by_begin[next]]);
    if (first_end <= moment) {
      first_end = kForever;
      std::erase_if(holding, [&](size_t i) { return EndOf(supporters[i]) <= moment; });
      for (const size_t i : holding) first_end = std::min(first_end, EndOf(supporters[i]));
    }
    bool of_some_time = !holding.empty();
    for (; next < by_begin.size() && BeginOf(supporters[by_begin[next]]) == moment; ++next) {
      const Row& row = supporters[by_begin[next]];
      holding.push_back(by_begin[next]);
      first_end = std::min(first_end, EndOf(row));
      of_some_time = of_some_time || row.statement->valid().has_value();
    }
    const bool more_to_come = next < by_begin.size() && BeginOf(supporters[by_begin[next]]) < first_end;
    if (!of_some_time || (moments == Moments::kFullest && more_to_come)) continue;
    std::vector<size_t> in_order = holding;
    std::sort(in_order.begin(), in_order.end());
    visit(in_order);
  }
}

Support WeighSupport(const Bench& bench, const std::vector<Row>& supporters, Judgement& judgement) {
  Support support;
  support.counted.reserve(supporters.size());
  for (const Row& row : supporters) support.counted.push_back(CountsTowards(bench, row));
  support.independence = AtBest(bench, supporters, support.counted);
  Independence& independence = support.independence;
  judgement.sides = std::move(independence.sides);
  judgement.derivations = std::move(independence.derivations);
  judgement.counts.sides = static_cast<int>(judgement.sides.size());
  judgement.counts.confirming_sides = independence.confirming;
  return support;
}

bool CertainlyConfirm(const Bench& bench, const std::vector<Row>& supporters) {
  NumberSet sides;
  for (const Row& row : supporters) {
    const Statement& statement = *row.statement;
    if (!statement.stands_alone || statement.valid() || !CountsTowards(bench, row)) continue;
    sides.insert(statement.side());
    if (static_cast<int>(sides.size()) >= bench.policy.min_sides) return true;
  }
  return false;
}

void DescribeSupport(const Bench& bench, const Stance& stance, const std::vector<Row>& supporters,
                     const Independence& independence, Tallies& tallies, Judgement& judgement) {
  std::vector<const Statement*> statements;
  statements.reserve(supporters.size());
  for (const Row& row : supporters) statements.push_back(row.statement);
  const bool circular = CountOrigins(bench, statements, tallies, judgement.counts);
  if (circular || independence.circular) judgement.flags.insert(Flag::kCircularSourcing);
  if (independence.derived) judgement.flags.insert(Flag::kDerivedSupport);
  if (IsSingleRelay(supporters, tallies.possible)) judgement.flags.insert(Flag::kSingleRelay);
  FlagSupport(bench, stance, supporters, judgement);
}

Counts CountsOf(const Bench& bench, const std::vector<Judgement>& judgements, Tallies& tallies) {
  Counts counts;
  Tally& sides = tallies.possible;
  sides.Restart();
  for (const Judgement& judgement : judgements) {
    for (const uint32_t side : judgement.sides) sides.Add(side);
    counts.confirming_sides = std::max(counts.confirming_sides, judgement.counts.confirming_sides);
  }
  // Where a list of sides is cut all stand alone, and so behind the position of what they say themselves.
  for (const Judgement& judgement : judgements) {
    if (judgement.counts.sides == static_cast<int>(judgement.sides.size())) continue;
    for (const Statement* member : judgement.stance->members) sides.Add(member->side());
  }
  counts.sides = sides.count();
  std::vector<const Statement*> statements;
  statements.reserve(bench.stances.statements().size());
  for (const Statement& statement : bench.stances.statements()) statements.push_back(&statement);
  CountOrigins(bench, statements, tallies, counts);
  return counts;
}

std::vector<bool> CountedUnder(const Policy& policy, const std::vector<Statement>& statements,
                               const Roster& roster) {
  std::vector<bool> counted;
  counted.reserve(statements.size());
  for (const Statement& statement : statements) {
    counted.push_back((policy.count_anonymous || !statement.entry->anonymous) &&
                      (policy.count_uncertain || !IsUncertain(statement)) &&
                      IsReliable(roster, policy, statement));
  }
  return counted;
}

}  // namespace gainsay::engine
