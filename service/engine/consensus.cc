#include "service/engine/consensus.h"

#include <algorithm>

namespace gainsay::engine {
namespace {

using model::Bound;
using model::Decimal;

// The amount that leaves just `interval` open; nothing if no bound says so, or its ends are no decimals.
std::optional<model::Value> QuantityOf(const Interval& interval, const std::string& unit) {
  const auto decimal = [](const std::optional<model::Rational>& end) -> std::optional<Decimal> {
    const auto parsed = Decimal::Parse(model::DecimalText(end ? *end : model::Rational(0)));
    if (!parsed.ok() || (end && parsed->value() != *end)) return std::nullopt;
    return *parsed;
  };
  const auto low = decimal(interval.low);
  const auto high = decimal(interval.high);
  if (!low || !high) return std::nullopt;
  if (interval.IsPoint()) return model::Quantity{*low, *low, Bound::kExact, unit};
  if (!interval.high) {
    return model::Quantity{*low, *low, interval.low_open ? Bound::kMoreThan : Bound::kAtLeast, unit};
  }
  if (!interval.low) {
    return model::Quantity{*high, *high, interval.high_open ? Bound::kLessThan : Bound::kAtMost, unit};
  }
  if (interval.low_open || interval.high_open) return std::nullopt;
  return model::Quantity{*low, *high, Bound::kRange, unit};
}

std::optional<model::Value> IntersectAmounts(const std::vector<const Possibilities*>& sets,
                                             const Domain& domain) {
  std::optional<Interval> both = Interval{};
  for (const Possibilities* set : sets) {
    const auto& amount = std::get<Amount>(set->atom);
    if (amount.about || amount.dimension != domain.unit().dimension) return std::nullopt;
    both = Intersect(*both, amount.interval);
    if (!both) return std::nullopt;
  }
  return QuantityOf(*both, domain.unit_text());
}

std::optional<model::Value> IntersectPeriods(const std::vector<const Possibilities*>& sets) {
  model::TimeSpan both = std::get<Period>(sets.front()->atom).span;
  for (const Possibilities* set : sets) {
    const model::TimeSpan& span = std::get<Period>(set->atom).span;
    if (span.zoned != both.zoned) return std::nullopt;
    if (span.begin && (!both.begin || *span.begin > *both.begin)) both.begin = span.begin;
    if (span.end && (!both.end || *span.end < *both.end)) both.end = span.end;
  }
  if (both.begin && both.end && *both.begin >= *both.end) return std::nullopt;
  const auto text = model::EdtfText(both);
  if (!text) return std::nullopt;
  const auto time = model::Edtf::Parse(*text);
  if (!time.ok()) return std::nullopt;
  return *time;
}

std::optional<model::Value> Intersection(const std::vector<const Stance*>& stances, const Answers& answers) {
  std::vector<const Possibilities*> sets;
  sets.reserve(stances.size());
  for (const Stance* stance : stances) sets.push_back(&answers[stance->answer()]);
  const auto holds_all = [&sets](auto* type) {
    using Atom = std::remove_pointer_t<decltype(type)>;
    return std::all_of(sets.begin(), sets.end(), [](const Possibilities* set) {
      return std::holds_alternative<Atom>(set->atom) && !set->complement;
    });
  };
  if (holds_all(static_cast<Amount*>(nullptr))) return IntersectAmounts(sets, answers.domain());
  if (holds_all(static_cast<Period*>(nullptr))) return IntersectPeriods(sets);
  return std::nullopt;
}

// The positions that no other entails, in the order given. Within a tolerance positions may entail each other
// in a circle: of those that do, the first stays.
std::vector<const Stance*> Strongest(const std::vector<const Stance*>& stances, const Answers& answers) {
  std::vector<const Stance*> kept;
  for (const Stance* stance : stances) {
    const auto entails = [&](const Stance* a, const Stance* b) {
      return Entails(answers.RelationOf(a->answer(), b->answer())) && SpeakOfOneTime(*a, *b);
    };
    if (std::any_of(kept.begin(), kept.end(), [&](const Stance* other) { return entails(other, stance); }))
      continue;
    std::erase_if(kept, [&](const Stance* other) { return entails(stance, other); });
    kept.push_back(stance);
  }
  return kept;
}

// Whether any two positions speak of one time.
bool AllSpeakOfOneTime(const std::vector<const Stance*>& stances) {
  for (size_t i = 0; i < stances.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (!SpeakOfOneTime(*stances[i], *stances[j])) return false;
    }
  }
  return true;
}

}  // namespace

Stated ShownValue(const Stance& stance) {
  const auto affirms = [](const Statement* s) { return s->first().polarity == model::Polarity::kAffirms; };
  const auto first = std::find_if(stance.members.begin(), stance.members.end(), affirms);
  const Statement& shown = first == stance.members.end() ? *stance.members.front() : **first;
  return {shown.first().value, shown.first().polarity};
}

std::optional<Consensus> ConsensusOf(const std::vector<Judgement>& judgements, const Answers& answers) {
  std::vector<const Stance*> confirmed;
  for (const Judgement& judgement : judgements) {
    if (judgement.status == Status::kConfirmed) confirmed.push_back(judgement.stance);
  }
  if (confirmed.empty()) return std::nullopt;
  Consensus consensus;
  const std::vector<const Stance*> strongest = Strongest(confirmed, answers);
  for (const Stance* stance : strongest) consensus.all_of.push_back(ShownValue(*stance));
  if (strongest.size() == 1) {
    const Stated& only = consensus.all_of.front();
    if (only.polarity == model::Polarity::kAffirms) consensus.value = only.value;
  } else if (!answers.domain().many() && AllSpeakOfOneTime(strongest)) {
    const bool affirmed =
        std::all_of(consensus.all_of.begin(), consensus.all_of.end(),
                    [](const Stated& stated) { return stated.polarity == model::Polarity::kAffirms; });
    if (affirmed) consensus.value = Intersection(strongest, answers);
  }
  return consensus;
}

}  // namespace gainsay::engine
