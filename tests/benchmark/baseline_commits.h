#ifndef GAINSAY_TESTS_BENCHMARK_BASELINE_COMMITS_H_
#define GAINSAY_TESTS_BENCHMARK_BASELINE_COMMITS_H_

#include <cstdint>
#include <vector>

#include "service/store/store.h"
#include "tests/benchmark/dataset.h"

namespace gainsay::benchmark {

// The workspace of what is written: the service's own where none is named.
inline constexpr char kWorkspace[] = "default";

// What the service wrote in one commit.
struct WrittenCommit {
  store::Committed commit;
  std::vector<std::pair<std::string, std::string>> puts;
  std::vector<std::string> index;  // keys without a value, which the log does not name
};

// What the service writes for the same records.
struct WrittenCommits {
  std::vector<WrittenCommit> import;  // the whole data, as an import writes it
  std::vector<WrittenCommit> single;  // then new claims, recorded one a commit
  int64_t imported = 0;               // records
};

// Has the ledger import the data and then record `single` new claims, and returns what it wrote.
// Errors of the ledger.
absl::StatusOr<WrittenCommits> CommitsOf(const Dataset& data, int64_t single);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_BASELINE_COMMITS_H_
