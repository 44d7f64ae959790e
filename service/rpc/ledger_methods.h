#ifndef GAINSAY_SERVICE_RPC_LEDGER_METHODS_H_
#define GAINSAY_SERVICE_RPC_LEDGER_METHODS_H_

#include "service/ledger/ledger.h"
#include "service/rpc/methods.h"

namespace gainsay::rpc {

// Returns what serves LedgerService over a ledger, which must outlive it.
Methods LedgerMethods(const ledger::Ledger& ledger);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_LEDGER_METHODS_H_
