#ifndef GAINSAY_TESTS_BENCHMARK_HOT_QUESTIONS_H_
#define GAINSAY_TESTS_BENCHMARK_HOT_QUESTIONS_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/benchmark/dataset.h"
#include "tests/benchmark/load_options.h"

namespace gainsay::benchmark {

// Returns the indexes of the questions that a load asks about: those with as many claims as the options say,
// spread over the data. FAILED_PRECONDITION: the data has none.
absl::StatusOr<std::vector<int64_t>> HotQuestions(const Dataset& dataset, const LoadOptions& options);

// Returns which of `count` things a call of that number is about.
int64_t Pick(uint64_t seed, int64_t number, int64_t count);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_HOT_QUESTIONS_H_
