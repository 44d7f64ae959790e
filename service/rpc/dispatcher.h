#ifndef GAINSAY_SERVICE_RPC_DISPATCHER_H_
#define GAINSAY_SERVICE_RPC_DISPATCHER_H_

#include <grpcpp/server_builder.h>

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/time/time.h"
#include "service/rpc/call_gate.h"
#include "service/rpc/caller.h"
#include "service/rpc/methods.h"
#include "service/rpc/raw_service.h"
#include "service/rpc/serving.h"
#include "service/rpc/source_mask.h"
#include "service/rpc/workers.h"
#include "service/rpc/workspace_field.h"

namespace gainsay::rpc {

// Takes calls off completion queues, each with a thread of its own, and hands them to what serves their
// methods. In this order: what it is built with, Start once the server has started, Stop once the server has
// been shut down.
class Dispatcher {
 public:
  struct Limits {
    int queues = 2;
    // Calls that may be served at a time on threads of their own. Streams have theirs apart: a thousand
    // watches must not keep a question from being answered.
    size_t workers = 256;
    size_t streams = 1'024;
  };

  // Every method of `services` must be served. The gate must outlive the dispatcher. `now` is the clock;
  // `mask` tells what hides confidential sources in all that a caller is answered.
  Dispatcher(CallGate& gate, const Limits& limits, Authenticate authenticate, std::function<absl::Time()> now,
             MaskSources mask, std::vector<Methods> services);
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;
  ~Dispatcher();

  // Adds services and queues to a server to be built.
  void AddTo(grpc::ServerBuilder& builder);

  // The full names of the services.
  std::vector<std::string> services() const;

  void Start();

  // Returns when the last call is done with.
  void Stop();

 private:
  struct Service {
    explicit Service(Methods served);
    Methods methods;
    RawService raw;
    std::vector<WorkspaceField> workspaces;  // by the method's index
  };

  void ServeOn(grpc::ServerCompletionQueue& queue);

  const Limits limits_;
  const Authenticate authenticate_;
  const std::function<absl::Time()> now_;
  const MaskSources mask_;
  std::unique_ptr<Workers> workers_;
  std::unique_ptr<Workers> streams_;
  const Serving serving_;
  std::vector<std::unique_ptr<Service>> services_;
  std::vector<std::unique_ptr<grpc::ServerCompletionQueue>> queues_;
  std::vector<std::thread> threads_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_DISPATCHER_H_
