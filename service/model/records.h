#ifndef GAINSAY_SERVICE_MODEL_RECORDS_H_
#define GAINSAY_SERVICE_MODEL_RECORDS_H_

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "service/model/decimal.h"
#include "service/model/edtf.h"
#include "service/model/value.h"

namespace gainsay::model {

// The nouns, as plain structs. Whoever makes one (a converter) makes it valid: names are well formed,
// times are EDTF, required fields are set. Enumerators are stored: never renumber. Zero is "not given"
// only where that differs from every other value; elsewhere the default stands in.

enum class EntityKind {
  kUnspecified = 0,
  kPerson = 1,
  kOrganisation = 2,
  kGovernment = 3,
  kArmedGroup = 4,
  kOutlet = 5,
  kPlace = 6,
  kConcept = 7,
  kAnonymous = 8
};

// That an entity's word counts as another's while `valid_time` holds; without one, always.
struct SpeaksFor {
  std::string entity;
  std::optional<Edtf> valid_time;

  friend bool operator==(const SpeaksFor&, const SpeaksFor&) = default;
};

// Anything that can speak or be spoken about.
struct Entity {
  std::string name;  // entities/{id}
  std::string display_name;
  std::map<std::string, std::string> names;  // by BCP-47 language
  std::vector<std::string> aliases;
  EntityKind kind = EntityKind::kUnspecified;
  std::optional<SpeaksFor> speaks_for;
  std::vector<SpeaksFor> spoke_for;
  std::string owned_by;  // entities/{id}, or empty
  std::vector<std::string> broader;
  std::map<std::string, std::string> external_ids;  // by scheme

  friend bool operator==(const Entity&, const Entity&) = default;
};

enum class CitationKind { kQuotes = 1, kRepublishes = 2, kTranslates = 3, kCites = 4 };
// Admiralty code; a smaller number is more reliable.
enum class Reliability { kA = 1, kB = 2, kC = 3, kD = 4, kE = 5, kF = 6 };

struct Citation {
  std::string source;  // sources/{id}
  CitationKind kind = CitationKind::kCites;

  friend bool operator==(const Citation&, const Citation&) = default;
};

// One published document.
struct Source {
  std::string name;  // sources/{id}
  std::string uri;
  std::string title;
  std::string publisher;  // entities/{id}, or empty: unknown
  std::optional<Edtf> publish_time;
  std::string language;
  std::vector<Citation> cites;
  std::string archive_uri;
  std::string content_sha256;  // 64 lower-case hexadecimal digits, or empty
  Reliability reliability = Reliability::kF;
  bool confidential = false;

  friend bool operator==(const Source&, const Source&) = default;
};

// The event or matter at hand.
struct Topic {
  std::string name;  // topics/{id}
  std::string title;
  std::optional<Edtf> time;
  std::string place;  // entities/{id}, or empty
  std::vector<std::string> participants;

  friend bool operator==(const Topic&, const Topic&) = default;
};

enum class Cardinality { kOne = 1, kMany = 2 };
enum class Evolution { kStatic = 1, kIncreasing = 2, kDecreasing = 3, kVolatile = 4 };

// How far apart values may lie and still agree; the larger of the two applies.
struct Tolerance {
  std::optional<Decimal> absolute;  // in the question's unit
  std::optional<Decimal> relative;  // of the larger magnitude

  friend bool operator==(const Tolerance&, const Tolerance&) = default;
};

// The slot in which statements compete.
struct Question {
  std::string name;  // topics/{id}/questions/{id}
  std::string title;
  ValueType value_type = ValueType::kBoolean;
  std::string unit;
  Cardinality cardinality = Cardinality::kOne;
  Evolution evolution = Evolution::kStatic;
  Tolerance tolerance;
  std::vector<std::string> respondents;
  std::vector<std::string> parts;

  friend bool operator==(const Question&, const Question&) = default;
};

enum class Access { kFirstHand = 1, kSecondHand = 2, kUnknown = 3 };
enum class Certainty { kCertain = 1, kProbable = 2, kPossible = 3, kUncommitted = 4 };
enum class SpeechAct {
  kAssertion = 1,
  kAccusation = 2,
  kDemand = 3,
  kPromise = 4,
  kPrediction = 5,
  kOpinion = 6
};

// A document in which a party was seen saying something.
struct Appearance {
  std::string source;  // sources/{id}
  std::string quote;
  std::string language;
  std::string locator;
  Access access = Access::kUnknown;
  bool interpreted = false;

  friend bool operator==(const Appearance&, const Appearance&) = default;
};

// One party's statement on one question.
struct Claim {
  std::string name;      // topics/{id}/questions/{id}/claims/{id}; empty until the ledger names it
  std::string question;  // topics/{id}/questions/{id}
  std::string party;     // entities/{id}
  Polarity polarity = Polarity::kAffirms;
  std::optional<Value> value;  // always set for an assertion
  Certainty certainty = Certainty::kCertain;
  SpeechAct speech_act = SpeechAct::kAssertion;
  std::optional<Edtf> said_time;
  std::optional<Edtf> valid_time;
  std::string text;
  std::vector<Appearance> appearances;

  friend bool operator==(const Claim&, const Claim&) = default;
};

enum class SilenceKind {
  kNoOfficialAnnouncement = 1,
  kNoResponse = 2,
  kDeclinedToComment = 3,
  kNeitherConfirmsNorDenies = 4,
  kUnderInvestigation = 5,
  kNoneFound = 6
};

// A dated, attributed observation that a party has not spoken.
struct Silence {
  std::string name;  // topics/{id}/questions/{id}/silences/{id}; empty until the ledger names it
  std::string question;
  std::string party;
  SilenceKind kind = SilenceKind::kNoneFound;
  std::optional<Edtf> as_of_time;
  std::vector<Appearance> appearances;

  friend bool operator==(const Silence&, const Silence&) = default;
};

enum class RelationKind { kEntails = 1, kContradicts = 2, kNeutral = 3 };
enum class RelationMethod { kHuman = 1, kModel = 2 };

// A person's or model's word on two text claims of one question.
struct Relation {
  std::string name;  // topics/{id}/questions/{id}/relations/{id}; empty until the ledger names it
  std::string from;  // claim
  std::string to;    // claim
  RelationKind kind = RelationKind::kNeutral;
  std::string author;
  RelationMethod method = RelationMethod::kHuman;
  std::string model;
  std::string model_version;

  friend bool operator==(const Relation&, const Relation&) = default;
};

enum class WithdrawalKind { kRetracted = 1, kSuperseded = 2, kDisowned = 3, kSourcePulled = 4, kVoided = 5 };

// Ends a claim, a silence or a source.
struct Withdrawal {
  std::string name;    // withdrawals/{id}; empty until the ledger names it
  std::string target;  // name of a claim, a silence or a source
  WithdrawalKind kind = WithdrawalKind::kRetracted;
  std::string superseded_by;  // claim; kSuperseded only
  std::optional<Edtf> time;
  std::string party;  // entities/{id}, or empty: the claim's party or the source's publisher
  std::vector<Appearance> appearances;

  friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

// Any one record, in export order.
using Record = std::variant<Entity, Source, Topic, Question, Claim, Silence, Relation, Withdrawal>;

}  // namespace gainsay::model

#endif  // GAINSAY_SERVICE_MODEL_RECORDS_H_
