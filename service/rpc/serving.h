#ifndef GAINSAY_SERVICE_RPC_SERVING_H_
#define GAINSAY_SERVICE_RPC_SERVING_H_

#include <grpcpp/completion_queue.h>

#include "service/rpc/call_gate.h"
#include "service/rpc/raw_service.h"
#include "service/rpc/workers.h"

namespace gainsay::rpc {

// What serving a call takes, whatever its method.
struct Serving {
  CallGate& gate;
  Workers& workers;  // of unary calls
  Workers& streams;
};

// What the calls of one method that arrive on one queue have in common. All of it must outlive the queue.
template <class Handler>
struct Served {
  RawService& service;
  int method;  // its index in the service
  const Handler& handler;
  const Serving& serving;
  grpc::ServerCompletionQueue& queue;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SERVING_H_
