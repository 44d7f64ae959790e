#include "service/inference/models.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

namespace gainsay::inference {
namespace {

// How soon a server that is back is noticed.
constexpr int kLongestBackoffMs = 1'000;

}  // namespace

Models ModelsFor(const ModelOptions& options, const std::function<absl::Time()>& now) {
  Models models;
  if (options.server.empty()) return models;
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, kLongestBackoffMs);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kLongestBackoffMs);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  const auto server =
      grpc::CreateCustomChannel(options.server, grpc::InsecureChannelCredentials(), arguments);
  const AskingLimits limits{.deadline = options.deadline};
  if (!options.relation.empty()) {
    models.relation = std::make_unique<RelationModel>(server, options.relation, limits, now);
  }
  if (!options.embed.empty()) {
    models.embed = std::make_unique<EmbeddingModel>(server, options.embed, limits, now);
  }
  return models;
}

}  // namespace gainsay::inference
