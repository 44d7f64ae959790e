#ifndef GAINSAY_TESTS_BENCHMARK_IMPORT_MESSAGES_H_
#define GAINSAY_TESTS_BENCHMARK_IMPORT_MESSAGES_H_

#include <cstdint>
#include <deque>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "tests/benchmark/load_options.h"

namespace gainsay::benchmark {

// The messages of an import, in order and in batches, made on a thread of their own: all of them before the
// first is taken, if `options.prepare` says so. Used from one thread.
class ImportMessages {
 public:
  struct Batch {
    std::vector<std::string> messages;
    int64_t claims = 0;
    int64_t bytes = 0;
  };

  explicit ImportMessages(const LoadOptions& options);
  // Makes no more.
  ~ImportMessages();

  // Returns the next messages; without any, there are no more.
  Batch Next();

 private:
  void Make();
  void Hand(Batch batch);

  const LoadOptions options_;
  absl::Mutex mutex_;
  std::deque<Batch> ready_ ABSL_GUARDED_BY(mutex_);
  bool all_made_ ABSL_GUARDED_BY(mutex_) = false;
  bool abandoned_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread maker_;  // last: it uses all of the above
};

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_IMPORT_MESSAGES_H_
