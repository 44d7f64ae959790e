#ifndef GAINSAY_SERVICE_RPC_AUTHORIZATION_H_
#define GAINSAY_SERVICE_RPC_AUTHORIZATION_H_

#include <google/protobuf/descriptor.h>
#include <grpcpp/support/byte_buffer.h>

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "service/rpc/caller.h"
#include "service/rpc/source_mask.h"
#include "service/rpc/workspace_field.h"

namespace gainsay::rpc {

// What a method asks of who calls it.
struct Access {
  std::string_view method;  // "gainsay.v1.LedgerService.GetTopic"
  Role role = Role::kAdmin;
  // Whether it shows who confidential sources are, and so asks for that role too.
  bool shows_sources = false;
  // Whether one who may write for some parties only may call it; what they write there is looked at.
  bool by_party = false;
};

// Every method that is served.
absl::Span<const Access> AccessTable();

// Returns OK if the caller may call a method in a workspace.
// PERMISSION_DENIED: they may not, or the table has no such method.
absl::Status CheckAccess(const Caller& caller, const google::protobuf::MethodDescriptor& method,
                         std::string_view workspace);

// The same in the workspace that `request` names; returns what hides confidential sources from the caller
// there. INVALID_ARGUMENT: it is no such message.
absl::StatusOr<std::optional<SourceMask>> Admit(const Caller& caller,
                                                const google::protobuf::MethodDescriptor& method,
                                                const WorkspaceField& workspace,
                                                const grpc::ByteBuffer& request, const MaskSources& mask);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_AUTHORIZATION_H_
