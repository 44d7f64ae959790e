#include "client/cpp/watch_stream.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace gainsay::client {
namespace {

constexpr absl::Duration kFirstWait = absl::Milliseconds(250);
constexpr absl::Duration kLongestWait = absl::Seconds(15);

}  // namespace

absl::Status Watch(const Connection& connection, v1::WatchRequest request,
                   const std::function<bool(const v1::WatchResponse& answer)>& on_answer) {
  request.set_workspace(connection.workspace());
  const absl::Time end = absl::Now() + connection.stream_timeout();
  absl::Duration wait = kFirstWait;
  while (true) {
    const auto context = connection.StreamContext();
    if (end < absl::InfiniteFuture()) context->set_deadline(absl::ToChronoTime(end));
    const auto stream = connection.comparison().Watch(context.get(), request);
    v1::WatchResponse answer;
    while (stream->Read(&answer)) {
      wait = kFirstWait;
      request.set_resume_token(answer.resume_token());
      request.clear_after_revision();
      if (on_answer(answer)) continue;
      context->TryCancel();
      stream->Finish();
      return absl::OkStatus();
    }
    const absl::Status ended = StatusOf(stream->Finish());
    // A call that comes in the last moments of a server is cancelled by it.
    if (!absl::IsUnavailable(ended) && !absl::IsCancelled(ended)) return ended;
    if (absl::Now() + wait >= end) return absl::DeadlineExceededError("the server is away");
    absl::SleepFor(wait);
    wait = std::min(2 * wait, kLongestWait);
  }
}

}  // namespace gainsay::client
