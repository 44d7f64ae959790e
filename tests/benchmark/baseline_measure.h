#ifndef GAINSAY_TESTS_BENCHMARK_BASELINE_MEASURE_H_
#define GAINSAY_TESTS_BENCHMARK_BASELINE_MEASURE_H_

#include <sys/types.h>

#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/time/time.h"
#include "tests/benchmark/latency_histogram.h"

namespace gainsay::benchmark {

// When a run ends: at the first of these.
struct Limits {
  int64_t calls = std::numeric_limits<int64_t>::max();
  double seconds = std::numeric_limits<double>::infinity();
};

// What a run came to.
struct Measured {
  int64_t calls = 0;
  absl::Duration spent;
  LatencyHistogram latencies;
  std::map<std::string, int64_t> errors;
  absl::Duration cpu;         // of this process
  absl::Duration server_cpu;  // of the server asked for, with its children

  // Adds what came after it.
  void Append(const Measured& next);

  double PerSecond() const { return static_cast<double>(calls) / absl::ToDoubleSeconds(spent); }
  nlohmann::ordered_json Json() const;
};

// Makes calls on `threads` threads at once, each one after the other: `call` with the thread's number and
// the call's, each from 0. `server` is a process whose time is measured too, or 0.
Measured Measure(int threads, const Limits& limits, absl::FunctionRef<absl::Status(int, int64_t)> call,
                 pid_t server = 0);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_BASELINE_MEASURE_H_
