#include "service/rpc/comparison_enums.h"

namespace gainsay::rpc {

v1::Status ToWire(engine::Status status) {
  switch (status) {
    case engine::Status::kConflicting:
      return v1::STATUS_CONFLICTING;
    case engine::Status::kConfirmed:
      return v1::STATUS_CONFIRMED;
    case engine::Status::kUnconfirmed:
      return v1::STATUS_UNCONFIRMED;
    case engine::Status::kIndeterminate:
      return v1::STATUS_INDETERMINATE;
    case engine::Status::kWithdrawn:
      return v1::STATUS_WITHDRAWN;
    case engine::Status::kNoStatements:
      return v1::STATUS_NO_STATEMENTS;
  }
  return v1::STATUS_UNSPECIFIED;
}

v1::ConflictKind ToWire(engine::ConflictKind kind) {
  switch (kind) {
    case engine::ConflictKind::kDenial:
      return v1::CONFLICT_KIND_DENIAL;
    case engine::ConflictKind::kDifferentValues:
      return v1::CONFLICT_KIND_DIFFERENT_VALUES;
  }
  return v1::CONFLICT_KIND_UNSPECIFIED;
}

v1::Grade ToWire(engine::Grade grade) {
  switch (grade) {
    case engine::Grade::kCounterparty:
      return v1::GRADE_COUNTERPARTY;
    case engine::Grade::kThirdParty:
      return v1::GRADE_THIRD_PARTY;
  }
  return v1::GRADE_UNSPECIFIED;
}

v1::SetRelation ToWire(engine::SetRelation relation) {
  switch (relation) {
    case engine::SetRelation::kEqual:
      return v1::SET_RELATION_EQUAL;
    case engine::SetRelation::kRefines:
      return v1::SET_RELATION_REFINES;
    case engine::SetRelation::kGeneralizes:
      return v1::SET_RELATION_GENERALIZES;
    case engine::SetRelation::kOverlaps:
      return v1::SET_RELATION_OVERLAPS;
    case engine::SetRelation::kDisjoint:
      return v1::SET_RELATION_DISJOINT;
    case engine::SetRelation::kSuccession:
      return v1::SET_RELATION_SUCCESSION;
    case engine::SetRelation::kIncomparable:
      return v1::SET_RELATION_INCOMPARABLE;
    case engine::SetRelation::kUndecided:
      return v1::SET_RELATION_UNDECIDED;
  }
  return v1::SET_RELATION_UNSPECIFIED;
}

v1::Attribution ToWire(engine::Attribution attribution) {
  switch (attribution) {
    case engine::Attribution::kFirstHand:
      return v1::ATTRIBUTION_FIRST_HAND;
    case engine::Attribution::kRelayed:
      return v1::ATTRIBUTION_RELAYED;
  }
  return v1::ATTRIBUTION_UNSPECIFIED;
}

v1::RespondentState ToWire(engine::RespondentState state) {
  switch (state) {
    case engine::RespondentState::kSpoke:
      return v1::RESPONDENT_STATE_SPOKE;
    case engine::RespondentState::kSilent:
      return v1::RESPONDENT_STATE_SILENT;
    case engine::RespondentState::kNotOnFile:
      return v1::RESPONDENT_STATE_NOT_ON_FILE;
  }
  return v1::RESPONDENT_STATE_UNSPECIFIED;
}

v1::OtherReason ToWire(engine::OtherReason reason) {
  switch (reason) {
    case engine::OtherReason::kSpeechAct:
      return v1::OTHER_REASON_SPEECH_ACT;
    case engine::OtherReason::kUnknownValue:
      return v1::OTHER_REASON_UNKNOWN_VALUE;
    case engine::OtherReason::kUncommitted:
      return v1::OTHER_REASON_UNCOMMITTED;
    case engine::OtherReason::kEarlier:
      return v1::OTHER_REASON_EARLIER;
    case engine::OtherReason::kWithdrawn:
      return v1::OTHER_REASON_WITHDRAWN;
    case engine::OtherReason::kOtherTime:
      return v1::OTHER_REASON_OTHER_TIME;
  }
  return v1::OTHER_REASON_UNSPECIFIED;
}

v1::ChangeKind ToWire(engine::ChangeKind kind) {
  switch (kind) {
    case engine::ChangeKind::kStatement:
      return v1::CHANGE_KIND_STATEMENT;
    case engine::ChangeKind::kWithdrawal:
      return v1::CHANGE_KIND_WITHDRAWAL;
  }
  return v1::CHANGE_KIND_UNSPECIFIED;
}

v1::Flag ToWire(engine::Flag flag) {
  switch (flag) {
    case engine::Flag::kAnonymousOnly:
      return v1::FLAG_ANONYMOUS_ONLY;
    case engine::Flag::kCircularSourcing:
      return v1::FLAG_CIRCULAR_SOURCING;
    case engine::Flag::kDerivedSupport:
      return v1::FLAG_DERIVED_SUPPORT;
    case engine::Flag::kInconsistentSum:
      return v1::FLAG_INCONSISTENT_SUM;
    case engine::Flag::kInternalConflict:
      return v1::FLAG_INTERNAL_CONFLICT;
    case engine::Flag::kInterpreted:
      return v1::FLAG_INTERPRETED;
    case engine::Flag::kMisattributionClaimed:
      return v1::FLAG_MISATTRIBUTION_CLAIMED;
    case engine::Flag::kModelJudged:
      return v1::FLAG_MODEL_JUDGED;
    case engine::Flag::kPartiallyConfirmed:
      return v1::FLAG_PARTIALLY_CONFIRMED;
    case engine::Flag::kRespondentDenies:
      return v1::FLAG_RESPONDENT_DENIES;
    case engine::Flag::kRespondentSilent:
      return v1::FLAG_RESPONDENT_SILENT;
    case engine::Flag::kRetractedSupport:
      return v1::FLAG_RETRACTED_SUPPORT;
    case engine::Flag::kSelfContradiction:
      return v1::FLAG_SELF_CONTRADICTION;
    case engine::Flag::kSingleOrigin:
      return v1::FLAG_SINGLE_ORIGIN;
    case engine::Flag::kSingleRelay:
      return v1::FLAG_SINGLE_RELAY;
    case engine::Flag::kSingleSide:
      return v1::FLAG_SINGLE_SIDE;
    case engine::Flag::kSuccession:
      return v1::FLAG_SUCCESSION;
    case engine::Flag::kTentative:
      return v1::FLAG_TENTATIVE;
    case engine::Flag::kUndated:
      return v1::FLAG_UNDATED;
    case engine::Flag::kUndecidedText:
      return v1::FLAG_UNDECIDED_TEXT;
    case engine::Flag::kUnreliableSupportOnly:
      return v1::FLAG_UNRELIABLE_SUPPORT_ONLY;
    case engine::Flag::kUpdated:
      return v1::FLAG_UPDATED;
  }
  return v1::FLAG_UNSPECIFIED;
}

}  // namespace gainsay::rpc
