#ifndef GAINSAY_SERVICE_ENGINE_READING_H_
#define GAINSAY_SERVICE_ENGINE_READING_H_

#include <string>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/comparison.h"
#include "service/engine/docket.h"
#include "service/engine/evolution.h"
#include "service/engine/statement.h"

namespace gainsay::engine {

// What had been said by a moment, and of which time it must hold.
struct Cut {
  Moment said_until = kOpenEnd;
  std::optional<model::TimeSpan> valid_at;
};

// The moments that `times` asks for.
Cut CutOf(const ReadTimes& times);

// Which claims of a question are read, and which are not and why (docs/comparison.md, "Which claims are
// read").
struct Reading {
  // Form positions: each party's latest; by said time, then name.
  std::vector<Statement> statements;
  // Formed positions once and were withdrawn (other than voided), or lost their sources; by said time, then
  // name.
  std::vector<Statement> withdrawn;
  // Some statement has been replaced by a later one of its party.
  bool replaced = false;

  // Of a full reading only:
  // A claim that forms no position, and why.
  struct Other {
    const Entry* claim = nullptr;
    const Entry* statement = nullptr;  // the first claim of its statement
    OtherReason reason = OtherReason::kSpeechAct;
  };
  // By said time, then name.
  std::vector<Other> others;
  // Live claims of any speech act: that a party has spoken; by said time, then name.
  std::vector<const Entry*> utterances;
  // SELF_CONTRADICTION and UPDATED, of the parties whose statements changed.
  Changes changes;
  // Some claim was disowned by its party.
  bool misattribution_claimed = false;

  // Documents of statements that are not whole.
  std::vector<std::vector<Entry::Seen>> seen;
};

enum class ReadingDepth {
  kFull,
  kPositions  // only what the positions' status follows from
};

// What a question is read from.
struct Record {
  const CaseFile& file;
  const model::Question& question;
  const Docket& docket;
  const Answers& answers;
  const Roster& roster;
  const Citations& citations;
};

// Reads a question's docket at `cut`, of `parties` (each with its whole side; empty: everyone); utterances
// are everyone's. The reading points into the docket.
Reading Read(const Record& record, const Cut& cut, const std::vector<std::string>& parties,
             ReadingDepth depth);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_READING_H_
