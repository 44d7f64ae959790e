#ifndef GAINSAY_TESTS_BENCHMARK_NOOP_ANSWER_H_
#define GAINSAY_TESTS_BENCHMARK_NOOP_ANSWER_H_

#include <string>

#include "tests/benchmark/message_bytes.h"
#include "tests/benchmark/noop.pb.h"

namespace gainsay::benchmark {

// The bytes of an answer with so many bytes.
inline grpc::ByteBuffer NoOpAnswer(int bytes) {
  NoOpResponse response;
  response.set_payload(std::string(bytes, 'x'));
  return BytesOf(response.SerializeAsString());
}

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_NOOP_ANSWER_H_
