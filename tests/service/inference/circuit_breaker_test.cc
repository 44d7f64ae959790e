#include "service/inference/circuit_breaker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace gainsay::inference {
namespace {

using ::testing::HasSubstr;

class CircuitBreakerTest : public ::testing::Test {
 protected:
  bool Admits() { return breaker_.Admit().ok(); }
  void Fail(int times) {
    for (int i = 0; i < times; ++i) {
      ASSERT_TRUE(Admits());
      breaker_.Failed();
    }
  }

  absl::Time now_ = absl::UnixEpoch();
  CircuitBreaker breaker_{[this] { return now_; }, {.failures = 3, .pause = absl::Seconds(10)}};
};

TEST_F(CircuitBreakerTest, AdmitsWhileFailuresAreFew) {
  Fail(2);
  EXPECT_TRUE(Admits());
}

TEST_F(CircuitBreakerTest, ASuccessBetweenThemStartsTheCountAnew) {
  Fail(2);
  ASSERT_TRUE(Admits());
  breaker_.Succeeded();
  Fail(2);
  EXPECT_TRUE(Admits());
}

TEST_F(CircuitBreakerTest, AfterThatManyInARowAdmitsNoneForAWhileAndSaysHowLong) {
  Fail(3);
  now_ += absl::Milliseconds(2'500);
  EXPECT_THAT(std::string(breaker_.Admit().message()),
              HasSubstr("failed 3 times in a row, and is left alone for 8 s"));
}

TEST_F(CircuitBreakerTest, ThenAdmitsOneWhichDecides) {
  Fail(3);
  now_ += absl::Seconds(10);
  EXPECT_TRUE(Admits());
  EXPECT_FALSE(Admits());
  breaker_.Failed();
  EXPECT_FALSE(Admits());
  now_ += absl::Seconds(10);
  EXPECT_TRUE(Admits());
  breaker_.Succeeded();
  EXPECT_TRUE(Admits());
  EXPECT_TRUE(Admits());
}

TEST_F(CircuitBreakerTest, OneThatSaidNothingLeavesItToTheNext) {
  Fail(3);
  now_ += absl::Seconds(10);
  EXPECT_TRUE(Admits());
  breaker_.SaidNothing();
  EXPECT_TRUE(Admits());
  EXPECT_FALSE(Admits());
}

TEST_F(CircuitBreakerTest, WhatSaidNothingDoesNotHideFailures) {
  Fail(2);
  ASSERT_TRUE(Admits());
  breaker_.SaidNothing();
  Fail(1);
  EXPECT_FALSE(Admits());
}

}  // namespace
}  // namespace gainsay::inference
