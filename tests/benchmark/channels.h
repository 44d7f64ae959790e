#ifndef GAINSAY_TESTS_BENCHMARK_CHANNELS_H_
#define GAINSAY_TESTS_BENCHMARK_CHANNELS_H_

#include <grpcpp/generic/generic_stub.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace gainsay::benchmark {

using Stubs = std::vector<std::unique_ptr<grpc::GenericStub>>;

// Returns so many connections to a server, each of its own. UNAVAILABLE: it cannot be reached.
absl::StatusOr<Stubs> Connect(const std::string& server, int channels);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_CHANNELS_H_
