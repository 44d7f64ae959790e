#ifndef GAINSAY_TESTS_BENCHMARK_DRAWS_H_
#define GAINSAY_TESTS_BENCHMARK_DRAWS_H_

#include <cstddef>
#include <cstdint>

namespace gainsay::benchmark {

// Returns what splitmix64 makes of a number.
inline uint64_t Mixed(uint64_t number) {
  number += 0x9e3779b97f4a7c15;
  number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
  number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
  return number ^ (number >> 31);
}

// What a stream of draws is for, so that streams of the same index differ.
enum class Subject : uint64_t { kSize = 1, kEntity, kTopic, kQuestion, kSource, kClaim, kNewClaim, kLoad };

// Draws from a seed: the same on any machine, unlike the distributions of the standard library.
class Draws {
 public:
  Draws(uint64_t seed, Subject subject, uint64_t index, uint64_t part = 0)
      : state_(Mixed(Mixed(Mixed(seed ^ (static_cast<uint64_t>(subject) << 56)) ^ index) ^ part)) {}

  uint64_t Next() {
    state_ += 0x9e3779b97f4a7c15;
    return Mixed(state_);
  }

  // From 0 to `bound`, without it.
  int Below(int bound) { return static_cast<int>(((Next() >> 32) * static_cast<uint64_t>(bound)) >> 32); }

  bool Chance(int percent) { return Below(100) < percent; }

  template <class T, size_t n>
  const T& OneOf(const T (&options)[n]) {
    return options[Below(static_cast<int>(n))];
  }

 private:
  uint64_t state_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_DRAWS_H_
