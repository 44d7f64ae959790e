#ifndef GAINSAY_SERVICE_RPC_WRITING_H_
#define GAINSAY_SERVICE_RPC_WRITING_H_

#include <google/protobuf/message.h>

#include <string>

#include "absl/status/statusor.h"
#include "service/ledger/write_scope.h"

namespace gainsay::rpc {

// Begins to serve a writing request: returns where it writes, and what it is known by if it is sent again.
// INVALID_ARGUMENT: the workspace or the request's id is malformed.
absl::StatusOr<ledger::WriteScope> WriteScopeFromProto(const std::string& workspace,
                                                       const std::string& request_id,
                                                       const google::protobuf::Message& request);
template <class Request>
absl::StatusOr<ledger::WriteScope> BeginWrite(const Request& request) {
  return WriteScopeFromProto(request.workspace(), request.request_id(), request);
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_WRITING_H_
