#ifndef GAINSAY_SERVICE_RPC_CHECK_CANDIDATE_H_
#define GAINSAY_SERVICE_RPC_CHECK_CANDIDATE_H_

#include "absl/status/statusor.h"
#include "service/rpc/call.h"
#include "service/search/candidate_checker.h"

namespace gainsay::rpc {

// Checks a candidate; a text waits for the index as Search does. Errors as search::CandidateChecker::Check.
// DEADLINE_EXCEEDED, CANCELLED: as the call.
absl::StatusOr<search::CheckedByWords> CheckCandidate(search::CandidateChecker& checker,
                                                      search::SearchIndex& index, const Call& call,
                                                      const ledger::Candidate& candidate);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_CHECK_CANDIDATE_H_
