#include "service/engine/compare.h"

#include <algorithm>
#include <tuple>

#include "absl/time/time.h"
#include "service/engine/comparer.h"
#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

// A moment at which something was said or withdrawn, with its cause.
struct Event {
  Moment moment = kUndatedMoment;
  std::string text;       // EDTF; empty: undated
  absl::Time known;       // when the record was made
};

// What may have changed the status, latest first; of one moment, the last recorded.
std::vector<Event> EventsOf(const CaseFile& file, const Cut& cut) {
  std::vector<Event> events;
  const auto add = [&](const std::optional<model::Edtf>& time, const std::vector<model::Appearance>& appearances,
                       absl::Time recorded) {
    Event event{.moment = LastMomentOf(time), .text = time ? time->text() : "", .known = recorded};
    if (!time) {
      event.moment = FirstPublication(appearances, file.sources);
      for (const model::Appearance& appearance : appearances) {
        const auto source = file.sources.find(appearance.source);
        if (source == file.sources.end() || !source->second.publish_time) continue;
        if (LastMomentOf(source->second.publish_time) != event.moment) continue;
        event.text = source->second.publish_time->text();
      }
    }
    if (event.moment <= cut.said_until) events.push_back(std::move(event));
  };
  for (const auto& claim : file.question.claims) {
    add(claim.record.said_time, claim.record.appearances, claim.record_time);
  }
  const auto add_withdrawal = [&](const OnFile<model::Withdrawal>& withdrawal) {
    if (withdrawal.record.kind != model::WithdrawalKind::kVoided) {
      add(withdrawal.record.time, withdrawal.record.appearances, withdrawal.record_time);
    }
  };
  for (const auto& withdrawal : file.question.withdrawals) add_withdrawal(withdrawal);
  for (const auto& withdrawal : file.source_withdrawals) add_withdrawal(withdrawal);
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(b.moment, b.known, b.text) < std::tie(a.moment, a.known, a.text);
  });
  return events;
}

// Since when the status has held, in the order in which things were said.
std::optional<Since> SinceOf(const CaseFile& file, Comparer& comparer, const Cut& cut, Status status) {
  const std::vector<Event> events = EventsOf(file, cut);
  if (events.empty()) return std::nullopt;
  const Event* last = &events.front();
  for (const Event& event : events) {
    if (event.moment == last->moment) continue;
    const Cut before{.said_until = event.moment, .valid_at = cut.valid_at};
    if (comparer.StatusAt(before) != status) break;
    last = &event;
  }
  return Since{last->text, absl::FormatTime(absl::RFC3339_full, last->known, absl::UTCTimeZone())};
}

}  // namespace

Cut CutOf(const ReadTimes& times) {
  Cut cut;
  if (times.said_until) cut.said_until = LastMomentOf(times.said_until);
  if (times.valid_at) cut.valid_at = times.valid_at->span();
  return cut;
}

Comparison Compare(const CaseFile& file, const Policy& policy, const ReadTimes& times, bool explain) {
  Comparer comparer(file, policy);
  const Cut cut = CutOf(times);
  Comparison comparison = comparer.At(cut, explain);
  comparison.since = SinceOf(file, comparer, cut, comparison.status);
  return comparison;
}

bool ShownBefore(const Comparison& a, const Comparison& b) {
  return std::make_tuple(a.status, -a.counts.sides, std::cref(a.question)) <
         std::make_tuple(b.status, -b.counts.sides, std::cref(b.question));
}

}  // namespace gainsay::engine
