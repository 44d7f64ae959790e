#ifndef GAINSAY_SERVICE_RPC_PARTY_RECORD_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_PARTY_RECORD_CONVERTER_H_

#include <utility>

#include "gainsay/v1/party_record.pb.h"
#include "service/ledger/party_record.h"

namespace gainsay::rpc {

inline constexpr std::pair<v1::Outcome, ledger::Outcome> kOutcomes[] = {
    {v1::OUTCOME_CONFIRMED, ledger::Outcome::kConfirmed},
    {v1::OUTCOME_CONTRADICTED, ledger::Outcome::kContradicted},
    {v1::OUTCOME_WITHDRAWN, ledger::Outcome::kWithdrawn},
    {v1::OUTCOME_UNANSWERED, ledger::Outcome::kUnanswered},
    {v1::OUTCOME_REPLACED, ledger::Outcome::kReplaced},
    {v1::OUTCOME_NOT_COMPARED, ledger::Outcome::kNotCompared},
};

// Counts a claim.
void AddToTally(const ledger::PartyClaim& claim, v1::Tally& tally);

v1::PartyClaim PartyClaimToProto(const ledger::PartyClaim& claim);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_PARTY_RECORD_CONVERTER_H_
