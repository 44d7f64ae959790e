#ifndef GAINSAY_SERVICE_RPC_PARTY_RECORD_HANDLER_H_
#define GAINSAY_SERVICE_RPC_PARTY_RECORD_HANDLER_H_

#include "absl/status/status.h"
#include "gainsay/v1/comparison_service.pb.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call.h"

namespace gainsay::rpc {

// Serves GetPartyRecord.
absl::Status GetPartyRecord(const ledger::Ledger& ledger, const Call& call,
                            const v1::GetPartyRecordRequest& request, v1::GetPartyRecordResponse& response);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_PARTY_RECORD_HANDLER_H_
