#include "service/model/edtf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <limits>
#include <optional>
#include <ostream>
#include <random>
#include <string>

namespace gainsay::model {
namespace {

using ::testing::HasSubstr;

constexpr int64_t kHour = 3600;

// Seconds of the calendar, by the standard library's.
constexpr int64_t At(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
  const std::chrono::sys_days days =
      std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return int64_t{days.time_since_epoch().count()} * 24 * kHour + hour * kHour + minute * 60 + second;
}

TimeSpan Zoneless(std::optional<int64_t> begin, std::optional<int64_t> end) { return {begin, end, false}; }
TimeSpan Utc(std::optional<int64_t> begin, std::optional<int64_t> end) { return {begin, end, true}; }

struct Reading {
  std::string text;
  TimeSpan span;
};

void PrintTo(const Reading& reading, std::ostream* out) { *out << reading.text; }

class EdtfReadingTest : public testing::TestWithParam<Reading> {};

TEST_P(EdtfReadingTest, IsTheStretchWithinWhichItLies) {
  const Reading& reading = GetParam();
  const absl::StatusOr<Edtf> time = Edtf::Parse(reading.text);
  ASSERT_TRUE(time.ok()) << time.status();
  EXPECT_EQ(time->text(), reading.text);
  EXPECT_EQ(time->span(), reading.span)
      << reading.text << " is " << time->span().begin.value_or(0) << " to " << time->span().end.value_or(0);
}

// The examples of the standard's own level 0.
INSTANTIATE_TEST_SUITE_P(
    LevelZeroExamples, EdtfReadingTest,
    testing::Values(
        Reading{"1985-04-12", Zoneless(At(1985, 4, 12), At(1985, 4, 13))},
        Reading{"1985-04", Zoneless(At(1985, 4, 1), At(1985, 5, 1))},
        Reading{"1985", Zoneless(At(1985, 1, 1), At(1986, 1, 1))},
        Reading{"1985-04-12T23:20:30", Zoneless(At(1985, 4, 12, 23, 20, 30), At(1985, 4, 12, 23, 20, 31))},
        Reading{"1985-04-12T23:20:30Z", Utc(At(1985, 4, 12, 23, 20, 30), At(1985, 4, 12, 23, 20, 31))},
        Reading{"1985-04-12T23:20:30-04", Utc(At(1985, 4, 13, 3, 20, 30), At(1985, 4, 13, 3, 20, 31))},
        Reading{"1985-04-12T23:20:30+04:30", Utc(At(1985, 4, 12, 18, 50, 30), At(1985, 4, 12, 18, 50, 31))},
        Reading{"1964/2008", Zoneless(At(1964, 1, 1), At(2009, 1, 1))},
        Reading{"2004-06/2006-08", Zoneless(At(2004, 6, 1), At(2006, 9, 1))},
        Reading{"2004-02-01/2005-02-08", Zoneless(At(2004, 2, 1), At(2005, 2, 9))},
        Reading{"2004-02-01/2005-02", Zoneless(At(2004, 2, 1), At(2005, 3, 1))},
        Reading{"2004-02-01/2005", Zoneless(At(2004, 2, 1), At(2006, 1, 1))},
        Reading{"2005/2006-02", Zoneless(At(2005, 1, 1), At(2006, 3, 1))}));

// The examples of the standard's own level 1.
INSTANTIATE_TEST_SUITE_P(LevelOneExamples, EdtfReadingTest,
                         testing::Values(Reading{"Y170000002", Zoneless(5364619735939200, 5364619767475200)},
                                         Reading{"Y-170000002",
                                                 Zoneless(-5364744070291200, -5364744038755200)},
                                         Reading{"2001-21", Zoneless(At(2001, 1, 1), At(2002, 1, 1))},
                                         Reading{"1984?", Zoneless(At(1983, 1, 1), At(1986, 1, 1))},
                                         Reading{"2004-06~", Zoneless(At(2004, 5, 1), At(2004, 8, 1))},
                                         Reading{"2004-06-11%", Zoneless(At(2004, 6, 10), At(2004, 6, 13))},
                                         Reading{"201X", Zoneless(At(2010, 1, 1), At(2020, 1, 1))},
                                         Reading{"20XX", Zoneless(At(2000, 1, 1), At(2100, 1, 1))},
                                         Reading{"2004-XX", Zoneless(At(2004, 1, 1), At(2005, 1, 1))},
                                         Reading{"1985-04-XX", Zoneless(At(1985, 4, 1), At(1985, 5, 1))},
                                         Reading{"1985-XX-XX", Zoneless(At(1985, 1, 1), At(1986, 1, 1))},
                                         Reading{"1985-04-12/..", Zoneless(At(1985, 4, 12), std::nullopt)},
                                         Reading{"1985-04/..", Zoneless(At(1985, 4, 1), std::nullopt)},
                                         Reading{"1985/..", Zoneless(At(1985, 1, 1), std::nullopt)},
                                         Reading{"../1985-04-12", Zoneless(std::nullopt, At(1985, 4, 13))},
                                         Reading{"../1985-04", Zoneless(std::nullopt, At(1985, 5, 1))},
                                         Reading{"../1985", Zoneless(std::nullopt, At(1986, 1, 1))},
                                         Reading{"1985-04-12/", Zoneless(At(1985, 4, 12), std::nullopt)},
                                         Reading{"1985-04/", Zoneless(At(1985, 4, 1), std::nullopt)},
                                         Reading{"1985/", Zoneless(At(1985, 1, 1), std::nullopt)},
                                         Reading{"/1985-04-12", Zoneless(std::nullopt, At(1985, 4, 13))},
                                         Reading{"/1985-04", Zoneless(std::nullopt, At(1985, 5, 1))},
                                         Reading{"/1985", Zoneless(std::nullopt, At(1986, 1, 1))},
                                         Reading{"-1985", Zoneless(At(-1985, 1, 1), At(-1984, 1, 1))}));

INSTANTIATE_TEST_SUITE_P(
    Years, EdtfReadingTest,
    testing::Values(Reading{"0000", Zoneless(At(0, 1, 1), At(1, 1, 1))},
                    Reading{"-0001-12-31", Zoneless(At(-1, 12, 31), At(0, 1, 1))},
                    Reading{"-0044-03-15", Zoneless(At(-44, 3, 15), At(-44, 3, 16))},
                    Reading{"9999-12-31", Zoneless(At(9999, 12, 31), At(10000, 1, 1))},
                    Reading{"Y10000", Zoneless(At(10000, 1, 1), At(10001, 1, 1))},
                    Reading{"Y-17000", Zoneless(At(-17000, 1, 1), At(-16999, 1, 1))},
                    Reading{"Y292000000000", Zoneless(9214629921832780800, 9214629921864403200)},
                    Reading{"Y-292000000000", Zoneless(-9214630046167219200, -9214630046135596800)}));

INSTANTIATE_TEST_SUITE_P(LeapDays, EdtfReadingTest,
                         testing::Values(Reading{"2024-02-29", Zoneless(At(2024, 2, 29), At(2024, 3, 1))},
                                         Reading{"2000-02-29", Zoneless(At(2000, 2, 29), At(2000, 3, 1))},
                                         Reading{"0000-02-29", Zoneless(At(0, 2, 29), At(0, 3, 1))},
                                         Reading{"-0004-02-29", Zoneless(At(-4, 2, 29), At(-4, 3, 1))},
                                         Reading{"2024-02", Zoneless(At(2024, 2, 1), At(2024, 3, 1))}));

INSTANTIATE_TEST_SUITE_P(SeasonsAreTheirYear, EdtfReadingTest,
                         testing::Values(Reading{"2001-22", Zoneless(At(2001, 1, 1), At(2002, 1, 1))},
                                         Reading{"2001-23", Zoneless(At(2001, 1, 1), At(2002, 1, 1))},
                                         Reading{"2001-24", Zoneless(At(2001, 1, 1), At(2002, 1, 1))},
                                         Reading{"2001-24?", Zoneless(At(2000, 1, 1), At(2003, 1, 1))},
                                         Reading{"2001-24/2001-21",
                                                 Zoneless(At(2001, 1, 1), At(2002, 1, 1))}));

INSTANTIATE_TEST_SUITE_P(UnspecifiedDigits, EdtfReadingTest,
                         testing::Values(Reading{"000X", Zoneless(At(0, 1, 1), At(10, 1, 1))},
                                         Reading{"00XX", Zoneless(At(0, 1, 1), At(100, 1, 1))},
                                         Reading{"-201X", Zoneless(At(-2019, 1, 1), At(-2009, 1, 1))},
                                         Reading{"-20XX", Zoneless(At(-2099, 1, 1), At(-1999, 1, 1))},
                                         Reading{"-000X", Zoneless(At(-9, 1, 1), At(1, 1, 1))},
                                         Reading{"1984-12-XX", Zoneless(At(1984, 12, 1), At(1985, 1, 1))}));

INSTANTIATE_TEST_SUITE_P(QualificationWidensByOneUnitOnBothSides, EdtfReadingTest,
                         testing::Values(Reading{"201X~", Zoneless(At(2000, 1, 1), At(2030, 1, 1))},
                                         Reading{"20XX?", Zoneless(At(1900, 1, 1), At(2200, 1, 1))},
                                         Reading{"-201X~", Zoneless(At(-2029, 1, 1), At(-1999, 1, 1))},
                                         Reading{"2004-XX%", Zoneless(At(2003, 1, 1), At(2006, 1, 1))},
                                         Reading{"1985-XX-XX~", Zoneless(At(1984, 1, 1), At(1987, 1, 1))},
                                         Reading{"1985-04-XX?", Zoneless(At(1985, 3, 1), At(1985, 6, 1))},
                                         Reading{"2004-01?", Zoneless(At(2003, 12, 1), At(2004, 3, 1))},
                                         Reading{"2004-12~", Zoneless(At(2004, 11, 1), At(2005, 2, 1))},
                                         Reading{"2004-03-01%", Zoneless(At(2004, 2, 29), At(2004, 3, 3))},
                                         Reading{"0000?", Zoneless(At(-1, 1, 1), At(2, 1, 1))},
                                         Reading{"Y10000~", Zoneless(At(9999, 1, 1), At(10002, 1, 1))}));

INSTANTIATE_TEST_SUITE_P(EachEndOfAnIntervalHasItsOwnQualification, EdtfReadingTest,
                         testing::Values(Reading{"1984~/2004-06", Zoneless(At(1983, 1, 1), At(2004, 7, 1))},
                                         Reading{"1984/2004-06~", Zoneless(At(1984, 1, 1), At(2004, 8, 1))},
                                         Reading{"1984?/2004%", Zoneless(At(1983, 1, 1), At(2006, 1, 1))},
                                         Reading{"1984-06-02?/2004-08-08~",
                                                 Zoneless(At(1984, 6, 1), At(2004, 8, 10))},
                                         Reading{"1984-06-02?/", Zoneless(At(1984, 6, 1), std::nullopt)},
                                         Reading{"../2004%", Zoneless(std::nullopt, At(2006, 1, 1))}));

INSTANTIATE_TEST_SUITE_P(
    TimesOfDay, EdtfReadingTest,
    testing::Values(
        Reading{"2025-12-23T10:15", Zoneless(At(2025, 12, 23, 10, 15), At(2025, 12, 23, 10, 16))},
        Reading{"2025-12-23T10:15Z", Utc(At(2025, 12, 23, 10, 15), At(2025, 12, 23, 10, 16))},
        Reading{"2025-12-23T10:15+05", Utc(At(2025, 12, 23, 5, 15), At(2025, 12, 23, 5, 16))},
        Reading{"2025-12-23T00:00:00+14:00", Utc(At(2025, 12, 22, 10), At(2025, 12, 22, 10, 0, 1))},
        Reading{"2025-12-31T23:59:59-12:00", Utc(At(2026, 1, 1, 11, 59, 59), At(2026, 1, 1, 12))},
        Reading{"2025-12-23T10:15:00+00:00", Utc(At(2025, 12, 23, 10, 15), At(2025, 12, 23, 10, 15, 1))},
        Reading{"2025-12-31T24:00:00", Zoneless(At(2026, 1, 1), At(2026, 1, 1, 0, 0, 1))},
        Reading{"2025-12-31T24:00", Zoneless(At(2026, 1, 1), At(2026, 1, 1, 0, 1))},
        Reading{"-0001-12-31T23:59:59", Zoneless(At(-1, 12, 31, 23, 59, 59), At(0, 1, 1))}));

INSTANTIATE_TEST_SUITE_P(
    IntervalsWithTimesOfDay, EdtfReadingTest,
    testing::Values(Reading{"2025-12-23T10:00:00/2025-12-23T11:00:00",
                            Zoneless(At(2025, 12, 23, 10), At(2025, 12, 23, 11, 0, 1))},
                    Reading{"2025-12-23T10:00:00Z/2025-12-23T11:00:00-01",
                            Utc(At(2025, 12, 23, 10), At(2025, 12, 23, 12, 0, 1))},
                    Reading{"2025-12-23T10:00:00Z/..", Utc(At(2025, 12, 23, 10), std::nullopt)},
                    Reading{"/2025-12-23T10:00Z", Utc(std::nullopt, At(2025, 12, 23, 10, 1))},
                    Reading{"2025-12-23T10:00:00/2025-12-24",
                            Zoneless(At(2025, 12, 23, 10), At(2025, 12, 25))}));

// A zoneless end is that day or second anywhere on Earth, so that no zone is invented for it.
INSTANTIATE_TEST_SUITE_P(
    IntervalsWithOneZone, EdtfReadingTest,
    testing::Values(
        Reading{"2025-12-23T10:00:00Z/2025-12-24", Utc(At(2025, 12, 23, 10), At(2025, 12, 25, 12))},
        Reading{"2025-12-22/2025-12-23T10:00:00Z", Utc(At(2025, 12, 21, 10), At(2025, 12, 23, 10, 0, 1))},
        Reading{"2025-12-23T10:00:00Z/2025-12-23T09:00", Utc(At(2025, 12, 23, 10), At(2025, 12, 23, 21, 1))},
        Reading{"2025-12-22~/2025-12-23T10:00:00Z", Utc(At(2025, 12, 20, 10), At(2025, 12, 23, 10, 0, 1))}));

INSTANTIATE_TEST_SUITE_P(BothEndsOpenOrUnknown, EdtfReadingTest,
                         testing::Values(Reading{"../..", TimeSpan{}}, Reading{"/", TimeSpan{}},
                                         Reading{"../", TimeSpan{}}, Reading{"/..", TimeSpan{}}));

TEST(EdtfTest, ReadsTheLongestInterval) {
  EXPECT_TRUE(Edtf::Parse("-2025-12-23T10:15:00+05:00/-2024-12-23T10:15:00+05:00").ok());
}

TEST(EdtfTest, IsEqualOnlyToTheSameText) {
  EXPECT_EQ(*Edtf::Parse("2025"), *Edtf::Parse("2025"));
  EXPECT_FALSE(*Edtf::Parse("2025") == *Edtf::Parse("2025-01/2025-12"));
}

TEST(EdtfTest, ReadsEveryDayOfTheGregorianCycleLikeTheStandardLibrary) {
  for (int64_t day = At(1900, 1, 1) / 86400; day < At(2300, 1, 1) / 86400; ++day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int{date.year()}, unsigned{date.month()},
                  unsigned{date.day()});
    const absl::StatusOr<Edtf> time = Edtf::Parse(text);
    ASSERT_TRUE(time.ok()) << text;
    ASSERT_EQ(time->span(), Zoneless(day * 86400, (day + 1) * 86400)) << text;
  }
}

TEST(EdtfTest, AnswersEveryTextWithASpanOrAReason) {
  constexpr unsigned kSeed = 20251229;
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  constexpr std::string_view kAlphabet = "0123456789012--XXTYZE:+/?~%.[ ";
  const std::string starts[] = {"",          "2025-12-23", "2025-12-23T10:15:00+05:00",
                                "2025/2026", "Y170000002", "201X~"};
  std::mt19937_64 random(kSeed);
  int accepted = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string text = starts[random() % std::size(starts)];
    for (uint64_t changes = 1 + random() % 8; changes > 0; --changes) {
      const size_t at = random() % (text.size() + 1);
      const size_t removed = random() % 3;
      text.replace(at, removed, 1, kAlphabet[random() % kAlphabet.size()]);
    }
    const absl::StatusOr<Edtf> time = Edtf::Parse(text);
    if (!time.ok()) {
      ASSERT_EQ(time.status().code(), absl::StatusCode::kInvalidArgument) << text;
      ASSERT_THAT(std::string(time.status().message()), HasSubstr("is not an EDTF time: ")) << text;
      continue;
    }
    ++accepted;
    const TimeSpan& span = time->span();
    if (span.begin && span.end) {
      ASSERT_LT(*span.begin, *span.end) << text;
    }
  }
  EXPECT_GT(accepted, 1000);
}

