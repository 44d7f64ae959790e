#include "service/engine/support.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace gainsay::engine {
namespace {

using model::Certainty;
using model::EntityKind;
using model::Reliability;

bool IsAnonymous(const Sides& sides, const Statement& statement) {
  return sides.KindOf(statement.party()) == EntityKind::kAnonymous ||
         sides.KindOf(statement.side()) == EntityKind::kAnonymous;
}

bool IsUncertain(const Statement& statement) { return statement.first().certainty != Certainty::kCertain; }

bool IsReliable(const CaseFile& file, const Policy& policy, const Statement& statement) {
  const auto& least = policy.min_reliability;
  return !least || std::any_of(statement.appearances.begin(), statement.appearances.end(),
                               [&](const model::Appearance* appearance) {
                                 const auto source = file.sources.find(appearance->source);
                                 return source != file.sources.end() &&
                                        source->second.reliability != Reliability::kF &&
                                        source->second.reliability <= *least;
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

Independence Among(const Bench& bench, const std::vector<Row>& supporters, const std::vector<bool>& counts,
                   const std::vector<size_t>& rows) {
  std::vector<const Statement*> statements;
  std::vector<bool> counted;
  for (const size_t i : rows) {
    statements.push_back(supporters[i].statement);
    counted.push_back(counts[i]);
  }
  Independence found = IndependenceOf(statements, counted, bench.citations, bench.sides);
  if (rows.size() == supporters.size()) return found;
  std::vector<bool> independent(supporters.size(), false);
  std::vector<size_t> voices(supporters.size(), Independence::kNoVoice);
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

// Numbers gathered from many, each once.
class NumberSet {
 public:
  void Add(const std::vector<size_t>& numbers) {
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
  }
  const std::vector<size_t>& Once() {
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    return numbers_;
  }

 private:
  std::vector<size_t> numbers_;
};

// Where what is said comes from, over several statements.
struct Provenance {
  NumberSet certain;
  NumberSet possible;
  NumberSet documents;
  bool circular = false;

  void Add(const Trace& trace) {
    certain.Add(trace.origins.certain);
    possible.Add(trace.origins.possible);
    documents.Add(trace.documents);
    circular = circular || trace.origins.circular;
  }

  void Count(Counts& counts) {
    counts.origins_min = OriginsMin(certain.Once().size(), possible.Once().size());
    counts.origins_max = static_cast<int>(possible.Once().size());
    counts.documents = static_cast<int>(documents.Once().size());
  }
};

// Whether several sides are all known through one publisher that is none of them.
bool IsSingleRelay(const Bench& bench, const std::vector<Row>& supporters, Provenance& provenance) {
  if (provenance.possible.Once().size() != 1) return false;
  const std::string& relay = bench.citations.side(provenance.possible.Once().front());
  bool several = false;
  for (const Row& row : supporters) {
    if (row.statement->side() == relay) return false;
    several = several || !OfOneSide(*row.statement, *supporters.front().statement);
  }
  return several;
}

void FlagSupport(const Bench& bench, const Stance& stance, const std::vector<Row>& supporters,
                 Judgement& judgement) {
  std::set<Flag>& flags = judgement.flags;
  const auto all = [&supporters](auto holds) {
    return std::all_of(supporters.begin(), supporters.end(),
                       [&](const Row& row) { return holds(*row.statement); });
  };
  if (judgement.counts.sides == 1) flags.insert(Flag::kSingleSide);
  if (judgement.counts.origins_min == 1) flags.insert(Flag::kSingleOrigin);
  if (all([&](const Statement& s) { return IsAnonymous(bench.sides, s); }))
    flags.insert(Flag::kAnonymousOnly);
  if (all(IsUncertain)) flags.insert(Flag::kTentative);
  if (all([&](const Statement& s) { return !IsReliable(bench.file, bench.policy, s); }))
    flags.insert(Flag::kUnreliableSupportOnly);
  for (const Row& row : supporters) {
    const Statement& statement = *row.statement;
    if (statement.interpreted) flags.insert(Flag::kInterpreted);
    if (statement.said() == kUndatedMoment) flags.insert(Flag::kUndated);
  }
  if (bench.reading.changes.empty()) return;
  for (const Statement* member : stance.members) {
    const auto changes = bench.reading.changes.find(member->party());
    if (changes != bench.reading.changes.end()) flags.insert(changes->second.begin(), changes->second.end());
  }
}

}  // namespace

bool CountsTowards(const Bench& bench, const Row& row) {
  return bench.counts[bench.stances.IndexOf(*row.statement)] && !row.related.model_judged;
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

Support WeighSupport(const Bench& bench, const Stance& stance, const std::vector<Row>& supporters,
                     Judgement& judgement) {
  Support support;
  for (const Row& row : supporters) support.counted.push_back(CountsTowards(bench, row));
  support.independence = AtBest(bench, supporters, support.counted);
  Independence& independence = support.independence;
  judgement.sides = std::move(independence.sides);
  judgement.derivations = std::move(independence.derivations);
  judgement.counts.sides = static_cast<int>(judgement.sides.size());
  judgement.counts.confirming_sides = independence.confirming;
  if (bench.depth == ReadingDepth::kPositions) return support;
  Provenance provenance;
  for (const Row& row : supporters) provenance.Add(bench.traces[bench.stances.IndexOf(*row.statement)]);
  provenance.Count(judgement.counts);
  if (provenance.circular || independence.circular) judgement.flags.insert(Flag::kCircularSourcing);
  if (independence.derived) judgement.flags.insert(Flag::kDerivedSupport);
  if (IsSingleRelay(bench, supporters, provenance)) judgement.flags.insert(Flag::kSingleRelay);
  FlagSupport(bench, stance, supporters, judgement);
  return support;
}

Counts CountsOf(const Bench& bench, const std::vector<Judgement>& judgements) {
  std::set<std::string> sides;
  Counts counts;
  for (const Judgement& judgement : judgements) {
    sides.insert(judgement.sides.begin(), judgement.sides.end());
    counts.confirming_sides = std::max(counts.confirming_sides, judgement.counts.confirming_sides);
  }
  // Where a list of sides is cut all stand alone, and so behind the position of what they say themselves.
  for (const Judgement& judgement : judgements) {
    if (judgement.counts.sides == static_cast<int>(judgement.sides.size())) continue;
    for (const Statement* member : judgement.stance->members) sides.insert(member->side());
  }
  counts.sides = static_cast<int>(sides.size());
  Provenance provenance;
  for (const Trace& trace : bench.traces) provenance.Add(trace);
  provenance.Count(counts);
  return counts;
}

std::vector<bool> CountedUnder(const Policy& policy, const std::vector<Statement>& statements,
                               const CaseFile& file, const Sides& sides) {
  std::vector<bool> counted;
  counted.reserve(statements.size());
  for (const Statement& statement : statements) {
    counted.push_back((policy.count_anonymous || !IsAnonymous(sides, statement)) &&
                      (policy.count_uncertain || !IsUncertain(statement)) &&
                      IsReliable(file, policy, statement));
  }
  return counted;
}

std::vector<Trace> TracesOf(const std::vector<Statement>& statements, const Citations& citations) {
  std::vector<Trace> traces;
  traces.reserve(statements.size());
  std::unordered_map<std::string, size_t> not_on_file;
  for (const Statement& statement : statements) {
    Trace trace{.origins = OriginsOf(statement, citations)};
    for (const model::Appearance* appearance : statement.appearances) {
      const size_t source = citations.IndexOf(appearance->source);
      const size_t next = citations.size() + not_on_file.size();
      trace.documents.push_back(source != Citations::kNone
                                    ? source
                                    : not_on_file.try_emplace(appearance->source, next).first->second);
    }
    traces.push_back(std::move(trace));
  }
  return traces;
}

}  // namespace gainsay::engine
