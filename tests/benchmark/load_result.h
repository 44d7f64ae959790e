#ifndef GAINSAY_TESTS_BENCHMARK_LOAD_RESULT_H_
#define GAINSAY_TESTS_BENCHMARK_LOAD_RESULT_H_

#include <grpcpp/support/status.h>

#include <cstdint>
#include <map>
#include <string>

#include "absl/time/time.h"
#include "tests/benchmark/cpu_time.h"
#include "tests/benchmark/latency_histogram.h"
#include "tests/benchmark/workload.h"

namespace gainsay::benchmark {

// What one thread, or all of them, saw of a load after its warming up.
struct Tally {
  LatencyHistogram latencies;
  int64_t answers = 0;  // within the time measured
  int64_t answer_bytes = 0;
  int64_t wrong = 0;                      // at any time
  int64_t checked = 0;                    // at any time, in full
  std::map<std::string, int64_t> errors;  // at any time, by status

  void CountError(const grpc::Status& status);
  // Looks whether an answer is right.
  void CountAnswer(const Workload& workload, int64_t number, grpc::ByteBuffer& answer);
  // Counts an answer that came within the time measured.
  void CountMeasured(const grpc::ByteBuffer& answer);
  void Merge(const Tally& other);
};

struct LoadResult {
  Tally tally;
  absl::Duration measured;
  CpuTime cpu;  // within the time measured

  // Whether every call was answered, and rightly.
  bool ok() const;
  // One JSON object.
  std::string Json(const std::string& what) const;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_LOAD_RESULT_H_
