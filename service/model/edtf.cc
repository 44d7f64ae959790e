#include "service/model/edtf.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "service/model/edtf_moment.h"

namespace gainsay::model {
namespace {

// Longer than any interval can be written.
constexpr size_t kMaxTextLength = 64;
constexpr int64_t kMaxFourDigitYear = 9999;

// An end of an interval; nothing where it is unknown or open.
absl::StatusOr<std::optional<Moment>> ParseEnd(std::string_view text) {
  if (text.empty() || text == "..") return std::nullopt;
  absl::StatusOr<Moment> moment = ParseMoment(text);
  if (!moment.ok()) return moment.status();
  if (moment->unspecified) {
    return absl::InvalidArgumentError(
        "an unspecified digit in an interval is of level 2, and only levels 0 and 1 are read");
  }
  return std::optional<Moment>(*std::move(moment));
}

Moment ReadAnywhere(const Moment& moment) {
  return {AnywhereOnEarth(moment.stated), AnywhereOnEarth(moment.span)};
}

absl::StatusOr<TimeSpan> ParseInterval(std::string_view first, std::string_view last) {
  absl::StatusOr<std::optional<Moment>> begin = ParseEnd(first);
  if (!begin.ok()) return begin.status();
  absl::StatusOr<std::optional<Moment>> end = ParseEnd(last);
  if (!end.ok()) return end.status();
  if (*begin && *end) {
    if ((*begin)->stated.zoned != (*end)->stated.zoned) {
      *begin = ReadAnywhere(**begin);
      *end = ReadAnywhere(**end);
    }
    if ((*begin)->stated.begin >= (*end)->stated.end) {
      return absl::InvalidArgumentError("it ends before it begins");
    }
  }
  TimeSpan span;
  if (*begin) span = {(*begin)->span.begin, std::nullopt, (*begin)->span.zoned};
  if (*end) {
    span.end = (*end)->span.end;
    span.zoned = (*end)->span.zoned;
  }
  return span;
}

absl::StatusOr<TimeSpan> ParseSpan(std::string_view text) {
  if (text.empty()) return absl::InvalidArgumentError("it is empty");
  if (text.front() == '[' || text.front() == '{') {
    return absl::InvalidArgumentError("a set of dates is of level 2, and only levels 0 and 1 are read");
  }
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    const absl::StatusOr<Moment> moment = ParseMoment(text);
    if (!moment.ok()) return moment.status();
    return moment->span;
  }
  const std::string_view last = text.substr(slash + 1);
  if (last.find('/') != std::string_view::npos) {
    return absl::InvalidArgumentError("an interval has two ends");
  }
  return ParseInterval(text.substr(0, slash), last);
}

// The units in which EdtfText writes a boundary, coarsest first.
enum class Unit { kYear, kMonth, kDay, kSecond };

absl::CivilSecond CivilTime(int64_t second) { return absl::CivilSecond(1970) + second; }

// The coarsest unit that begins at `time`.
Unit UnitAt(absl::CivilSecond time) {
  if (time == absl::CivilSecond(absl::CivilYear(time))) return Unit::kYear;
  if (time == absl::CivilSecond(absl::CivilMonth(time))) return Unit::kMonth;
  if (time == absl::CivilSecond(absl::CivilDay(time))) return Unit::kDay;
  return Unit::kSecond;
}

// Writes the unit that `time` lies in; its year has four digits at most.
std::string UnitText(absl::CivilSecond time, Unit unit, bool zoned) {
  const std::string year = absl::StrFormat("%s%04d", time.year() < 0 ? "-" : "", std::abs(time.year()));
  switch (unit) {
    case Unit::kYear:
      return year;
    case Unit::kMonth:
      return absl::StrFormat("%s-%02d", year, time.month());
    case Unit::kDay:
      return absl::StrFormat("%s-%02d-%02d", year, time.month(), time.day());
    case Unit::kSecond:
      return absl::StrFormat("%s-%02d-%02dT%02d:%02d:%02d%s", year, time.month(), time.day(), time.hour(),
                             time.minute(), time.second(), zoned ? "Z" : "");
  }
  return year;
}

// Writes the unit that `second` lies in, `boundary` being the end of it that matters. A year of more
// digits stands alone, so nothing but a zoneless boundary between years can be written there.
std::optional<std::string> BoundaryText(int64_t second, int64_t boundary, Unit unit, bool zoned) {
  const absl::CivilSecond time = CivilTime(second);
  if (time.year() > kMaxYear || time.year() < -kMaxYear) return std::nullopt;
  if (time.year() <= kMaxFourDigitYear && time.year() >= -kMaxFourDigitYear) {
    return UnitText(time, unit, zoned);
  }
  if (zoned || UnitAt(CivilTime(boundary)) != Unit::kYear) return std::nullopt;
  return absl::StrCat("Y", time.year());
}

}  // namespace

absl::StatusOr<Edtf> Edtf::Parse(std::string_view text) {
  if (text.size() > kMaxTextLength) {
    return absl::InvalidArgumentError(
        absl::StrCat("not an EDTF time: longer than ", kMaxTextLength, " characters"));
  }
  absl::StatusOr<TimeSpan> span = ParseSpan(text);
  if (!span.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("\"", absl::Utf8SafeCHexEscape(std::string(text)),
                                                   "\" is not an EDTF time: ", span.status().message()));
  }
  return Edtf(std::string(text), *span);
}

TimeSpan AnywhereOnEarth(const TimeSpan& span) {
  if (span.zoned) return span;
  TimeSpan anywhere = {std::nullopt, std::nullopt, true};
  // Where 64 bits do not reach, unbounded is the wider reading.
  if (span.begin && *span.begin >= std::numeric_limits<int64_t>::min() + kEasternmostZone) {
    anywhere.begin = *span.begin - kEasternmostZone;
  }
  if (span.end && *span.end <= std::numeric_limits<int64_t>::max() + kWesternmostZone) {
    anywhere.end = *span.end - kWesternmostZone;
  }
  return anywhere;
}

std::optional<std::string> EdtfText(const TimeSpan& span) {
  if (!span.begin && !span.end) return span.zoned ? std::nullopt : std::optional<std::string>("../..");
  if (span.begin && span.end && *span.begin >= *span.end) return std::nullopt;
  if (span.end == std::numeric_limits<int64_t>::min()) return std::nullopt;
  Unit unit = span.zoned ? Unit::kSecond : Unit::kYear;
  if (span.begin) unit = std::max(unit, UnitAt(CivilTime(*span.begin)));
  if (span.end) unit = std::max(unit, UnitAt(CivilTime(*span.end)));
  std::optional<std::string> first = "..";
  if (span.begin) first = BoundaryText(*span.begin, *span.begin, unit, span.zoned);
  std::optional<std::string> last = "..";
  if (span.end) last = BoundaryText(*span.end - 1, *span.end, unit, span.zoned);
  if (!first || !last) return std::nullopt;
  return *first == *last ? *first : absl::StrCat(*first, "/", *last);
}

}  // namespace gainsay::model
