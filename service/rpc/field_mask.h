#ifndef GAINSAY_SERVICE_RPC_FIELD_MASK_H_
#define GAINSAY_SERVICE_RPC_FIELD_MASK_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include "absl/status/status.h"

namespace gainsay::rpc {

// Update masks (google.aip.dev/134): empty, or "*", is every field.

// Returns OK if every path of `mask` leads to a field of `message`.
// INVALID_ARGUMENT "updateMask: ...": one does not.
absl::Status CheckMask(const google::protobuf::FieldMask& mask, const google::protobuf::Descriptor& message);

// Replaces the fields of `to` that a checked `mask` names by those of `from`, of the same type; unset ones
// are cleared.
void MergeMasked(const google::protobuf::FieldMask& mask, const google::protobuf::Message& from,
                 google::protobuf::Message& to);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_FIELD_MASK_H_
