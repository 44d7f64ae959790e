#ifndef GAINSAY_SERVICE_LEDGER_GO_ON_H_
#define GAINSAY_SERVICE_LEDGER_GO_ON_H_

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"

namespace gainsay::ledger {

// Whether to go on with what takes many readings; asked between them. An error ends it, and is returned.
using GoOn = absl::FunctionRef<absl::Status()>;

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_GO_ON_H_
