#include "service/ledger/write_scope.h"

#include "service/ledger/field_error.h"
#include "service/store/keys.h"

namespace gainsay::ledger {

absl::StatusOr<std::optional<DoneRequest>> FindDone(const store::Snapshot& snapshot, const WriteScope& scope,
                                                    absl::Time now) {
  if (scope.request_id.empty()) return std::nullopt;
  const auto entry = snapshot.Get(store::RequestKey(scope.workspace, scope.request_id));
  if (!entry.ok()) return entry.status();
  if (!*entry || now - (*entry)->time >= kRequestLifetime) return std::nullopt;
  absl::StatusOr<store::StoredRequest> request = store::DecodeRequest((*entry)->value);
  if (!request.ok()) return request.status();
  if (request->digest != scope.request_digest) {
    return FieldError(absl::StatusCode::kInvalidArgument, "requestId",
                      scope.request_id + " was given to another request");
  }
  return DoneRequest{*std::move(request), (*entry)->revision, (*entry)->time};
}

void NoteRequest(const WriteScope& scope, std::vector<store::StoredRequest::Outcome> outcomes,
                 store::WriteSet& writes) {
  if (scope.request_id.empty()) return;
  writes.puts.emplace_back(store::RequestKey(scope.workspace, scope.request_id),
                           store::EncodeRequest({scope.request_digest, std::move(outcomes)}));
}

}  // namespace gainsay::ledger
