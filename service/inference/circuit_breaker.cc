#include "service/inference/circuit_breaker.h"

#include "absl/strings/str_cat.h"

namespace gainsay::inference {

absl::Status CircuitBreaker::Admit() {
  const absl::MutexLock lock(&mutex_);
  if (failures_ < limits_.failures) return absl::OkStatus();
  const absl::Duration left = retry_at_ - now_();
  if (left > absl::ZeroDuration()) {
    return absl::UnavailableError(
        absl::StrCat("it failed ", failures_, " times in a row, and is left alone for ",
                     absl::ToInt64Seconds(absl::Ceil(left, absl::Seconds(1))), " s more"));
  }
  if (trying_) {
    return absl::UnavailableError(
        absl::StrCat("it failed ", failures_, " times in a row, and is just being tried again"));
  }
  trying_ = true;
  return absl::OkStatus();
}

void CircuitBreaker::Succeeded() {
  const absl::MutexLock lock(&mutex_);
  failures_ = 0;
  trying_ = false;
}

void CircuitBreaker::Failed() {
  const absl::MutexLock lock(&mutex_);
  trying_ = false;
  if (++failures_ >= limits_.failures) retry_at_ = now_() + limits_.pause;
}

void CircuitBreaker::SaidNothing() {
  const absl::MutexLock lock(&mutex_);
  trying_ = false;
}

}  // namespace gainsay::inference
