#include "service/model/edtf_moment.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"

namespace gainsay::model {
namespace {

constexpr std::string_view kQualifiers = "?~%";
constexpr std::string_view kUnspecified = "XX";
constexpr char kOpenBeforeStated[] = "an unspecified digit before a stated one";
constexpr size_t kYearDigits = 4;
constexpr int64_t kSecondsPerMinute = 60;
constexpr int64_t kSecondsPerHour = 3600;

// What the finest stated part of a date counts.
enum class Unit { kCentury, kDecade, kYear, kMonth, kDay };

// One unit of the calendar, and its earliest day.
struct Period {
  int64_t year = 0;
  int month = 1;
  int day = 1;
  Unit unit = Unit::kYear;
  bool unspecified = false;
};

// A time of day: the second it begins at, how long the stated unit is, and the zone east of UTC.
struct Clock {
  int64_t second = 0;
  int64_t length = 1;
  std::optional<int64_t> zone;
};

absl::Status Refused(const std::string& reason) { return absl::InvalidArgumentError(reason); }

absl::Status LevelTwo(const std::string& what) {
  return Refused(absl::StrCat(what, " is of level 2, and only levels 0 and 1 are read"));
}

bool Contains(std::string_view text, char c) { return text.find(c) != std::string_view::npos; }

// Removes a leading `c` from `text` and returns whether there was one.
bool TakePrefix(char c, std::string_view& text) {
  const bool found = text.starts_with(c);
  if (found) text.remove_prefix(1);
  return found;
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), absl::ascii_isdigit);
}

// The number that `digits` write; each of them is a digit, and there are at most 18.
int64_t Number(std::string_view digits) {
  int64_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

// Whether `text` has the length of `shape`, a digit or an X where that has a 0, and its other characters.
bool HasShape(std::string_view text, std::string_view shape) {
  return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                    [](char c, char s) { return s == '0' ? absl::ascii_isdigit(c) || c == 'X' : c == s; });
}

int64_t Seconds(absl::CivilSecond time) { return time - absl::CivilSecond(1970); }

// The second at which the period begins that is `count` units later than `period`.
int64_t BeginOf(const Period& period, int count) {
  switch (period.unit) {
    case Unit::kCentury:
      return Seconds(absl::CivilYear(period.year + 100 * count));
    case Unit::kDecade:
      return Seconds(absl::CivilYear(period.year + 10 * count));
    case Unit::kYear:
      return Seconds(absl::CivilYear(period.year + count));
    case Unit::kMonth:
      return Seconds(absl::CivilMonth(period.year, period.month) + count);
    case Unit::kDay:
      return Seconds(absl::CivilDay(period.year, period.month, period.day) + count);
  }
  return 0;
}

int DaysInMonth(int64_t year, int month) {
  const absl::CivilMonth begin(year, month);
  return static_cast<int>(absl::CivilDay(begin + 1) - absl::CivilDay(begin));
}

absl::StatusOr<Period> ParseYear(std::string_view digits, bool negative) {
  const size_t stated = std::min(digits.find('X'), kYearDigits);
  const size_t open = kYearDigits - stated;
  if (digits.find_first_not_of('X', stated) != std::string_view::npos) return LevelTwo(kOpenBeforeStated);
  if (open > 2) return LevelTwo("a year with more than two unspecified digits");
  if (negative && digits == "0000") return Refused("year 0 has no sign");
  const int64_t span = open == 0 ? 1 : open == 1 ? 10 : 100;
  const int64_t first = Number(digits.substr(0, stated)) * span;
  Period period;
  // Before year 0 it is the highest of the open digits that come first.
  period.year = negative ? -(first + span - 1) : first;
  period.unit = open == 0 ? Unit::kYear : open == 1 ? Unit::kDecade : Unit::kCentury;
  period.unspecified = open > 0;
  return period;
}

// Adds the month of `digits` to `period`, a whole year.
absl::Status AddMonth(std::string_view digits, Period& period) {
  if (period.unspecified) return LevelTwo(kOpenBeforeStated);
  if (digits == kUnspecified) {
    period.unspecified = true;
    return absl::OkStatus();
  }
  if (!AllDigits(digits)) return LevelTwo("a month with one unspecified digit");
  const int month = static_cast<int>(Number(digits));
  const bool season = month >= 21 && month <= 24;
  if (season) return absl::OkStatus();
  if (month >= 25 && month <= 41) return LevelTwo(absl::StrCat("part ", month, " of a year"));
  if (month < 1 || month > 12) return Refused(absl::StrCat("month ", month));
  period.month = month;
  period.unit = Unit::kMonth;
  return absl::OkStatus();
}

// Adds the day of `digits` to `period`, which has been through AddMonth.
absl::Status AddDay(std::string_view digits, Period& period) {
  if (period.unit == Unit::kYear && !period.unspecified) return Refused("a season has no days");
  if (digits == kUnspecified) {
    period.unspecified = true;
    return absl::OkStatus();
  }
  if (period.unspecified) return LevelTwo(kOpenBeforeStated);
  if (!AllDigits(digits)) return LevelTwo("a day with one unspecified digit");
  const int day = static_cast<int>(Number(digits));
  const int days = DaysInMonth(period.year, period.month);
  if (day < 1 || day > days) {
    return Refused(absl::StrCat("day ", day, " of a month with ", days, " days"));
  }
  period.day = day;
  period.unit = Unit::kDay;
  return absl::OkStatus();
}

