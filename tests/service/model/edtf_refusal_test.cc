#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "service/model/edtf.h"

namespace gainsay::model {
namespace {

using ::testing::StartsWith;

struct Refusal {
  std::string text;
  std::string reason;
};

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << testing::PrintToString(refusal.text); }

class EdtfRefusalTest : public testing::TestWithParam<Refusal> {};

TEST_P(EdtfRefusalTest, SaysWhatIsWrong) {
  const Refusal& refusal = GetParam();
  const absl::StatusOr<Edtf> time = Edtf::Parse(refusal.text);
  EXPECT_EQ(time.status().code(), absl::StatusCode::kInvalidArgument) << refusal.text;
  EXPECT_EQ(std::string(time.status().message()),
            "\"" + refusal.text + "\" is not an EDTF time: " + refusal.reason);
}

constexpr char kDate[] = "a date is YYYY, YYYY-MM or YYYY-MM-DD";
constexpr char kTimeOfDay[] = "a time of day is hh:mm:ss";
constexpr char kZone[] = "a zone is Z, +hh or +hh:mm";

INSTANTIATE_TEST_SUITE_P(NoSuchDay, EdtfRefusalTest,
                         testing::Values(Refusal{"2025-13", "month 13"}, Refusal{"2025-00", "month 0"},
                                         Refusal{"2025-20", "month 20"}, Refusal{"2025-42", "month 42"},
                                         Refusal{"2025-99-01", "month 99"},
                                         Refusal{"2025-02-30", "day 30 of a month with 28 days"},
                                         Refusal{"2024-02-30", "day 30 of a month with 29 days"},
                                         Refusal{"1900-02-29", "day 29 of a month with 28 days"},
                                         Refusal{"2025-04-31", "day 31 of a month with 30 days"},
                                         Refusal{"2025-12-32", "day 32 of a month with 31 days"},
                                         Refusal{"2025-12-00", "day 0 of a month with 31 days"},
                                         Refusal{"2001-21-05", "a season has no days"},
                                         Refusal{"-0000", "year 0 has no sign"}));

INSTANTIATE_TEST_SUITE_P(
    NoDate, EdtfRefusalTest,
    testing::Values(Refusal{"", "it is empty"}, Refusal{" ", kDate}, Refusal{" 2025", kDate},
                    Refusal{"2025 ", kDate}, Refusal{"25", kDate}, Refusal{"20251", kDate},
                    Refusal{"+2025", kDate}, Refusal{"--2025", kDate}, Refusal{"2025-", kDate},
                    Refusal{"2025-1", kDate}, Refusal{"2025-1-2", kDate}, Refusal{"20251223", kDate},
                    Refusal{"2025-12-", kDate}, Refusal{"2025-12-2", kDate}, Refusal{"2025-12-231", kDate},
                    Refusal{"2025.12.23", kDate}, Refusal{"yesterday", kDate}, Refusal{"..", kDate},
                    Refusal{"?", kDate}, Refusal{"2025-W52", kDate}, Refusal{"2025-357", kDate},
                    Refusal{"201x", kDate}, Refusal{"２０２５", kDate}, Refusal{"P1Y", kDate},
                    Refusal{"unknown", kDate}));

INSTANTIATE_TEST_SUITE_P(
    NoTimeOfDay, EdtfRefusalTest,
    testing::Values(Refusal{"2025-12-23T", kTimeOfDay}, Refusal{"2025-12-23T10", kTimeOfDay},
                    Refusal{"2025-12-23T1015", kTimeOfDay}, Refusal{"2025-12-23T10:15:00.5Z", kTimeOfDay},
                    Refusal{"2025-12-23T10:15:XX", kTimeOfDay}, Refusal{"2025-12-23TZ", kTimeOfDay},
                    Refusal{"2025-12-23TT10:15", kTimeOfDay}, Refusal{"2025-12-23t10:15", kDate},
                    Refusal{"2025-12-23 10:15", kDate}, Refusal{"T10:15", kDate},
                    Refusal{"2025-12-23T25:00:00", "hour 25"}, Refusal{"2025-12-23T24:00:01", "hour 24"},
                    Refusal{"2025-12-23T24:01", "hour 24"}, Refusal{"2025-12-23T10:60:00", "minute 60"},
                    Refusal{"2016-12-31T23:59:60Z", "second 60"},
                    Refusal{"2025-12T10:15:00", "a time of day needs a whole date before it"},
                    Refusal{"2025-12-XXT10:15:00", "a time of day needs a whole date before it"},
                    Refusal{"2025-02-30T10:15:00", "day 30 of a month with 28 days"},
                    Refusal{"2025-12-23T10:15:00?", "a date and time has no qualification"}));

INSTANTIATE_TEST_SUITE_P(
    NoZone, EdtfRefusalTest,
    testing::Values(Refusal{"2025-12-23T10:15:00z", kTimeOfDay}, Refusal{"2025-12-23T10:15:00ZZ", kZone},
                    Refusal{"2025-12-23T10:15:00+", kZone}, Refusal{"2025-12-23T10:15:00+5", kZone},
                    Refusal{"2025-12-23T10:15:00+0500", kZone}, Refusal{"2025-12-23T10:15:00+XX", kZone},
                    Refusal{"2025-12-23T10:15:00Z+05", kZone}, Refusal{"2025-12-23T10:15:00+05:0", kZone},
                    Refusal{"2025-12-23T10:15:00+15", "there is no zone +15"},
                    Refusal{"2025-12-23T10:15:00+14:01", "there is no zone +14:01"},
                    Refusal{"2025-12-23T10:15:00-12:30", "there is no zone -12:30"},
                    Refusal{"2025-12-23T10:15:00+05:60", "there is no zone +05:60"},
                    Refusal{"2025-12-23T10:15:00-00:00", "there is no zone -00:00"}));

INSTANTIATE_TEST_SUITE_P(
    NoInterval, EdtfRefusalTest,
    testing::Values(Refusal{"2005/2004", "it ends before it begins"},
                    Refusal{"2004-06/2004-05", "it ends before it begins"},
                    Refusal{"2004-06-02/2004-06-01", "it ends before it begins"},
                    Refusal{"2005?/2004", "it ends before it begins"},
                    Refusal{"2025-12-23T10:00:00Z/2025-12-23T11:00:00+02", "it ends before it begins"},
                    Refusal{"2025-12-25T00:00:00Z/2025-12-23", "it ends before it begins"},
                    Refusal{"2004/2005/2006", "an interval has two ends"},
                    Refusal{"//", "an interval has two ends"}, Refusal{"2004/2005-13", "month 13"},
                    Refusal{"2004-13/2005", "month 13"}, Refusal{"2004/P1Y", kDate},
                    Refusal{"2004/open", kDate}, Refusal{"2004/...", kDate}, Refusal{"2004/ 2005", kDate},
                    Refusal{"2025-12-23/24", kDate}));

INSTANTIATE_TEST_SUITE_P(
    NoLongYear, EdtfRefusalTest,
    testing::Values(Refusal{"Y", "Y stands before a year alone"},
                    Refusal{"Y-", "Y stands before a year alone"},
                    Refusal{"Y+17000", "Y stands before a year alone"},
                    Refusal{"Y17000-05", "Y stands before a year alone"},
                    Refusal{"Y1700X", "Y stands before a year alone"},
                    Refusal{"Y2004", "Y stands before a year of more than four digits"},
                    Refusal{"Y02004", "Y stands before a year of more than four digits"},
                    Refusal{"Y-0", "Y stands before a year of more than four digits"},
                    Refusal{"y17000", kDate}, Refusal{"Y292000000001", "the year is beyond 292000000000"},
                    Refusal{"Y-292000000001", "the year is beyond -292000000000"},
                    Refusal{"Y99999999999999999999999999999999", "the year is beyond 292000000000"}));

std::string LevelTwo(const std::string& what) {
  return what + " is of level 2, and only levels 0 and 1 are read";
}

const std::string kSet = LevelTwo("a set of dates");
const std::string kPartlyQualified = LevelTwo("a qualification anywhere but once at the end");
const std::string kOpenBeforeStated = LevelTwo("an unspecified digit before a stated one");
const std::string kMostlyOpenYear = LevelTwo("a year with more than two unspecified digits");

// The examples of the standard's own level 2, and some more.
INSTANTIATE_TEST_SUITE_P(
    LevelTwoExamples, EdtfRefusalTest,
    testing::Values(
        Refusal{"Y-17E7", LevelTwo("an exponential year")},
        Refusal{"1950S2", LevelTwo("a year with significant digits")},
        Refusal{"Y171010000S3", LevelTwo("a year with significant digits")},
        Refusal{"Y3388E2S3", LevelTwo("an exponential year")},
        Refusal{"2001-34", LevelTwo("part 34 of a year")}, Refusal{"2001-25", LevelTwo("part 25 of a year")},
        Refusal{"2001-41", LevelTwo("part 41 of a year")}, Refusal{"[1667,1668,1670..1672]", kSet},
        Refusal{"[..1760-12-03]", kSet}, Refusal{"[1760-12..]", kSet},
        Refusal{"{1667,1668,1670..1672}", kSet}, Refusal{"{1960,1961-12}", kSet}, Refusal{"{..1984}", kSet},
        Refusal{"2004-06~-11", kPartlyQualified}, Refusal{"2004?-06-11", kPartlyQualified},
        Refusal{"?2004-06-~11", kPartlyQualified}, Refusal{"2004-%06-11", kPartlyQualified},
        Refusal{"2004?~", kPartlyQualified}, Refusal{"2004-06-~01/2004-06-~20", kPartlyQualified},
        Refusal{"156X-12-25", kOpenBeforeStated}, Refusal{"15XX-12-25", kOpenBeforeStated},
        Refusal{"156X-XX", kOpenBeforeStated}, Refusal{"1X32", kOpenBeforeStated},
        Refusal{"201X-21", kOpenBeforeStated}, Refusal{"1985-XX-12", kOpenBeforeStated},
        Refusal{"XXXX-12-XX", kMostlyOpenYear}, Refusal{"1XXX-XX", kMostlyOpenYear},
        Refusal{"1XXX-12", kMostlyOpenYear}, Refusal{"1XXX", kMostlyOpenYear},
        Refusal{"XXXX", kMostlyOpenYear}, Refusal{"1984-1X", LevelTwo("a month with one unspecified digit")},
        Refusal{"1984-12-1X", LevelTwo("a day with one unspecified digit")},
        Refusal{"2004-06-XX/2004-07-03", LevelTwo("an unspecified digit in an interval")},
        Refusal{"201X/202X", LevelTwo("an unspecified digit in an interval")}));

TEST(EdtfRefusalMessageTest, DoesNotRepeatALongText) {
  const absl::StatusOr<Edtf> time = Edtf::Parse(std::string(1000000, '1'));
  EXPECT_EQ(time.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(time.status().message(), "not an EDTF time: longer than 64 characters");
}

TEST(EdtfRefusalMessageTest, EscapesControlCharacters) {
  const absl::StatusOr<Edtf> time = Edtf::Parse(std::string("2025\0\x1b[2J\n", 10));
  EXPECT_THAT(std::string(time.status().message()), StartsWith("\"2025\\x00\\x1b[2J\\n\" is not"));
}

}  // namespace
}  // namespace gainsay::model
