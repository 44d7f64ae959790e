#include "tests/benchmark/noop.grpc.pb.h"
#include "tests/benchmark/noop_answer.h"
#include "tests/benchmark/noop_service.h"

namespace gainsay::benchmark {
namespace {

class StreamReactor final : public grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  StreamReactor(const Work& work, const grpc::ByteBuffer& answer) : work_(work), answer_(answer) {
    StartRead(&request_);
  }

  void OnReadDone(bool ok) override {
    if (!ok) return Finish(grpc::Status::OK);
    work_.Do();
    StartWrite(&answer_);
  }

  void OnWriteDone(bool ok) override {
    if (!ok) return Finish(grpc::Status::CANCELLED);
    StartRead(&request_);
  }

  void OnDone() override { delete this; }

 private:
  const Work& work_;
  const grpc::ByteBuffer answer_;
  grpc::ByteBuffer request_;
};

using RawNoOp = NoOp::WithRawCallbackMethod_Call<NoOp::WithRawCallbackMethod_Calls<NoOp::Service>>;

class CallbackNoOp final : public NoOpService, public RawNoOp {
 public:
  explicit CallbackNoOp(const NoOpOptions& options)
      : work_(options.work), answer_(NoOpAnswer(options.response_bytes)) {}

  void Register(grpc::ServerBuilder& builder) override { builder.RegisterService(this); }

  grpc::ServerUnaryReactor* Call(grpc::CallbackServerContext* context, const grpc::ByteBuffer*,
                                 grpc::ByteBuffer* response) override {
    work_.Do();
    *response = answer_;
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* Calls(grpc::CallbackServerContext*) override {
    return new StreamReactor(work_, answer_);
  }

 private:
  const Work work_;
  const grpc::ByteBuffer answer_;
};

}  // namespace

std::unique_ptr<NoOpService> MakeCallbackNoOp(const NoOpOptions& options) {
  return std::make_unique<CallbackNoOp>(options);
}

}  // namespace gainsay::benchmark
