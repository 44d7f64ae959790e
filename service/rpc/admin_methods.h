#ifndef GAINSAY_SERVICE_RPC_ADMIN_METHODS_H_
#define GAINSAY_SERVICE_RPC_ADMIN_METHODS_H_

#include <string>

#include "service/ledger/ledger.h"
#include "service/rpc/methods.h"

namespace gainsay::rpc {

// Returns what serves AdminService over a ledger, which must outlive it. `version` is the server's.
Methods AdminMethods(const ledger::Ledger& ledger, std::string version);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_ADMIN_METHODS_H_
