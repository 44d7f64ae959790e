#include "service/store/rocksdb/recent_writes.h"

#include <gtest/gtest.h>

#include <string>

namespace gainsay::store {
namespace {

TEST(RecentWritesTest, FindsWhatWasWrittenInARangeAfterARevision) {
  RecentWrites recent(10, 100);
  recent.Add(11, {{"b", ""}});
  recent.Add(12, {{"d", ""}});

  EXPECT_TRUE(recent.WrittenAfter({"a", "c"}, 10));
  EXPECT_FALSE(recent.WrittenAfter({"a", "c"}, 11));
  EXPECT_FALSE(recent.WrittenAfter({"a", "b"}, 10));
  EXPECT_TRUE(recent.WrittenAfter(KeyRange::Key("d"), 11));
}

TEST(RecentWritesTest, KeepsWhatItWasJustToldUntilItIsTrimmed) {
  RecentWrites recent(0, 2);
  recent.Add(1, {{"a", ""}, {"b", ""}, {"c", ""}});

  EXPECT_EQ(recent.since(), 0);
  EXPECT_TRUE(recent.WrittenAfter(KeyRange::Key("a"), 0));
  recent.Trim();
  EXPECT_EQ(recent.since(), 1);
  EXPECT_FALSE(recent.WrittenAfter(KeyRange::Key("a"), 0));
}

TEST(RecentWritesTest, TrimmingForgetsTheOldestCommitsOnly) {
  RecentWrites recent(0, 2);
  recent.Add(1, {{"a", ""}, {"b", ""}});
  recent.Add(2, {{"a", ""}});
  recent.Add(3, {{"c", ""}});

  recent.Trim();

  EXPECT_EQ(recent.since(), 1);
  EXPECT_TRUE(recent.WrittenAfter(KeyRange::Key("a"), 1));
  EXPECT_TRUE(recent.WrittenAfter(KeyRange::Key("c"), 1));
  EXPECT_FALSE(recent.WrittenAfter(KeyRange::Key("b"), 0));
}

TEST(RecentWritesTest, AKeyWrittenTwiceInOneCommitIsForgottenOnce) {
  RecentWrites recent(0, 0);
  recent.Add(1, {{"a", "1"}, {"a", "2"}});

  recent.Trim();

  EXPECT_FALSE(recent.WrittenAfter(KeyRange::Key("a"), 0));
}

TEST(RecentWritesTest, AResetForgetsEverything) {
  RecentWrites recent(0, 10);
  recent.Add(1, {{"a", ""}});

  recent.Reset(0);

  EXPECT_EQ(recent.since(), 0);
  EXPECT_FALSE(recent.WrittenAfter(KeyRange::Key("a"), 0));
}

}  // namespace
}  // namespace gainsay::store
