#include "service/engine/lines.h"

#include <algorithm>
#include <limits>

namespace gainsay::engine {
namespace {

constexpr int64_t kUnboundedBelow = std::numeric_limits<int64_t>::min();
constexpr int64_t kUnboundedAbove = std::numeric_limits<int64_t>::max();

bool Less(const model::Rational& a, const model::Rational& b) { return model::Order(a, b) < 0; }

}  // namespace

bool KeepsBelow(const Place& a, const Place& b) {
  if (a.line != b.line || a.line == kNoLine) return false;
  if (a.high == kUnboundedAbove || b.low == kUnboundedBelow) return false;
  return ((a.high + 1) >> 1) <= (b.low >> 1);
}

void Ranking::Add(const Interval& interval) {
  if (interval.low) ends_.push_back(*interval.low);
  if (interval.high && !interval.IsPoint()) ends_.push_back(*interval.high);
}

void Ranking::Sort() {
  std::sort(ends_.begin(), ends_.end(), Less);
  const auto same = [](const model::Rational& a, const model::Rational& b) {
    return model::Order(a, b) == 0;
  };
  ends_.erase(std::unique(ends_.begin(), ends_.end(), same), ends_.end());
}

int64_t Ranking::Low(const Interval& interval) const {
  return interval.low ? 2 * RankOf(*interval.low) + (interval.low_open ? 1 : 0) : kUnboundedBelow;
}

int64_t Ranking::High(const Interval& interval) const {
  return interval.high ? 2 * RankOf(*interval.high) - (interval.high_open ? 1 : 0) : kUnboundedAbove;
}

// An even number of one that is ranked; an odd one, between those next to it, of one that is not.
int64_t Ranking::RankOf(const model::Rational& end) const {
  const auto found = std::lower_bound(ends_.begin(), ends_.end(), end, Less);
  const int64_t rank = 2 * (found - ends_.begin());
  return found != ends_.end() && model::Order(*found, end) == 0 ? rank : rank - 1;
}

}  // namespace gainsay::engine
