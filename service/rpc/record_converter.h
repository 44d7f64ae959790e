#ifndef GAINSAY_SERVICE_RPC_RECORD_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_RECORD_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/record.pb.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the record that `proto` holds; output-only fields are not read.
// INVALID_ARGUMENT: it holds none, or a field is wrong; the message begins with the field's path, from the
// record's noun on ("claim.value: ...").
absl::StatusOr<model::Record> RecordFromProto(const v1::Record& proto);

// Returns the record without output-only fields.
v1::Record RecordToProto(const model::Record& record);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_RECORD_CONVERTER_H_
