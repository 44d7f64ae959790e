#include "service/engine/history.h"

#include <algorithm>

#include "service/engine/timeline.h"

namespace gainsay::engine {

std::optional<std::vector<Turn>> SaidHistory(const CaseFile& file, const Policy& policy,
                                             const ReadTimes& times, absl::FunctionRef<bool()> go_on) {
  const CaseIndex index(file, ReadingDepth::kPositions);
  const Comparer comparer(index, policy);
  const Cut cut = CutOf(times);
  const Timeline timeline(index, cut);
  std::vector<Turn> turns;
  if (timeline.empty()) return turns;
  if (!go_on()) return std::nullopt;
  const bool whole =
      timeline.WalkBack(comparer, comparer.StatusAt(cut), go_on, [&](const Occasion& occasion, Status) {
        turns.push_back(
            {.verdict = comparer.VerdictAt({.said_until = occasion.moment, .valid_at = cut.valid_at}),
             .said_time = occasion.text,
             .known = occasion.known,
             .revision = occasion.revision,
             .causes = occasion.records});
        return true;
      });
  if (!whole) return std::nullopt;
  std::reverse(turns.begin(), turns.end());
  return turns;
}

}  // namespace gainsay::engine
