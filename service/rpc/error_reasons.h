#ifndef GAINSAY_SERVICE_RPC_ERROR_REASONS_H_
#define GAINSAY_SERVICE_RPC_ERROR_REASONS_H_

#include <string_view>

#include "absl/status/status.h"

namespace gainsay::rpc {

// Why a call is refused, as programs are told: the rows of docs/errors.md. A reason never changes its
// meaning.
struct ErrorReason {
  absl::StatusCode code;
  const char* reason;
  bool retry;                       // the same call may succeed later
  std::string_view public_message;  // what people are told, where the status's own message is not for them
};

inline constexpr ErrorReason kServerDraining = {absl::StatusCode::kUnavailable, "SERVER_DRAINING", true,
                                                "the server is draining; retry with backoff"};

inline constexpr ErrorReason kCallerChanged = {absl::StatusCode::kUnavailable, "CALLER_CHANGED", true,
                                               "what the caller may do has changed; call again"};
inline constexpr ErrorReason kTooManyCalls = {absl::StatusCode::kResourceExhausted, "TOO_MANY_CALLS", true,
                                              "too many calls are being served; retry with backoff"};

// The first of a code is what its statuses mean; the last, what those of every other code do.
inline constexpr ErrorReason kErrorReasons[] = {
    {absl::StatusCode::kInvalidArgument, "INVALID_FIELD", false, ""},
    {absl::StatusCode::kUnauthenticated, "NOT_AUTHENTICATED", false, ""},
    {absl::StatusCode::kPermissionDenied, "NOT_PERMITTED", false, ""},
    {absl::StatusCode::kNotFound, "NOT_ON_FILE", false, ""},
    {absl::StatusCode::kAlreadyExists, "NAME_TAKEN", false, ""},
    {absl::StatusCode::kFailedPrecondition, "STATE_FORBIDS", false, ""},
    {absl::StatusCode::kAborted, "CHANGED_MEANWHILE", false, ""},
    {absl::StatusCode::kOutOfRange, "REVISION_NOT_MADE", false, ""},
    {absl::StatusCode::kDeadlineExceeded, "DEADLINE_EXCEEDED", false, ""},
    {absl::StatusCode::kCancelled, "CANCELLED", false, ""},
    {absl::StatusCode::kUnimplemented, "UNIMPLEMENTED", false, ""},
    {absl::StatusCode::kResourceExhausted, "LIMIT_MET", true, "a limit is met, or the disk is full"},
    kTooManyCalls,
    {absl::StatusCode::kUnavailable, "STORE_UNAVAILABLE", true,
     "the store cannot be reached; retry with backoff"},
    kServerDraining,
    kCallerChanged,
    {absl::StatusCode::kDataLoss, "STORED_BYTES_DAMAGED", false,
     "stored bytes are damaged; the server's log says where"},
    {absl::StatusCode::kInternal, "INTERNAL", false, "internal error; the server's log says more"},
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_ERROR_REASONS_H_
