#ifndef GAINSAY_SERVICE_RPC_SOURCE_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_SOURCE_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/source.pb.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the source that `proto` describes; output-only fields are not read.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<model::Source> SourceFromProto(const v1::Source& proto);

// Returns the source without output-only fields.
v1::Source SourceToProto(const model::Source& source);

// Returns the source with its etag and revision.
v1::Source SourceToProto(const ledger::Recorded<model::Source>& recorded);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SOURCE_CONVERTER_H_
