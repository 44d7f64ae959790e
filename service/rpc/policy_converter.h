#ifndef GAINSAY_SERVICE_RPC_POLICY_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_POLICY_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/comparison.pb.h"
#include "service/engine/comparison.h"

namespace gainsay::rpc {

// Returns the policy that `proto` asks for, its defaults filled in.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<engine::Policy> PolicyFromProto(const v1::Policy& proto);

v1::Policy PolicyToProto(const engine::Policy& policy);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_POLICY_CONVERTER_H_
