#include "service/rpc/compare_options_converter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/policy_converter.h"

namespace gainsay::rpc {
namespace {

constexpr std::string_view kKnownAt = "readTimes.knownAt";

// The last moment of `time`, zoneless as UTC; a revision's time is a whole number of microseconds.
absl::Time LastMomentOf(const model::Edtf& time) {
  const std::optional<int64_t>& end = time.span().end;
  return end ? absl::FromUnixSeconds(*end) - absl::Microseconds(1) : absl::InfiniteFuture();
}

// Returns a time that is more exact than EDTF writes one, as answers write them.
std::optional<absl::Time> ParseExactTime(const std::string& text) {
  absl::Time moment;
  std::string error;
  const bool exact = text.find('.') != std::string::npos;
  if (!exact || !absl::ParseTime(absl::RFC3339_full, text, &moment, &error)) return std::nullopt;
  return moment;
}

void ReadKnownAt(const std::string& text, FieldReader& fields, ledger::CompareOptions& options) {
  if (text.empty()) return;
  if (!std::all_of(text.begin(), text.end(), absl::ascii_isdigit)) {
    if (const std::optional<absl::Time> exact = ParseExactTime(text)) {
      options.known_at = *exact;
    } else if (const std::optional<model::Edtf> time = fields.Time(kKnownAt, text)) {
      options.known_at = LastMomentOf(*time);
    }
    return;
  }
  store::Revision revision = 0;
  fields.Require(absl::SimpleAtoi(text, &revision), kKnownAt, "no revision is as high as this");
  options.known_at = revision;
}

}  // namespace

absl::StatusOr<ledger::CompareOptions> CompareOptionsFromProto(const v1::ReadTimes& read_times,
                                                               const v1::Policy& policy, bool explain) {
  FieldReader fields;
  ledger::CompareOptions options;
  ReadKnownAt(read_times.known_at(), fields, options);
  options.times.said_until = fields.Time("readTimes.saidUntil", read_times.said_until());
  options.times.valid_at = fields.Time("readTimes.validAt", read_times.valid_at());
  if (auto read = fields.Take("policy", PolicyFromProto(policy))) options.policy = *std::move(read);
  options.explain = explain;
  return fields.Finish(std::move(options));
}

absl::Status ExplainKnownAt(const absl::Status& status, const ledger::CompareOptions& options) {
  if (!absl::IsOutOfRange(status) || !options.known_at) return status;
  const auto* revision = std::get_if<store::Revision>(&*options.known_at);
  if (revision == nullptr) return status;
  return absl::OutOfRangeError(
      absl::StrCat("readTimes.knownAt: revision ", *revision,
                   " has not been made; digits alone are a revision, a year as a time "
                   "is written 2025-01/2025-12"));
}

}  // namespace gainsay::rpc
