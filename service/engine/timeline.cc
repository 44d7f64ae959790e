#include "service/engine/timeline.h"

#include <algorithm>
#include <tuple>

#include "service/engine/standing.h"

namespace gainsay::engine {
namespace {

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

}  // namespace

std::vector<Event> EventsOf(const CaseFile& file, const Cut& cut) {
  std::vector<Event> events;
  for (const auto& claim : file.question.claims) {
    events.push_back(EventOf(claim, claim.record.said_time, file));
  }
  for (const auto* withdrawals : {&file.question.withdrawals, &file.source_withdrawals}) {
    for (const auto& withdrawal : *withdrawals) {
      if (withdrawal.record.kind == model::WithdrawalKind::kVoided) continue;
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

}  // namespace gainsay::engine
