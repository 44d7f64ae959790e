#include "service/rpc/check_candidate.h"

#include "service/rpc/reading.h"
#include "service/rpc/search_handler.h"

namespace gainsay::rpc {

absl::StatusOr<search::CheckedByWords> CheckCandidate(search::CandidateChecker& checker,
                                                      search::SearchIndex& index, const Call& call,
                                                      const ledger::Candidate& candidate) {
  return checker.Check(
      candidate, [&](store::Revision revision) { return AwaitIndexed(index, call, revision); },
      [&] { return CheckAwaited(index.ledger(), call); });
}

}  // namespace gainsay::rpc
