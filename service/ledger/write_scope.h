#ifndef GAINSAY_SERVICE_LEDGER_WRITE_SCOPE_H_
#define GAINSAY_SERVICE_LEDGER_WRITE_SCOPE_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/ledger/ledger.h"
#include "service/store/request_codec.h"
#include "service/store/store.h"

namespace gainsay::ledger {

// How long a request that had an id is known by it.
inline constexpr absl::Duration kRequestLifetime = absl::Hours(24);

// Where a write goes, and which request it is of.
struct WriteScope {
  // No request that is to be known again.
  WriteScope(std::string_view in) : workspace(in) {}    // NOLINT(google-explicit-constructor)
  WriteScope(const std::string& in) : workspace(in) {}  // NOLINT(google-explicit-constructor)
  WriteScope(const char* in) : workspace(in) {}         // NOLINT(google-explicit-constructor)
  WriteScope(std::string in, std::string id, std::string digest)
      : workspace(std::move(in)), request_id(std::move(id)), request_digest(std::move(digest)) {}

  std::string workspace;
  std::string request_id;      // empty: none
  std::string request_digest;  // of the request without its id: tells it from any other
};

// What a request came to when it was done.
struct DoneRequest {
  store::StoredRequest request;
  store::Revision revision = 0;  // that it made
  absl::Time time;
};

// Returns what the scope's request came to, if it has an id and was done within its lifetime before `now`.
// INVALID_ARGUMENT "requestId: ...": another request was done with the id.
absl::StatusOr<std::optional<DoneRequest>> FindDone(const store::Snapshot& snapshot, const WriteScope& scope,
                                                    absl::Time now);

// Makes a write leave behind what its request came to, if that has an id; even one that writes nothing else.
void NoteRequest(const WriteScope& scope, std::vector<store::StoredRequest::Outcome> outcomes,
                 store::WriteSet& writes);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_WRITE_SCOPE_H_
