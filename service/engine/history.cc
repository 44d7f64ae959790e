#include "service/engine/history.h"

#include <algorithm>

#include "service/engine/comparer.h"
#include "service/engine/timeline.h"

namespace gainsay::engine {

std::vector<Turn> SaidHistory(const CaseFile& file, const Policy& policy, const ReadTimes& times) {
  Comparer comparer(file, policy);
  Cut cut = CutOf(times);
  std::vector<Event> events = EventsOf(file, cut);
  std::reverse(events.begin(), events.end());
  std::vector<Turn> turns;
  Status status = Status::kNoStatements;
  for (auto first = events.begin(); first != events.end();) {
    const auto next = std::find_if(first, events.end(),
                                   [first](const Event& event) { return event.moment != first->moment; });
    cut.said_until = first->moment;
    if (comparer.StatusAt(cut) != status) {
      const Event& last = *std::prev(next);
      Turn turn{.verdict = comparer.VerdictAt(cut),
                .said_time = last.text,
                .known = last.known,
                .revision = last.revision};
      for (auto event = first; event != next; ++event) turn.causes.push_back(event->record);
      std::sort(turn.causes.begin(), turn.causes.end());
      status = turn.verdict.status;
      turns.push_back(std::move(turn));
    }
    first = next;
  }
  return turns;
}

}  // namespace gainsay::engine
