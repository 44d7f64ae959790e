#include "service/engine/timeline.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

// What one record makes of its moment.
struct Event {
  Moment moment = kUndatedMoment;
  std::string text;
  absl::Time known;
  int64_t revision = 0;
  std::string record;
};

// When something was said: at `time`, else when it was first published.
template <class Record>
Event EventOf(const OnFile<Record>& on_file, const std::optional<model::Edtf>& time, const CaseFile& file) {
  const std::optional<model::Edtf> said =
      time ? time : FirstPublication(on_file.record.appearances, file.sources);
  return {.moment = LastMomentOf(said),
          .text = said ? said->text() : "",
          .known = on_file.record_time,
          .revision = on_file.revision,
          .record = on_file.record.name};
}

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

std::vector<Event> EventsOf(const CaseFile& file, const Cut& cut) {
  std::vector<Event> events;
  const std::unordered_set<std::string> voided = VoidedIn(file);
  std::unordered_set<std::string> claims;
  for (const auto& claim : file.question.claims) {
    const auto& seen = claim.record.appearances;
    const bool seen_in_error =
        !seen.empty() && std::all_of(seen.begin(), seen.end(), [&](const auto& appearance) {
          return voided.contains(appearance.source);
        });
    if (seen_in_error || voided.contains(claim.record.name)) continue;
    claims.insert(claim.record.name);
    events.push_back(EventOf(claim, claim.record.said_time, file));
  }
  for (const auto* withdrawals : {&file.question.withdrawals, &file.source_withdrawals}) {
    for (const auto& withdrawal : *withdrawals) {
      const std::string& target = withdrawal.record.target;
      const bool of_silence = withdrawals == &file.question.withdrawals && !claims.contains(target);
      if (of_silence || voided.contains(target)) continue;
      Event event = EventOf(withdrawal, withdrawal.record.time, file);
      if (event.moment == kUndatedMoment) {
        event.moment = RecordedMoment(withdrawal.record_time);
        event.text = absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", withdrawal.record_time, absl::UTCTimeZone());
      }
      events.push_back(std::move(event));
    }
  }
  std::erase_if(events, [&cut](const Event& event) { return event.moment > cut.said_until; });
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(b.moment, b.known, b.text, b.record) < std::tie(a.moment, a.known, a.text, a.record);
  });
  return events;
}

}  // namespace

Timeline::Timeline(const CaseFile& file, const Cut& cut) : cut_(cut) {
  for (Event& event : EventsOf(file, cut)) {
    if (occasions_.empty() || occasions_.back().moment != event.moment) {
      occasions_.push_back({.moment = event.moment,
                            .text = std::move(event.text),
                            .known = event.known,
                            .revision = event.revision});
    }
    occasions_.back().records.push_back(std::move(event.record));
  }
  for (Occasion& occasion : occasions_) std::sort(occasion.records.begin(), occasion.records.end());
}

bool Timeline::WalkBack(Comparer& comparer, absl::FunctionRef<bool()> go_on,
                        absl::FunctionRef<bool(const Occasion& occasion, Status status)> visit) const {
  if (occasions_.empty()) return true;
  if (!go_on()) return false;
  Comparer::Reached reached = comparer.StatusAt(cut_);
  for (size_t i = 0; i < occasions_.size(); ++i) {
    // The status is that from this occasion on; what was it before?
    const bool first = i + 1 == occasions_.size();
    if (!first && occasions_[i + 1].moment >= reached.since) continue;
    Comparer::Reached before;
    if (!first) {
      if (!go_on()) return false;
      before = comparer.StatusAt({.said_until = occasions_[i + 1].moment, .valid_at = cut_.valid_at});
    }
    if (before.status != reached.status && !visit(occasions_[i], reached.status)) return true;
    reached = before;
  }
  return true;
}

}  // namespace gainsay::engine
