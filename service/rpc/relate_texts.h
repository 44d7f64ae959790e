#ifndef GAINSAY_SERVICE_RPC_RELATE_TEXTS_H_
#define GAINSAY_SERVICE_RPC_RELATE_TEXTS_H_

#include "absl/status/status.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/inference/models.h"
#include "service/ledger/ledger.h"
#include "service/rpc/call.h"

namespace gainsay::rpc {

// Serves RelateTexts.
absl::Status ServeRelateTexts(const ledger::Ledger& ledger, const inference::Models& models, const Call& call,
                              const v1::RelateTextsRequest& request, v1::RelateTextsResponse& response);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_RELATE_TEXTS_H_
