#include "client/cpp/connection.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/cpp/retry_policy.h"

namespace gainsay::client {
namespace {

constexpr absl::Duration kConnectTimeout = absl::Seconds(10);
constexpr absl::Duration kCallTimeout = absl::Seconds(30);

std::chrono::system_clock::time_point DeadlineIn(absl::Duration timeout) {
  return absl::ToChronoTime(absl::Now() + timeout);
}

// The published policy with the creates, which it leaves out as a client may send them without a request id.
std::string RetryPolicy() {
  auto policy = nlohmann::json::parse(kRetryPolicy);
  auto& methods = policy["methodConfig"][0]["name"];
  for (const char* noun : {"Entity", "Source", "Topic", "Question"}) {
    methods.push_back(
        {{"service", v1::LedgerService::service_full_name()}, {"method", absl::StrCat("Create", noun)}});
  }
  return policy.dump();
}

// Waits for the first attempt to connect, not for gRPC's endless ones.
bool Connects(grpc::Channel& channel, absl::Duration timeout) {
  const auto deadline = DeadlineIn(timeout);
  for (auto state = channel.GetState(true); state != GRPC_CHANNEL_READY; state = channel.GetState(true)) {
    if (state == GRPC_CHANNEL_TRANSIENT_FAILURE || state == GRPC_CHANNEL_SHUTDOWN) return false;
    if (!channel.WaitForStateChange(state, deadline)) return false;
  }
  return true;
}

}  // namespace

absl::Status StatusOf(const grpc::Status& status) {
  return {static_cast<absl::StatusCode>(status.error_code()), status.error_message()};
}

Connection::Connection(ConnectionOptions options, std::string token,
                       const std::shared_ptr<grpc::Channel>& channel)
    : options_(std::move(options)),
      token_(std::move(token)),
      ledger_(v1::LedgerService::NewStub(channel)),
      comparison_(v1::ComparisonService::NewStub(channel)),
      admin_(v1::AdminService::NewStub(channel)) {}

absl::StatusOr<Connection> Connection::Open(const ConnectionOptions& options) {
  absl::StatusOr<OpenChannel> opened = MakeChannel(options, RetryPolicy());
  if (!opened.ok()) return opened.status();
  if (!Connects(*opened->channel, std::min(kConnectTimeout, options.timeout.value_or(kConnectTimeout)))) {
    return absl::UnavailableError(absl::StrCat("no server answers at ", options.server));
  }
  return Connection(options, std::move(opened->token), opened->channel);
}

void Connection::SawRevision(int64_t revision) const {
  int64_t latest = *revision_;
  while (latest < revision && !revision_->compare_exchange_weak(latest, revision)) {
  }
}

std::unique_ptr<grpc::ClientContext> Connection::StreamContext() const {
  return ContextFor(options_.timeout);
}

std::unique_ptr<grpc::ClientContext> Connection::CallContext() const {
  return ContextFor(options_.timeout.value_or(kCallTimeout));
}

std::unique_ptr<grpc::ClientContext> Connection::ContextFor(std::optional<absl::Duration> timeout) const {
  auto context = std::make_unique<grpc::ClientContext>();
  if (timeout) context->set_deadline(DeadlineIn(*timeout));
  if (!token_.empty()) context->AddMetadata("authorization", absl::StrCat("Bearer ", token_));
  return context;
}

}  // namespace gainsay::client
