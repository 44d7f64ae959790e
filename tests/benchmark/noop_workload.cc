#include "tests/benchmark/noop_workload.h"

#include <string>

#include "tests/benchmark/message_bytes.h"
#include "tests/benchmark/noop.pb.h"

namespace gainsay::benchmark {

NoOpWorkload::NoOpWorkload(int payload, bool stream) : stream_(stream) {
  NoOpRequest request;
  request.set_payload(std::string(payload, 'x'));
  request_ = BytesOf(request.SerializeAsString());
}

std::string NoOpWorkload::Method() const {
  return stream_ ? "/gainsay.benchmark.NoOp/Calls" : "/gainsay.benchmark.NoOp/Call";
}

grpc::ByteBuffer NoOpWorkload::Request(int64_t) const { return request_; }

bool NoOpWorkload::IsRight(int64_t, grpc::ByteBuffer& answer, bool fully) const {
  NoOpResponse response;
  return answer.Length() > 0 && (!fully || (Parse(answer, response) && !response.payload().empty()));
}

}  // namespace gainsay::benchmark
