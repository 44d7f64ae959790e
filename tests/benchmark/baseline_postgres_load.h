#ifndef GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_LOAD_H_
#define GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_LOAD_H_

#include <sys/types.h>

#include <nlohmann/json.hpp>
#include <string>

#include "absl/status/statusor.h"
#include "tests/benchmark/dataset.h"

namespace gainsay::benchmark {

// How rows are given to PostgreSQL.
enum class LoadingBy { kCopy, kInsert };

// Makes the tables anew, with their keys, foreign keys and indexes, and writes the data over `clients`
// connections: what belongs to some topics in a transaction, by COPY many of them, by INSERT of many rows
// about 1,000 rows. Returns what it came to. INTERNAL: PostgreSQL failed.
absl::StatusOr<nlohmann::ordered_json> LoadPostgres(const std::string& conninfo, pid_t server,
                                                    const Dataset& data, LoadingBy by, int clients);

// Returns the bytes of tables and of indexes, as they are and once they have been written anew.
absl::StatusOr<nlohmann::ordered_json> SizePostgres(const std::string& conninfo, const Dataset& data);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_BASELINE_POSTGRES_LOAD_H_