// `text` is what follows the Y.
absl::StatusOr<Period> ParseLongYear(std::string_view text) {
  const bool negative = TakePrefix('-', text);
  if (Contains(text, 'E')) return LevelTwo("an exponential year");
  if (Contains(text, 'S')) return LevelTwo("a year with significant digits");
  if (!AllDigits(text)) return Refused("Y stands before a year alone");
  if (text.size() <= kYearDigits || text.front() == '0') {
    return Refused("Y stands before a year of more than four digits");
  }
  constexpr size_t kMaxDigits = 12;
  if (text.size() > kMaxDigits || Number(text) > kMaxYear) {
    return Refused(absl::StrCat("the year is beyond ", negative ? "-" : "", kMaxYear));
  }
  Period period;
  period.year = negative ? -Number(text) : Number(text);
  return period;
}

absl::StatusOr<Period> ParseDate(std::string_view text) {
  if (TakePrefix('Y', text)) return ParseLongYear(text);
  const bool negative = TakePrefix('-', text);
  if (!HasShape(text, "0000") && !HasShape(text, "0000-00") && !HasShape(text, "0000-00-00")) {
    if (Contains(text, 'S')) return LevelTwo("a year with significant digits");
    return Refused("a date is YYYY, YYYY-MM or YYYY-MM-DD");
  }
  absl::StatusOr<Period> period = ParseYear(text.substr(0, kYearDigits), negative);
  if (!period.ok() || text.size() == kYearDigits) return period;
  if (const absl::Status month = AddMonth(text.substr(5, 2), *period); !month.ok()) return month;
  if (!HasShape(text, "0000-00-00")) return period;
  if (const absl::Status day = AddDay(text.substr(8), *period); !day.ok()) return day;
  return period;
}

absl::StatusOr<std::optional<int64_t>> ParseZone(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text == "Z") return 0;
  const std::string_view offset = text.substr(1);
  const bool shaped = HasShape(offset, "00") || HasShape(offset, "00:00");
  if (text.front() == 'Z' || !shaped || Contains(offset, 'X')) {
    return Refused("a zone is Z, +hh or +hh:mm");
  }
  const int64_t minutes = HasShape(offset, "00") ? 0 : Number(offset.substr(3));
  const int64_t east = Number(offset.substr(0, 2)) * kSecondsPerHour + minutes * kSecondsPerMinute;
  const int64_t zone = text.front() == '-' ? -east : east;
  const bool minus_zero = zone == 0 && text.front() == '-';
  if (minutes > 59 || zone < kWesternmostZone || zone > kEasternmostZone || minus_zero) {
    return Refused(absl::StrCat("there is no zone ", std::string(text)));
  }
  return zone;
}

absl::StatusOr<Clock> ParseClock(std::string_view text) {
  const size_t zone_at = std::min(text.find_first_of("Z+-"), text.size());
  const std::string_view time = text.substr(0, zone_at);
  const bool has_second = HasShape(time, "00:00:00");
  if ((!has_second && !HasShape(time, "00:00")) || Contains(time, 'X')) {
    return Refused("a time of day is hh:mm:ss");
  }
  const int64_t hour = Number(time.substr(0, 2));
  const int64_t minute = Number(time.substr(3, 2));
  const int64_t second = has_second ? Number(time.substr(6)) : 0;
  const bool midnight = hour == 24 && minute == 0 && second == 0;
  if (hour > 23 && !midnight) return Refused(absl::StrCat("hour ", hour));
  if (minute > 59) return Refused(absl::StrCat("minute ", minute));
  if (second > 59) return Refused(absl::StrCat("second ", second));
  const absl::StatusOr<std::optional<int64_t>> zone = ParseZone(text.substr(zone_at));
  if (!zone.ok()) return zone.status();
  return Clock{hour * kSecondsPerHour + minute * kSecondsPerMinute + second,
               has_second ? 1 : kSecondsPerMinute, *zone};
}

absl::StatusOr<Moment> ParseDateTime(std::string_view date, std::string_view time) {
  const absl::StatusOr<Period> day = ParseDate(date);
  if (!day.ok()) return day.status();
  if (day->unit != Unit::kDay) return Refused("a time of day needs a whole date before it");
  const absl::StatusOr<Clock> clock = ParseClock(time);
  if (!clock.ok()) return clock.status();
  const int64_t begin = BeginOf(*day, 0) + clock->second - clock->zone.value_or(0);
  const TimeSpan span = {begin, begin + clock->length, clock->zone.has_value()};
  return Moment{span, span};
}

}  // namespace

absl::StatusOr<Moment> ParseMoment(std::string_view text) {
  const bool qualified = !text.empty() && Contains(kQualifiers, text.back());
  if (qualified) text.remove_suffix(1);
  if (text.find_first_of(kQualifiers) != std::string_view::npos) {
    return LevelTwo("a qualification anywhere but once at the end");
  }
  if (const size_t time_at = text.find('T'); time_at != std::string_view::npos) {
    if (qualified) return Refused("a date and time has no qualification");
    return ParseDateTime(text.substr(0, time_at), text.substr(time_at + 1));
  }
  const absl::StatusOr<Period> period = ParseDate(text);
  if (!period.ok()) return period.status();
  const TimeSpan stated = {BeginOf(*period, 0), BeginOf(*period, 1)};
  const TimeSpan widened = {BeginOf(*period, -1), BeginOf(*period, 2)};
  return Moment{stated, qualified ? widened : stated, period->unspecified};
}

}  // namespace gainsay::model
