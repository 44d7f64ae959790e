#ifndef GAINSAY_SERVICE_ENGINE_STATEMENT_H_
#define GAINSAY_SERVICE_ENGINE_STATEMENT_H_

#include <optional>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "service/engine/docket.h"

namespace gainsay::engine {

// Live claims of one party that agree in value, polarity, certainty, speech act and valid time: one
// statement, however often it was recorded. Points into the docket, the case file and the reading.
struct Statement {
  const Entry* entry = nullptr;                  // of its first claim, which gives it its name and said time
  absl::InlinedVector<const Entry*, 1> entries;  // by said time, then name
  // Where it was seen and the documents stand, the best appearance of each, by publication time, then source.
  absl::Span<const Entry::Seen> seen;
  bool interpreted = false;  // some standing appearance is
  // Whether its side relies on nobody, whoever else supports a position: of several claims one that was seen
  // somewhere must, if any was.
  bool stands_alone = false;

  const model::Claim& first() const { return *entry->claim; }
  const std::string& name() const { return entry->claim->name; }
  uint32_t party() const { return entry->party; }
  uint32_t side() const { return entry->side; }
  Moment said() const { return entry->said; }
  // Earliest publication among the appearances.
  Moment published() const {
    for (const Entry::Seen& each : seen) {
      if (each.published != kUndatedMoment) return each.published;
    }
    return kUndatedMoment;
  }
  const std::optional<model::TimeSpan>& valid() const { return entry->valid; }
  // Which set it leaves open; only of one that forms positions.
  uint32_t answer() const { return entry->answer; }
  // Whether it is one claim, all whose documents stand.
  bool is_whole() const { return entries.size() == 1 && seen.data() == entry->seen.data(); }
};

// Whether two stretches of time have a moment in common; an absent one overlaps all.
bool TimesOverlap(const std::optional<model::TimeSpan>& a, const std::optional<model::TimeSpan>& b);

// Whether `a` comes before `b` where statements are listed: said time, then name.
bool SaidBefore(const Statement& a, const Statement& b);

// Whether two statements are of one side.
inline bool OfOneSide(const Statement& a, const Statement& b) { return a.entry->side == b.entry->side; }

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_STATEMENT_H_
