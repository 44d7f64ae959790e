#ifndef GAINSAY_SERVICE_ENGINE_STATEMENT_H_
#define GAINSAY_SERVICE_ENGINE_STATEMENT_H_

#include <optional>
#include <string>

#include "absl/container/inlined_vector.h"
#include "service/engine/docket.h"

namespace gainsay::engine {

// Live claims of one party that agree in value, polarity, certainty, speech act and valid time: one
// statement, however often it was recorded. Points into the docket and the case file.
struct Statement {
  const Entry* entry = nullptr;  // of its first claim, which gives it its name and said time
  absl::InlinedVector<const model::Claim*, 1> claims;  // by said time, then name
  Moment published = kUndatedMoment;                   // earliest publication among the appearances
  // Standing appearances, the best of each source, by publication time, then source.
  absl::InlinedVector<const model::Appearance*, 2> appearances;
  bool interpreted = false;  // some standing appearance is
  // Whether its side relies on nobody, whoever else supports a position: of several claims one that was seen
  // somewhere must, if any was.
  bool stands_alone = false;

  const model::Claim& first() const { return *entry->claim; }
  const std::string& name() const { return entry->claim->name; }
  const std::string& party() const { return entry->claim->party; }
  const std::string& side() const { return entry->side; }
  Moment said() const { return entry->said; }
  const std::optional<model::TimeSpan>& valid() const { return entry->valid; }
  // Which set it leaves open; only of one that forms positions.
  size_t answer() const { return *entry->answer; }
};

// Whether two stretches of time have a moment in common; an absent one overlaps all.
bool TimesOverlap(const std::optional<model::TimeSpan>& a, const std::optional<model::TimeSpan>& b);

// Whether `a` comes before `b` where statements are listed: said time, then name.
bool SaidBefore(const Statement& a, const Statement& b);

// Whether two statements are of one side.
inline bool OfOneSide(const Statement& a, const Statement& b) {
  return a.entry->side_number == b.entry->side_number;
}

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_STATEMENT_H_
