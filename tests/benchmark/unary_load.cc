#include "tests/benchmark/unary_load.h"

#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "tests/benchmark/channels.h"
#include "tests/benchmark/load_window.h"

namespace gainsay::benchmark {
namespace {

// Past the end of a load, for the answers that are still out.
constexpr absl::Duration kLastAnswers = absl::Seconds(30);

// A call on its way: the tag of its completion.
struct Call {
  int64_t number = 0;
  absl::Time due;
  grpc::ClientContext context;
  std::unique_ptr<grpc::GenericClientAsyncResponseReader> reader;
  grpc::ByteBuffer answer;
  grpc::Status status;
};

class UnaryLoad {
 public:
  UnaryLoad(const LoadOptions& options, const Workload& workload, Stubs stubs)
      : options_(options),
        workload_(workload),
        method_(workload.Method()),
        stubs_(std::move(stubs)),
        queues_(options.threads),
        window_(options) {}

  absl::StatusOr<LoadResult> Run() {
    std::vector<Tally> tallies(queues_.size());
    std::vector<std::thread> threads;
    for (size_t i = 0; i < queues_.size(); ++i) {
      threads.emplace_back([this, i, &tallies] { TakeAnswers(queues_[i], tallies[i]); });
    }
    threads.emplace_back([this] { options_.rate > 0 ? SendWhenDue() : SendFirst(); });
    const absl::StatusOr<CpuTime> cpu = window_.SleepThrough(options_.server_pid);
    threads.back().join();
    threads.pop_back();
    while (out_ > 0) absl::SleepFor(absl::Milliseconds(1));
    for (grpc::CompletionQueue& queue : queues_) queue.Shutdown();
    for (std::thread& thread : threads) thread.join();
    if (!cpu.ok()) return cpu.status();
    LoadResult result{.measured = window_.to - window_.from, .cpu = *cpu};
    for (const Tally& tally : tallies) result.tally.Merge(tally);
    return result;
  }

 private:
  void SendFirst() {
    for (int i = 0; i < options_.in_flight; ++i) Send(absl::Now());
  }

  // On a thread of its own, because gRPC's timers count in milliseconds.
  void SendWhenDue() {
    const absl::Duration interval = absl::Seconds(1) / options_.rate;
    for (absl::Time due = window_.begin; due < window_.to; due += interval) {
      const absl::Duration early = due - absl::Now();
      if (early > absl::ZeroDuration()) absl::SleepFor(early);
      Send(due);
    }
  }

  void Send(absl::Time due) {
    auto* call = new Call;
    call->number = next_++;
    call->due = due;
    call->context.set_deadline(absl::ToChronoTime(window_.to + kLastAnswers));
    ++out_;
    const grpc::ByteBuffer request = workload_.Request(call->number);
    call->reader = stubs_[call->number % stubs_.size()]->PrepareUnaryCall(
        &call->context, method_, request, &queues_[call->number % queues_.size()]);
    call->reader->StartCall();
    call->reader->Finish(&call->answer, &call->status, call);
  }

  void TakeAnswers(grpc::CompletionQueue& queue, Tally& tally) {
    void* tag = nullptr;
    bool ok = false;
    while (queue.Next(&tag, &ok)) {
      const std::unique_ptr<Call> call(static_cast<Call*>(tag));
      const absl::Time now = absl::Now();
      if (options_.rate == 0 && now < window_.to) Send(now);
      Count(*call, now, tally);
      --out_;
    }
  }

  void Count(Call& call, absl::Time now, Tally& tally) {
    if (!call.status.ok()) return tally.CountError(call.status);
    tally.CountAnswer(workload_, call.number, call.answer);
    // In open loop, what should have been sent counts, however late it is answered.
    if (window_.Measures(options_.rate > 0 ? call.due : now)) tally.latencies.Record(now - call.due);
    if (window_.Measures(now)) tally.CountMeasured(call.answer);
  }

  const LoadOptions& options_;
  const Workload& workload_;
  const std::string method_;
  const Stubs stubs_;
  std::vector<grpc::CompletionQueue> queues_;
  const LoadWindow window_;
  std::atomic<int64_t> next_ = 0;
  std::atomic<int64_t> out_ = 0;  // calls without an answer yet
};

}  // namespace

absl::StatusOr<LoadResult> RunUnaryLoad(const LoadOptions& options, const Workload& workload) {
  absl::StatusOr<Stubs> stubs = Connect(options.server, options.channels);
  if (!stubs.ok()) return stubs.status();
  return UnaryLoad(options, workload, *std::move(stubs)).Run();
}

}  // namespace gainsay::benchmark
