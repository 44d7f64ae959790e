#include "service/engine/compare.h"

#include <algorithm>
#include <tuple>

#include "absl/time/time.h"
#include "service/engine/comparer.h"
#include "service/engine/timeline.h"

namespace gainsay::engine {
namespace {

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

}  // namespace

Comparison Compare(const CaseFile& file, const Policy& policy, const ReadTimes& times, bool explain) {
  Comparer comparer(file, policy);
  const Cut cut = CutOf(times);
  Comparison comparison = comparer.At(cut, explain);
  comparison.since = SinceOf(file, comparer, cut, comparison.status);
  return comparison;
}

Verdict VerdictOf(const CaseFile& file, const Policy& policy, const ReadTimes& times) {
  return Comparer(file, policy).VerdictAt(CutOf(times));
}

bool ShownBefore(const Comparison& a, const Comparison& b) {
  return std::make_tuple(a.status, -a.counts.sides, std::cref(a.question)) <
         std::make_tuple(b.status, -b.counts.sides, std::cref(b.question));
}

}  // namespace gainsay::engine
