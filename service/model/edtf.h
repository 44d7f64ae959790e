#ifndef GAINSAY_SERVICE_MODEL_EDTF_H_
#define GAINSAY_SERVICE_MODEL_EDTF_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace gainsay::model {

// A half-open stretch of time, [begin, end), in seconds from 1970-01-01T00:00:00 of the proleptic
// Gregorian calendar; a missing end is unbounded. Seconds of the calendar as written unless `zoned`,
// and then of UTC.
struct TimeSpan {
  std::optional<int64_t> begin;
  std::optional<int64_t> end;
  bool zoned = false;

  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

// A time as EDTF writes it (ISO 8601-2:2019, levels 0 and 1), read as "sometime within": `?`, `~` and
// `%` widen it once, by one unit of the finest stated precision; an unknown or open end is unbounded;
// seasons denote their year. Immutable; compared by text.
class Edtf {
 public:
  // Returns the time that `text` writes.
  // INVALID_ARGUMENT: not EDTF of level 0 or 1, or it ends before it begins.
  static absl::StatusOr<Edtf> Parse(std::string_view text);

  const std::string& text() const { return text_; }
  // The stretch within which it lies. Zoned if a stated end is; the other is then anywhere on Earth.
  const TimeSpan& span() const { return span_; }

  friend bool operator==(const Edtf& a, const Edtf& b) { return a.text_ == b.text_; }

 private:
  Edtf(std::string text, TimeSpan span) : text_(std::move(text)), span_(span) {}

  std::string text_;
  TimeSpan span_;
};

// Returns `span` as the whole of it may be anywhere on Earth, as a zoned one: a zoneless stretch begins
// 14 hours before it does in UTC and ends 12 hours after. A zoned one is returned as it is.
TimeSpan AnywhereOnEarth(const TimeSpan& span);

// Returns the EDTF text of just this stretch (a date, a date and time, or an interval of two), or
// nothing where EDTF levels 0 and 1 have none.
std::optional<std::string> EdtfText(const TimeSpan& span);

}  // namespace gainsay::model

#endif  // GAINSAY_SERVICE_MODEL_EDTF_H_
