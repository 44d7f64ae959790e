#include "service/rpc/workers.h"

#include <utility>

namespace gainsay::rpc {

Workers::~Workers() {
  std::list<std::thread> threads;
  {
    const absl::MutexLock lock(&mutex_);
    ending_ = true;
    threads.swap(threads_);
  }
  for (std::thread& thread : threads) thread.join();
}

bool Workers::Run(Task task) {
  const absl::MutexLock lock(&mutex_);
  if (tasks_.size() >= idle_) {
    if (threads_.size() == most_) return false;
    threads_.emplace_back([this] { Work(); });
    ++idle_;
  }
  tasks_.push_back(std::move(task));
  return true;
}

void Workers::Work() {
  const auto called = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !tasks_.empty() || ending_; };
  mutex_.Lock();
  while (true) {
    mutex_.Await(absl::Condition(&called));
    if (tasks_.empty()) break;
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    --idle_;
    mutex_.Unlock();
    task();
    task = nullptr;
    mutex_.Lock();
    ++idle_;
  }
  mutex_.Unlock();
}

}  // namespace gainsay::rpc
