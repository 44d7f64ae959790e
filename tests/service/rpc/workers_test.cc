#include "service/rpc/workers.h"

#include <gtest/gtest.h>

#include <atomic>

#include "absl/synchronization/notification.h"

namespace gainsay::rpc {
namespace {

TEST(WorkersTest, TasksRunAtTheSameTimeUpToTheLimitAndNoMoreAreTaken) {
  absl::Notification go_on;
  std::atomic<int> done = 0;
  {
    Workers workers(2);
    const auto task = [&] {
      go_on.WaitForNotification();
      ++done;
    };
    EXPECT_TRUE(workers.Run(task));
    EXPECT_TRUE(workers.Run(task));
    EXPECT_FALSE(workers.Run(task));
    go_on.Notify();
  }
  EXPECT_EQ(done, 2);
}

TEST(WorkersTest, AThreadThatIsDoneTakesTheNextTask) {
  Workers workers(1);
  for (int i = 0; i < 100; ++i) {
    absl::Notification ran;
    while (!workers.Run([&ran] { ran.Notify(); })) {
    }
    ran.WaitForNotification();
  }
}

}  // namespace
}  // namespace gainsay::rpc
