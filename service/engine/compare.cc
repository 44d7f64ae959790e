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
  std::string text;  // EDTF; empty: undated
  absl::Time known;  // when the record was made
};

// When something was said: at `time`, else when it was first published.
Event EventOf(const std::optional<model::Edtf>& time, const std::vector<model::Appearance>& appearances,
              absl::Time recorded, const CaseFile& file) {
  const std::optional<model::Edtf> said = time ? time : FirstPublication(appearances, file.sources);
  return {.moment = LastMomentOf(said), .text = said ? said->text() : "", .known = recorded};
}

// What may have changed the status, latest first; of one moment, the last recorded.
std::vector<Event> EventsOf(const CaseFile& file, const Cut& cut) {
  std::vector<Event> events;
  for (const auto& claim : file.question.claims) {
    events.push_back(EventOf(claim.record.said_time, claim.record.appearances, claim.record_time, file));
  }
  for (const auto* withdrawals : {&file.question.withdrawals, &file.source_withdrawals}) {
    for (const auto& [withdrawal, revision, recorded] : *withdrawals) {
      if (withdrawal.kind == model::WithdrawalKind::kVoided) continue;
      Event event = EventOf(withdrawal.time, withdrawal.appearances, recorded, file);
      if (event.moment == kUndatedMoment) {
        event.moment = RecordedMoment(recorded);
        event.text = absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", recorded, absl::UTCTimeZone());
      }
      events.push_back(std::move(event));
    }
  }
  std::erase_if(events, [&cut](const Event& event) { return event.moment > cut.said_until; });
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(b.moment, b.known, b.text) < std::tie(a.moment, a.known, a.text);
  });
  return events;
}

Since SinceEvent(const Event& event) {
  return {event.text, absl::FormatTime(absl::RFC3339_full, event.known, absl::UTCTimeZone())};
}

// Since when the status has held, in the order in which things were said.
std::optional<Since> SinceOf(const CaseFile& file, Comparer& comparer, const Cut& cut, Status status) {
  const std::vector<Event> events = EventsOf(file, cut);
  if (events.empty()) return std::nullopt;
  const Event* last = &events.front();
  for (const Event& event : events) {
    if (event.moment == last->moment) continue;
    const Cut before{.said_until = event.moment, .valid_at = cut.valid_at};
    if (comparer.StatusAt(before) != status) return SinceEvent(*last);
    last = &event;
  }
  // That nothing had been said needs no beginning.
  if (status == Status::kNoStatements) return std::nullopt;
  return SinceEvent(*last);
}

// The moments that `times` asks for.
Cut CutOf(const ReadTimes& times) {
  Cut cut;
  if (times.said_until) cut.said_until = LastMomentOf(times.said_until);
  if (times.valid_at) cut.valid_at = times.valid_at->span();
  return cut;
}

}  // namespace

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
