#ifndef GAINSAY_TESTS_BENCHMARK_NOOP_WORKLOAD_H_
#define GAINSAY_TESTS_BENCHMARK_NOOP_WORKLOAD_H_

#include <string>

#include "tests/benchmark/workload.h"

namespace gainsay::benchmark {

// Calls of the no-op, unary or on a stream, each with so many bytes.
class NoOpWorkload : public Workload {
 public:
  NoOpWorkload(int payload, bool stream);

  std::string Method() const override;
  grpc::ByteBuffer Request(int64_t number) const override;
  bool IsRight(int64_t number, grpc::ByteBuffer& answer, bool fully) const override;

 private:
  const bool stream_;
  grpc::ByteBuffer request_;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_NOOP_WORKLOAD_H_
