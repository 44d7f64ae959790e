#ifndef GAINSAY_SERVICE_RPC_MESSAGE_STREAM_H_
#define GAINSAY_SERVICE_RPC_MESSAGE_STREAM_H_

#include <utility>

#include "absl/status/status.h"
#include "service/rpc/message_bytes.h"
#include "service/rpc/stream_call.h"

namespace gainsay::rpc {

// A stream of messages each way. Does not own the call, which must outlive it. One thread may read while
// another writes.
template <class Request, class Response>
class MessageStream {
 public:
  explicit MessageStream(StreamCall& call) : call_(call) {}

  // Waits for the next message. Returns false once there is none: the client has sent all, or the call has
  // ended, as it does when the client sends what is no message.
  bool Read(Request& message) {
    grpc::ByteBuffer bytes;
    if (!malformed_.ok() || !call_.Read(bytes)) return false;
    malformed_ = ParseBytes(bytes, message);
    if (!malformed_.ok()) call_.BreakOff();
    return malformed_.ok();
  }

  // Sends a message; waits while too much is on its way. Returns false if the call has ended.
  bool Write(const Response& message) { return call_.Write(BytesOf(message)); }

  // The same for a message that is serialized already.
  bool WriteBytes(grpc::ByteBuffer message) { return call_.Write(std::move(message)); }

  // As StreamCall's.
  bool draining() const { return call_.draining(); }
  int64_t calls_let_in() const { return call_.calls_let_in(); }
  void StopReading() { call_.StopReading(); }
  bool AwaitSent() { return call_.AwaitSent(); }

  // INVALID_ARGUMENT: the client has sent what is no message.
  const absl::Status& malformed() const { return malformed_; }

 private:
  StreamCall& call_;
  absl::Status malformed_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_MESSAGE_STREAM_H_
