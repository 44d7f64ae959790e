#ifndef GAINSAY_SERVICE_RPC_LEDGER_METHODS_H_
#define GAINSAY_SERVICE_RPC_LEDGER_METHODS_H_

#include "service/inference/models.h"
#include "service/ledger/ledger.h"
#include "service/rpc/methods.h"
#include "service/search/search_index.h"

namespace gainsay::rpc {

// Returns what serves LedgerService over a ledger, the index of its words and models, which must outlive it.
Methods LedgerMethods(const ledger::Ledger& ledger, search::SearchIndex& index,
                      const inference::Models& models);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_LEDGER_METHODS_H_
