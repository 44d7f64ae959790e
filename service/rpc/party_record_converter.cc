#include "service/rpc/party_record_converter.h"

#include "service/rpc/enum_tables.h"
#include "service/rpc/value_converter.h"

namespace gainsay::rpc {

void AddToTally(const ledger::PartyClaim& claim, v1::Tally& tally) {
  tally.set_claims(tally.claims() + 1);
  switch (claim.outcome) {
    case engine::Outcome::kConfirmed:
      return tally.set_confirmed(tally.confirmed() + 1);
    case engine::Outcome::kContradicted:
      return tally.set_contradicted(tally.contradicted() + 1);
    case engine::Outcome::kWithdrawn:
      return tally.set_withdrawn(tally.withdrawn() + 1);
    case engine::Outcome::kUnanswered:
      return tally.set_unanswered(tally.unanswered() + 1);
    case engine::Outcome::kReplaced:
      return tally.set_replaced(tally.replaced() + 1);
    case engine::Outcome::kNotCompared:
      return tally.set_not_compared(tally.not_compared() + 1);
  }
}

v1::PartyClaim PartyClaimToProto(const ledger::PartyClaim& claim) {
  v1::PartyClaim proto;
  proto.set_claim(claim.claim);
  proto.set_party(claim.party);
  proto.set_outcome(ToWire(kOutcomes, claim.outcome));
  if (claim.stated.value) *proto.mutable_value() = ValueToProto(*claim.stated.value);
  proto.set_polarity(ToWire(kPolarities, claim.stated.polarity));
  proto.set_speech_act(ToWire(kSpeechActs, claim.speech_act));
  proto.set_said_time(claim.said_time);
  proto.set_title(claim.title);
  return proto;
}

}  // namespace gainsay::rpc
