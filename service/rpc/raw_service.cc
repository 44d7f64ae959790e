#include "service/rpc/raw_service.h"

#include <grpcpp/impl/rpc_service_method.h>

namespace gainsay::rpc {

RawService::RawService(const google::protobuf::ServiceDescriptor& service) {
  using grpc::internal::RpcMethod;
  for (int i = 0; i < service.method_count(); ++i) {
    paths_.push_back("/" + service.full_name() + "/" + service.method(i)->name());
  }
  for (int i = 0; i < service.method_count(); ++i) {
    const google::protobuf::MethodDescriptor& method = *service.method(i);
    // A stream in one direction is one in both of which the other has a single message.
    const bool streams = method.client_streaming() || method.server_streaming();
    AddMethod(new grpc::internal::RpcServiceMethod(
        paths_[static_cast<size_t>(i)].c_str(), streams ? RpcMethod::BIDI_STREAMING : RpcMethod::NORMAL_RPC,
        nullptr));
    MarkMethodRaw(i);
  }
}

void RawService::RequestUnary(int method, grpc::ServerContext& context, grpc::ByteBuffer& request,
                              BytesResponder& responder, grpc::ServerCompletionQueue& queue, Event& arrived) {
  RequestAsyncUnary(method, &context, &request, &responder, &queue, &queue, &arrived);
}

void RawService::RequestStream(int method, grpc::ServerContext& context, BytesStream& stream,
                               grpc::ServerCompletionQueue& queue, Event& arrived) {
  RequestAsyncBidiStreaming(method, &context, &stream, &queue, &queue, &arrived);
}

}  // namespace gainsay::rpc
