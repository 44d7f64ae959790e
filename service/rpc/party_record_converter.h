#ifndef GAINSAY_SERVICE_RPC_PARTY_RECORD_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_PARTY_RECORD_CONVERTER_H_

#include <utility>

#include "gainsay/v1/party_record.pb.h"
#include "service/ledger/party_record.h"

namespace gainsay::rpc {

inline constexpr std::pair<v1::Outcome, engine::Outcome> kOutcomes[] = {
    {v1::OUTCOME_CONFIRMED, engine::Outcome::kConfirmed},
    {v1::OUTCOME_CONTRADICTED, engine::Outcome::kContradicted},
    {v1::OUTCOME_WITHDRAWN, engine::Outcome::kWithdrawn},
    {v1::OUTCOME_UNANSWERED, engine::Outcome::kUnanswered},
    {v1::OUTCOME_REPLACED, engine::Outcome::kReplaced},
    {v1::OUTCOME_NOT_COMPARED, engine::Outcome::kNotCompared},
};

// Counts a claim.
void AddToTally(const ledger::PartyClaim& claim, v1::Tally& tally);

v1::PartyClaim PartyClaimToProto(const ledger::PartyClaim& claim);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_PARTY_RECORD_CONVERTER_H_
