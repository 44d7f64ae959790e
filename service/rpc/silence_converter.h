#ifndef GAINSAY_SERVICE_RPC_SILENCE_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_SILENCE_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/silence.pb.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the silence that `proto` describes; output-only fields are not read.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<model::Silence> SilenceFromProto(const v1::Silence& proto);

// Returns the silence without output-only fields.
v1::Silence SilenceToProto(const model::Silence& silence);

// Returns the silence with its revision and record time.
v1::Silence SilenceToProto(const ledger::Recorded<model::Silence>& recorded);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SILENCE_CONVERTER_H_
