#ifndef GAINSAY_SERVICE_RPC_UNARY_CALL_H_
#define GAINSAY_SERVICE_RPC_UNARY_CALL_H_

#include <atomic>
#include <functional>
#include <optional>

#include "absl/functional/any_invocable.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/rpc/call.h"
#include "service/rpc/event.h"
#include "service/rpc/raw_service.h"
#include "service/rpc/serving.h"
#include "service/rpc/source_mask.h"

namespace gainsay::rpc {

class UnaryCall;

// Serves a call: answers it, now or later and from any thread, by Finish or by Work, once.
using UnaryHandler = std::function<void(UnaryCall& call)>;

// A call with one message each way. Lives until it has been answered and the answer has been sent.
class UnaryCall final : public Call {
 public:
  // Serves the calls of a method that arrive on a queue, one after the other, until the server ends.
  static void ServeAll(const Served<UnaryHandler>& served);

  const grpc::ByteBuffer& request() const { return request_; }

  // Answers the call. The call may be gone when this returns.
  void Finish(const absl::StatusOr<grpc::ByteBuffer>& answer);

  // Whether its answer is looked through for confidential sources, which takes as long as it is large.
  bool hides_sources() const { return mask_.has_value(); }

  // Answers the call with what `handler` returns, which runs on a thread of its own; RESOURCE_EXHAUSTED if
  // there are too many. The call may be gone when this returns.
  void Work(absl::AnyInvocable<absl::StatusOr<grpc::ByteBuffer>()> handler);

  // Answers the call with what `handler` returns. The call may be gone when this returns.
  void Answer(absl::FunctionRef<absl::StatusOr<grpc::ByteBuffer>()> handler);

 private:
  explicit UnaryCall(const Served<UnaryHandler>& served);
  ~UnaryCall() = default;

  absl::Status CheckCaller();
  absl::StatusOr<grpc::ByteBuffer> Hidden(const absl::StatusOr<grpc::ByteBuffer>& answer) const;
  void Send(const absl::StatusOr<grpc::ByteBuffer>& answer);
  void Arrived(bool ok);
  void Ended(bool ok);     // the client is not waiting any more
  void Finished(bool ok);  // the answer has been sent, or cannot be
  void Release();

  const Served<UnaryHandler> served_;

  grpc::ByteBuffer request_;
  std::optional<SourceMask> mask_;  // of a caller who may not see confidential sources
  BytesResponder responder_;
  EventOf<UnaryCall> arrived_;
  EventOf<UnaryCall> ended_;
  EventOf<UnaryCall> finished_;
  std::atomic<int> holders_ = 2;  // the two events that a call which has arrived ends with
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_UNARY_CALL_H_
