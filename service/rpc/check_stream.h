#ifndef GAINSAY_SERVICE_RPC_CHECK_STREAM_H_
#define GAINSAY_SERVICE_RPC_CHECK_STREAM_H_

#include "absl/status/status.h"
#include "gainsay/v1/comparison_service.pb.h"
#include "service/rpc/call.h"
#include "service/rpc/check_candidate.h"
#include "service/rpc/message_stream.h"

namespace gainsay::rpc {

using CheckStream = MessageStream<v1::CheckClaimsRequest, v1::CheckClaimsResponse>;

// Serves CheckClaims. Reads the next candidate only when the one before is answered, and an answer counts as
// given when the transport has taken it: a client that does not read its answers is held back, and nothing
// piles up here.
// INVALID_ARGUMENT: the options are wrong, or lines do not increase. CANCELLED: the stream broke off. Other
// errors as search::CandidateChecker, of the options and the index.
absl::Status ServeCheckClaims(const CheckingBy& by, Call& call, CheckStream& stream);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CHECK_STREAM_H_
