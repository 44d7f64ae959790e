#include "service/rpc/unary_call.h"

#include <string>
#include <utility>

#include "service/rpc/authorization.h"
#include "service/rpc/message_bytes.h"
#include "service/rpc/status_converter.h"

namespace gainsay::rpc {

void UnaryCall::ServeAll(const Served<UnaryHandler>& served) {
  auto* next = new UnaryCall(served);
  served.service.RequestUnary(served.method.index(), next->context(), next->request_, next->responder_,
                              served.queue, next->arrived_);
}

UnaryCall::UnaryCall(const Served<UnaryHandler>& served)
    : served_(served),
      responder_(&context()),
      arrived_(*this, &UnaryCall::Arrived),
      ended_(*this, &UnaryCall::Ended),
      finished_(*this, &UnaryCall::Finished) {
  context().AsyncNotifyWhenDone(&ended_);
}

void UnaryCall::Arrived(bool ok) {
  if (!ok) {  // the server is shutting down
    delete this;
    return;
  }
  const Served<UnaryHandler> served = served_;
  if (served.serving.gate.Enter()) {
    const absl::Status may = CheckCaller();
    if (may.ok()) {
      served.handler(*this);
    } else {
      Finish(may);
    }
  } else {
    responder_.FinishWithError(ToGrpcStatus(ServerDraining()), &finished_);
  }
  // Only now: a call that came meanwhile goes to a queue whose thread is free.
  ServeAll(served);
}

// Whether the caller may have it served.
absl::Status UnaryCall::CheckCaller() {
  const absl::Status known = Authenticate(served_.serving.authenticate);
  if (!known.ok()) return known;
  absl::StatusOr<std::optional<SourceMask>> mask =
      Admit(caller(), served_.method, served_.workspace, request_, served_.serving.mask);
  if (!mask.ok()) return mask.status();
  mask_ = *std::move(mask);
  return absl::OkStatus();
}

void UnaryCall::Finish(const absl::StatusOr<grpc::ByteBuffer>& answer) {
  if (mask_) {
    Send(Hidden(answer));
  } else {
    Send(answer);
  }
}

// The answer as who may not see confidential sources is given it.
absl::StatusOr<grpc::ByteBuffer> UnaryCall::Hidden(const absl::StatusOr<grpc::ByteBuffer>& answer) const {
  if (answer.ok()) return mask_->Hidden(*answer, *served_.method.output_type());
  return mask_->HiddenError(answer.status(), TextOf(request_));
}

void UnaryCall::Send(const absl::StatusOr<grpc::ByteBuffer>& answer) {
  CallGate& gate = served_.serving.gate;
  if (answer.ok()) {
    responder_.Finish(*answer, grpc::Status::OK, &finished_);
  } else {
    responder_.FinishWithError(ToGrpcStatus(answer.status()), &finished_);
  }
  // Once the gate is empty the queues go, so an answer must be on its way.
  gate.Leave();
}

void UnaryCall::Answer(absl::FunctionRef<absl::StatusOr<grpc::ByteBuffer>()> handler) {
  Finish(WithoutExceptions<absl::StatusOr<grpc::ByteBuffer>>(handler));
}

void UnaryCall::Work(absl::AnyInvocable<absl::StatusOr<grpc::ByteBuffer>()> handler) {
  const bool runs = served_.serving.workers.Run(
      [this, handler = std::move(handler)]() mutable { Answer([&handler] { return handler(); }); });
  if (!runs) Finish(TooManyCalls());
}

void UnaryCall::Ended(bool) {
  if (context().IsCancelled()) BreakOff();
  Release();
}

void UnaryCall::Finished(bool) { Release(); }

void UnaryCall::Release() {
  if (holders_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
}

}  // namespace gainsay::rpc
