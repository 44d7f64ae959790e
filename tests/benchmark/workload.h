#ifndef GAINSAY_TESTS_BENCHMARK_WORKLOAD_H_
#define GAINSAY_TESTS_BENCHMARK_WORKLOAD_H_

#include <grpcpp/support/byte_buffer.h>

#include <cstdint>
#include <string>

namespace gainsay::benchmark {

// Answers are looked at in full once in so many calls; every one in what is cheap to see.
inline constexpr int64_t kCallsPerFullCheck = 100;

// What a load generator sends, and what it must get back. Bytes, so that every method costs the client the
// same. Thread-safe.
class Workload {
 public:
  virtual ~Workload() = default;

  // The method's full name with slashes: "/gainsay.v1.ComparisonService/CompareQuestion".
  virtual std::string Method() const = 0;

  // The request of a call. `number` tells calls apart, and alone decides what is sent.
  virtual grpc::ByteBuffer Request(int64_t number) const = 0;

  // Whether `answer` is the right one to the request of that number; `fully` parses all of it.
  virtual bool IsRight(int64_t number, grpc::ByteBuffer& answer, bool fully) const = 0;
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_WORKLOAD_H_
