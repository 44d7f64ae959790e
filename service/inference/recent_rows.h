#ifndef GAINSAY_SERVICE_INFERENCE_RECENT_ROWS_H_
#define GAINSAY_SERVICE_INFERENCE_RECENT_ROWS_H_

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace gainsay::inference {

// The rows of numbers that a model gave most recently, by what it was asked. Thread-safe.
class RecentRows {
 public:
  explicit RecentRows(size_t most) : most_(most) {}

  std::optional<std::vector<float>> Find(const std::string& key) {
    const absl::MutexLock lock(&mutex_);
    const auto found = places_.find(key);
    if (found == places_.end()) return std::nullopt;
    rows_.splice(rows_.begin(), rows_, found->second);
    return found->second->second;
  }

  void Keep(const std::string& key, std::vector<float> row) {
    const absl::MutexLock lock(&mutex_);
    if (places_.contains(key)) return;
    rows_.emplace_front(key, std::move(row));
    places_.emplace(key, rows_.begin());
    if (rows_.size() <= most_) return;
    places_.erase(rows_.back().first);
    rows_.pop_back();
  }

 private:
  using Rows = std::list<std::pair<std::string, std::vector<float>>>;

  const size_t most_;
  absl::Mutex mutex_;
  Rows rows_ ABSL_GUARDED_BY(mutex_);  // the last asked for first
  std::unordered_map<std::string, Rows::iterator> places_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace gainsay::inference

#endif  // GAINSAY_SERVICE_INFERENCE_RECENT_ROWS_H_
