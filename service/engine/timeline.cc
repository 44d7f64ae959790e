#include "service/engine/timeline.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

// What was entered in error.
std::unordered_set<std::string> VoidedIn(const CaseFile& file) {
  std::unordered_set<std::string> voided;
  for (const auto* withdrawals : {&file.question.withdrawals, &file.source_withdrawals}) {
    for (const auto& withdrawal : *withdrawals) {
      if (withdrawal.record.kind == model::WithdrawalKind::kVoided) voided.insert(withdrawal.record.target);
    }
  }
  return voided;
}

bool SeenInErrorAlone(const model::Claim& claim, const std::unordered_set<std::string>& voided) {
  const auto& seen = claim.appearances;
  return !seen.empty() && std::all_of(seen.begin(), seen.end(), [&](const auto& appearance) {
    return voided.contains(appearance.source);
  });
}

}  // namespace

Timeline::Timeline(const CaseIndex& index, const Cut& cut) : cut_(cut) {
  const CaseFile& file = index.file();
  const auto& entries = index.matter().docket.entries();
  events_.reserve(entries.size());
  const std::unordered_set<std::string> voided = VoidedIn(file);
  std::unordered_set<std::string_view> claims;
  const bool any_withdrawn = !file.question.withdrawals.empty() || !file.source_withdrawals.empty();
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    const OnFile<model::Claim>& claim = *entry->record;
    if (any_withdrawn) {
      if (SeenInErrorAlone(claim.record, voided) || voided.contains(claim.record.name)) continue;
      claims.insert(claim.record.name);
    }
    if (entry->said > cut.said_until) continue;
    events_.push_back({entry->said, claim.record_time, entry->said_text, &claim.record.name, claim.revision});
  }
  for (const auto* withdrawals : {&file.question.withdrawals, &file.source_withdrawals}) {
    for (const auto& withdrawal : *withdrawals) {
      const std::string& target = withdrawal.record.target;
      const bool of_silence = withdrawals == &file.question.withdrawals && !claims.contains(target);
      if (!of_silence && !voided.contains(target)) AddWithdrawal(withdrawal, file);
    }
  }
  const auto later = [](const Event& a, const Event& b) {
    return std::tie(b.moment, b.known, b.text, *b.record) < std::tie(a.moment, a.known, a.text, *a.record);
  };
  if (!std::is_sorted(events_.begin(), events_.end(), later))
    std::sort(events_.begin(), events_.end(), later);
}

void Timeline::AddWithdrawal(const OnFile<model::Withdrawal>& withdrawal, const CaseFile& file) {
  const model::Withdrawal& record = withdrawal.record;
  const model::Edtf* time = record.time ? &*record.time : FirstPublication(record.appearances, file.sources);
  Event event{.moment = LastMomentOf(time),
              .known = withdrawal.record_time,
              .record = &record.name,
              .revision = withdrawal.revision};
  if (time != nullptr) event.text = time->text();
  if (event.moment == kUndatedMoment) {
    event.moment = RecordedMoment(withdrawal.record_time);
    event.text = own_.emplace_front(
        absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", withdrawal.record_time, absl::UTCTimeZone()));
  }
  if (event.moment <= cut_.said_until) events_.push_back(event);
}

Occasion Timeline::OccasionOf(size_t begin, size_t end) const {
  const Event& last_recorded = events_[begin];
  Occasion occasion{.moment = last_recorded.moment,
                    .text = std::string(last_recorded.text),
                    .known = last_recorded.known,
                    .revision = last_recorded.revision};
  for (size_t i = begin; i < end; ++i) occasion.records.push_back(*events_[i].record);
  std::sort(occasion.records.begin(), occasion.records.end());
  return occasion;
}

bool Timeline::WalkBack(const Comparer& comparer, Reached reached, absl::FunctionRef<bool()> go_on,
                        absl::FunctionRef<bool(const Occasion& occasion, Status status)> visit) const {
  for (size_t begin = 0, end = 0; begin < events_.size(); begin = end) {
    while (end < events_.size() && events_[end].moment == events_[begin].moment) ++end;
    // The status is that from this occasion on; what was it before?
    const bool first = end == events_.size();
    if (!first && events_[end].moment >= reached.since) continue;
    Reached before;
    if (!first) {
      if (!go_on()) return false;
      before = comparer.StatusAt({.said_until = events_[end].moment, .valid_at = cut_.valid_at});
    }
    if (before.status != reached.status && !visit(OccasionOf(begin, end), reached.status)) return true;
    reached = before;
  }
  return true;
}

}  // namespace gainsay::engine
