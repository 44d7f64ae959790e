#ifndef GAINSAY_SERVICE_RPC_CALL_H_
#define GAINSAY_SERVICE_RPC_CALL_H_

#include <grpcpp/server_context.h>

#include <atomic>
#include <memory>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "service/rpc/caller.h"

namespace gainsay::rpc {

// One call of a client's, as its handler sees it. Thread-safe.
class Call {
 public:
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  // Until when the client waits for the answer; for ever if it does not say.
  absl::Time deadline() const;

  // Whether the client is known to wait no more.
  bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }

  // Ends the call as CANCELLED, whatever its handler is at.
  void Cancel() { context_.TryCancel(); }

  // Takes the call for one whose client waits no more.
  void BreakOff() { cancelled_.store(true, std::memory_order_relaxed); }

  // Who makes it, and what they may do. Known once it has arrived.
  const Caller& caller() const { return *caller_; }

 protected:
  Call() = default;
  ~Call() = default;

  grpc::ServerContext& context() { return context_; }

  // Finds out who makes the call. UNAUTHENTICATED: it does not say credibly.
  absl::Status Authenticate(const rpc::Authenticate& authenticate);

  // Finds it out again. UNAUTHENTICATED: as before. UNAVAILABLE: what the caller may do has changed since.
  absl::Status CheckSameCaller(const rpc::Authenticate& authenticate) const;

 private:
  grpc::ServerContext context_;
  std::shared_ptr<const Caller> caller_;
  std::atomic<bool> cancelled_ = false;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CALL_H_
