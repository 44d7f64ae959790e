#ifndef GAINSAY_SERVICE_RPC_HISTORY_HANDLER_H_
#define GAINSAY_SERVICE_RPC_HISTORY_HANDLER_H_

#include "absl/status/status.h"
#include "gainsay/v1/comparison_service.pb.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call.h"

namespace gainsay::rpc {

// Serves GetHistory.
absl::Status GetHistory(const ledger::Ledger& ledger, const Call& call, const v1::GetHistoryRequest& request,
                        v1::GetHistoryResponse& response);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_HISTORY_HANDLER_H_
