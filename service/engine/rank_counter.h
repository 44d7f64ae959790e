#ifndef GAINSAY_SERVICE_ENGINE_RANK_COUNTER_H_
#define GAINSAY_SERVICE_ENGINE_RANK_COUNTER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gainsay::engine {

// How many of the numbers that were added lie above or below one (Fenwick, Softw. Pract. Exper. 24(3), 1994).
class RankCounter {
 public:
  // `ranked` are all numbers that may be added, in order; must outlive it.
  explicit RankCounter(const std::vector<int64_t>& ranked) : ranked_(ranked), tree_(ranked.size() + 1, 0) {}

  void Add(int64_t number) {
    ++added_;
    for (size_t i = RankOf(number) + 1; i < tree_.size(); i += i & (~i + 1)) ++tree_[i];
  }
  int Below(int64_t number) const { return CountOfFirst(RankOf(number)); }
  int Above(int64_t number) const {
    const auto after = std::upper_bound(ranked_.begin(), ranked_.end(), number);
    return added_ - CountOfFirst(static_cast<size_t>(after - ranked_.begin()));
  }

 private:
  size_t RankOf(int64_t number) const {
    return static_cast<size_t>(std::lower_bound(ranked_.begin(), ranked_.end(), number) - ranked_.begin());
  }
  int CountOfFirst(size_t ranks) const {
    int count = 0;
    for (size_t i = ranks; i > 0; i -= i & (~i + 1)) count += tree_[i];
    return count;
  }

  const std::vector<int64_t>& ranked_;
  std::vector<int> tree_;
  int added_ = 0;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_RANK_COUNTER_H_
