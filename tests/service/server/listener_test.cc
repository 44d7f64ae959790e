#include "service/server/listener.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "absl/synchronization/notification.h"
#include "tests/support/status_matchers.h"

namespace gainsay::server {
namespace {

using ::testing::HasSubstr;
using testing::IsOk;
using ::testing::MatchesRegex;
using testing::StatusIs;

// Connects to an address of 127.0.0.1. Returns the descriptor, or -1.
int Connect(const std::string& address) {
  sockaddr_in target = {};
  target.sin_family = AF_INET;
  target.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  target.sin_port = htons(static_cast<uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))));
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connect(descriptor, reinterpret_cast<sockaddr*>(&target), sizeof(target)) == 0) return descriptor;
  close(descriptor);
  return -1;
}

TEST(ListenerTest, PortZeroIsAnyFreeOne) {
  const auto listener = Listener::Bind("127.0.0.1:0", false);

  ASSERT_THAT(listener, IsOk());
  EXPECT_THAT((*listener)->address(), MatchesRegex("127\\.0\\.0\\.1:[1-9][0-9]*"));
}

TEST(ListenerTest, ConnectionsAreHandedOver) {
  const auto listener = Listener::Bind("127.0.0.1:0", false);
  ASSERT_THAT(listener, IsOk());
  absl::Notification accepted;
  int taken = -1;
  (*listener)->Start([&](int descriptor) {
    taken = descriptor;
    accepted.Notify();
  });

  const int connected = Connect((*listener)->address());
  accepted.WaitForNotification();

  EXPECT_GE(connected, 0);
  EXPECT_GE(taken, 0);
  close(connected);
  close(taken);
}

TEST(ListenerTest, OnceStoppedNobodyConnects) {
  const auto listener = Listener::Bind("127.0.0.1:0", false);
  ASSERT_THAT(listener, IsOk());
  (*listener)->Start([](int descriptor) { close(descriptor); });

  (*listener)->Stop();
  (*listener)->Stop();

  EXPECT_EQ(Connect((*listener)->address()), -1);
}

TEST(ListenerTest, ItGoesOnAcceptingAfterDescriptorsHadRunOut) {
  const auto listener = Listener::Bind("127.0.0.1:0", false);
  ASSERT_THAT(listener, IsOk());
  const int connected = Connect((*listener)->address());
  ASSERT_GE(connected, 0);
  rlimit before = {};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  // Every descriptor below the new limit is taken, so the connection that waits cannot be accepted.
  const rlimit tight = {64, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &tight), 0);
  std::vector<int> filling;
  for (int descriptor = dup(0); descriptor >= 0; descriptor = dup(0)) filling.push_back(descriptor);
  absl::Notification accepted;
  (*listener)->Start([&](int descriptor) {
    close(descriptor);
    accepted.Notify();
  });
  const bool too_early = accepted.WaitForNotificationWithTimeout(absl::Milliseconds(150));

  for (const int descriptor : filling) close(descriptor);
  setrlimit(RLIMIT_NOFILE, &before);
  accepted.WaitForNotification();

  EXPECT_FALSE(too_early);
  close(connected);
}

TEST(ListenerTest, APortInUseIsRefusedWithTheReason) {
  const auto first = Listener::Bind("127.0.0.1:0", false);
  ASSERT_THAT(first, IsOk());

  EXPECT_THAT(Listener::Bind((*first)->address(), false),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr("in use")));
}

TEST(ListenerTest, AnAddressThatOthersReachIsRefusedUnlessAllowed) {
  for (const char* address : {"0.0.0.0:0", "[::]:0"}) {
    EXPECT_THAT(Listener::Bind(address, false),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("--insecure")));
  }
  EXPECT_THAT(Listener::Bind("0.0.0.0:0", true), IsOk());
  EXPECT_THAT(Listener::Bind("localhost:0", false), IsOk());
}

TEST(ListenerTest, WhatIsNoAddressIsRefused) {
  for (const char* address : {"", "127.0.0.1", ":7420", "127.0.0.1:", "::1:7420", "[]:1"}) {
    EXPECT_THAT(Listener::Bind(address, false),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("HOST:PORT")))
        << address;
  }
  EXPECT_THAT(Listener::Bind("127.0.0.1:http-but-not-really", false),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr("cannot listen on")));
}

}  // namespace
}  // namespace gainsay::server
