#ifndef GAINSAY_SERVICE_RPC_COMPARE_OPTIONS_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_COMPARE_OPTIONS_CONVERTER_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gainsay/v1/comparison.pb.h"
#include "service/ledger/comparing.h"

namespace gainsay::rpc {

// Returns what a comparing request asks to read, and how to weigh it. A `known_at` of digits only is a
// revision; any other is a time, counted from its last moment.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path ("readTimes.", "policy.").
absl::StatusOr<ledger::CompareOptions> CompareOptionsFromProto(const v1::ReadTimes& read_times,
                                                               const v1::Policy& policy, bool explain);

// Returns `status`, or, if it says that a `known_at` is a revision not yet made, what is wrong with that.
absl::Status ExplainKnownAt(const absl::Status& status, const ledger::CompareOptions& options);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_COMPARE_OPTIONS_CONVERTER_H_
