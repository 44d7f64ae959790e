#ifndef GAINSAY_SERVICE_ENGINE_STATEMENT_H_
#define GAINSAY_SERVICE_ENGINE_STATEMENT_H_

#include <optional>
#include <string>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/possibilities.h"
#include "service/engine/sides.h"

namespace gainsay::engine {

// Live claims of one party that agree in value, polarity, certainty, speech act and valid time: one
// statement, however often it was recorded. Points into the case file.
struct Statement {
  std::vector<const model::Claim*> claims;  // by said time, then name; the first gives the statement its name
  std::string party;
  std::string side;              // the party's root when it was first said
  Moment said = kUndatedMoment;  // of the earliest claim
  std::string said_text;         // EDTF, from the earliest publication if no claim has one; empty: undated
  Moment published = kUndatedMoment;  // earliest publication among the appearances
  Possibilities set;
  std::optional<model::TimeSpan> valid;  // absent: overlaps every time
  // Standing appearances, the best of each source, by publication time, then source.
  std::vector<const model::Appearance*> appearances;
  bool interpreted = false;  // some standing appearance is

  const model::Claim& first() const { return *claims.front(); }
  const std::string& name() const { return claims.front()->name; }
};

// Whether two stretches of time have a moment in common; an absent one overlaps all.
bool TimesOverlap(const std::optional<model::TimeSpan>& a, const std::optional<model::TimeSpan>& b);

// Whether `a` comes before `b` where statements are listed: said time, then name.
bool SaidBefore(const Statement& a, const Statement& b);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_STATEMENT_H_
