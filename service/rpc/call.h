#ifndef GAINSAY_SERVICE_RPC_CALL_H_
#define GAINSAY_SERVICE_RPC_CALL_H_

#include <grpcpp/server_context.h>

#include <atomic>

#include "absl/time/time.h"

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

 protected:
  Call() = default;
  ~Call() = default;

  grpc::ServerContext& context() { return context_; }

 private:
  grpc::ServerContext context_;
  std::atomic<bool> cancelled_ = false;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CALL_H_
