#ifndef GAINSAY_SERVICE_RPC_WITHDRAWAL_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_WITHDRAWAL_CONVERTER_H_

#include "absl/status/statusor.h"
#include "gainsay/v1/withdrawal.pb.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"

namespace gainsay::rpc {

// Returns the withdrawal that `proto` describes; output-only fields are not read.
// INVALID_ARGUMENT: a field is wrong; the message begins with its path.
absl::StatusOr<model::Withdrawal> WithdrawalFromProto(const v1::Withdrawal& proto);

// Returns the withdrawal without output-only fields.
v1::Withdrawal WithdrawalToProto(const model::Withdrawal& withdrawal);

// Returns the withdrawal with its revision and record time.
v1::Withdrawal WithdrawalToProto(const ledger::Recorded<model::Withdrawal>& recorded);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_WITHDRAWAL_CONVERTER_H_
