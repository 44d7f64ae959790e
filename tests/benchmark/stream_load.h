#ifndef GAINSAY_TESTS_BENCHMARK_STREAM_LOAD_H_
#define GAINSAY_TESTS_BENCHMARK_STREAM_LOAD_H_

#include "absl/status/statusor.h"
#include "tests/benchmark/load_options.h"
#include "tests/benchmark/load_result.h"
#include "tests/benchmark/workload.h"

namespace gainsay::benchmark {

// Sends requests on streams that answer each, in order, for as long as the options say; `in_flight` of them,
// over all streams, are unanswered at a time. UNAVAILABLE: the server cannot be reached.
absl::StatusOr<LoadResult> RunStreamLoad(const LoadOptions& options, const Workload& workload);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_STREAM_LOAD_H_
