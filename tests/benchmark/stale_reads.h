#ifndef GAINSAY_TESTS_BENCHMARK_STALE_READS_H_
#define GAINSAY_TESTS_BENCHMARK_STALE_READS_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "tests/benchmark/load_options.h"

namespace gainsay::benchmark {

struct StaleReadsResult {
  int64_t writes = 0;
  int64_t reads = 0;
  int64_t stale = 0;  // reads that did not show a write acknowledged before they were sent

  // One JSON object.
  std::string Json() const;
};

// Looks for stale answers: as many writers as `options.streams`, each with a question of its own and on a
// connection of its own, record claims that turn its answer from CONFIRMED to CONFLICTING and back, and read
// it after each; as many readers read all of them all the time. Errors are those of the calls.
absl::StatusOr<StaleReadsResult> FindStaleReads(const LoadOptions& options);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_STALE_READS_H_
