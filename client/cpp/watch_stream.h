#ifndef GAINSAY_CLIENT_CPP_WATCH_STREAM_H_
#define GAINSAY_CLIENT_CPP_WATCH_STREAM_H_

#include <functional>
#include <stop_token>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/cpp/connection.h"

namespace gainsay::client {

// Takes an answer, and returns whether to go on. UNAVAILABLE: the answer is to come again.
using OnWatchAnswer = std::function<absl::StatusOr<bool>(const v1::WatchResponse& answer)>;

// Watches until `on_answer`, which takes each answer in order, returns false, or `stop` is requested. When
// the server is gone, or does not answer, it waits a little, longer each time and up to 15 s, and goes on
// after the last answer that was taken; nothing is missed. The workspace of `request` is the connection's.
// Returns OK, or why the server refuses to watch, or another error of `on_answer`, or DEADLINE_EXCEEDED where
// the connection has a timeout.
absl::Status Watch(const Connection& connection, v1::WatchRequest request, const OnWatchAnswer& on_answer,
                   const std::stop_token& stop = {});

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_WATCH_STREAM_H_
