#include "service/engine/answers.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>

namespace gainsay::engine {
namespace {

using model::Rational;

// The most answers any two of which are remembered: a byte a pair.
constexpr size_t kMostTold = 2'000;

// How a pair is remembered: its relation counted from 1, with this added if a model judged it.
constexpr uint8_t kModelJudged = 0x80;

// A rounding error that no sum of three doubles exceeds, as a share of the largest of them.
constexpr double kRounding = 1e-12;

double Double(const std::optional<Rational>& end, double unbounded) {
  return end ? model::Approximately(*end) : unbounded;
}

Interval Widened(Interval interval, const Rational& tolerance) {
  if (interval.low) *interval.low -= tolerance;
  if (interval.high) *interval.high += tolerance;
  return interval;
}

// The stretch that a set is of the line of its kind.
Interval StretchOf(const Possibilities& set) {
  if (const auto* amount = std::get_if<Amount>(&set.atom)) return amount->interval;
  return IntervalOf(std::get<Period>(set.atom).span);
}

}  // namespace

Answers::Answers(const Domain& domain, const Comparator& comparator)
    : domain_(domain), comparator_(comparator), by_magnitude_(domain.has_relative_tolerance()) {
  std::tie(absolute_, relative_) = domain.RoughTolerance();
  widens_ = domain.has_tolerance() && !by_magnitude_;
  if (widens_) tolerance_ = domain.ToleranceOf({}, {});
  may_be_model_judged_ = comparator.may_be_model_judged();
  if (domain.many()) apart_ = texts_apart_ = SetRelation::kOverlaps;
}

uint32_t Answers::Add(Possibilities set) {
  const auto [answer, is_new] = by_key_.try_emplace(set.key, static_cast<uint32_t>(sets_.size()));
  if (is_new) sets_.push_back(std::move(set));
  return answer->second;
}

uint32_t Answers::Find(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? kNone : found->second;
}

int Answers::LineFor(const Possibilities& set) const {
  if (set.complement) return kNoLine;
  if (const auto* amount = std::get_if<Amount>(&set.atom)) {
    if (amount->about) return kNoLine;
    if (amount->dimension == domain_.unit().dimension) return kFirstDimension;
    const auto found = dimensions_.find(amount->dimension);
    return found == dimensions_.end() ? kNoLine : found->second;
  }
  if (const auto* period = std::get_if<Period>(&set.atom)) return period->span.zoned ? kZoned : kZoneless;
  if (std::holds_alternative<bool>(set.atom)) return kPoints;
  if (!comparator_.IsIsolated(set)) return kNoLine;
  return std::holds_alternative<Wording>(set.atom) ? kTexts : kPoints;
}

void Answers::Rank() {
  for (const Possibilities& set : sets_) {
    const auto* amount = std::get_if<Amount>(&set.atom);
    if (amount == nullptr || amount->dimension == domain_.unit().dimension) continue;
    dimensions_.try_emplace(amount->dimension, kFirstDimension + 1 + static_cast<int>(dimensions_.size()));
  }
  std::vector<int> lines;
  lines.reserve(sets_.size());
  bool untold = by_magnitude_;
  for (const Possibilities& set : sets_) {
    const int line = lines.emplace_back(LineFor(set));
    untold = untold || line == kNoLine;
    if (line == kNoLine || line == kPoints || line == kTexts) continue;
    const Interval own = StretchOf(set);
    Ranking& ranking = rankings_[line];
    ranking.Add(own);
    if (widens_) ranking.Add(Widened(own, tolerance_));
  }
  for (auto& [line, ranking] : rankings_) ranking.Sort();
  places_.reserve(sets_.size());
  for (uint32_t answer = 0; answer < sets_.size(); ++answer) {
    places_.push_back(PlaceOn(lines[answer], sets_[answer], answer));
  }
  const bool several_lines =
      std::adjacent_find(lines.begin(), lines.end(), std::not_equal_to<>()) != lines.end();
  if ((untold || several_lines) && sets_.size() <= kMostTold) {
    told_ = std::make_unique<std::atomic<uint8_t>[]>(sets_.size() * sets_.size());
  }
}

Place Answers::PlaceOf(const Possibilities& set) const {
  return PlaceOn(LineFor(set), set, static_cast<uint32_t>(sets_.size()));
}

Place Answers::PlaceOn(int line, const Possibilities& set, uint32_t answer) const {
  Place place{.line = line};
  if (line == kNoLine) return place;
  if (line == kPoints || line == kTexts) {
    place.low = place.high = place.wide_low = place.wide_high = int64_t{4} * answer;
    return place;
  }
  const Interval own = StretchOf(set);
  const auto found = rankings_.find(line);
  // Nothing else is on a line without a ranking.
  const Ranking& ranking = found == rankings_.end() ? Ranking() : found->second;
  place.exact = std::holds_alternative<Amount>(set.atom) && own.IsPoint();
  place.low = place.wide_low = ranking.Low(own);
  place.high = place.wide_high = ranking.High(own);
  if (by_magnitude_) {
    place.low_value = Double(own.low, -std::numeric_limits<double>::infinity());
    place.high_value = Double(own.high, std::numeric_limits<double>::infinity());
    place.magnitude = model::Approximately(Magnitude(own));
  }
  if (!widens_) return place;
  const Interval wide = Widened(own, tolerance_);
  place.wide_low = ranking.Low(wide);
  place.wide_high = ranking.High(wide);
  return place;
}

// Most stretches are apart, or one within the other, by far more than doubles are wrong by. Nothing where
// they are not, so that no rounding decides.
std::optional<SetRelation> Answers::RoughlyRelate(const Place& a, const Place& b) const {
  const double magnitude = std::max(a.magnitude, b.magnitude);
  const double tolerance = std::max(absolute_, relative_ * magnitude);
  const double unsure = kRounding * (magnitude + tolerance);
  if (a.low_value - b.high_value > tolerance + unsure || b.low_value - a.high_value > tolerance + unsure) {
    return ApartOn(a.line);
  }
  bool sure = true;
  // Whether `one` is not below `other`.
  const auto not_below = [&](double one, double other) {
    if (one == other && std::isinf(one)) return true;
    sure = sure && std::abs(one - other) > unsure;
    return one > other;
  };
  const bool a_in_b =
      not_below(a.low_value, b.low_value - tolerance) && not_below(b.high_value + tolerance, a.high_value);
  const bool b_in_a =
      not_below(b.low_value, a.low_value - tolerance) && not_below(a.high_value + tolerance, b.high_value);
  const bool meet =
      not_below(a.high_value + tolerance, b.low_value) && not_below(b.high_value + tolerance, a.low_value);
  if (!sure) return std::nullopt;
  if (a_in_b) return b_in_a ? SetRelation::kEqual : SetRelation::kRefines;
  if (b_in_a) return SetRelation::kGeneralizes;
  return meet ? SetRelation::kOverlaps : ApartOn(a.line);
}

Answers::Pair Answers::Told(uint32_t a, uint32_t b) const {
  if (a == b) return {SetRelation::kEqual, false};
  // Threads that meet here write the same.
  std::atomic<uint8_t>* const told = told_ == nullptr ? nullptr : &told_[a * sets_.size() + b];
  if (told != nullptr) {
    const uint8_t known = told->load(std::memory_order_relaxed);
    if (known != 0) {
      return {static_cast<SetRelation>((known & ~kModelJudged) - 1), (known & kModelJudged) != 0};
    }
  }
  const Related related = comparator_.Relate(sets_[a], sets_[b]);
  if (told != nullptr) {
    const auto relation = static_cast<uint8_t>(static_cast<int>(related.relation) + 1);
    told->store(relation | (related.model_judged ? kModelJudged : 0), std::memory_order_relaxed);
  }
  return {related.relation, related.model_judged};
}

}  // namespace gainsay::engine
