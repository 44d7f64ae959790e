#ifndef GAINSAY_TESTS_SUPPORT_GOLDEN_WORDS_H_
#define GAINSAY_TESTS_SUPPORT_GOLDEN_WORDS_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "service/engine/comparison.h"
#include "service/model/records.h"

namespace gainsay::testing {

// What golden cases call the enumerators of an enum.
template <class E, size_t size>
using Words = std::pair<const char*, E>[size];

inline constexpr Words<model::EntityKind, 8> kEntityKindWords = {
    {"person", model::EntityKind::kPerson},         {"organisation", model::EntityKind::kOrganisation},
    {"government", model::EntityKind::kGovernment}, {"armed group", model::EntityKind::kArmedGroup},
    {"outlet", model::EntityKind::kOutlet},         {"place", model::EntityKind::kPlace},
    {"concept", model::EntityKind::kConcept},       {"anonymous", model::EntityKind::kAnonymous}};

inline constexpr Words<model::ValueType, 6> kValueTypeWords = {
    {"boolean", model::ValueType::kBoolean}, {"quantity", model::ValueType::kQuantity},
    {"time", model::ValueType::kTime},       {"entity", model::ValueType::kEntity},
    {"place", model::ValueType::kPlace},     {"text", model::ValueType::kText}};

inline constexpr Words<model::Evolution, 4> kEvolutionWords = {{"static", model::Evolution::kStatic},
                                                               {"increasing", model::Evolution::kIncreasing},
                                                               {"decreasing", model::Evolution::kDecreasing},
                                                               {"volatile", model::Evolution::kVolatile}};

inline constexpr Words<model::CitationKind, 4> kCitationWords = {
    {"quotes", model::CitationKind::kQuotes},
    {"republishes", model::CitationKind::kRepublishes},
    {"translates", model::CitationKind::kTranslates},
    {"cites", model::CitationKind::kCites}};

inline constexpr Words<model::Reliability, 6> kReliabilityWords = {
    {"A", model::Reliability::kA}, {"B", model::Reliability::kB}, {"C", model::Reliability::kC},
    {"D", model::Reliability::kD}, {"E", model::Reliability::kE}, {"F", model::Reliability::kF}};

inline constexpr Words<model::Certainty, 4> kCertaintyWords = {
    {"certainly", model::Certainty::kCertain},
    {"probably", model::Certainty::kProbable},
    {"possibly", model::Certainty::kPossible},
    {"without committing itself", model::Certainty::kUncommitted}};

inline constexpr Words<model::SpeechAct, 6> kSpeechActWords = {
    {"as an assertion", model::SpeechAct::kAssertion},  {"as an accusation", model::SpeechAct::kAccusation},
    {"as a demand", model::SpeechAct::kDemand},         {"as a promise", model::SpeechAct::kPromise},
    {"as a prediction", model::SpeechAct::kPrediction}, {"as an opinion", model::SpeechAct::kOpinion}};

inline constexpr Words<model::SilenceKind, 6> kSilenceWords = {
    {"has made no official announcement", model::SilenceKind::kNoOfficialAnnouncement},
    {"has not responded", model::SilenceKind::kNoResponse},
    {"declines to comment", model::SilenceKind::kDeclinedToComment},
    {"neither confirms nor denies", model::SilenceKind::kNeitherConfirmsNorDenies},
    {"is still investigating", model::SilenceKind::kUnderInvestigation},
    {"is not found to have spoken", model::SilenceKind::kNoneFound}};

inline constexpr Words<model::RelationKind, 3> kRelationWords = {
    {"entails", model::RelationKind::kEntails},
    {"contradicts", model::RelationKind::kContradicts},
    {"is neutral to", model::RelationKind::kNeutral}};

inline constexpr Words<model::WithdrawalKind, 5> kWithdrawalWords = {
    {"is retracted", model::WithdrawalKind::kRetracted},
    {"is superseded", model::WithdrawalKind::kSuperseded},
    {"is disowned", model::WithdrawalKind::kDisowned},
    {"is pulled", model::WithdrawalKind::kSourcePulled},
    {"is voided", model::WithdrawalKind::kVoided}};

inline constexpr Words<engine::Status, 6> kStatusWords = {
    {"CONFLICTING", engine::Status::kConflicting}, {"CONFIRMED", engine::Status::kConfirmed},
    {"UNCONFIRMED", engine::Status::kUnconfirmed}, {"INDETERMINATE", engine::Status::kIndeterminate},
    {"WITHDRAWN", engine::Status::kWithdrawn},     {"NO_STATEMENTS", engine::Status::kNoStatements}};

inline constexpr Words<engine::ConflictKind, 2> kConflictWords = {
    {"DENIAL", engine::ConflictKind::kDenial}, {"DIFFERENT_VALUES", engine::ConflictKind::kDifferentValues}};

inline constexpr Words<engine::Grade, 2> kGradeWords = {{"COUNTERPARTY", engine::Grade::kCounterparty},
                                                        {"THIRD_PARTY", engine::Grade::kThirdParty}};

inline constexpr Words<engine::SetRelation, 8> kSetRelationWords = {
    {"EQUAL", engine::SetRelation::kEqual},
    {"REFINES", engine::SetRelation::kRefines},
    {"GENERALIZES", engine::SetRelation::kGeneralizes},
    {"OVERLAPS", engine::SetRelation::kOverlaps},
    {"DISJOINT", engine::SetRelation::kDisjoint},
    {"SUCCESSION", engine::SetRelation::kSuccession},
    {"INCOMPARABLE", engine::SetRelation::kIncomparable},
    {"UNDECIDED", engine::SetRelation::kUndecided}};

inline constexpr Words<engine::Attribution, 2> kAttributionWords = {
    {"FIRST_HAND", engine::Attribution::kFirstHand}, {"RELAYED", engine::Attribution::kRelayed}};

inline constexpr Words<engine::RespondentState, 3> kRespondentWords = {
    {"SPOKE", engine::RespondentState::kSpoke},
    {"SILENT", engine::RespondentState::kSilent},
    {"NOT_ON_FILE", engine::RespondentState::kNotOnFile}};

inline constexpr Words<engine::OtherReason, 6> kOtherReasonWords = {
    {"SPEECH_ACT", engine::OtherReason::kSpeechAct},    {"UNKNOWN_VALUE", engine::OtherReason::kUnknownValue},
    {"UNCOMMITTED", engine::OtherReason::kUncommitted}, {"EARLIER", engine::OtherReason::kEarlier},
    {"WITHDRAWN", engine::OtherReason::kWithdrawn},     {"OTHER_TIME", engine::OtherReason::kOtherTime}};

inline constexpr Words<engine::Flag, 22> kFlagWords = {
    {"ANONYMOUS_ONLY", engine::Flag::kAnonymousOnly},
    {"CIRCULAR_SOURCING", engine::Flag::kCircularSourcing},
    {"DERIVED_SUPPORT", engine::Flag::kDerivedSupport},
    {"INCONSISTENT_SUM", engine::Flag::kInconsistentSum},
    {"INTERNAL_CONFLICT", engine::Flag::kInternalConflict},
    {"INTERPRETED", engine::Flag::kInterpreted},
    {"MISATTRIBUTION_CLAIMED", engine::Flag::kMisattributionClaimed},
    {"MODEL_JUDGED", engine::Flag::kModelJudged},
    {"PARTIALLY_CONFIRMED", engine::Flag::kPartiallyConfirmed},
    {"RESPONDENT_DENIES", engine::Flag::kRespondentDenies},
    {"RESPONDENT_SILENT", engine::Flag::kRespondentSilent},
    {"RETRACTED_SUPPORT", engine::Flag::kRetractedSupport},
    {"SELF_CONTRADICTION", engine::Flag::kSelfContradiction},
    {"SINGLE_ORIGIN", engine::Flag::kSingleOrigin},
    {"SINGLE_RELAY", engine::Flag::kSingleRelay},
    {"SINGLE_SIDE", engine::Flag::kSingleSide},
    {"SUCCESSION", engine::Flag::kSuccession},
    {"TENTATIVE", engine::Flag::kTentative},
    {"UNDATED", engine::Flag::kUndated},
    {"UNDECIDED_TEXT", engine::Flag::kUndecidedText},
    {"UNRELIABLE_SUPPORT_ONLY", engine::Flag::kUnreliableSupportOnly},
    {"UPDATED", engine::Flag::kUpdated}};

// Returns the word for `value`; every enumerator has one.
template <class E, size_t size>
std::string ToWord(const std::pair<const char*, E> (&words)[size], E value) {
  for (const auto& [word, each] : words) {
    if (each == value) return std::string(word);
  }
  return "no word";
}

// Returns what `word` stands for.
// INVALID_ARGUMENT: nothing; the message lists the words.
template <class E, size_t size>
absl::StatusOr<E> FromWord(const std::pair<const char*, E> (&words)[size], const std::string& word) {
  std::string known;
  for (const auto& [each, value] : words) {
    if (each == word) return value;
    absl::StrAppend(&known, known.empty() ? "" : ", ", each);
  }
  return absl::InvalidArgumentError(absl::StrCat("\"", word, "\" is none of ", known));
}

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_GOLDEN_WORDS_H_
