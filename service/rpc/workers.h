#ifndef GAINSAY_SERVICE_RPC_WORKERS_H_
#define GAINSAY_SERVICE_RPC_WORKERS_H_

#include <cstddef>
#include <deque>
#include <list>
#include <thread>

#include "absl/functional/any_invocable.h"
#include "absl/synchronization/mutex.h"

namespace gainsay::rpc {

// Threads for handlers that wait or take long: as many as there is work for, up to a limit. Thread-safe.
class Workers {
 public:
  using Task = absl::AnyInvocable<void()>;

  explicit Workers(size_t most) : most_(most) {}
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  // Waits until all tasks are done.
  ~Workers();

  // Runs a task on a thread of its own; returns false, and does not, if all threads are busy.
  bool Run(Task task);

 private:
  void Work();

  const size_t most_;
  absl::Mutex mutex_;
  std::deque<Task> tasks_ ABSL_GUARDED_BY(mutex_);
  std::list<std::thread> threads_ ABSL_GUARDED_BY(mutex_);
  size_t idle_ ABSL_GUARDED_BY(mutex_) = 0;
  bool ending_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_WORKERS_H_
