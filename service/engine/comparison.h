#ifndef GAINSAY_SERVICE_ENGINE_COMPARISON_H_
#define GAINSAY_SERVICE_ENGINE_COMPARISON_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "service/engine/flags.h"
#include "service/model/records.h"

namespace gainsay::engine {

// The answer to "who says so, who else does, who contradicts it, who has not spoken". Plain data, in the
// order in which it is shown; every field means what proto/gainsay/v1/comparison.proto says of it.

enum class Status { kConflicting, kConfirmed, kUnconfirmed, kIndeterminate, kWithdrawn, kNoStatements };
enum class ConflictKind { kDenial, kDifferentValues };
enum class Grade { kCounterparty, kThirdParty };
enum class SetRelation {
  kEqual,
  kRefines,
  kGeneralizes,
  kOverlaps,
  kDisjoint,
  kSuccession,
  kIncomparable,
  kUndecided
};
enum class Attribution { kFirstHand, kRelayed };
enum class RespondentState { kSpoke, kSilent, kNotOnFile };
enum class ChangeKind { kStatement, kWithdrawal };
enum class OtherReason { kSpeechAct, kUnknownValue, kUncommitted, kEarlier, kWithdrawn, kOtherTime };

// How to weigh statements.
struct Policy {
  int min_sides = 2;
  bool count_anonymous = false;
  bool count_uncertain = false;
  std::optional<model::Reliability> min_reliability;  // kA to kE
  std::vector<std::string> parties;                   // each with its whole side; empty: everyone
};

// Which moment to read; what the service knew by then is the case file's revision.
struct ReadTimes {
  std::optional<model::Edtf> said_until;
  std::optional<model::Edtf> valid_at;
};

struct Counts {
  int sides = 0;
  int confirming_sides = 0;
  int origins_min = 0;
  int origins_max = 0;
  int documents = 0;
};

// A value as a party put it.
struct Stated {
  std::optional<model::Value> value;
  model::Polarity polarity = model::Polarity::kAffirms;
};

// A statement as rows show it, the same at every position: the comparison keeps what it points into.
struct ShownClaim {
  std::string_view claim;
  std::string_view party;
  std::string_view side;
  const Stated* stated = nullptr;
  model::Certainty certainty = model::Certainty::kCertain;
  std::optional<Attribution> attribution;
  int origins_min = 0;
  int origins_max = 0;
  std::string_view said_time;
  absl::InlinedVector<std::string_view, 2> sources;
  absl::InlinedVector<std::string_view, 2> publishers;
};

struct RelatedClaim {
  const ShownClaim* shown = nullptr;  // kept by the comparison
  SetRelation relation = SetRelation::kEqual;
  bool independent = false;
  bool counted = false;
  std::string reason;
};

struct Position {
  Stated stated;
  Status status = Status::kUnconfirmed;
  std::optional<ConflictKind> conflict_kind;
  std::optional<Grade> grade;
  Flags flags;
  Counts counts;
  std::vector<std::string_view> sides;
  std::vector<RelatedClaim> supporters;
  std::vector<RelatedClaim> opposers;
  std::vector<RelatedClaim> compatible;
  int unlisted_supporters = 0;
  int unlisted_opposers = 0;
  int unlisted_compatible = 0;
};

struct Consensus {
  std::vector<Stated> all_of;
  std::optional<model::Value> value;
};

struct RespondentSilence {
  std::string silence;
  std::string party;
  model::SilenceKind kind = model::SilenceKind::kNoneFound;
  std::string as_of_time;
  std::vector<std::string> observers;
  std::vector<std::string> sources;
  bool overtaken = false;
};

struct Respondent {
  std::string entity;
  RespondentState state = RespondentState::kNotOnFile;
  std::vector<RespondentSilence> silences;
  std::vector<std::string> claims;
  int unlisted_claims = 0;
};

// Points into what the comparison keeps.
struct OtherClaim {
  std::string_view claim;
  OtherReason reason = OtherReason::kSpeechAct;
  std::string_view party;
  std::string_view side;
  model::SpeechAct speech_act = model::SpeechAct::kAssertion;
  const Stated* stated = nullptr;
  std::string_view said_time;
  std::string_view text;
};

struct Since {
  std::string said_time;
  std::string known_at;
};

struct Change {
  ChangeKind kind = ChangeKind::kStatement;
  int statements = 0;
  std::vector<std::string> parties;
  Stated stated;
  std::vector<std::string> claims;
  Status status = Status::kUnconfirmed;
};

struct Explanation {
  std::string rule;
  std::vector<std::string> claims;
  std::optional<SetRelation> relation;
  std::vector<std::string> sets;
  std::string tolerance;
  std::string edge;
  std::string text;
  std::vector<std::string> sides;
  bool counted = false;
  std::optional<Status> status;
  int confirming_sides = 0;
  std::optional<Change> change;
};

struct Comparison {
  std::string_view question;
  std::string_view title;
  Status status = Status::kNoStatements;
  std::optional<ConflictKind> conflict_kind;
  std::optional<Grade> grade;
  Flags flags;
  std::vector<Position> positions;
  std::optional<Consensus> consensus;
  std::vector<Respondent> respondents;
  Counts counts;
  std::vector<OtherClaim> others;
  std::optional<Since> since;
  std::vector<Explanation> explanation;
  int unlisted_positions = 0;
  int unlisted_others = 0;
  // What the texts and rows above point into; shared by whatever shows the same question.
  std::shared_ptr<const void> keeps;
};

// How a claim has fared, in the order in which claims are shown.
enum class Outcome { kConfirmed, kContradicted, kWithdrawn, kUnanswered, kReplaced, kNotCompared };

// A claim that is read, and how it has fared.
struct ClaimOutcome {
  std::string claim;
  Outcome outcome = Outcome::kUnanswered;
  int64_t said = 0;       // the Moment by which it is ordered (engine/sides.h)
  std::string said_text;  // EDTF, from the earliest publication if it has no time itself; empty: undated
};

// What a comparison comes to.
struct Verdict {
  Status status = Status::kNoStatements;
  std::optional<ConflictKind> conflict_kind;
  std::optional<Grade> grade;
  std::optional<Consensus> consensus;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_COMPARISON_H_
