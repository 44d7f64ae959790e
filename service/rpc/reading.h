#ifndef GAINSAY_SERVICE_RPC_READING_H_
#define GAINSAY_SERVICE_RPC_READING_H_

#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/ledger/ledger.h"
#include "service/model/names.h"
#include "service/rpc/call.h"

namespace gainsay::rpc {

// How long a read waits, for its `min_revision` or else, if the call has no deadline.
inline constexpr absl::Duration kLongestWait = absl::Seconds(30);

// The workspace of a request that names none.
inline constexpr char kDefaultWorkspace[] = "default";

// Returns the workspace that a request names; "default" for an empty one.
// INVALID_ARGUMENT: it is not an id.
absl::StatusOr<std::string> WorkspaceFromProto(const std::string& workspace);

// Returns OK if `name` is of that kind. INVALID_ARGUMENT "field: ...": it is not.
absl::Status CheckNameField(std::string_view field, model::NameKind kind, std::string_view name);

// How soon a wait notices that the call is cancelled, or the server is going down.
inline constexpr absl::Duration kCancellationCheck = absl::Milliseconds(250);

// Calls `wait`, which waits until a time and then returns DEADLINE_EXCEEDED, again and again as long as the
// call lasts; without a deadline, for kLongestWait. Returns what else it returns. DEADLINE_EXCEEDED: none
// came. CANCELLED: the call is; `what` was waited for.
absl::Status AwaitWithin(const ledger::Ledger& ledger, const Call& call, std::string_view what,
                         absl::FunctionRef<absl::Status(absl::Time until)> wait);

// Waits until the store has `min_revision`, as long as the call lasts.
// INVALID_ARGUMENT: it is negative. DEADLINE_EXCEEDED, CANCELLED: as the call.
absl::Status AwaitRevision(const ledger::Ledger& ledger, const Call& call, store::Revision min_revision);

// The same until a time rather than the call's deadline.
absl::Status AwaitUntil(const ledger::Ledger& ledger, const Call& call, absl::Time deadline,
                        std::string_view what, absl::FunctionRef<absl::Status(absl::Time until)> wait);

// Returns OK while the caller waits for the answer. CANCELLED, DEADLINE_EXCEEDED: it does no more.
absl::Status CheckAwaited(const ledger::Ledger& ledger, const Call& call);

// Begins to serve a reading request: awaits its `min_revision` and returns its workspace.
template <class Request>
absl::StatusOr<std::string> BeginRead(const ledger::Ledger& ledger, const Call& call,
                                      const Request& request) {
  const absl::Status status = AwaitRevision(ledger, call, request.min_revision());
  if (!status.ok()) return status;
  return WorkspaceFromProto(request.workspace());
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_READING_H_
