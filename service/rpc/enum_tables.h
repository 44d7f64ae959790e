#ifndef GAINSAY_SERVICE_RPC_ENUM_TABLES_H_
#define GAINSAY_SERVICE_RPC_ENUM_TABLES_H_

#include <cstddef>
#include <utility>

#include "gainsay/v1/claim.pb.h"
#include "gainsay/v1/entity.pb.h"
#include "gainsay/v1/question.pb.h"
#include "gainsay/v1/relation.pb.h"
#include "gainsay/v1/silence.pb.h"
#include "gainsay/v1/source.pb.h"
#include "gainsay/v1/value.pb.h"
#include "gainsay/v1/withdrawal.pb.h"
#include "service/model/records.h"
#include "service/model/value.h"

namespace gainsay::rpc {

// Which enumerator of the wire is which of the model. The unspecified ones are in none: each field says
// what absence means.

inline constexpr std::pair<v1::Polarity, model::Polarity> kPolarities[] = {
    {v1::POLARITY_AFFIRMS, model::Polarity::kAffirms},
    {v1::POLARITY_DENIES, model::Polarity::kDenies},
};

inline constexpr std::pair<v1::Bound, model::Bound> kBounds[] = {
    {v1::BOUND_EXACT, model::Bound::kExact},        {v1::BOUND_AT_LEAST, model::Bound::kAtLeast},
    {v1::BOUND_AT_MOST, model::Bound::kAtMost},     {v1::BOUND_MORE_THAN, model::Bound::kMoreThan},
    {v1::BOUND_LESS_THAN, model::Bound::kLessThan}, {v1::BOUND_ABOUT, model::Bound::kAbout},
    {v1::BOUND_RANGE, model::Bound::kRange},
};

inline constexpr std::pair<v1::ValueType, model::ValueType> kValueTypes[] = {
    {v1::VALUE_TYPE_BOOLEAN, model::ValueType::kBoolean},
    {v1::VALUE_TYPE_QUANTITY, model::ValueType::kQuantity},
    {v1::VALUE_TYPE_TIME, model::ValueType::kTime},
    {v1::VALUE_TYPE_ENTITY, model::ValueType::kEntity},
    {v1::VALUE_TYPE_PLACE, model::ValueType::kPlace},
    {v1::VALUE_TYPE_TEXT, model::ValueType::kText},
};

inline constexpr std::pair<v1::EntityKind, model::EntityKind> kEntityKinds[] = {
    {v1::ENTITY_KIND_PERSON, model::EntityKind::kPerson},
    {v1::ENTITY_KIND_ORGANISATION, model::EntityKind::kOrganisation},
    {v1::ENTITY_KIND_GOVERNMENT, model::EntityKind::kGovernment},
    {v1::ENTITY_KIND_ARMED_GROUP, model::EntityKind::kArmedGroup},
    {v1::ENTITY_KIND_OUTLET, model::EntityKind::kOutlet},
    {v1::ENTITY_KIND_PLACE, model::EntityKind::kPlace},
    {v1::ENTITY_KIND_CONCEPT, model::EntityKind::kConcept},
    {v1::ENTITY_KIND_ANONYMOUS, model::EntityKind::kAnonymous},
};

inline constexpr std::pair<v1::CitationKind, model::CitationKind> kCitationKinds[] = {
    {v1::CITATION_KIND_QUOTES, model::CitationKind::kQuotes},
    {v1::CITATION_KIND_REPUBLISHES, model::CitationKind::kRepublishes},
    {v1::CITATION_KIND_TRANSLATES, model::CitationKind::kTranslates},
    {v1::CITATION_KIND_CITES, model::CitationKind::kCites},
};

inline constexpr std::pair<v1::Reliability, model::Reliability> kReliabilities[] = {
    {v1::RELIABILITY_A, model::Reliability::kA}, {v1::RELIABILITY_B, model::Reliability::kB},
    {v1::RELIABILITY_C, model::Reliability::kC}, {v1::RELIABILITY_D, model::Reliability::kD},
    {v1::RELIABILITY_E, model::Reliability::kE}, {v1::RELIABILITY_F, model::Reliability::kF},
};

inline constexpr std::pair<v1::Cardinality, model::Cardinality> kCardinalities[] = {
    {v1::CARDINALITY_ONE, model::Cardinality::kOne},
    {v1::CARDINALITY_MANY, model::Cardinality::kMany},
};

inline constexpr std::pair<v1::Evolution, model::Evolution> kEvolutions[] = {
    {v1::EVOLUTION_STATIC, model::Evolution::kStatic},
    {v1::EVOLUTION_INCREASING, model::Evolution::kIncreasing},
    {v1::EVOLUTION_DECREASING, model::Evolution::kDecreasing},
    {v1::EVOLUTION_VOLATILE, model::Evolution::kVolatile},
};

inline constexpr std::pair<v1::Access, model::Access> kAccesses[] = {
    {v1::ACCESS_FIRST_HAND, model::Access::kFirstHand},
    {v1::ACCESS_SECOND_HAND, model::Access::kSecondHand},
    {v1::ACCESS_UNKNOWN, model::Access::kUnknown},
};

inline constexpr std::pair<v1::Certainty, model::Certainty> kCertainties[] = {
    {v1::CERTAINTY_CERTAIN, model::Certainty::kCertain},
    {v1::CERTAINTY_PROBABLE, model::Certainty::kProbable},
    {v1::CERTAINTY_POSSIBLE, model::Certainty::kPossible},
    {v1::CERTAINTY_UNCOMMITTED, model::Certainty::kUncommitted},
};

inline constexpr std::pair<v1::SpeechAct, model::SpeechAct> kSpeechActs[] = {
    {v1::SPEECH_ACT_ASSERTION, model::SpeechAct::kAssertion},
    {v1::SPEECH_ACT_ACCUSATION, model::SpeechAct::kAccusation},
    {v1::SPEECH_ACT_DEMAND, model::SpeechAct::kDemand},
    {v1::SPEECH_ACT_PROMISE, model::SpeechAct::kPromise},
    {v1::SPEECH_ACT_PREDICTION, model::SpeechAct::kPrediction},
    {v1::SPEECH_ACT_OPINION, model::SpeechAct::kOpinion},
};

inline constexpr std::pair<v1::SilenceKind, model::SilenceKind> kSilenceKinds[] = {
    {v1::SILENCE_KIND_NO_OFFICIAL_ANNOUNCEMENT, model::SilenceKind::kNoOfficialAnnouncement},
    {v1::SILENCE_KIND_NO_RESPONSE, model::SilenceKind::kNoResponse},
    {v1::SILENCE_KIND_DECLINED_TO_COMMENT, model::SilenceKind::kDeclinedToComment},
    {v1::SILENCE_KIND_NEITHER_CONFIRMS_NOR_DENIES, model::SilenceKind::kNeitherConfirmsNorDenies},
    {v1::SILENCE_KIND_UNDER_INVESTIGATION, model::SilenceKind::kUnderInvestigation},
    {v1::SILENCE_KIND_NONE_FOUND, model::SilenceKind::kNoneFound},
};

inline constexpr std::pair<v1::RelationKind, model::RelationKind> kRelationKinds[] = {
    {v1::RELATION_KIND_ENTAILS, model::RelationKind::kEntails},
    {v1::RELATION_KIND_CONTRADICTS, model::RelationKind::kContradicts},
    {v1::RELATION_KIND_NEUTRAL, model::RelationKind::kNeutral},
};

inline constexpr std::pair<v1::RelationMethod, model::RelationMethod> kRelationMethods[] = {
    {v1::RELATION_METHOD_HUMAN, model::RelationMethod::kHuman},
    {v1::RELATION_METHOD_MODEL, model::RelationMethod::kModel},
};

inline constexpr std::pair<v1::WithdrawalKind, model::WithdrawalKind> kWithdrawalKinds[] = {
    {v1::WITHDRAWAL_KIND_RETRACTED, model::WithdrawalKind::kRetracted},
    {v1::WITHDRAWAL_KIND_SUPERSEDED, model::WithdrawalKind::kSuperseded},
    {v1::WITHDRAWAL_KIND_DISOWNED, model::WithdrawalKind::kDisowned},
    {v1::WITHDRAWAL_KIND_SOURCE_PULLED, model::WithdrawalKind::kSourcePulled},
    {v1::WITHDRAWAL_KIND_VOIDED, model::WithdrawalKind::kVoided},
};

// Returns the wire's enumerator for the model's; the unspecified one if the table has none.
template <class Wire, class Model, size_t kRows>
constexpr Wire ToWire(const std::pair<Wire, Model> (&table)[kRows], Model model) {
  for (const auto& [wire, meaning] : table) {
    if (meaning == model) return wire;
  }
  return Wire();
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_ENUM_TABLES_H_
