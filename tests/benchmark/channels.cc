#include "tests/benchmark/channels.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <chrono>

#include "absl/strings/str_cat.h"

namespace gainsay::benchmark {

absl::StatusOr<Stubs> Connect(const std::string& server, int channels) {
  constexpr auto kPatience = std::chrono::seconds(10);
  Stubs stubs;
  for (int i = 0; i < channels; ++i) {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    arguments.SetMaxReceiveMessageSize(-1);
    const auto channel = grpc::CreateCustomChannel(server, grpc::InsecureChannelCredentials(), arguments);
    if (!channel->WaitForConnected(std::chrono::system_clock::now() + kPatience)) {
      return absl::UnavailableError(absl::StrCat(server, " cannot be reached"));
    }
    stubs.push_back(std::make_unique<grpc::GenericStub>(channel));
  }
  return stubs;
}

}  // namespace gainsay::benchmark
