#include "service/inference/recent_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gainsay::inference {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

TEST(RecentRowsTest, KeepsWhatWasLastAskedForAndForgetsTheRest) {
  RecentRows rows(2);
  rows.Keep("a", {1});
  rows.Keep("b", {2});
  EXPECT_THAT(rows.Find("a"), Optional(ElementsAre(1)));
  rows.Keep("c", {3});
  EXPECT_EQ(rows.Find("b"), std::nullopt);
  EXPECT_THAT(rows.Find("a"), Optional(ElementsAre(1)));
  EXPECT_THAT(rows.Find("c"), Optional(ElementsAre(3)));
}

TEST(RecentRowsTest, WhatIsKeptTwiceIsKeptOnce) {
  RecentRows rows(2);
  rows.Keep("a", {1});
  rows.Keep("a", {2});
  rows.Keep("b", {3});
  EXPECT_THAT(rows.Find("a"), Optional(ElementsAre(1)));
}

}  // namespace
}  // namespace gainsay::inference
