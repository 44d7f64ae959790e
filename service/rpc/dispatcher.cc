#include "service/rpc/dispatcher.h"

#include <grpc/support/log.h>

#include <utility>

namespace gainsay::rpc {
namespace {

void Drain(grpc::ServerCompletionQueue& queue) {
  void* tag = nullptr;
  bool ok = false;
  while (queue.Next(&tag, &ok)) static_cast<Event*>(tag)->Happened(ok);
}

}  // namespace

Dispatcher::Service::Service(Methods served) : methods(std::move(served)), raw(methods.service()) {
  const google::protobuf::ServiceDescriptor& service = methods.service();
  for (int i = 0; i < service.method_count(); ++i) workspaces.emplace_back(*service.method(i)->input_type());
}

Dispatcher::Dispatcher(CallGate& gate, const Limits& limits, Authenticate authenticate,
                       std::function<absl::Time()> now, MaskSources mask, std::vector<Methods> services)
    : limits_(limits),
      authenticate_(std::move(authenticate)),
      now_(std::move(now)),
      mask_(std::move(mask)),
      workers_(std::make_unique<Workers>(limits.workers)),
      streams_(std::make_unique<Workers>(limits.streams)),
      serving_{authenticate_, now_, mask_, gate, *workers_, *streams_} {
  for (Methods& methods : services) {
    GPR_ASSERT(static_cast<int>(methods.handlers().size()) == methods.service().method_count());
    services_.push_back(std::make_unique<Service>(std::move(methods)));
  }
}

Dispatcher::~Dispatcher() { Stop(); }

void Dispatcher::AddTo(grpc::ServerBuilder& builder) {
  for (const auto& service : services_) builder.RegisterService(&service->raw);
  for (int i = 0; i < limits_.queues; ++i) queues_.push_back(builder.AddCompletionQueue());
}

std::vector<std::string> Dispatcher::services() const {
  std::vector<std::string> names;
  for (const auto& service : services_) names.push_back(service->methods.service().full_name());
  return names;
}

void Dispatcher::Start() {
  for (const auto& queue : queues_) ServeOn(*queue);
  for (const auto& queue : queues_) threads_.emplace_back([&queue] { Drain(*queue); });
}

void Dispatcher::ServeOn(grpc::ServerCompletionQueue& queue) {
  for (const auto& service : services_) {
    for (const auto& [index, handler] : service->methods.handlers()) {
      const google::protobuf::MethodDescriptor& method = *service->methods.service().method(index);
      const WorkspaceField& workspace = service->workspaces[static_cast<size_t>(index)];
      if (const auto* unary = std::get_if<UnaryHandler>(&handler)) {
        UnaryCall::ServeAll({service->raw, method, workspace, *unary, serving_, queue});
      } else {
        StreamCall::ServeAll(
            {service->raw, method, workspace, std::get<StreamHandler>(handler), serving_, queue});
      }
    }
  }
}

void Dispatcher::Stop() {
  // Handlers must be able to answer until the last of them is done.
  streams_ = nullptr;
  workers_ = nullptr;
  for (const auto& queue : queues_) queue->Shutdown();
  for (std::thread& thread : threads_) thread.join();
  // A queue without a thread, of a server that did not start, must be empty before it goes.
  if (threads_.empty()) {
    for (const auto& queue : queues_) Drain(*queue);
  }
  threads_.clear();
  queues_.clear();
}

}  // namespace gainsay::rpc
