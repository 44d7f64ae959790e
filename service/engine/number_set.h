#ifndef GAINSAY_SERVICE_ENGINE_NUMBER_SET_H_
#define GAINSAY_SERVICE_ENGINE_NUMBER_SET_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"

namespace gainsay::engine {

// A set of numbers, in the order in which they were added; of few of them it allocates nothing.
class NumberSet {
 public:
  bool contains(uint32_t number) const {
    if (numbers_.size() > kFew) return hashed_.contains(number);
    return std::find(numbers_.begin(), numbers_.end(), number) != numbers_.end();
  }
  // Returns whether the number is new.
  bool insert(uint32_t number) {
    const bool many = numbers_.size() > kFew;
    if (many ? !hashed_.insert(number).second : contains(number)) return false;
    numbers_.push_back(number);
    if (!many && numbers_.size() > kFew) hashed_.insert(numbers_.begin(), numbers_.end());
    return true;
  }
  void clear() {
    numbers_.clear();
    hashed_.clear();
  }

  size_t size() const { return numbers_.size(); }
  uint32_t operator[](size_t i) const { return numbers_[i]; }

 private:
  // As many as are found faster one after the other than by hash.
  static constexpr size_t kFew = 16;

  absl::InlinedVector<uint32_t, kFew> numbers_;
  absl::flat_hash_set<uint32_t> hashed_;  // the same, where there are more
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_NUMBER_SET_H_
