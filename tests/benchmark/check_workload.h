#ifndef GAINSAY_TESTS_BENCHMARK_CHECK_WORKLOAD_H_
#define GAINSAY_TESTS_BENCHMARK_CHECK_WORKLOAD_H_

#include <grpcpp/support/slice.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/benchmark/dataset.h"
#include "tests/benchmark/load_options.h"
#include "tests/benchmark/workload.h"

namespace gainsay::benchmark {

// CheckClaims with what parties say on the hot questions, for a stream. In full, an answer must be what the
// engine makes of the records in the data, but for the times at which they were recorded.
class CheckWorkload : public Workload {
 public:
  // FAILED_PRECONDITION: the data has no such questions.
  static absl::StatusOr<std::unique_ptr<CheckWorkload>> Make(const Dataset& dataset,
                                                             const LoadOptions& options);

  std::string Method() const override { return "/gainsay.v1.ComparisonService/CheckClaims"; }
  grpc::ByteBuffer Request(int64_t number) const override;
  bool IsRight(int64_t number, grpc::ByteBuffer& answer, bool fully) const override;

 private:
  struct Candidate {
    grpc::Slice request;  // but for the line
    std::string answer;   // but for its line, its revision, and since when
  };

  explicit CheckWorkload(uint64_t seed) : seed_(seed) {}
  const Candidate& Of(int64_t number) const;

  const uint64_t seed_;
  std::vector<Candidate> candidates_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_CHECK_WORKLOAD_H_
