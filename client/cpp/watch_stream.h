#ifndef GAINSAY_CLIENT_CPP_WATCH_STREAM_H_
#define GAINSAY_CLIENT_CPP_WATCH_STREAM_H_

#include <functional>

#include "absl/status/status.h"
#include "client/cpp/connection.h"

namespace gainsay::client {

// Watches until `on_answer`, which takes each answer in order, returns false. When the server is gone, or
// does not answer, it waits a little, longer each time and up to 15 s, and goes on after the last answer;
// nothing is missed. The workspace of `request` is the connection's. Returns OK, or why the server refuses to
// watch, or DEADLINE_EXCEEDED where the connection has a timeout.
absl::Status Watch(const Connection& connection, v1::WatchRequest request,
                   const std::function<bool(const v1::WatchResponse& answer)>& on_answer);

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_WATCH_STREAM_H_
