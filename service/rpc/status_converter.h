#ifndef GAINSAY_SERVICE_RPC_STATUS_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_STATUS_CONVERTER_H_

#include <grpcpp/support/status.h>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "service/rpc/call_gate.h"

namespace gainsay::rpc {

// Returns what the client is told of `status`. Its details are a google.rpc.ErrorInfo (domain "gainsay";
// metadata "field" is the path that the message begins with, if it does) and, for INVALID_ARGUMENT, a
// google.rpc.BadRequest. What may hold stored paths or keys (DATA_LOSS, INTERNAL, RESOURCE_EXHAUSTED,
// UNAVAILABLE, UNKNOWN) is logged, and told in general words.
grpc::Status ToGrpcStatus(const absl::Status& status);

// Runs a handler and returns its status for the client; INTERNAL if a library it uses throws, UNAVAILABLE
// if the gate is closed.
grpc::Status Reply(CallGate& gate, absl::FunctionRef<absl::Status()> handler);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_STATUS_CONVERTER_H_
