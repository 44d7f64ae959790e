#ifndef GAINSAY_SERVICE_RPC_RAW_SERVICE_H_
#define GAINSAY_SERVICE_RPC_RAW_SERVICE_H_

#include <google/protobuf/descriptor.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/async_stream.h>
#include <grpcpp/support/async_unary_call.h>
#include <grpcpp/support/byte_buffer.h>

#include <string>
#include <vector>

#include "service/rpc/event.h"

namespace gainsay::rpc {

using BytesResponder = grpc::ServerAsyncResponseWriter<grpc::ByteBuffer>;
using BytesStream = grpc::ServerAsyncReaderWriter<grpc::ByteBuffer, grpc::ByteBuffer>;

// The methods of a service, as gRPC is told of them: all of them asynchronous, their messages as bytes. What
// gRPC generates for a service does the same, with a class of its own for each method.
class RawService final : public grpc::Service {
 public:
  explicit RawService(const google::protobuf::ServiceDescriptor& service);

  // Asks for the next call of a method, by its index in the service; `arrived` happens on `queue` when it is
  // there. All but the queue must live until then.
  void RequestUnary(int method, grpc::ServerContext& context, grpc::ByteBuffer& request,
                    BytesResponder& responder, grpc::ServerCompletionQueue& queue, Event& arrived);
  // The same for a method with a stream in either direction, or both.
  void RequestStream(int method, grpc::ServerContext& context, BytesStream& stream,
                     grpc::ServerCompletionQueue& queue, Event& arrived);

 private:
  std::vector<std::string> paths_;  // gRPC keeps pointers into it
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_RAW_SERVICE_H_
