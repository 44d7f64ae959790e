#ifndef GAINSAY_SERVICE_ENGINE_READING_H_
#define GAINSAY_SERVICE_ENGINE_READING_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/comparison.h"
#include "service/engine/relate.h"
#include "service/engine/statement.h"

namespace gainsay::engine {

// What had been said by a moment, and of which time it must hold.
struct Cut {
  Moment said_until = kOpenEnd;
  std::optional<model::TimeSpan> valid_at;
};

// A live claim of any speech act: that a party has spoken.
struct Utterance {
  std::string claim;
  std::string party;
  Moment said = kUndatedMoment;
};

// Which claims of a question are read, and which are not and why (docs/comparison.md, "Which claims are
// read").
struct Reading {
  // Form positions: each party's latest; by said time, then name.
  std::vector<Statement> statements;
  // Formed positions once and were withdrawn (other than voided), or lost their sources.
  std::vector<Statement> withdrawn;
  // Claims that form no position, by said time, then name.
  std::vector<OtherClaim> others;
  std::vector<Utterance> utterances;  // by said time, then name
  // SELF_CONTRADICTION and UPDATED, by the party whose statements changed.
  std::map<std::string, std::set<Flag>> changes;
  // Some claim was disowned by its party.
  bool misattribution_claimed = false;
};

// Reads the claims of `question` at `cut`, of `parties` (each with its whole side; empty: everyone);
// utterances are everyone's.
Reading Read(const CaseFile& file, const QuestionFile& question, const Domain& domain,
             const Comparator& comparator, const Sides& sides, const Cut& cut,
             const std::vector<std::string>& parties);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_READING_H_
