#ifndef GAINSAY_SERVICE_RPC_COMPARISON_METHODS_H_
#define GAINSAY_SERVICE_RPC_COMPARISON_METHODS_H_

#include "service/inference/models.h"
#include "service/rpc/methods.h"
#include "service/search/search_index.h"

namespace gainsay::rpc {

// Returns what serves ComparisonService over an index, its ledger and models, which must outlive it.
Methods ComparisonMethods(search::SearchIndex& index, const inference::Models& models);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARISON_METHODS_H_
