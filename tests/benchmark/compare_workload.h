#ifndef GAINSAY_TESTS_BENCHMARK_COMPARE_WORKLOAD_H_
#define GAINSAY_TESTS_BENCHMARK_COMPARE_WORKLOAD_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/benchmark/dataset.h"
#include "tests/benchmark/load_options.h"
#include "tests/benchmark/workload.h"

namespace gainsay::benchmark {

// CompareQuestion over the hot questions. In full, an answer must be what the engine makes of the records in
// the data, but for the times at which they were recorded.
class CompareWorkload : public Workload {
 public:
  // FAILED_PRECONDITION: the data has no such questions.
  static absl::StatusOr<std::unique_ptr<CompareWorkload>> Make(const Dataset& dataset,
                                                               const LoadOptions& options);

  std::string Method() const override { return "/gainsay.v1.ComparisonService/CompareQuestion"; }
  grpc::ByteBuffer Request(int64_t number) const override;
  bool IsRight(int64_t number, grpc::ByteBuffer& answer, bool fully) const override;

 private:
  struct Question {
    std::string name;
    grpc::ByteBuffer request;
    std::string comparison;  // bytes of the answer's, without `since`
  };

  explicit CompareWorkload(uint64_t seed) : seed_(seed) {}
  const Question& Of(int64_t number) const;

  const uint64_t seed_;
  std::vector<Question> questions_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_COMPARE_WORKLOAD_H_
