#ifndef GAINSAY_SERVICE_RPC_WORKSPACE_FIELD_H_
#define GAINSAY_SERVICE_RPC_WORKSPACE_FIELD_H_

#include <google/protobuf/descriptor.h>
#include <grpcpp/support/byte_buffer.h>

#include <optional>
#include <string>
#include <vector>

namespace gainsay::rpc {

// Where the requests of one method name their workspace: in a field "workspace" of their own, or of their
// "options". It is read off a request's bytes, so that who may not ask is told so before anything is made of
// the request.
class WorkspaceField {
 public:
  // A request that has no such field is a mistake, and ends the program.
  explicit WorkspaceField(const google::protobuf::Descriptor& request);

  // Returns the workspace that a request names, "default" for none; nothing if the bytes are no message. The
  // same that parsing them gives.
  std::optional<std::string> In(const grpc::ByteBuffer& request) const;

 private:
  std::vector<int> path_;  // numbers of fields, from the request down
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_WORKSPACE_FIELD_H_
