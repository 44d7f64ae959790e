#ifndef GAINSAY_SERVICE_RPC_SEARCH_HANDLER_H_
#define GAINSAY_SERVICE_RPC_SEARCH_HANDLER_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/rpc/call.h"
#include "service/search/search_index.h"

namespace gainsay::rpc {

// Waits until the index has a revision, as long as the call lasts.
// DEADLINE_EXCEEDED, CANCELLED: as the call. Other errors as SearchIndex::Await.
absl::Status AwaitIndexed(search::SearchIndex& index, const Call& call, store::Revision revision);

// Serves Search.
absl::Status ServeSearch(search::SearchIndex& index, const Call& call, const v1::SearchRequest& request,
                         v1::SearchResponse& response);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SEARCH_HANDLER_H_
