#ifndef GAINSAY_SERVICE_RPC_SERVING_H_
#define GAINSAY_SERVICE_RPC_SERVING_H_

#include "service/rpc/call_gate.h"
#include "service/rpc/workers.h"

namespace gainsay::rpc {

// What serving a call takes, whatever its method.
struct Serving {
  CallGate& gate;
  Workers& workers;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SERVING_H_
