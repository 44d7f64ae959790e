#ifndef GAINSAY_CLIENT_CPP_CHANNEL_H_
#define GAINSAY_CLIENT_CPP_CHANNEL_H_

#include <grpcpp/grpcpp.h>

#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace gainsay::client {

// Where a server is, how to speak to it, and what to ask of it.
struct ConnectionOptions {
  std::string server = "127.0.0.1:7420";  // host:port, or any gRPC target; after "https://", over TLS
  std::string workspace;                  // empty: "default"
  // The longest a call may take. Without it a unary call may take 30 s, and a stream any time.
  std::optional<absl::Duration> timeout;
  std::string token_file;  // who calls: a token that `gainsay token new` printed
  std::string ca_file;     // certificates to trust, in PEM; asks for TLS. Empty: the system's
  std::string cert_file;   // the client's own certificate and key, in PEM; ask for TLS
  std::string key_file;
};

// A channel, and the token that its calls are to carry as "authorization: Bearer ..."; empty: none.
struct OpenChannel {
  std::shared_ptr<grpc::Channel> channel;
  std::string token;
};

// Makes a channel; it connects when it is first used. `service_config` is gRPC's, in JSON.
// INVALID_ARGUMENT: a file cannot be read; or the token would travel in plain text to another machine.
absl::StatusOr<OpenChannel> MakeChannel(const ConnectionOptions& options, const std::string& service_config);

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_CHANNEL_H_
