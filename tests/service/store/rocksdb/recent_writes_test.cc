#include "service/store/rocksdb/recent_writes.h"

#include <gtest/gtest.h>

#include <string>

namespace gainsay::store {
namespace {

TEST(RecentWritesTest, FindsWhatWasWrittenAfterARevision) {
  RecentWrites recent(10, 100);
  recent.Add(11, {.puts = {{"b", ""}}});
  recent.Add(12, {.puts = {{"c", ""}}, .index = {"d"}});

  EXPECT_TRUE(recent.WrittenAfter("b", 10));
  EXPECT_FALSE(recent.WrittenAfter("b", 11));
  EXPECT_FALSE(recent.WrittenAfter("a", 10));
  EXPECT_TRUE(recent.WrittenAfter("d", 11));
}

TEST(RecentWritesTest, KeepsWhatItWasJustToldUntilItIsTrimmed) {
  RecentWrites recent(0, 2);
  recent.Add(1, {.puts = {{"a", ""}, {"b", ""}, {"c", ""}}});

  EXPECT_EQ(recent.since(), 0);
  EXPECT_TRUE(recent.WrittenAfter("a", 0));
  recent.Trim();
  EXPECT_EQ(recent.since(), 1);
  EXPECT_FALSE(recent.WrittenAfter("a", 0));
}

TEST(RecentWritesTest, TrimmingForgetsTheOldestCommitsOnly) {
  RecentWrites recent(0, 2);
  recent.Add(1, {.puts = {{"a", ""}, {"b", ""}}});
  recent.Add(2, {.puts = {{"a", ""}}});
  recent.Add(3, {.puts = {{"c", ""}}});

  recent.Trim();

  EXPECT_EQ(recent.since(), 1);
  EXPECT_TRUE(recent.WrittenAfter("a", 1));
  EXPECT_TRUE(recent.WrittenAfter("c", 1));
  EXPECT_FALSE(recent.WrittenAfter("b", 0));
}

TEST(RecentWritesTest, AKeyWrittenTwiceInOneCommitIsForgottenOnce) {
  RecentWrites recent(0, 0);
  recent.Add(1, {.puts = {{"a", "1"}, {"a", "2"}}});

  recent.Trim();

  EXPECT_FALSE(recent.WrittenAfter("a", 0));
}

TEST(RecentWritesTest, AResetForgetsEverything) {
  RecentWrites recent(0, 10);
  recent.Add(1, {.puts = {{"a", ""}}});

  recent.Reset(0);

  EXPECT_EQ(recent.since(), 0);
  EXPECT_FALSE(recent.WrittenAfter("a", 0));
}

}  // namespace
}  // namespace gainsay::store
