#include "tests/benchmark/unary_load.h"

#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "tests/benchmark/noop.grpc.pb.h"
#include "tests/benchmark/noop_workload.h"
#include "tests/support/status_matchers.h"

namespace gainsay::benchmark {
namespace {

constexpr int kStalledCall = 20;
constexpr absl::Duration kStall = absl::Milliseconds(400);

// Answers one call at a time. Nothing is answered while one call stalls; some are refused.
class StallingServer : public NoOp::Service {
 public:
  explicit StallingServer(int refused_calls) : refused_calls_(refused_calls) {
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
    address_ = absl::StrCat("127.0.0.1:", port);
  }

  const std::string& address() const { return address_; }

  grpc::Status Call(grpc::ServerContext*, const NoOpRequest*, NoOpResponse* response) override {
    const absl::MutexLock lock(&mutex_);
    const int number = calls_++;
    if (number == kStalledCall) absl::SleepFor(kStall);
    if (number < refused_calls_) return grpc::Status(grpc::StatusCode::UNAVAILABLE, "not now");
    response->set_payload("x");
    return grpc::Status::OK;
  }

 private:
  const int refused_calls_;
  absl::Mutex mutex_;
  int calls_ ABSL_GUARDED_BY(mutex_) = 0;
  std::unique_ptr<grpc::Server> server_;
  std::string address_;
};

LoadOptions Options(const StallingServer& server) {
  LoadOptions options;
  options.server = server.address();
  options.channels = 1;
  options.warmup = 0;
  options.seconds = 1;
  return options;
}

TEST(UnaryLoadTest, InOpenLoopAStallIsChargedToEveryCallThatWasDueMeanwhile) {
  const StallingServer server(0);
  LoadOptions options = Options(server);
  options.rate = 200;
  const auto result = RunUnaryLoad(options, NoOpWorkload(8, false));
  ASSERT_THAT(result, testing::IsOk());
  EXPECT_TRUE(result->ok());
  EXPECT_EQ(result->tally.latencies.count(), 200);
  // Some 80 calls were due in that time: their latencies fall from the whole stall to nothing.
  EXPECT_GE(result->tally.latencies.max(), kStall);
  EXPECT_GE(result->tally.latencies.Percentile(75), kStall / 4);
}

TEST(UnaryLoadTest, InClosedLoopAStallDelaysOnlyTheCallsInFlight) {
  const StallingServer server(0);
  LoadOptions options = Options(server);
  options.in_flight = 2;
  const auto result = RunUnaryLoad(options, NoOpWorkload(8, false));
  ASSERT_THAT(result, testing::IsOk());
  EXPECT_TRUE(result->ok());
  EXPECT_GE(result->tally.latencies.max(), kStall);
  EXPECT_LT(result->tally.latencies.Percentile(75), kStall / 4);
}

TEST(UnaryLoadTest, FailedCallsAreCountedByTheirStatus) {
  const StallingServer server(5);
  const auto result = RunUnaryLoad(Options(server), NoOpWorkload(8, false));
  ASSERT_THAT(result, testing::IsOk());
  EXPECT_FALSE(result->ok());
  EXPECT_EQ(result->tally.errors.at("UNAVAILABLE: not now"), 5);
}

}  // namespace
}  // namespace gainsay::benchmark
