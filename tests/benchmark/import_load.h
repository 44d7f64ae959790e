#ifndef GAINSAY_TESTS_BENCHMARK_IMPORT_LOAD_H_
#define GAINSAY_TESTS_BENCHMARK_IMPORT_LOAD_H_

#include <string>

#include "absl/status/statusor.h"
#include "tests/benchmark/cpu_time.h"
#include "tests/benchmark/load_options.h"

namespace gainsay::benchmark {

struct ImportResult {
  int64_t records = 0;
  int64_t claims = 0;
  int64_t bytes = 0;  // of the messages sent
  int64_t written = 0;
  int64_t unchanged = 0;
  int64_t refused = 0;
  int64_t acknowledgements = 0;
  std::string error;    // empty: none
  absl::Duration took;  // from the first record sent to the last acknowledgement
  CpuTime cpu;

  // Whether every record was taken and nothing failed.
  bool ok() const;
  // One JSON object.
  std::string Json() const;
};

// Imports the data on one stream, without what `options.on_file` claims say is there already, and waits until
// all of it is durable. UNAVAILABLE: the server cannot be reached.
absl::StatusOr<ImportResult> RunImportLoad(const LoadOptions& options);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_IMPORT_LOAD_H_
