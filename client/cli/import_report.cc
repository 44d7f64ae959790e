#include "client/cli/import_report.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/cli/display_text.h"

namespace gainsay::cli {
namespace {

constexpr size_t kMostUntold = 1'000;
constexpr absl::Duration kBetweenProgress = absl::Milliseconds(100);

// "12,345".
std::string Grouped(int64_t number) {
  std::string digits = std::to_string(number);
  for (int i = static_cast<int>(digits.size()) - 3; i > 0; i -= 3) digits.insert(static_cast<size_t>(i), ",");
  return digits;
}

std::string ReasonOf(const v1::ImportError& error) {
  return error.field().empty() ? error.reason() : absl::StrCat(error.field(), ": ", error.reason());
}

}  // namespace

ImportReport::ImportReport(const Console& console, int64_t size)
    : console_(console), size_(size), start_(absl::Now()) {}

void ImportReport::RefuseLocally(int64_t line, const std::string& reason) {
  const std::lock_guard lock(mutex_);
  ++refused_locally_;
  untold_.emplace(line, reason);
}

void ImportReport::Reading(int64_t records, int64_t bytes) {
  const std::lock_guard lock(mutex_);
  records_ = records;
  bytes_ = bytes;
  ShowProgress();
}

void ImportReport::Take(const v1::ImportResponse& answer) {
  const std::lock_guard lock(mutex_);
  for (const auto& error : answer.errors()) untold_.emplace(error.line(), ReasonOf(error));
  // A record that waits for another may yet be refused, and its line come before these.
  if (answer.waiting() == 0 || untold_.size() > kMostUntold) TellUpTo(answer.last_line());
  last_ = answer;
}

v1::ImportResponse ImportReport::Finish() {
  const std::lock_guard lock(mutex_);
  TellUpTo(std::numeric_limits<int64_t>::max());
  ClearProgress();
  v1::ImportResponse counts = last_;
  counts.clear_errors();
  counts.set_refused(counts.refused() + refused_locally_);
  return counts;
}

void ImportReport::TellUpTo(int64_t line) {
  while (!untold_.empty() && untold_.begin()->first <= line) {
    ClearProgress();
    console_.err << "line " << untold_.begin()->first << ": " << Displayable(untold_.begin()->second) << '\n';
    untold_.erase(untold_.begin());
  }
}

void ImportReport::ShowProgress() {
  const absl::Time now = absl::Now();
  if (!console_.err_is_terminal || now - shown_at_ < kBetweenProgress) return;
  const double seconds = std::max(absl::ToDoubleSeconds(now - start_), 0.001);
  std::string text =
      absl::StrCat(Grouped(records_), " records, ",
                   Grouped(static_cast<int64_t>(static_cast<double>(records_) / seconds)), "/s");
  if (size_ > 0) absl::StrAppend(&text, ", ", std::min<int64_t>(100, bytes_ * 100 / size_), " %");
  console_.err << "\r\033[K" << text << std::flush;
  shown_at_ = now;
  shown_ = true;
}

void ImportReport::ClearProgress() {
  if (shown_) console_.err << "\r\033[K";
  shown_ = false;
}

}  // namespace gainsay::cli
