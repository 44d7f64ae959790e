#include "service/ledger/claim_outcomes.h"

#include <algorithm>
#include <optional>

namespace gainsay::ledger {
namespace {

Outcome OutcomeOf(const engine::OtherClaim& other) {
  switch (other.reason) {
    case engine::OtherReason::kWithdrawn:
      return Outcome::kWithdrawn;
    case engine::OtherReason::kEarlier:
      return Outcome::kReplaced;
    case engine::OtherReason::kSpeechAct:
    case engine::OtherReason::kUnknownValue:
    case engine::OtherReason::kUncommitted:
    case engine::OtherReason::kOtherTime:
      break;
  }
  return Outcome::kNotCompared;
}

// What it comes to for one of a position's own claims.
Outcome OutcomeOf(const engine::Position& position, const engine::RelatedClaim& claim) {
  if (position.status == engine::Status::kConfirmed) return Outcome::kConfirmed;
  const auto is_another = [&claim](const engine::RelatedClaim& opposer) {
    return opposer.party != claim.party;
  };
  const bool opposed = position.status == engine::Status::kConflicting ||
                       std::any_of(position.opposers.begin(), position.opposers.end(), is_another);
  return opposed ? Outcome::kContradicted : Outcome::kUnanswered;
}

bool SayTheSame(const model::Claim& a, const model::Claim& b) {
  return a.value == b.value && a.polarity == b.polarity && a.valid_time == b.valid_time;
}

}  // namespace

ClaimOutcomes::ClaimOutcomes(const engine::CaseFile& file, const engine::Comparison& comparison) {
  for (const auto* withdrawals : {&file.question.withdrawals, &file.source_withdrawals}) {
    for (const auto& withdrawal : *withdrawals) {
      if (withdrawal.record.kind == model::WithdrawalKind::kVoided) voided_.insert(withdrawal.record.target);
    }
  }
  for (const engine::OtherClaim& other : comparison.others) listed_.emplace(other.claim, OutcomeOf(other));
  std::unordered_set<std::string> forming_positions;
  // Within a tolerance a claim is equal to several positions: the first shown weighs most.
  for (const engine::Position& position : comparison.positions) {
    for (const engine::RelatedClaim& claim : position.supporters) {
      if (claim.relation != engine::SetRelation::kEqual) continue;
      listed_.emplace(claim.claim, OutcomeOf(position, claim));
      forming_positions.insert(claim.claim);
    }
  }
  for (const auto& [claim, revision, time] : file.question.claims) {
    if (forming_positions.contains(claim.name)) statements_[claim.party].push_back(&claim);
  }
}

bool ClaimOutcomes::IsVoided(const model::Claim& claim) const {
  if (voided_.contains(claim.name)) return true;
  const auto& seen = claim.appearances;
  return !seen.empty() && std::all_of(seen.begin(), seen.end(), [this](const model::Appearance& appearance) {
    return voided_.contains(appearance.source);
  });
}

Outcome ClaimOutcomes::Of(const model::Claim& claim) const {
  const auto found = listed_.find(claim.name);
  return found == listed_.end() ? OfItsStatement(claim) : found->second;
}

// Claims that are one statement are listed by the first of them. Where it cannot be told which statement of
// its party a claim is part of, and they differ, nothing is said to have confirmed or contradicted it.
Outcome ClaimOutcomes::OfItsStatement(const model::Claim& claim) const {
  const auto of_party = statements_.find(claim.party);
  if (of_party == statements_.end()) return Outcome::kNotCompared;
  std::optional<Outcome> common;
  bool differ = false;
  for (const model::Claim* first : of_party->second) {
    if (claim.certainty != first->certainty || claim.speech_act != first->speech_act) continue;
    const Outcome outcome = listed_.at(first->name);
    if (SayTheSame(claim, *first)) return outcome;
    differ = differ || outcome != common.value_or(outcome);
    common = outcome;
  }
  if (!common) return Outcome::kNotCompared;
  return differ ? Outcome::kUnanswered : *common;
}

}  // namespace gainsay::ledger
