#include <algorithm>

#include "absl/time/clock.h"
#include "tests/benchmark/draws.h"
#include "tests/benchmark/noop_service.h"

namespace gainsay::benchmark {
namespace {

void Count(int64_t steps) {
  [[maybe_unused]] volatile uint64_t sink = 0;
  uint64_t number = static_cast<uint64_t>(steps);
  for (int64_t i = 0; i < steps; ++i) number = Mixed(number);
  sink = number;
}

// The least of some tries: whatever else runs on the machine only adds.
absl::Duration DurationOf(int64_t steps) {
  absl::Duration least = absl::InfiniteDuration();
  for (int i = 0; i < 20; ++i) {
    const absl::Time begin = absl::Now();
    Count(steps);
    least = std::min(least, absl::Now() - begin);
  }
  return least;
}

}  // namespace

Work::Work(absl::Duration duration) {
  constexpr int64_t kSteps = 100'000;
  if (duration > absl::ZeroDuration()) {
    steps_ = static_cast<int64_t>(kSteps * absl::FDivDuration(duration, DurationOf(kSteps)));
  }
}

void Work::Do() const { Count(steps_); }

}  // namespace gainsay::benchmark
