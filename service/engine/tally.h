#ifndef GAINSAY_SERVICE_ENGINE_TALLY_H_
#define GAINSAY_SERVICE_ENGINE_TALLY_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gainsay::engine {

// Counts different numbers, over and over.
class Tally {
 public:
  // Of numbers below `limit`.
  explicit Tally(size_t limit) : counted_in_(limit, 0) {}

  void Restart() {
    ++round_;
    count_ = 0;
  }
  void Add(uint32_t number) {
    if (counted_in_[number] == round_) return;
    counted_in_[number] = round_;
    ++count_;
    last_ = number;
  }
  int count() const { return count_; }
  // The last number that was new.
  uint32_t last() const { return last_; }

 private:
  std::vector<uint32_t> counted_in_;  // by number: the last round in which it was
  uint32_t round_ = 1;
  int count_ = 0;
  uint32_t last_ = 0;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_TALLY_H_
