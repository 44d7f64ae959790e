#ifndef GAINSAY_TESTS_BENCHMARK_UNARY_LOAD_H_
#define GAINSAY_TESTS_BENCHMARK_UNARY_LOAD_H_

#include "absl/status/statusor.h"
#include "tests/benchmark/load_options.h"
#include "tests/benchmark/load_result.h"
#include "tests/benchmark/workload.h"

namespace gainsay::benchmark {

// Calls a unary method for as long as the options say. In closed loop, each answer sends the next call, and a
// latency is that of one call. In open loop, calls are due at a fixed rate, whatever becomes of those before,
// and a latency counts from when the call was due. UNAVAILABLE: the server cannot be reached.
absl::StatusOr<LoadResult> RunUnaryLoad(const LoadOptions& options, const Workload& workload);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_UNARY_LOAD_H_
