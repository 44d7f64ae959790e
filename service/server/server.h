#ifndef GAINSAY_SERVICE_SERVER_SERVER_H_
#define GAINSAY_SERVICE_SERVER_SERVER_H_

#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/inference/models.h"
#include "service/ledger/case_cache.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call_gate.h"
#include "service/rpc/dispatcher.h"
#include "service/search/search_index.h"
#include "service/server/listener.h"
#include "service/server/options.h"

namespace gainsay::server {

// The whole program behind main: an open store, the services over it, and the socket they are served on.
class Server {
 public:
  // Opens the store and serves.
  // INVALID_ARGUMENT: an option is wrong. Any other: the store or the address cannot be opened. All in one
  // line.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const Options& options);

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  // What a person wants to know of a server that has started, in lines.
  std::string Banner() const;

  // Tells health checks that it is going, refuses new calls as UNAVAILABLE, and returns when those in flight
  // are done; after `patience` they are cancelled.
  void Drain(absl::Duration patience);

 private:
  // What is opened before there is a server.
  struct Parts {
    std::unique_ptr<store::Store> store;
    search::TextAnalyzer analyzer;
    std::unique_ptr<Listener> listener;
    std::shared_ptr<grpc::ServerCredentials> credentials;
    rpc::Authenticate authenticate;
  };
  Server(const Options& options, Parts parts);

  absl::Status Serve();

  std::unique_ptr<store::Store> store_;
  ledger::CaseCache cases_;
  ledger::Ledger ledger_;
  search::SearchIndex search_;
  const inference::Models models_;
  rpc::CallGate gate_;
  rpc::Dispatcher dispatcher_;
  const std::shared_ptr<grpc::ServerCredentials> credentials_;
  std::unique_ptr<grpc::experimental::ExternalConnectionAcceptor> connections_;
  std::unique_ptr<grpc::Server> grpc_;
  std::unique_ptr<Listener> listener_;  // goes first: it hands connections to those above
};

}  // namespace gainsay::server

#endif  // GAINSAY_SERVICE_SERVER_SERVER_H_
