#include "tests/benchmark/latency_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace gainsay::benchmark {
namespace {

// Below 2^8 ns every nanosecond has a bucket; above, each power of two has 2^7.
constexpr int kBitsKept = 8;
constexpr int64_t kHalf = int64_t{1} << (kBitsKept - 1);
constexpr int64_t kMost = (int64_t{1} << 44) - 1;  // nearly 5 hours

size_t BucketOf(int64_t nanoseconds) {
  const int width = std::bit_width(static_cast<uint64_t>(nanoseconds));
  const int shift = std::max(0, width - kBitsKept);
  return static_cast<size_t>(shift * kHalf + (nanoseconds >> shift));
}

// The largest number that falls into a bucket.
int64_t EndOf(size_t bucket) {
  const int64_t number = static_cast<int64_t>(bucket);
  const int64_t shift = std::max<int64_t>(0, number / kHalf - 1);
  return ((number - shift * kHalf + 1) << shift) - 1;
}

}  // namespace

LatencyHistogram::LatencyHistogram() : counts_(BucketOf(kMost) + 1) {}

void LatencyHistogram::Record(absl::Duration latency) {
  const int64_t nanoseconds = std::clamp<int64_t>(absl::ToInt64Nanoseconds(latency), 0, kMost);
  ++counts_[BucketOf(nanoseconds)];
  ++count_;
  max_ = std::max(max_, nanoseconds);
}

void LatencyHistogram::Merge(const LatencyHistogram& other) {
  for (size_t bucket = 0; bucket < counts_.size(); ++bucket) counts_[bucket] += other.counts_[bucket];
  count_ += other.count_;
  max_ = std::max(max_, other.max_);
}

absl::Duration LatencyHistogram::Percentile(double percent) const {
  const auto wanted = static_cast<int64_t>(std::ceil(static_cast<double>(count_) * percent / 100));
  int64_t seen = 0;
  for (size_t bucket = 0; bucket < counts_.size() && count_ > 0; ++bucket) {
    seen += counts_[bucket];
    if (seen > 0 && seen >= wanted) return absl::Nanoseconds(std::min(EndOf(bucket), max_));
  }
  return absl::ZeroDuration();
}

}  // namespace gainsay::benchmark