TEST(AnywhereOnEarthTest, BeginsFourteenHoursBeforeAndEndsTwelveAfter) {
  EXPECT_EQ(AnywhereOnEarth(Zoneless(At(2025, 12, 23), At(2025, 12, 24))),
            Utc(At(2025, 12, 22, 10), At(2025, 12, 24, 12)));
}

TEST(AnywhereOnEarthTest, LeavesOpenEndsOpenAndZonedSpansAlone) {
  const TimeSpan zoned = Utc(At(2025, 12, 23), At(2025, 12, 24));
  EXPECT_EQ(AnywhereOnEarth(zoned), zoned);
  EXPECT_EQ(AnywhereOnEarth(Zoneless(std::nullopt, At(2025, 12, 24))),
            Utc(std::nullopt, At(2025, 12, 24, 12)));
  EXPECT_EQ(AnywhereOnEarth(TimeSpan{}), Utc(std::nullopt, std::nullopt));
}

TEST(AnywhereOnEarthTest, IsUnboundedWhereSixtyFourBitsDoNotReach) {
  constexpr int64_t kFirst = std::numeric_limits<int64_t>::min();
  constexpr int64_t kLast = std::numeric_limits<int64_t>::max();
  EXPECT_EQ(AnywhereOnEarth(Zoneless(kFirst, kLast)), Utc(std::nullopt, std::nullopt));
}

}  // namespace
}  // namespace gainsay::model
