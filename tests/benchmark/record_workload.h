#ifndef GAINSAY_TESTS_BENCHMARK_RECORD_WORKLOAD_H_
#define GAINSAY_TESTS_BENCHMARK_RECORD_WORKLOAD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/benchmark/dataset.h"
#include "tests/benchmark/load_options.h"
#include "tests/benchmark/workload.h"

namespace gainsay::benchmark {

// RecordClaims, one claim a call, all different, on questions of the data. In full, an answer must name a
// claim of the question that was not on file.
class RecordWorkload : public Workload {
 public:
  RecordWorkload(const Dataset& dataset, const LoadOptions& options);

  std::string Method() const override { return "/gainsay.v1.LedgerService/RecordClaims"; }
  grpc::ByteBuffer Request(int64_t number) const override;
  bool IsRight(int64_t number, grpc::ByteBuffer& answer, bool fully) const override;

 private:
  struct Template {
    std::string question;
    std::string request;
    size_t digits;  // where the claim's number is within it
  };

  const Template& Of(int64_t number) const;

  const uint64_t seed_;
  const int64_t first_;
  std::vector<Template> templates_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_RECORD_WORKLOAD_H_
