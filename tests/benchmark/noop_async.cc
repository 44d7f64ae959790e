#include <thread>
#include <vector>

#include "tests/benchmark/noop.grpc.pb.h"
#include "tests/benchmark/noop_answer.h"
#include "tests/benchmark/noop_service.h"

namespace gainsay::benchmark {
namespace {

// Calls that a queue is ready to take at a time.
constexpr int kCallsAwaited = 128;

using RawNoOp = NoOp::WithRawMethod_Call<NoOp::WithRawMethod_Calls<NoOp::Service>>;

// What the calls of one queue share.
struct Host {
  RawNoOp& service;
  const Work& work;
  const grpc::ByteBuffer& answer;
  grpc::ServerCompletionQueue* queue;
};

// A call, from when it is awaited: the tag of its completions. Owns itself.
class AsyncCall {
 public:
  virtual ~AsyncCall() = default;

  // Takes the next step, or ends.
  virtual void Proceed(bool ok) = 0;
};

class UnaryCall final : public AsyncCall {
 public:
  explicit UnaryCall(const Host& host) : host_(host), responder_(&context_) {
    host.service.RequestCall(&context_, &request_, &responder_, host.queue, host.queue, this);
  }

  void Proceed(bool ok) override {
    if (!ok || answered_) {
      delete this;
      return;
    }
    new UnaryCall(host_);
    host_.work.Do();
    answered_ = true;
    responder_.Finish(host_.answer, grpc::Status::OK, this);
  }

 private:
  const Host& host_;
  bool answered_ = false;
  grpc::ServerContext context_;
  grpc::ByteBuffer request_;
  grpc::ServerAsyncResponseWriter<grpc::ByteBuffer> responder_;
};

class StreamCall final : public AsyncCall {
 public:
  explicit StreamCall(const Host& host) : host_(host), stream_(&context_) {
    host.service.RequestCalls(&context_, &stream_, host.queue, host.queue, this);
  }

  void Proceed(bool ok) override {
    switch (step_) {
      case Step::kAwaited:
        if (!ok) break;
        new StreamCall(host_);
        return Read();
      case Step::kReading:
        if (!ok) return Finish();
        host_.work.Do();
        step_ = Step::kWriting;
        return stream_.Write(host_.answer, this);
      case Step::kWriting:
        return ok ? Read() : Finish();
      case Step::kFinishing:
        break;
    }
    delete this;
  }

 private:
  enum class Step { kAwaited, kReading, kWriting, kFinishing };

  void Read() {
    step_ = Step::kReading;
    stream_.Read(&request_, this);
  }

  void Finish() {
    step_ = Step::kFinishing;
    stream_.Finish(grpc::Status::OK, this);
  }

  const Host& host_;
  Step step_ = Step::kAwaited;
  grpc::ServerContext context_;
  grpc::ByteBuffer request_;
  grpc::ServerAsyncReaderWriter<grpc::ByteBuffer, grpc::ByteBuffer> stream_;
};

class AsyncNoOp final : public NoOpService {
 public:
  explicit AsyncNoOp(const NoOpOptions& options)
      : queues_(options.queues), work_(options.work), answer_(NoOpAnswer(options.response_bytes)) {}

  void Register(grpc::ServerBuilder& builder) override {
    builder.RegisterService(&service_);
    for (auto& queue : queues_) queue = builder.AddCompletionQueue();
  }

  void Start() override {
    hosts_.reserve(queues_.size());
    for (const auto& queue : queues_) {
      const Host& host = hosts_.emplace_back(Host{service_, work_, answer_, queue.get()});
      for (int i = 0; i < kCallsAwaited; ++i) new UnaryCall(host);
      new StreamCall(host);
      threads_.emplace_back([&host] { Serve(*host.queue); });
    }
  }

  void Stop() override {
    for (const auto& queue : queues_) queue->Shutdown();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  static void Serve(grpc::ServerCompletionQueue& queue) {
    void* tag = nullptr;
    bool ok = false;
    while (queue.Next(&tag, &ok)) static_cast<AsyncCall*>(tag)->Proceed(ok);
  }

  RawNoOp service_;
  std::vector<std::unique_ptr<grpc::ServerCompletionQueue>> queues_;
  std::vector<Host> hosts_;
  std::vector<std::thread> threads_;
  const Work work_;
  const grpc::ByteBuffer answer_;
};

}  // namespace

std::unique_ptr<NoOpService> MakeAsyncNoOp(const NoOpOptions& options) {
  return std::make_unique<AsyncNoOp>(options);
}

}  // namespace gainsay::benchmark
