#ifndef GAINSAY_TESTS_BENCHMARK_BASELINE_SQL_H_
#define GAINSAY_TESTS_BENCHMARK_BASELINE_SQL_H_

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "tests/benchmark/dataset.h"

namespace gainsay::benchmark {

// Returns the text of one of the queries that lie beside the programs: "baseline_verdict.sql".
std::string SqlOf(const std::string& file);

// A question as the queries are asked for it.
struct AskedQuestion {
  int64_t index = 0;
  std::string topic;  // ids
  std::string question;
};

AskedQuestion Asked(const Dataset& data, int64_t index);

// The questions of `claims` claims; of any number for 0.
std::vector<AskedQuestion> QuestionsToAsk(const Dataset& data, int claims);

// How often a query gives the status that the engine gives, over some questions of all sizes, and over which
// it does not.
nlohmann::ordered_json Agreement(
    const Dataset& data, absl::FunctionRef<absl::StatusOr<std::string>(const AskedQuestion&)> status_of);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_BASELINE_SQL_H_
