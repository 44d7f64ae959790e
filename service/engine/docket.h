#ifndef GAINSAY_SERVICE_ENGINE_DOCKET_H_
#define GAINSAY_SERVICE_ENGINE_DOCKET_H_

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "service/engine/answers.h"
#include "service/engine/case_file.h"
#include "service/engine/citations.h"
#include "service/engine/sides.h"

namespace gainsay::engine {

// A claim with what every reading needs to know of it, whatever the moment that is read. Points into the case
// file.
struct Entry {
  // A document in which it was seen, the best appearance of each; by publication time, then source.
  struct Seen {
    Moment published = kUndatedMoment;
    const model::Appearance* appearance = nullptr;
  };

  const model::Claim* claim = nullptr;
  Moment said = kUndatedMoment;
  std::string said_text;   // EDTF, from the earliest publication if it has no time itself; empty: undated
  std::string side;        // the party's root when it was said
  size_t side_number = 0;  // in the order of the sides' names
  std::optional<model::TimeSpan> valid;  // absent: overlaps every time
  std::optional<size_t> answer;          // the set it leaves open; absent: gives none
  bool speaks_for_respondent = false;
  size_t statement = 0;  // equal: one statement, unless one of them was withdrawn
  // Whether the statement is the party's latest word from when it is said until a later one replaces it: no
  // document that comes to light later changes the order of the party's words.
  bool in_plain_order = false;
  std::vector<Seen> seen;
  // Whether its side relies on nobody, whoever else supports a position (engine/carriage.h); false where some
  // document is ever pulled.
  bool stands_alone = false;
  bool interpreted = false;  // some appearance is
  // Withdrawals, and from when each counts.
  std::vector<std::pair<Moment, model::WithdrawalKind>> endings;

  // Returns the best of several appearances of each document, in the order of `seen`.
  static std::vector<Seen> BestOfEach(std::vector<Seen> seen);

  // How it had ended by a moment: the withdrawal of the most reach, VOIDED before the others.
  std::optional<model::WithdrawalKind> EndingBy(Moment said_until) const;
  // Whether it forms positions as long as it stands.
  bool FormsPositions() const;
};

// The claims of one question, prepared once for readings of it at any moment. Owns the entries.
class Docket {
 public:
  // Adds every claim's set to `answers`. Keeps none of these, but points into the file.
  Docket(const CaseFile& file, const QuestionFile& question, const Sides& sides, const Citations& citations,
         Answers& answers);
  Docket(const Docket&) = delete;
  Docket& operator=(const Docket&) = delete;

  // By said time, then name.
  const std::vector<Entry>& entries() const { return entries_; }
  // How many different statements there are.
  size_t statements() const { return statements_.size(); }
  // Whether no claim has been withdrawn by a moment (what is voided never was there), and no source ever.
  bool none_withdrawn_by(Moment said_until) const { return said_until < first_withdrawal_; }

  // Makes an entry of a claim that is not on file, and of no side. `claim` has a value and must outlive it.
  static Entry EntryOf(const model::Claim& claim, const model::Question& question, Answers& answers);

 private:
  using StatementKey = std::tuple<std::string, std::string, std::string, std::string, int, int>;

  void NumberSides();
  void FindPlainOrder();
  void Take(const CaseFile& file, const QuestionFile& question, const Sides& sides, const model::Claim& claim,
            Answers& answers);

  std::vector<Entry> entries_;
  std::map<StatementKey, size_t> statements_;
  Moment first_withdrawal_ = std::numeric_limits<Moment>::max();
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_DOCKET_H_
