#include "service/rpc/reading.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "service/rpc/field_path.h"

namespace gainsay::rpc {
absl::StatusOr<std::string> WorkspaceFromProto(const std::string& workspace) {
  if (workspace.empty()) return std::string(kDefaultWorkspace);
  if (!model::IsId(workspace)) return FieldError("workspace", "is not an id, [a-z0-9][a-z0-9._-]{0,126}");
  return workspace;
}

absl::Status CheckNameField(std::string_view field, model::NameKind kind, std::string_view name) {
  return UnderField(field, model::CheckName(kind, name));
}

absl::Status AwaitWithin(const ledger::Ledger& ledger, const Call& call, std::string_view what,
                         absl::FunctionRef<absl::Status(absl::Time until)> wait) {
  const absl::Time deadline =
      call.deadline() == absl::InfiniteFuture() ? ledger.now() + kLongestWait : call.deadline();
  return AwaitUntil(ledger, call, deadline, what, wait);
}

absl::Status AwaitUntil(const ledger::Ledger& ledger, const Call& call, absl::Time deadline,
                        std::string_view what, absl::FunctionRef<absl::Status(absl::Time until)> wait) {
  while (true) {
    const absl::Time until = std::min(deadline, ledger.now() + kCancellationCheck);
    const absl::Status status = wait(until);
    if (!absl::IsDeadlineExceeded(status) || until == deadline) return status;
    if (call.cancelled())
      return absl::CancelledError(absl::StrCat("cancelled while waiting for ", std::string(what)));
  }
}

absl::Status AwaitRevision(const ledger::Ledger& ledger, const Call& call, store::Revision min_revision) {
  if (min_revision < 0) return FieldError("minRevision", "is negative");
  if (min_revision == 0) return absl::OkStatus();
  return AwaitWithin(ledger, call, "minRevision",
                     [&](absl::Time until) { return ledger.store.WaitForRevision(min_revision, until); });
}

absl::Status CheckAwaited(const ledger::Ledger& ledger, const Call& call) {
  if (ledger.now() >= call.deadline()) {
    return absl::DeadlineExceededError("the answer took longer than the deadline");
  }
  if (call.cancelled()) return absl::CancelledError("cancelled before the answer was ready");
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
