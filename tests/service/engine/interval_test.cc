#include "service/engine/interval.h"

#include <gtest/gtest.h>

namespace gainsay::engine {
namespace {

using model::Rational;

const Rational kNone = 0;

Interval Closed(int low, int high) { return {.low = low, .high = high}; }
Interval From(int low) { return {.low = low}; }
Interval Above(int low) { return {.low = low, .low_open = true}; }
Interval UpTo(int high) { return {.high = high}; }
Interval Below(int high) { return {.high = high, .high_open = true}; }

void ExpectSame(const Interval& a, const Interval& b) {
  EXPECT_TRUE(Within(a, b, kNone) && Within(b, a, kNone));
}

TEST(IntervalTest, AnOpenEndIsInsideTheClosedOneAndNotTheOtherWayRound) {
  EXPECT_TRUE(Within(Above(5), From(5), kNone));
  EXPECT_FALSE(Within(From(5), Above(5), kNone));
  EXPECT_TRUE(Within(Below(5), UpTo(5), kNone));
  EXPECT_FALSE(Within(UpTo(5), Below(5), kNone));
}

TEST(IntervalTest, TouchingEndsMeetOnlyIfBothAreIncluded) {
  EXPECT_FALSE(Disjoint(UpTo(5), From(5), kNone));
  EXPECT_TRUE(Disjoint(Below(5), From(5), kNone));
  EXPECT_TRUE(Disjoint(UpTo(5), Above(5), kNone));
}

TEST(IntervalTest, AToleranceWidensTheOtherOnBothSides) {
  EXPECT_TRUE(Within(Closed(1, 9), Closed(2, 8), 1));
  EXPECT_FALSE(Within(Closed(0, 9), Closed(2, 8), 1));
  EXPECT_FALSE(Disjoint(Closed(1, 2), Closed(3, 4), 1));
  EXPECT_TRUE(Disjoint(Closed(1, 2), Closed(4, 5), 1));
}

TEST(IntervalTest, TwoHalfLinesCoverTheLineIfNothingLiesBetween) {
  EXPECT_TRUE(Cover(UpTo(5), From(5)));
  EXPECT_TRUE(Cover(Below(5), From(5)));
  EXPECT_TRUE(Cover(From(3), UpTo(5)));
  EXPECT_FALSE(Cover(Below(5), Above(5)));
  EXPECT_FALSE(Cover(UpTo(4), From(5)));
  EXPECT_FALSE(Cover(From(0), From(5)));
  EXPECT_FALSE(Cover(Closed(0, 9), UpTo(3)));
}

TEST(IntervalTest, TheComplementOfAHalfLineIsTheRestOfTheLine) {
  ExpectSame(ComplementOfHalfLine(From(5)), Below(5));
  ExpectSame(ComplementOfHalfLine(Above(5)), UpTo(5));
  ExpectSame(ComplementOfHalfLine(UpTo(5)), Above(5));
  ExpectSame(ComplementOfHalfLine(Below(5)), From(5));
}

TEST(IntervalTest, AnIntersectionHasTheNarrowerEnds) {
  ExpectSame(*Intersect(From(10), UpTo(20)), Closed(10, 20));
  ExpectSame(*Intersect(Closed(0, 9), Above(3)), {.low = 3, .high = 9, .low_open = true});
  EXPECT_FALSE(Intersect(From(5), Below(5)).has_value());
  EXPECT_TRUE(Intersect(From(5), UpTo(5))->IsPoint());
}

TEST(IntervalTest, ASumAddsWhatBothCanBe) {
  ExpectSame(Sum(Closed(1, 2), Closed(3, 4)), Closed(4, 6));
  ExpectSame(Sum(From(1), Closed(3, 4)), From(4));
  ExpectSame(Sum(Above(1), Closed(3, 4)), Above(4));
  ExpectSame(Sum(From(1), UpTo(4)), Interval{});
}

TEST(IntervalTest, AHullReachesFromTheLowestToTheHighest) {
  ExpectSame(Hull(Closed(1, 2), Closed(5, 6)), Closed(1, 6));
  ExpectSame(Hull(Above(1), Closed(1, 2)), From(1));
  ExpectSame(Hull(UpTo(1), From(2)), Interval{});
}

}  // namespace
}  // namespace gainsay::engine
