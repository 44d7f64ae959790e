#ifndef GAINSAY_SERVICE_RPC_CLAIM_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_CLAIM_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/claim.pb.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the claim that `proto` describes; output-only fields are not read.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<model::Claim> ClaimFromProto(const v1::Claim& proto);

// Returns what a claim that is not on file states: its party, name and appearances are not read. It has a
// value, or its words, or is no assertion. INVALID_ARGUMENT: a field is wrong; the message begins with its
// path.
absl::StatusOr<model::Claim> StatementFromProto(const v1::Claim& proto);

// Returns the claim without output-only fields.
v1::Claim ClaimToProto(const model::Claim& claim);

// Returns the claim with its revision and record time.
v1::Claim ClaimToProto(const ledger::Recorded<model::Claim>& recorded);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CLAIM_CONVERTER_H_
