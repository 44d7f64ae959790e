#ifndef GAINSAY_TESTS_BENCHMARK_LOAD_WINDOW_H_
#define GAINSAY_TESTS_BENCHMARK_LOAD_WINDOW_H_

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "tests/benchmark/cpu_time.h"
#include "tests/benchmark/load_options.h"

namespace gainsay::benchmark {

// When a load begins, is measured from, and ends.
struct LoadWindow {
  explicit LoadWindow(const LoadOptions& options);

  bool Measures(absl::Time moment) const { return moment >= from && moment < to; }

  // Sleeps through the window. Returns the processor time that was spent in it.
  absl::StatusOr<CpuTime> SleepThrough(pid_t server) const;

  absl::Time begin;
  absl::Time from;
  absl::Time to;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_LOAD_WINDOW_H_
