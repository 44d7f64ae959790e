#ifndef GAINSAY_SERVICE_RPC_VALUE_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_VALUE_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/value.pb.h"
#include "service/model/value.h"

namespace gainsay::rpc {

// Returns the value that `proto` holds; `polarity` is that of the claim it is in.
// INVALID_ARGUMENT: no kind is set, a field of it is wrong, or it or its denial leaves nothing open.
absl::StatusOr<model::Value> ValueFromProto(const v1::Value& proto, model::Polarity polarity);

v1::Value ValueToProto(const model::Value& value);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_VALUE_CONVERTER_H_
