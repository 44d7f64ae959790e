#include "service/rpc/unary_call.h"

#include <utility>

#include "service/rpc/status_converter.h"

namespace gainsay::rpc {

void UnaryCall::ServeAll(RawService& service, int method, const UnaryHandler& handler, const Serving& serving,
                         grpc::ServerCompletionQueue& queue) {
  auto* next = new UnaryCall(service, method, handler, serving, queue);
  next->service_.RequestUnary(method, next->context(), next->request_, next->responder_, queue,
                              next->arrived_);
}

UnaryCall::UnaryCall(RawService& service, int method, const UnaryHandler& handler, const Serving& serving,
                     grpc::ServerCompletionQueue& queue)
    : service_(service),
      method_(method),
      handler_(handler),
      serving_(serving),
      queue_(queue),
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
  RawService& service = service_;
  const int method = method_;
  const UnaryHandler& handler = handler_;
  const Serving& serving = serving_;
  grpc::ServerCompletionQueue& queue = queue_;
  if (serving.gate.Enter()) {
    handler(*this);
  } else {
    responder_.FinishWithError(Draining(), &finished_);
  }
  // Only now: a call that came meanwhile goes to a queue whose thread is free.
  ServeAll(service, method, handler, serving, queue);
}

void UnaryCall::Finish(const absl::StatusOr<grpc::ByteBuffer>& answer) {
  serving_.gate.Leave();
  if (answer.ok()) {
    responder_.Finish(*answer, grpc::Status::OK, &finished_);
  } else {
    responder_.FinishWithError(ToGrpcStatus(answer.status()), &finished_);
  }
}

void UnaryCall::Answer(absl::FunctionRef<absl::StatusOr<grpc::ByteBuffer>()> handler) {
  Finish(WithoutExceptions<absl::StatusOr<grpc::ByteBuffer>>(handler));
}

void UnaryCall::Work(absl::AnyInvocable<absl::StatusOr<grpc::ByteBuffer>()> handler) {
  const bool runs = serving_.workers.Run(
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
