#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <ostream>
#include <random>
#include <string>

#include "absl/time/civil_time.h"
#include "service/model/edtf.h"

namespace gainsay::model {
namespace {

constexpr int64_t kFirstSecond = std::numeric_limits<int64_t>::min();
constexpr int64_t kLastSecond = std::numeric_limits<int64_t>::max();

struct Rendering {
  std::string stated;
  std::string text;
};

void PrintTo(const Rendering& rendering, std::ostream* out) { *out << rendering.stated; }

class EdtfTextTest : public testing::TestWithParam<Rendering> {};

TEST_P(EdtfTextTest, WritesTheSpanOfATimePlainly) {
  const TimeSpan span = Edtf::Parse(GetParam().stated)->span();
  const std::optional<std::string> text = EdtfText(span);
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(*text, GetParam().text);
  EXPECT_EQ(Edtf::Parse(*text)->span(), span);
}

INSTANTIATE_TEST_SUITE_P(WholeUnits, EdtfTextTest,
                         testing::Values(Rendering{"2025", "2025"}, Rendering{"2025-12", "2025-12"},
                                         Rendering{"2025-12-23", "2025-12-23"}, Rendering{"0000", "0000"},
                                         Rendering{"-0044-03-15", "-0044-03-15"}, Rendering{"-1985", "-1985"},
                                         Rendering{"Y170000002", "Y170000002"},
                                         Rendering{"Y-17000", "Y-17000"},
                                         Rendering{"2025-01/2025-12", "2025"},
                                         Rendering{"2024-02-01/2024-02-29", "2024-02"},
                                         Rendering{"2001-21", "2001"}, Rendering{"1985-04-XX", "1985-04"}));

INSTANTIATE_TEST_SUITE_P(Seconds, EdtfTextTest,
                         testing::Values(Rendering{"2025-12-23T10:15:00", "2025-12-23T10:15:00"},
                                         Rendering{"2025-12-23T10:15:00Z", "2025-12-23T10:15:00Z"},
                                         Rendering{"2025-12-23T10:15:00+05", "2025-12-23T05:15:00Z"},
                                         Rendering{"2025-12-31T24:00:00", "2026-01-01T00:00:00"}));

INSTANTIATE_TEST_SUITE_P(
    Intervals, EdtfTextTest,
    testing::Values(Rendering{"2025-12-20/2025-12-25", "2025-12-20/2025-12-25"},
                    Rendering{"2025-12-20/2025-12", "2025-12-20/2025-12-31"},
                    Rendering{"2004-06~", "2004-05/2004-07"}, Rendering{"2004?", "2003/2005"},
                    Rendering{"201X", "2010/2019"}, Rendering{"2004/2005-06", "2004-01/2005-06"},
                    Rendering{"2025-12-23T10:15", "2025-12-23T10:15:00/2025-12-23T10:15:59"},
                    Rendering{"2025-12-22T00:00:00Z/2025-12-23T00:00:00Z",
                              "2025-12-22T00:00:00Z/2025-12-23T00:00:00Z"},
                    Rendering{"2025-12-23T10:00:00/2025-12-24", "2025-12-23T10:00:00/2025-12-24T23:59:59"},
                    Rendering{"9999-06/Y10005", "9999-06/Y10005"}));

INSTANTIATE_TEST_SUITE_P(OpenEnds, EdtfTextTest,
                         testing::Values(Rendering{"2025/", "2025/.."},
                                         Rendering{"/2025-12-23", "../2025-12-23"},
                                         Rendering{"2025-12-23T10:15:00Z/..", "2025-12-23T10:15:00Z/.."},
                                         Rendering{"/", "../.."}, Rendering{"Y-17000/", "Y-17000/.."}));

TEST(EdtfTextTest, IsNothingWhereNoTextIsJustThisSpan) {
  const int64_t year_ten_thousand = *Edtf::Parse("Y10000")->span().begin;
  const TimeSpan spans[] = {
      {std::nullopt, std::nullopt, true},
      {5, 5, false},
      {5, 4, false},
      // A zone, a month or a second of a year that only Y can write.
      {year_ten_thousand, year_ten_thousand + 1, true},
      {year_ten_thousand, year_ten_thousand + 1, false},
      {year_ten_thousand + 31 * 86400, std::nullopt, false},
      {std::nullopt, year_ten_thousand + 86400, false},
      {kFirstSecond, std::nullopt, false},
      {std::nullopt, kFirstSecond, false},
      {kLastSecond, std::nullopt, false},
      {std::nullopt, kLastSecond, false},
      {kFirstSecond, kLastSecond, true},
  };
  for (const TimeSpan& span : spans) EXPECT_EQ(EdtfText(span), std::nullopt);
}

TEST(EdtfTextTest, WritesTheLastDayBeforeTheYearsThatNeedY) {
  const TimeSpan span = Edtf::Parse("9999-12-31")->span();
  EXPECT_EQ(EdtfText(span), "9999-12-31");
  EXPECT_EQ(EdtfText(AnywhereOnEarth(span)), std::nullopt);
}

// A random boundary: some second, or the beginning of some day, month or year.
int64_t Boundary(std::mt19937_64& random, int64_t greatest_year) {
  const int64_t year = static_cast<int64_t>(random() % (2 * greatest_year + 1)) - greatest_year;
  const absl::CivilSecond second(year, static_cast<int>(1 + random() % 12),
                                 static_cast<int>(1 + random() % 28), static_cast<int>(random() % 24),
                                 static_cast<int>(random() % 60), static_cast<int>(random() % 60));
  const absl::CivilSecond rounded[] = {second, absl::CivilSecond(absl::CivilDay(second)),
                                       absl::CivilSecond(absl::CivilMonth(second)),
                                       absl::CivilSecond(absl::CivilYear(second))};
  return rounded[random() % 4] - absl::CivilSecond(1970);
}

TimeSpan RandomSpan(std::mt19937_64& random, int64_t greatest_year) {
  TimeSpan span;
  const int64_t a = Boundary(random, greatest_year);
  const int64_t b = random() % 2 == 0 ? Boundary(random, greatest_year) : a + 1 + random() % 100000000;
  if (random() % 8 != 0) span.begin = std::min(a, b);
  if (random() % 8 != 0) span.end = std::max(a, b);
  if (span.begin && span.begin == span.end) ++*span.end;
  span.zoned = (span.begin || span.end) && random() % 2 == 0;
  return span;
}

TEST(EdtfTextTest, IsReadBackAsTheSameSpanAndExistsForAllSpansOfFourDigitYears) {
  constexpr unsigned kSeed = 20251224;
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 50000; ++i) {
    const TimeSpan span = RandomSpan(random, 9990);
    const std::optional<std::string> text = EdtfText(span);
    ASSERT_TRUE(text.has_value()) << span.begin.value_or(0) << " to " << span.end.value_or(0);
    const absl::StatusOr<Edtf> time = Edtf::Parse(*text);
    ASSERT_TRUE(time.ok()) << time.status();
    ASSERT_EQ(time->span(), span) << *text;
  }
}

TEST(EdtfTextTest, IsReadBackAsTheSameSpanOrIsNothingInLongYears) {
  constexpr unsigned kSeed = 20251225;
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  std::mt19937_64 random(kSeed);
  int written = 0;
  for (int i = 0; i < 50000; ++i) {
    const int64_t greatest_year = random() % 2 == 0 ? 12000 : 292'100'000'000;
    const TimeSpan span = RandomSpan(random, greatest_year);
    const std::optional<std::string> text = EdtfText(span);
    if (!text) continue;
    ++written;
    const absl::StatusOr<Edtf> time = Edtf::Parse(*text);
    ASSERT_TRUE(time.ok()) << time.status();
    ASSERT_EQ(time->span(), span) << *text;
  }
  EXPECT_GT(written, 1000);
}

}  // namespace
}  // namespace gainsay::model
