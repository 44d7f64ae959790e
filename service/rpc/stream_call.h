#ifndef GAINSAY_SERVICE_RPC_STREAM_CALL_H_
#define GAINSAY_SERVICE_RPC_STREAM_CALL_H_

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>

#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "service/rpc/call.h"
#include "service/rpc/event.h"
#include "service/rpc/raw_service.h"
#include "service/rpc/serving.h"
#include "service/rpc/source_mask.h"

namespace gainsay::rpc {

class StreamCall;

// Serves a stream; what it returns ends the call.
using StreamHandler = std::function<absl::Status(StreamCall& call)>;

// A call with a stream each way. Its handler has a thread of its own and waits there; messages are taken in
// before it asks for them, and sent after it has written them, up to some number and size. One thread may
// read while another writes.
class StreamCall final : public Call {
 public:
  // As UnaryCall::ServeAll.
  static void ServeAll(const Served<StreamHandler>& served);

  // Waits for the client's next message. Returns false once there is none: the client has sent all, or the
  // call has ended.
  bool Read(grpc::ByteBuffer& message);

  // Whether the server is going down, and waits for this call to end.
  bool draining() const { return served_.serving.gate.closed(); }

  // How many calls the server has let in so far, this one among them.
  int64_t calls_let_in() const { return served_.serving.gate.let_in(); }

  // Makes Read return false once it has returned what has come already. For any thread.
  void StopReading();

  // Sends a message; waits while too much is on its way. Returns false if the call has ended.
  bool Write(grpc::ByteBuffer message);

  // Waits until what was written has been sent. Returns false if it cannot be, for the call has ended:
  // whether a client that sends no more has sent all is certain only once something has been sent to it after
  // that.
  bool AwaitSent();

 private:
  explicit StreamCall(const Served<StreamHandler>& served);
  ~StreamCall() = default;

  void Arrived(bool ok);
  void Ended(bool ok);
  void Received(bool ok);
  void Sent(bool ok);
  void Finished(bool ok);

  bool MayBegin();
  bool MayGoOn();
  absl::Status OutcomeOf(const absl::Status& status);
  void Refuse(absl::Status reason) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Finish(const grpc::Status& status);
  void Release() ABSL_UNLOCK_FUNCTION(mutex_);
  bool HasRoomToReceive() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void BeginReceiving() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Receive() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Send() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Served<StreamHandler> served_;

  BytesStream stream_;
  EventOf<StreamCall> arrived_;
  EventOf<StreamCall> ended_;
  EventOf<StreamCall> received_;
  EventOf<StreamCall> sent_;
  EventOf<StreamCall> finished_;

  // The reading thread's.
  std::deque<grpc::ByteBuffer> at_hand_;  // received, and accounted for
  bool asked_ = false;                    // for a message

  // Of a caller who may not see confidential sources. There once the first message has been asked for.
  std::optional<SourceMask> mask_;

  absl::Mutex mutex_;
  int awaited_ ABSL_GUARDED_BY(mutex_) = 0;  // events that are still to happen
  grpc::ByteBuffer coming_;                  // gRPC's while receiving_
  bool receiving_ ABSL_GUARDED_BY(mutex_) = false;
  bool received_all_ ABSL_GUARDED_BY(mutex_) = false;
  std::deque<grpc::ByteBuffer> inbox_ ABSL_GUARDED_BY(mutex_);
  size_t inbox_bytes_ ABSL_GUARDED_BY(mutex_) = 0;
  // When it was last found out who makes the call; OK, or why it may not go on: this then ends it.
  absl::Time checked_ ABSL_GUARDED_BY(mutex_);
  absl::Status refusal_ ABSL_GUARDED_BY(mutex_);
  bool sending_ ABSL_GUARDED_BY(mutex_) = false;
  bool cannot_send_ ABSL_GUARDED_BY(mutex_) = false;
  std::deque<grpc::ByteBuffer> outbox_ ABSL_GUARDED_BY(mutex_);
  size_t outbox_bytes_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_STREAM_CALL_H_
