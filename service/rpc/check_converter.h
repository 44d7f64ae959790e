#ifndef GAINSAY_SERVICE_RPC_CHECK_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_CHECK_CONVERTER_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gainsay/v1/check.pb.h"
#include "gainsay/v1/comparison_service.pb.h"
#include "service/ledger/checking.h"
#include "service/search/candidate_checker.h"

namespace gainsay::rpc {

// Returns the statement that `proto` describes.
// INVALID_ARGUMENT: it has not just one of claim and text, or a field is wrong; the message begins with the
// field's path ("claim.value.quantity.amount: ...").
absl::StatusOr<ledger::Candidate> CandidateFromProto(const v1::Candidate& proto);

// Returns what is on file about a candidate, but for the questions that a text may be about.
v1::Check CheckToProto(const ledger::CheckedCandidate& checked);

// Returns the same as the answer to a candidate of a stream, but for its line and the comparison as well.
v1::CheckClaimsResponse CheckClaimsResponseToProto(const ledger::CheckedCandidate& checked);

// Returns a question that a text may be about.
v1::CandidateQuestion CandidateQuestionToProto(const search::CandidateQuestion& candidate);

// Returns why a candidate could not be checked.
v1::CheckError CheckErrorToProto(const absl::Status& status);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CHECK_CONVERTER_H_
