#include "tests/benchmark/stream_load.h"

#include <grpcpp/client_context.h>
#include <grpcpp/completion_queue.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/benchmark/channels.h"
#include "tests/benchmark/load_window.h"

namespace gainsay::benchmark {
namespace {

// What all streams share.
struct Load {
  const Workload& workload;
  const std::string method;
  const LoadWindow window;
  const size_t unanswered;  // on one stream
  std::atomic<int64_t> next = 0;
};

// One stream, driven by the thread of its queue alone.
class Stream {
 public:
  enum class Step { kStarted, kWritten, kRead, kFinished };
  // The tag of a step's completion.
  struct Tag {
    Stream* stream;
    Step step;
  };

  Stream(Load& load, grpc::GenericStub& stub, grpc::CompletionQueue& queue, Tally& tally)
      : load_(load), queue_(queue), tally_(tally) {
    stream_ = stub.PrepareCall(&context_, load.method, &queue);
    stream_->StartCall(&started_);
  }

  void Proceed(Step step, bool ok) {
    switch (step) {
      case Step::kStarted:
        stream_->Read(&answer_, &read_);
        return Write();
      case Step::kWritten:
        writing_ = false;
        // A stream that is broken says why when it ends.
        return ok ? Write() : void();
      case Step::kRead:
        if (!ok) return stream_->Finish(&status_, &finished_);
        return TakeAnswer();
      case Step::kFinished:
        return End();
    }
  }

 private:
  struct Sent {
    int64_t number;
    absl::Time at;
  };

  void Write() {
    if (writing_ || done_) return;
    const absl::Time now = absl::Now();
    if (now >= load_.window.to) {
      done_ = writing_ = true;
      return stream_->WritesDone(&written_);
    }
    if (sent_.size() >= load_.unanswered) return;
    const int64_t number = load_.next++;
    sent_.push_back({number, now});
    grpc::WriteOptions options;
    // What is followed at once by more need not go out alone.
    if (sent_.size() < load_.unanswered) options.set_buffer_hint();
    writing_ = true;
    stream_->Write(load_.workload.Request(number), options, &written_);
  }

  void TakeAnswer() {
    const absl::Time now = absl::Now();
    if (sent_.empty()) {
      ++tally_.wrong;
    } else {
      const Sent sent = sent_.front();
      sent_.pop_front();
      tally_.CountAnswer(load_.workload, sent.number, answer_);
      if (load_.window.Measures(now)) {
        tally_.CountMeasured(answer_);
        tally_.latencies.Record(now - sent.at);
      }
    }
    stream_->Read(&answer_, &read_);
    Write();
  }

  void End() {
    if (!status_.ok()) tally_.CountError(status_);
    tally_.wrong += static_cast<int64_t>(sent_.size());
    queue_.Shutdown();
  }

  Load& load_;
  grpc::CompletionQueue& queue_;
  Tally& tally_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream_;
  Tag started_{this, Step::kStarted};
  Tag written_{this, Step::kWritten};
  Tag read_{this, Step::kRead};
  Tag finished_{this, Step::kFinished};
  bool writing_ = false;
  bool done_ = false;
  std::deque<Sent> sent_;  // without an answer yet
  grpc::ByteBuffer answer_;
  grpc::Status status_;
};

void Drive(Load& load, grpc::GenericStub& stub, Tally& tally) {
  grpc::CompletionQueue queue;
  Stream stream(load, stub, queue, tally);
  void* tag = nullptr;
  bool ok = false;
  while (queue.Next(&tag, &ok)) {
    const auto* step = static_cast<const Stream::Tag*>(tag);
    step->stream->Proceed(step->step, ok);
  }
}

}  // namespace

absl::StatusOr<LoadResult> RunStreamLoad(const LoadOptions& options, const Workload& workload) {
  const absl::StatusOr<Stubs> stubs = Connect(options.server, options.channels);
  if (!stubs.ok()) return stubs.status();
  Load load{workload, workload.Method(), LoadWindow(options),
            static_cast<size_t>(std::max(1, options.in_flight / options.streams))};
  std::vector<Tally> tallies(options.streams);
  std::vector<std::thread> threads;
  for (int i = 0; i < options.streams; ++i) {
    threads.emplace_back(
        [&, i] { Drive(load, *(*stubs)[static_cast<size_t>(i) % stubs->size()], tallies[i]); });
  }
  const absl::StatusOr<CpuTime> cpu = load.window.SleepThrough(options.server_pid);
  for (std::thread& thread : threads) thread.join();
  if (!cpu.ok()) return cpu.status();
  LoadResult result{.measured = load.window.to - load.window.from, .cpu = *cpu};
  for (const Tally& tally : tallies) result.tally.Merge(tally);
  return result;
}

}  // namespace gainsay::benchmark
