#include "service/rpc/reading.h"

#include <algorithm>

#include "service/rpc/field_path.h"

namespace gainsay::rpc {
namespace {

// How soon a wait notices that the call is cancelled, or the server is shutting down.
constexpr absl::Duration kCancellationCheck = absl::Milliseconds(250);

}  // namespace

absl::StatusOr<std::string> WorkspaceFromProto(const std::string& workspace) {
  if (workspace.empty()) return std::string("default");
  if (!model::IsId(workspace)) return FieldError("workspace", "is not an id, [a-z0-9][a-z0-9._-]{0,126}");
  return workspace;
}

absl::Status CheckNameField(std::string_view field, model::NameKind kind, std::string_view name) {
  return UnderField(field, model::CheckName(kind, name));
}

absl::Status AwaitRevision(const ledger::Ledger& ledger, const Call& call, store::Revision min_revision) {
  if (min_revision < 0) return FieldError("minRevision", "is negative");
  if (min_revision == 0) return absl::OkStatus();
  const absl::Time deadline =
      call.deadline() == absl::InfiniteFuture() ? ledger.now() + kLongestWait : call.deadline();
  while (true) {
    const absl::Time until = std::min(deadline, ledger.now() + kCancellationCheck);
    const absl::Status status = ledger.store.WaitForRevision(min_revision, until);
    if (!absl::IsDeadlineExceeded(status) || until == deadline) return status;
    if (call.cancelled()) return absl::CancelledError("cancelled while waiting for minRevision");
  }
}

absl::Status CheckAwaited(const ledger::Ledger& ledger, const Call& call) {
  if (ledger.now() >= call.deadline()) {
    return absl::DeadlineExceededError("the answer took longer than the deadline");
  }
  if (call.cancelled()) return absl::CancelledError("cancelled before the answer was ready");
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
