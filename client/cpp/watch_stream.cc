#include "client/cpp/watch_stream.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace gainsay::client {
namespace {

constexpr absl::Duration kFirstWait = absl::Milliseconds(250);
constexpr absl::Duration kLongestWait = absl::Seconds(15);

// Waits, unless it is told to stop.
void Wait(absl::Duration duration, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  stopped.wait_for(lock, stop, absl::ToChronoNanoseconds(duration), [] { return false; });
}

// What a watch has been told, from one call to the next.
class WatchRun {
 public:
  WatchRun(const Connection& connection, v1::WatchRequest request, const OnWatchAnswer& on_answer)
      : connection_(connection), request_(std::move(request)), on_answer_(on_answer) {}

  // Makes one call. Returns how that ended; nothing if there is no more to ask for.
  std::optional<absl::Status> Call(absl::Time end, const std::stop_token& stop) {
    const auto context = connection_.StreamContext();
    if (end < absl::InfiniteFuture()) context->set_deadline(absl::ToChronoTime(end));
    const std::stop_callback cancel(stop, [&] { context->TryCancel(); });
    const auto stream = connection_.comparison().Watch(context.get(), request_);
    v1::WatchResponse answer;
    while (stream->Read(&answer)) {
      const absl::StatusOr<bool> more = on_answer_(answer);
      if (more.ok()) {
        answered_ = true;
        request_.set_resume_token(answer.resume_token());
        request_.clear_after_revision();
        if (*more) continue;
      }
      context->TryCancel();
      stream->Finish();
      return more.ok() ? std::nullopt : std::optional(more.status());
    }
    absl::Status ended = StatusOf(stream->Finish());
    if (stop.stop_requested()) return std::nullopt;
    return ended;
  }

  // Whether an answer was taken since the last time it was asked.
  bool Answered() { return std::exchange(answered_, false); }

 private:
  const Connection& connection_;
  v1::WatchRequest request_;
  const OnWatchAnswer& on_answer_;
  bool answered_ = false;
};

}  // namespace

absl::Status Watch(const Connection& connection, v1::WatchRequest request, const OnWatchAnswer& on_answer,
                   const std::stop_token& stop) {
  request.set_workspace(connection.workspace());
  const absl::Time end = absl::Now() + connection.stream_timeout();
  WatchRun run(connection, std::move(request), on_answer);
  absl::Duration wait = kFirstWait;
  while (!stop.stop_requested()) {
    const std::optional<absl::Status> ended = run.Call(end, stop);
    if (!ended) break;
    // A call that comes in the last moments of a server is cancelled by it.
    if (!absl::IsUnavailable(*ended) && !absl::IsCancelled(*ended)) return *ended;
    if (run.Answered()) wait = kFirstWait;
    if (absl::Now() + wait >= end) return absl::DeadlineExceededError("the server is away");
    Wait(wait, stop);
    wait = std::min(2 * wait, kLongestWait);
  }
  return absl::OkStatus();
}

}  // namespace gainsay::client
