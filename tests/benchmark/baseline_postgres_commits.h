#ifndef GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_COMMITS_H_
#define GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_COMMITS_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/benchmark/baseline_postgres_connection.h"
#include "tests/benchmark/dataset.h"

namespace gainsay::benchmark {

// A statement that writes one new claim with where it was seen, all named as a client names them.
extern const char kInsertClaim[];

// Returns the parameters of kInsertClaim for new claims of their own names, on one question after the other.
std::vector<PostgresConnection::Parameters> NewClaims(const Dataset& data, int64_t count);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_COMMITS_H_
