#ifndef GAINSAY_SERVICE_ENGINE_DOCKET_H_
#define GAINSAY_SERVICE_ENGINE_DOCKET_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "service/engine/answers.h"
#include "service/engine/carriage.h"
#include "service/engine/case_file.h"
#include "service/engine/citations.h"
#include "service/engine/roster.h"
#include "service/engine/wordings.h"

namespace gainsay::engine {

// A claim with what every reading needs to know of it, whatever the moment that is read. Parties, sides and
// documents go by their numbers on the roster. Points into the case file and the docket.
struct Entry {
  // A document in which it was seen, the best appearance of each; by publication time, then source.
  struct Seen {
    Moment published = kUndatedMoment;
    uint32_t source = 0;
    bool on_file = false;
    // Whether it only passes on what another of the claim's documents carries.
    bool passes_on = false;
    const model::Appearance* appearance = nullptr;
  };

  const model::Claim* claim = nullptr;
  const OnFile<model::Claim>* record = nullptr;  // null of one that is not on file
  Moment said = kUndatedMoment;
  // As it is written, from the earliest publication if it has no time itself; empty: undated.
  std::string_view said_text;
  const Stated* stated = nullptr;
  uint32_t answer = Answers::kNone;  // the set it leaves open; kNone: gives none
  uint32_t party = 0;
  uint32_t side = 0;                     // the party's root when it was said
  uint32_t statement = 0;                // equal: one statement, unless one of them was withdrawn
  std::optional<model::TimeSpan> valid;  // absent: overlaps every time
  absl::Span<const Seen> seen;
  bool speaks_for_respondent = false;
  bool spoke_again = false;  // the party has several entries
  bool anonymous = false;    // the party, or its side
  // Whether the statement is the party's latest word from when it is said until a later one replaces it: no
  // document that comes to light later changes the order of the party's words.
  bool in_plain_order = true;
  // Whether its side relies on nobody, whoever else supports a position (engine/carriage.h); false where some
  // document is ever pulled.
  bool stands_alone = false;
  bool interpreted = false;  // some appearance is
  // Withdrawals, and from when each counts.
  absl::InlinedVector<std::pair<Moment, model::WithdrawalKind>, 1> endings;

  // Puts appearances into the order of `seen`, the best of each document.
  static void KeepBestOfEach(std::vector<Seen>& seen);
  // Finds which of the documents that carry one statement only pass it on, which adds reach and no
  // independence. A first-hand one never only passes on; nor does one that is not on file.
  static void NoteRelays(std::vector<Seen>& seen, const Citations& citations);

  // How it had ended by a moment: the withdrawal of the most reach, VOIDED before the others.
  std::optional<model::WithdrawalKind> EndingBy(Moment said_until) const;
  // Whether it forms positions as long as it stands.
  bool FormsPositions() const {
    return claim->speech_act == model::SpeechAct::kAssertion &&
           claim->certainty != model::Certainty::kUncommitted && answer != Answers::kNone;
  }
};

// The claims of one question, prepared once for readings of it at any moment. Owns the entries.
class Docket {
 public:
  // Adds every claim's set to `answers`. Points into all of these.
  Docket(const CaseFile& file, const QuestionFile& question, const Roster& roster, const Citations& citations,
         Answers& answers);
  Docket(const Docket&) = delete;
  Docket& operator=(const Docket&) = delete;

  // By said time, then name.
  const std::vector<Entry>& entries() const { return entries_; }
  // How many different statements there are.
  size_t statements() const { return statements_; }
  // Whether some party has several entries.
  bool any_spoke_again() const { return !spoke_again_.empty(); }
  // The last moment up to `said_until` at which a party spoke that had spoken before; kUndatedMoment if none
  // did.
  Moment LastSpokeAgainBy(Moment said_until) const;
  // Whether no claim has been withdrawn by a moment (what is voided never was there), and no source ever.
  bool none_withdrawn_by(Moment said_until) const {
    return !first_withdrawal_ || said_until < *first_withdrawal_;
  }

  // Who relies on whom; null where some document is ever pulled.
  const Carriage* carriage() const { return carriage_ ? &*carriage_ : nullptr; }

  // Makes an entry of a claim that is not on file, and of no side. The claim must outlive it.
  static Entry EntryOf(const model::Claim& claim, const model::Question& question);

 private:
  // A claim, when it was said, and what it states.
  struct Dated {
    Moment said = kUndatedMoment;
    const model::Edtf* time = nullptr;
    const OnFile<model::Claim>* claim = nullptr;
    const Wordings::Wording* wording = nullptr;
  };

  std::vector<Dated> InOrder(const CaseFile& file, const QuestionFile& question, Answers& answers);
  void Take(const Dated& dated, const model::Question& question);
  void NoteDocuments(const Citations& citations);
  void PoolStatements();
  void FindPlainOrder(const std::vector<uint32_t>& claims);
  void NoteWithdrawals(const CaseFile& file, const QuestionFile& question);

  const Roster& roster_;
  Wordings wordings_;
  std::vector<Entry> entries_;
  std::vector<Entry::Seen> seen_;
  std::optional<Carriage> carriage_;
  std::vector<uint32_t> respondents_;
  std::vector<uint32_t> values_;  // by entry: what it says, as one statement is told from another
  size_t statements_ = 0;
  std::vector<Moment> spoke_again_;  // when a party spoke that had spoken before, in order
  std::optional<Moment> first_withdrawal_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_DOCKET_H_
