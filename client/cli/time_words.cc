#include "client/cli/time_words.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace gainsay::cli {
namespace {

constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr const char* kSeasons[] = {"spring", "summer", "autumn", "winter"};  // 21 to 24

struct Date {
  int year = 0;
  int month = 0;  // 0: none; 21 to 24: a season
  int day = 0;    // 0: none
};

bool AreDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), absl::ascii_isdigit);
}

// Takes `count` digits off the front of the text.
std::optional<int> TakeDigits(std::string_view& text, size_t count) {
  int number = 0;
  if (text.size() < count || !AreDigits(text.substr(0, count))) return std::nullopt;
  if (!absl::SimpleAtoi(std::string(text.substr(0, count)), &number)) return std::nullopt;
  text.remove_prefix(count);
  return number;
}

std::optional<Date> ParseDate(std::string_view text) {
  Date date;
  const auto year = TakeDigits(text, 4);
  if (!year) return std::nullopt;
  date.year = *year;
  if (text.starts_with('-')) {
    text.remove_prefix(1);
    const auto month = TakeDigits(text, 2);
    if (!month || *month < 1 || (*month > 12 && (*month < 21 || *month > 24))) return std::nullopt;
    date.month = *month;
    if (text.starts_with('-')) {
      text.remove_prefix(1);
      const auto day = TakeDigits(text, 2);
      if (!day || date.month > 12) return std::nullopt;
      date.day = *day;
    }
  }
  if (!text.empty()) return std::nullopt;
  return date;
}

std::string DayAndMonth(const Date& date) {
  if (date.month > 12) return kSeasons[date.month - 21];
  return absl::StrCat(date.day > 0 ? absl::StrCat(date.day, " ") : "", kMonths[date.month - 1]);
}

std::string InWords(const Date& date) {
  const std::string year = absl::StrCat(absl::Dec(date.year, absl::kZeroPad4));
  return date.month == 0 ? year : absl::StrCat(DayAndMonth(date), " ", year);
}

// "14:05:00Z" gives "14:05 UTC".
std::string ClockInWords(const std::string& clock) {
  const size_t zone = std::min(clock.find_first_of("Z+-"), clock.size());
  const std::string rest = clock.substr(zone);
  std::string time = clock.substr(0, zone);
  if (time.size() == 8 && time.ends_with(":00")) time.resize(5);
  return absl::StrCat(time, rest.empty() ? "" : " ", rest == "Z" ? "UTC" : rest);
}

std::string MomentInWords(const std::string& text) {
  if (text.ends_with('?')) return absl::StrCat("perhaps ", MomentInWords(text.substr(0, text.size() - 1)));
  if (text.ends_with('~')) return absl::StrCat("about ", MomentInWords(text.substr(0, text.size() - 1)));
  if (text.ends_with('%'))
    return absl::StrCat("perhaps about ", MomentInWords(text.substr(0, text.size() - 1)));
  if (text.size() == 4 && text.back() == 'X' && AreDigits(text.substr(0, 3))) {
    return absl::StrCat("the ", text.substr(0, 3), "0s");
  }
  const size_t clock = text.find('T');
  const auto date = ParseDate(std::string_view(text).substr(0, clock));
  if (!date) return text;
  if (clock == std::string::npos) return InWords(*date);
  return absl::StrCat(InWords(*date), " ", ClockInWords(text.substr(clock + 1)));
}

std::string IntervalInWords(const std::string& first, const std::string& last) {
  if (first == "..") return absl::StrCat("until ", MomentInWords(last));
  if (last == "..") return absl::StrCat("since ", MomentInWords(first));
  if (first.empty()) return absl::StrCat("until ", MomentInWords(last), ", start unknown");
  if (last.empty()) return absl::StrCat(MomentInWords(first), " until an unknown time");
  const auto from = ParseDate(first);
  const auto to = ParseDate(last);
  if (from && to && from->year == to->year && from->month > 0 && to->month > 0) {
    if (from->month == to->month && from->day > 0) return absl::StrCat(from->day, " to ", InWords(*to));
    return absl::StrCat(DayAndMonth(*from), " to ", InWords(*to));
  }
  return absl::StrCat(MomentInWords(first), " to ", MomentInWords(last));
}

}  // namespace

std::string TimeInWords(const std::string& edtf) {
  const size_t slash = edtf.find('/');
  if (slash == std::string::npos) return MomentInWords(edtf);
  return IntervalInWords(edtf.substr(0, slash), edtf.substr(slash + 1));
}

}  // namespace gainsay::cli
