#ifndef GAINSAY_TESTS_BENCHMARK_LATENCY_HISTOGRAM_H_
#define GAINSAY_TESTS_BENCHMARK_LATENCY_HISTOGRAM_H_

#include <cstdint>
#include <vector>

#include "absl/time/time.h"

namespace gainsay::benchmark {

// Counts latencies in buckets whose width is at most 1/128 of what they hold, from a nanosecond to hours.
// Not thread-safe.
class LatencyHistogram {
 public:
  LatencyHistogram();

  // Less than nothing is counted as nothing.
  void Record(absl::Duration latency);
  void Merge(const LatencyHistogram& other);

  int64_t count() const { return count_; }
  absl::Duration max() const { return absl::Nanoseconds(max_); }

  // Returns what `percent` of the latencies do not exceed, at most 1/128 too much; nothing counted is zero.
  absl::Duration Percentile(double percent) const;

 private:
  std::vector<int64_t> counts_;  // by bucket
  int64_t count_ = 0;
  int64_t max_ = 0;  // nanoseconds
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_LATENCY_HISTOGRAM_H_
