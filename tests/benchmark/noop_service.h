#ifndef GAINSAY_TESTS_BENCHMARK_NOOP_SERVICE_H_
#define GAINSAY_TESTS_BENCHMARK_NOOP_SERVICE_H_

#include <grpcpp/server_builder.h>

#include <cstdint>
#include <memory>
#include <thread>

#include "absl/time/time.h"

namespace gainsay::benchmark {

// Keeps a processor busy, by counting: a clock would also count while the thread is not running.
class Work {
 public:
  explicit Work(absl::Duration duration);

  void Do() const;

 private:
  int64_t steps_ = 0;
};

// What the no-op does for each call.
struct NoOpOptions {
  int queues = 2;  // of styles twin and async, each with a thread
  absl::Duration work;
  int response_bytes = 64;
};

// The no-op in some style. Registered before the server starts.
class NoOpService {
 public:
  virtual ~NoOpService() = default;

  virtual void Register(grpc::ServerBuilder& builder) = 0;
  // Once the server has started.
  virtual void Start() {}
  // Once the server is shut down.
  virtual void Stop() {}
};

// As gainsayd serves its methods, by the same code; and in each of the styles that gRPC offers.
std::unique_ptr<NoOpService> MakeTwinNoOp(const NoOpOptions& options);
std::unique_ptr<NoOpService> MakeSyncNoOp(const NoOpOptions& options);
std::unique_ptr<NoOpService> MakeCallbackNoOp(const NoOpOptions& options);
std::unique_ptr<NoOpService> MakeAsyncNoOp(const NoOpOptions& options);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_NOOP_SERVICE_H_
