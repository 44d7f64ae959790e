#ifndef GAINSAY_SERVICE_RPC_COMPARISON_METHODS_H_
#define GAINSAY_SERVICE_RPC_COMPARISON_METHODS_H_

#include "service/rpc/methods.h"
#include "service/search/search_index.h"

namespace gainsay::rpc {

// Returns what serves ComparisonService over an index and its ledger, which must outlive it.
Methods ComparisonMethods(search::SearchIndex& index);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARISON_METHODS_H_
