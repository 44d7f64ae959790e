#ifndef GAINSAY_SERVICE_ENGINE_LINES_H_
#define GAINSAY_SERVICE_ENGINE_LINES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "service/engine/interval.h"

namespace gainsay::engine {

// The lines that sets may be stretches of: amounts have one for each dimension.
inline constexpr int kNoLine = -1;
inline constexpr int kZoneless = 0;
inline constexpr int kZoned = 1;
inline constexpr int kPoints = 2;
inline constexpr int kTexts = 3;
inline constexpr int kFirstDimension = 4;

// Where a set lies on its line. A closed end is a multiple of 4, or of 2 where it is none of those ranked; an
// open one lies next to it, inwards.
struct Place {
  int line = kNoLine;
  bool exact = false;  // one amount, affirmed
  int64_t low = 0;
  int64_t high = 0;
  int64_t wide_low = 0;  // widened by the tolerance
  int64_t wide_high = 0;
  double low_value = 0;
  double high_value = 0;
  double magnitude = 0;  // of the larger bounded end
};

// Whether both are stretches of a line, and no part of `a` is beyond any part of `b`.
bool KeepsBelow(const Place& a, const Place& b);

// Ranks ends of stretches: equal ones alike.
class Ranking {
 public:
  void Add(const Interval& interval);
  void Sort();
  // Where the ends of a stretch, ranked or not, lie.
  int64_t Low(const Interval& interval) const;
  int64_t High(const Interval& interval) const;

 private:
  int64_t RankOf(const model::Rational& end) const;

  std::vector<model::Rational> ends_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_LINES_H_
