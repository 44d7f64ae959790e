#ifndef GAINSAY_CLIENT_CPP_CONNECTION_H_
#define GAINSAY_CLIENT_CPP_CONNECTION_H_

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/cpp/channel.h"
#include "client/cpp/request_id.h"
#include "gainsay/v1/admin_service.grpc.pb.h"
#include "gainsay/v1/comparison_service.grpc.pb.h"
#include "gainsay/v1/ledger_service.grpc.pb.h"

namespace gainsay::client {

// Returns the status of a call as an absl one: the codes are the same.
absl::Status StatusOf(const grpc::Status& status);

// A request for a write: one that can be told apart from others.
template <class Request>
concept Write = requires(Request& request) {
  { request.request_id() } -> std::convertible_to<std::string>;
};

// A request for a read that can wait for a revision.
template <class Request>
concept Read = requires(Request& request) {
  { request.min_revision() } -> std::same_as<int64_t>;
};

// A connection to a server, and the workspace to work in there. Unary calls are tried again as
// docs/retry-policy.json says, creates too, since every write carries a request id; what was written over
// the connection is seen by what is read over it afterwards, from any replica. Thread-safe.
class Connection {
 public:
  // Connects. INVALID_ARGUMENT: as MakeChannel.
  // UNAVAILABLE: nothing answers there (within 10 s, or within the timeout if that is less), or nothing whose
  // certificate is trusted.
  static absl::StatusOr<Connection> Open(const ConnectionOptions& options);

  const std::string& workspace() const { return options_.workspace; }
  v1::LedgerService::StubInterface& ledger() const { return *ledger_; }
  v1::ComparisonService::StubInterface& comparison() const { return *comparison_; }
  v1::AdminService::StubInterface& admin() const { return *admin_; }

  // How long a stream may take; for ever unless it was said.
  absl::Duration stream_timeout() const { return options_.timeout.value_or(absl::InfiniteDuration()); }

  // The latest revision that a write over this connection has made known; 0 before the first.
  int64_t revision() const { return *revision_; }
  // Notes a revision that a write has been answered with, also one made elsewhere: later reads wait for it.
  void SawRevision(int64_t revision) const;

  // Returns a context for a stream: with a deadline only if one was asked for.
  std::unique_ptr<grpc::ClientContext> StreamContext() const;

  // Makes a unary call in this workspace: Call(ledger(), &v1::LedgerService::StubInterface::GetTopic,
  // request). Returns the answer, or the call's error. A write without a request id gets one of its own: who
  // means to call again after an error, sets one (NewRequestId) and keeps it. A read without a min_revision
  // waits for revision().
  template <class Stub, class Request, class Response>
  absl::StatusOr<Response> Call(Stub& stub,
                                grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                                Request request) const {
    request.set_workspace(workspace());
    if constexpr (Write<Request>) {
      if (request.request_id().empty()) request.set_request_id(NewRequestId());
    }
    if constexpr (Read<Request>) {
      if (request.min_revision() == 0) request.set_min_revision(revision());
    }
    const auto context = CallContext();
    Response response;
    const grpc::Status status = (stub.*method)(context.get(), request, &response);
    if (!status.ok()) return StatusOf(status);
    if constexpr (Write<Request>) SawRevision(response.revision());
    return response;
  }

  // Calls a paged method until its last page, and returns the first answer with every page's items in
  // it. `items` gives a response's repeated field. Pages are as large as the server allows.
  template <class Stub, class Request, class Response, class Items>
  absl::StatusOr<Response> CallAllPages(Stub& stub,
                                        grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                                     Response*),
                                        Request request, Items* (Response::*items)()) const {
    request.set_page_size(kPageSize);
    absl::StatusOr<Response> all = Call(stub, method, request);
    while (all.ok() && !all->next_page_token().empty()) {
      request.set_page_token(all->next_page_token());
      absl::StatusOr<Response> page = Call(stub, method, request);
      if (!page.ok()) return page.status();
      for (auto& item : *((*page).*items)()) ((*all).*items)()->Add(std::move(item));
      all->set_next_page_token(page->next_page_token());
    }
    return all;
  }

 private:
  static constexpr int kPageSize = 1'000;

  Connection(ConnectionOptions options, std::string token, const std::shared_ptr<grpc::Channel>& channel);
  std::unique_ptr<grpc::ClientContext> CallContext() const;
  std::unique_ptr<grpc::ClientContext> ContextFor(std::optional<absl::Duration> timeout) const;

  ConnectionOptions options_;
  std::string token_;
  std::unique_ptr<std::atomic<int64_t>> revision_ = std::make_unique<std::atomic<int64_t>>(0);
  std::unique_ptr<v1::LedgerService::StubInterface> ledger_;
  std::unique_ptr<v1::ComparisonService::StubInterface> comparison_;
  std::unique_ptr<v1::AdminService::StubInterface> admin_;
};

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_CONNECTION_H_
