#include "service/rpc/stream_call.h"

#include <utility>

#include "service/rpc/authorization.h"
#include "service/rpc/status_converter.h"

namespace gainsay::rpc {
namespace {

// What a stream holds of a client that sends faster than it is served, and of one that reads slower.
constexpr size_t kMostReceived = 256;
constexpr size_t kMostReceivedBytes = size_t{1} << 20;
constexpr size_t kMostUnsentBytes = size_t{1} << 20;

// How often it is asked who makes a call that goes on.
constexpr absl::Duration kCheckAgain = absl::Seconds(5);

}  // namespace

void StreamCall::ServeAll(const Served<StreamHandler>& served) {
  auto* next = new StreamCall(served);
  served.service.RequestStream(served.method.index(), next->context(), next->stream_, served.queue,
                               next->arrived_);
}

StreamCall::StreamCall(const Served<StreamHandler>& served)
    : served_(served),
      stream_(&context()),
      arrived_(*this, &StreamCall::Arrived),
      ended_(*this, &StreamCall::Ended),
      received_(*this, &StreamCall::Received),
      sent_(*this, &StreamCall::Sent),
      finished_(*this, &StreamCall::Finished) {
  context().AsyncNotifyWhenDone(&ended_);
}

void StreamCall::Arrived(bool ok) {
  if (!ok) {  // the server is shutting down
    delete this;
    return;
  }
  ServeAll(served_);
  mutex_.Lock();
  awaited_ = 2;  // the end of the call, and of the handler
  if (!served_.serving.gate.Enter()) {
    stream_.Finish(ToGrpcStatus(ServerDraining()), &finished_);
    mutex_.Unlock();
    return;
  }
  if (const absl::Status known = Authenticate(served_.serving.authenticate); !known.ok()) {
    mutex_.Unlock();
    Finish(ToGrpcStatus(known));
    return;
  }
  checked_ = served_.serving.now();
  Receive();
  mutex_.Unlock();
  const bool runs = served_.serving.streams.Run([this] {
    const absl::Status status = WithoutExceptions<absl::Status>([this] { return served_.handler(*this); });
    Finish(ToGrpcStatus(OutcomeOf(status)));
  });
  if (!runs) Finish(ToGrpcStatus(TooManyCalls()));
}

bool StreamCall::Read(grpc::ByteBuffer& message) {
  if (at_hand_.empty()) {
    const auto received = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
      return !inbox_.empty() || received_all_;
    };
    bool resumes = false;
    {
      const absl::MutexLock lock(&mutex_);
      mutex_.Await(absl::Condition(&received));
      at_hand_.swap(inbox_);
      inbox_bytes_ = 0;
      resumes = !receiving_ && !received_all_;
      if (resumes) BeginReceiving();
    }
    // Not under the lock, for which whoever serves other calls would wait.
    if (resumes) stream_.Read(&coming_, &received_);
  }
  const bool first = !std::exchange(asked_, true);
  if (first && !MayBegin()) return false;
  if (at_hand_.empty() || !MayGoOn()) return false;
  message = std::move(at_hand_.front());
  at_hand_.pop_front();
  return true;
}

// Whether the caller may have it served, as far as the first message tells.
bool StreamCall::MayBegin() {
  const grpc::ByteBuffer none;
  const grpc::ByteBuffer& first = at_hand_.empty() ? none : at_hand_.front();
  absl::StatusOr<std::optional<SourceMask>> mask =
      Admit(caller(), served_.method, served_.workspace, first, served_.serving.mask);
  if (mask.ok()) {
    mask_ = *std::move(mask);
    return true;
  }
  const absl::MutexLock lock(&mutex_);
  Refuse(mask.status());
  return false;
}

// Asks again, now and then, who makes the call: what they may do may have ended while it goes on.
bool StreamCall::MayGoOn() {
  const absl::MutexLock lock(&mutex_);
  if (!refusal_.ok()) return false;
  const absl::Time now = served_.serving.now();
  if (checked_ <= now && now - checked_ < kCheckAgain) return true;
  checked_ = now;
  absl::Status known = CheckSameCaller(served_.serving.authenticate);
  if (known.ok()) return true;
  Refuse(std::move(known));
  return false;
}

// How the call ends whose handler returns `status`.
absl::Status StreamCall::OutcomeOf(const absl::Status& status) {
  const absl::MutexLock lock(&mutex_);
  if (!refusal_.ok()) return refusal_;
  return mask_ ? mask_->HiddenError(status, "") : status;
}

void StreamCall::Refuse(absl::Status reason) {
  refusal_ = std::move(reason);
  cannot_send_ = true;
}

void StreamCall::StopReading() {
  const absl::MutexLock lock(&mutex_);
  received_all_ = true;
}

bool StreamCall::Write(grpc::ByteBuffer message) {
  if (!MayGoOn()) return false;
  if (mask_) {
    absl::StatusOr<grpc::ByteBuffer> hidden = mask_->Hidden(message, *served_.method.output_type());
    if (!hidden.ok()) {
      const absl::MutexLock lock(&mutex_);
      Refuse(hidden.status());
      return false;
    }
    message = *std::move(hidden);
  }
  const auto has_room = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return outbox_bytes_ < kMostUnsentBytes || cannot_send_;
  };
  const absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(&has_room));
  if (cannot_send_) return false;
  outbox_bytes_ += message.Length();
  outbox_.push_back(std::move(message));
  if (!sending_) Send();
  return true;
}

bool StreamCall::AwaitSent() {
  const auto sent = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !sending_; };
  const absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(&sent));
  return !cannot_send_;
}

void StreamCall::Finish(const grpc::Status& status) {
  AwaitSent();
  const absl::MutexLock lock(&mutex_);
  stream_.Finish(status, &finished_);
  served_.serving.gate.Leave();
}

void StreamCall::Received(bool ok) {
  mutex_.Lock();
  receiving_ = false;
  if (ok) {
    inbox_bytes_ += coming_.Length();
    inbox_.push_back(std::move(coming_));
    coming_.Clear();
    if (HasRoomToReceive() && !received_all_) Receive();
  } else {
    received_all_ = true;
  }
  Release();
}

void StreamCall::Sent(bool ok) {
  mutex_.Lock();
  sending_ = false;
  if (!ok) {
    cannot_send_ = true;
    outbox_.clear();
  } else if (!outbox_.empty()) {
    Send();
  }
  Release();
}

void StreamCall::Ended(bool) {
  if (context().IsCancelled()) BreakOff();
  mutex_.Lock();
  Release();
}

void StreamCall::Finished(bool) {
  mutex_.Lock();
  Release();
}

void StreamCall::Release() {
  const bool last = --awaited_ == 0;
  mutex_.Unlock();
  if (last) delete this;
}

bool StreamCall::HasRoomToReceive() const {
  return inbox_.size() < kMostReceived && inbox_bytes_ < kMostReceivedBytes;
}

void StreamCall::BeginReceiving() {
  receiving_ = true;
  ++awaited_;
}

void StreamCall::Receive() {
  BeginReceiving();
  stream_.Read(&coming_, &received_);
}

void StreamCall::Send() {
  sending_ = true;
  ++awaited_;
  const grpc::ByteBuffer message = std::move(outbox_.front());
  outbox_.pop_front();
  outbox_bytes_ -= message.Length();
  grpc::WriteOptions options;
  if (!outbox_.empty()) options.set_buffer_hint();
  stream_.Write(message, options, &sent_);
}

}  // namespace gainsay::rpc
