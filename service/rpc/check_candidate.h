#ifndef GAINSAY_SERVICE_RPC_CHECK_CANDIDATE_H_
#define GAINSAY_SERVICE_RPC_CHECK_CANDIDATE_H_

#include <google/protobuf/repeated_field.h>

#include "absl/status/statusor.h"
#include "gainsay/v1/check.pb.h"
#include "service/inference/models.h"
#include "service/rpc/call.h"
#include "service/search/candidate_checker.h"

namespace gainsay::rpc {

// What candidates are checked by. Refers to what must outlive it.
struct CheckingBy {
  search::SearchIndex& index;
  const inference::Models& models;
};

// What is on file about a candidate.
struct CheckedCandidate {
  ledger::CheckedCandidate statement;
  google::protobuf::RepeatedPtrField<v1::CandidateQuestion> candidates;  // questions that a text may be about
};

// Checks a candidate; a text waits for the index as Search does, and is shown to the models, whose silence is
// no error. Errors as search::CandidateChecker::Check. DEADLINE_EXCEEDED, CANCELLED: as the call.
absl::StatusOr<CheckedCandidate> CheckCandidate(search::CandidateChecker& checker, const CheckingBy& by,
                                                const Call& call, const ledger::Candidate& candidate);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CHECK_CANDIDATE_H_
