#include "service/engine/answers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace gainsay::engine {
namespace {

using model::Rational;

constexpr int64_t kUnboundedBelow = std::numeric_limits<int64_t>::min();
constexpr int64_t kUnboundedAbove = std::numeric_limits<int64_t>::max();

// The most pairs whose relation is remembered: some 100 bytes each.
constexpr size_t kMostTold = 1'000'000;

// A rounding error that no sum of three doubles exceeds, as a share of the largest of them.
constexpr double kRounding = 1e-12;

double Double(const std::optional<Rational>& end, double unbounded) {
  return end ? end->convert_to<double>() : unbounded;
}

// Ranks ends of stretches: equal ones alike, from 0.
class Ranking {
 public:
  void Add(const std::optional<Rational>& end) {
    if (end) ends_.push_back(*end);
  }
  void Sort() {
    std::sort(ends_.begin(), ends_.end());
    ends_.erase(std::unique(ends_.begin(), ends_.end()), ends_.end());
  }
  int64_t Low(const std::optional<Rational>& end, bool open) const {
    return end ? 2 * RankOf(*end) + (open ? 1 : 0) : kUnboundedBelow;
  }
  int64_t High(const std::optional<Rational>& end, bool open) const {
    return end ? 2 * RankOf(*end) - (open ? 1 : 0) : kUnboundedAbove;
  }

 private:
  int64_t RankOf(const Rational& end) const {
    return std::lower_bound(ends_.begin(), ends_.end(), end) - ends_.begin();
  }

  std::vector<Rational> ends_;
};

Interval Widened(Interval interval, const Rational& tolerance) {
  if (interval.low) *interval.low -= tolerance;
  if (interval.high) *interval.high += tolerance;
  return interval;
}

}  // namespace

size_t Answers::Add(Possibilities set) {
  const auto [answer, is_new] = by_key_.try_emplace(set.key, sets_.size());
  if (is_new) sets_.push_back(std::move(set));
  return answer->second;
}

int Answers::LineFor(const Possibilities& set) {
  if (set.complement) return kNoLine;
  if (const auto* amount = std::get_if<Amount>(&set.atom)) {
    if (amount->about) return kNoLine;
    const int next = kFirstDimension + static_cast<int>(dimensions_.size());
    return dimensions_.try_emplace(amount->dimension, next).first->second;
  }
  if (const auto* period = std::get_if<Period>(&set.atom)) return period->span.zoned ? kZoned : kZoneless;
  if (std::holds_alternative<bool>(set.atom)) return kPoints;
  if (!comparator_.IsIsolated(set)) return kNoLine;
  return std::holds_alternative<Wording>(set.atom) ? kTexts : kPoints;
}

void Answers::Rank() {
  by_magnitude_ = domain_.has_relative_tolerance();
  absolute_ = domain_.RoughTolerance().first;
  relative_ = domain_.RoughTolerance().second;
  may_be_model_judged_ = comparator_.may_be_model_judged();
  if (domain_.many()) apart_ = texts_apart_ = SetRelation::kOverlaps;
  places_.resize(sets_.size());
  std::map<int, std::vector<Stretch>> lines;
  for (size_t answer = 0; answer < sets_.size(); ++answer) {
    const Possibilities& set = sets_[answer];
    const int line = LineFor(set);
    places_[answer].line = line;
    if (line == kNoLine) continue;
    Interval interval{.low = Rational(answer), .high = Rational(answer)};
    if (const auto* amount = std::get_if<Amount>(&set.atom)) {
      interval = amount->interval;
      places_[answer].exact = interval.IsPoint();
    } else if (const auto* period = std::get_if<Period>(&set.atom)) {
      interval = IntervalOf(period->span);
    }
    lines[line].push_back({answer, std::move(interval)});
  }
  for (const auto& [line, stretches] : lines) RankLine(stretches);
}

void Answers::RankLine(const std::vector<Stretch>& stretches) {
  const int line = places_[stretches.front().answer].line;
  const bool widens = line != kPoints && line != kTexts && domain_.has_tolerance() && !by_magnitude_;
  const Rational tolerance = widens ? domain_.ToleranceOf({}, {}) : Rational(0);
  Ranking ranking;
  for (const Stretch& stretch : stretches) {
    ranking.Add(stretch.interval.low);
    ranking.Add(stretch.interval.high);
    if (!widens) continue;
    const Interval wide = Widened(stretch.interval, tolerance);
    ranking.Add(wide.low);
    ranking.Add(wide.high);
  }
  ranking.Sort();
  for (const Stretch& stretch : stretches) {
    Place& place = places_[stretch.answer];
    const Interval& own = stretch.interval;
    place.low = place.wide_low = ranking.Low(own.low, own.low_open);
    place.high = place.wide_high = ranking.High(own.high, own.high_open);
    place.low_value = Double(own.low, -std::numeric_limits<double>::infinity());
    place.high_value = Double(own.high, std::numeric_limits<double>::infinity());
    place.magnitude = Magnitude(own).convert_to<double>();
    if (!widens) continue;
    const Interval wide = Widened(own, tolerance);
    place.wide_low = ranking.Low(wide.low, wide.low_open);
    place.wide_high = ranking.High(wide.high, wide.high_open);
  }
}

SetRelation Answers::OnLine(const Place& a, const Place& b) const {
  const bool a_in_b = a.low >= b.wide_low && a.high <= b.wide_high;
  const bool b_in_a = b.low >= a.wide_low && b.high <= a.wide_high;
  if (a_in_b) return b_in_a ? SetRelation::kEqual : SetRelation::kRefines;
  if (b_in_a) return SetRelation::kGeneralizes;
  const bool apart = a.high < b.wide_low || a.low > b.wide_high;
  return apart ? ApartOn(a.line) : SetRelation::kOverlaps;
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

Related Answers::Relate(size_t a, size_t b) const {
  if (a == b) return {SetRelation::kEqual, ""};
  const Place& one = places_[a];
  const Place& other = places_[b];
  if (one.line == other.line && one.line != kNoLine) {
    if (one.line == kTexts) return comparator_.Relate(sets_[a], sets_[b]);  // which gives the reason
    if (!by_magnitude_ || one.line == kPoints) return {OnLine(one, other), ""};
    if (const auto relation = RoughlyRelate(one, other)) return {*relation, ""};
  }
  const uint64_t pair = (static_cast<uint64_t>(a) << 32) | b;
  const auto told = told_.find(pair);
  if (told != told_.end()) return told->second;
  Related related = comparator_.Relate(sets_[a], sets_[b]);
  if (told_.size() < kMostTold) told_.emplace(pair, related);
  return related;
}

bool Answers::KeepsBelow(size_t a, size_t b) const {
  const Place& one = places_[a];
  const Place& other = places_[b];
  if (one.line != other.line || one.line == kNoLine) return false;
  if (one.high == kUnboundedAbove || other.low == kUnboundedBelow) return false;
  return ((one.high + 1) >> 1) <= (other.low >> 1);
}

}  // namespace gainsay::engine
