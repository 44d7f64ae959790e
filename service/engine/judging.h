#ifndef GAINSAY_SERVICE_ENGINE_JUDGING_H_
#define GAINSAY_SERVICE_ENGINE_JUDGING_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/citations.h"
#include "service/engine/comparison.h"
#include "service/engine/exhibits.h"
#include "service/engine/independence.h"
#include "service/engine/positions.h"
#include "service/engine/reading.h"

namespace gainsay::engine {

// How much of a comparison is listed. What is left out is counted, and judged all the same.
struct Limits {
  size_t positions = 0;
  size_t rows = 0;   // of each list of a position
  size_t pairs = 0;  // of each rule by which a position is explained
};

// A position with all that its status rests on.
struct Judgement {
  const Stance* stance = nullptr;
  Status status = Status::kUnconfirmed;
  std::optional<ConflictKind> conflict_kind;
  std::optional<Grade> grade;
  Flags flags;
  Counts counts;
  std::vector<uint32_t> sides;  // independent, by name; where all stand alone, as many as are listed
  int supporters = 0;
  int opposers = 0;
  int compatible = 0;
  bool opposed = false;  // some opposer is more than a model's word
  // Statements that only a model's word opposes.
  std::vector<const Statement*> model_opposers;
  // Of as many supporters as are listed, one entry each.
  std::vector<Row> listed;
  std::vector<bool> independent;
  std::vector<bool> counted;
  std::vector<bool> heard;  // at the moment at which most confirm
  std::vector<Derivation> derivations;
};

// Who stands behind a position, of all its supporters.
struct Support {
  Independence independence;  // one entry a supporter
  std::vector<bool> counted;  // one entry a supporter
};

// What judging one question needs besides its statements. Owns nothing.
struct Bench {
  const CaseFile& file;
  const model::Question& question;
  const Policy& policy;
  const Reading& reading;
  const Stances& stances;
  const Answers& answers;
  const Citations& citations;
  const Roster& roster;
  Limits limits;
  std::vector<bool> counts;  // one a statement: whether it counts under the policy, but for a model's word
  // Of a full reading, one a statement: how it is shown, and where it comes from.
  std::vector<const Exhibit*> exhibits;
};

// How much is listed of a question's positions: everything up to kMostRows claims in all; beyond that, lists
// of the same length.
inline constexpr size_t kMostRows = 6'000;
inline constexpr size_t kMostPositions = 1'000;
Limits LimitsFor(const Stances& stances);

class Field;
struct Tallies;

// Judges every position, in the order in which they are shown. The rules are in docs/comparison.md, "Status".
// With `tallies`, of a full reading, each is also described: its supporters are listed, its documents and
// origins counted, and the flags set that follow from who supports it.
std::vector<Judgement> Judge(const Field& field, Tallies* tallies = nullptr);

// Judges of every position no more than its status, the strongest first.
std::vector<Judgement> JudgeStatuses(const Field& field);

// Judges a position that is not among them: no grade, and nothing that follows from other positions.
Judgement JudgeCandidate(const Field& field, const Stance& stance, const Standing& standing);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_JUDGING_H_
