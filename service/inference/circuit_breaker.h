#ifndef GAINSAY_SERVICE_INFERENCE_CIRCUIT_BREAKER_H_
#define GAINSAY_SERVICE_INFERENCE_CIRCUIT_BREAKER_H_

#include <functional>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

namespace gainsay::inference {

// Keeps calls from a server that fails again and again: after some failures in a row none is admitted for a
// while, then one to try it, and all again once one succeeds. Thread-safe.
class CircuitBreaker {
 public:
  struct Limits {
    int failures = 5;  // in a row
    absl::Duration pause = absl::Seconds(10);
  };

  CircuitBreaker(std::function<absl::Time()> now, Limits limits) : now_(std::move(now)), limits_(limits) {}

  // Returns OK if a call may be made; what came of it must be told by just one of the functions below.
  // UNAVAILABLE: none may, for now.
  absl::Status Admit();

  void Succeeded();
  void Failed();
  // What came of it says neither: the caller gave up first, or it was not what is needed.
  void SaidNothing();

 private:
  const std::function<absl::Time()> now_;
  const Limits limits_;

  absl::Mutex mutex_;
  int failures_ ABSL_GUARDED_BY(mutex_) = 0;  // in a row
  absl::Time retry_at_ ABSL_GUARDED_BY(mutex_);
  bool trying_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace gainsay::inference

#endif  // GAINSAY_SERVICE_INFERENCE_CIRCUIT_BREAKER_H_
