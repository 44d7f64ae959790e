#include "tests/benchmark/latency_histogram.h"

#include <gtest/gtest.h>

namespace gainsay::benchmark {
namespace {

TEST(LatencyHistogramTest, NothingCountedIsZero) {
  const LatencyHistogram histogram;
  EXPECT_EQ(histogram.Percentile(99), absl::ZeroDuration());
  EXPECT_EQ(histogram.max(), absl::ZeroDuration());
}

TEST(LatencyHistogramTest, PercentilesAreWithinOneHundredAndTwentyEighth) {
  LatencyHistogram histogram;
  for (int i = 1; i <= 100'000; ++i) histogram.Record(absl::Microseconds(i));
  for (const double percent : {1.0, 50.0, 90.0, 99.0, 99.9}) {
    const absl::Duration exact = absl::Microseconds(1'000 * percent);
    EXPECT_GE(histogram.Percentile(percent), exact) << percent;
    EXPECT_LE(histogram.Percentile(percent), exact * (1 + 1.0 / 128)) << percent;
  }
  EXPECT_EQ(histogram.Percentile(100), absl::Milliseconds(100));
}

TEST(LatencyHistogramTest, OneStallAmongManyShowsInTheMaximumAndTheLastPercentile) {
  LatencyHistogram histogram;
  for (int i = 0; i < 999; ++i) histogram.Record(absl::Microseconds(100));
  histogram.Record(absl::Seconds(3));
  EXPECT_LE(histogram.Percentile(99.9), absl::Microseconds(101));
  EXPECT_EQ(histogram.Percentile(100), absl::Seconds(3));
  EXPECT_EQ(histogram.max(), absl::Seconds(3));
}

TEST(LatencyHistogramTest, MergedCountsAreThoseOfBoth) {
  LatencyHistogram one;
  LatencyHistogram other;
  one.Record(absl::Nanoseconds(7));
  other.Record(absl::Hours(2));
  one.Merge(other);
  EXPECT_EQ(one.count(), 2);
  EXPECT_EQ(one.Percentile(50), absl::Nanoseconds(7));
  EXPECT_EQ(one.max(), absl::Hours(2));
}

TEST(LatencyHistogramTest, WhatLiesOutsideItsRangeIsCountedAtItsEnds) {
  LatencyHistogram histogram;
  histogram.Record(absl::Nanoseconds(-5));
  histogram.Record(absl::Hours(100));
  EXPECT_EQ(histogram.count(), 2);
  EXPECT_EQ(histogram.Percentile(50), absl::ZeroDuration());
  EXPECT_GT(histogram.max(), absl::Hours(4));
}

}  // namespace
}  // namespace gainsay::benchmark
