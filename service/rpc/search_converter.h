#ifndef GAINSAY_SERVICE_RPC_SEARCH_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_SEARCH_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "gainsay/v1/search.pb.h"
#include "service/search/search.h"

namespace gainsay::rpc {

// Returns what a request asks to find. INVALID_ARGUMENT: a field is wrong.
absl::StatusOr<search::SearchFilter> SearchFilterFromProto(const v1::SearchRequest& request);

v1::Snippet SnippetToProto(const search::Snippet& snippet);

v1::SearchResult SearchResultToProto(const search::Found& found);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SEARCH_CONVERTER_H_
