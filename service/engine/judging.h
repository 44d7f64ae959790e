#ifndef GAINSAY_SERVICE_ENGINE_JUDGING_H_
#define GAINSAY_SERVICE_ENGINE_JUDGING_H_

#include <set>
#include <string>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/citations.h"
#include "service/engine/comparison.h"
#include "service/engine/independence.h"
#include "service/engine/positions.h"
#include "service/engine/sides.h"

namespace gainsay::engine {

// A position with all that its status rests on.
struct Judgement {
  const Stance* stance = nullptr;
  Status status = Status::kUnconfirmed;
  std::optional<ConflictKind> conflict_kind;
  std::optional<Grade> grade;
  std::set<Flag> flags;
  Counts counts;
  Independence independence;     // one entry a supporter
  std::vector<bool> counted;     // one entry a supporter
  std::vector<Origins> origins;  // one entry a supporter
  std::set<std::string> certain_origins;
  std::set<std::string> possible_origins;
  std::set<std::string> documents;
};

// What judging one question needs besides its statements. Owns nothing.
struct Bench {
  const CaseFile& file;
  const model::Question& question;
  const Policy& policy;
  const Reading& reading;
  const Stances& stances;
  const Comparator& comparator;
  const Citations& citations;
  const Sides& sides;
};

// Judges every position, in the order in which they are shown. The rules are in docs/comparison.md, "Status".
std::vector<Judgement> Judge(const Bench& bench);

// Judges a position that is not among them: no grade, and nothing that follows from other positions.
Judgement JudgeCandidate(const Bench& bench, const Stance& stance);

// Whether `party`, speaking at `said`, is of a respondent's side through `speaks_for`.
bool SpeaksForRespondent(const std::string& party, Moment said, const model::Question& question,
                         const Sides& sides);

// How two statements that conflict do: DENIAL if just one denies a value that is not a boolean, or says
// there is none, or if they are a boolean and its negation.
ConflictKind KindOfConflict(const Statement& a, const Statement& b);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_JUDGING_H_
