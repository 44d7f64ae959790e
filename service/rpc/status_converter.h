#ifndef GAINSAY_SERVICE_RPC_STATUS_CONVERTER_H_
#define GAINSAY_SERVICE_RPC_STATUS_CONVERTER_H_

#include <grpcpp/support/status.h>

#include <exception>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"

namespace gainsay::rpc {

// Returns what the client is told of `status`. Its details are a google.rpc.ErrorInfo (domain "gainsay";
// metadata "field" is the path that the message begins with, if it does) and, where it has something to say,
// a BadRequest (INVALID_ARGUMENT), PreconditionFailure (FAILED_PRECONDITION, ABORTED), ResourceInfo
// (NOT_FOUND, ALREADY_EXISTS: the record that the message names) or RetryInfo (UNAVAILABLE,
// RESOURCE_EXHAUSTED). What may hold stored paths or keys (DATA_LOSS, INTERNAL, RESOURCE_EXHAUSTED,
// UNAVAILABLE, UNKNOWN) is logged, and told in general words.
grpc::Status ToGrpcStatus(const absl::Status& status);

// What a call is told that comes, or would go on, while the server is draining: UNAVAILABLE.
absl::Status ServerDraining();

// What a stream is told whose caller may do other things now than when it began: UNAVAILABLE.
absl::Status CallerChanged();

// RESOURCE_EXHAUSTED, for a call that finds no thread to be served on.
absl::Status TooManyCalls();

// Returns what `handler` returns, a status or what may be one; INTERNAL if a library it uses throws.
template <class Result>
Result WithoutExceptions(absl::FunctionRef<Result()> handler) {
  try {
    return handler();
  } catch (const std::exception& thrown) {
    return absl::InternalError(thrown.what());
  }
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_STATUS_CONVERTER_H_
