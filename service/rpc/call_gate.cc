#include "service/rpc/call_gate.h"

namespace gainsay::rpc {

void CallGate::Close() {
  const absl::MutexLock lock(&mutex_);
  closed_ = true;
}

void CallGate::AwaitEmpty(absl::Duration patience) const {
  const absl::MutexLock lock(&mutex_);
  const auto empty = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return calls_ == 0; };
  mutex_.AwaitWithTimeout(absl::Condition(&empty), patience);
}

bool CallGate::Enter() {
  const absl::MutexLock lock(&mutex_);
  if (closed_) return false;
  ++calls_;
  ++let_in_;
  return true;
}

bool CallGate::closed() const {
  const absl::MutexLock lock(&mutex_);
  return closed_;
}

int64_t CallGate::let_in() const {
  const absl::MutexLock lock(&mutex_);
  return let_in_;
}

void CallGate::Leave() {
  const absl::MutexLock lock(&mutex_);
  --calls_;
}

}  // namespace gainsay::rpc
