#ifndef GAINSAY_SERVICE_RPC_SERVING_H_
#define GAINSAY_SERVICE_RPC_SERVING_H_

#include <google/protobuf/descriptor.h>
#include <grpcpp/completion_queue.h>

#include <functional>

#include "absl/time/time.h"
#include "service/rpc/call_gate.h"
#include "service/rpc/caller.h"
#include "service/rpc/raw_service.h"
#include "service/rpc/source_mask.h"
#include "service/rpc/workers.h"
#include "service/rpc/workspace_field.h"

namespace gainsay::rpc {

// What serving a call takes, whatever its method.
struct Serving {
  const Authenticate& authenticate;
  const std::function<absl::Time()>& now;
  const MaskSources& mask;
  CallGate& gate;
  Workers& workers;  // of unary calls
  Workers& streams;
};

// What the calls of one method that arrive on one queue have in common. All of it must outlive the queue.
template <class Handler>
struct Served {
  RawService& service;
  const google::protobuf::MethodDescriptor& method;
  const WorkspaceField& workspace;
  const Handler& handler;
  const Serving& serving;
  grpc::ServerCompletionQueue& queue;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SERVING_H_
