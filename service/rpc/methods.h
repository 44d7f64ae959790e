#ifndef GAINSAY_SERVICE_RPC_METHODS_H_
#define GAINSAY_SERVICE_RPC_METHODS_H_

#include <google/protobuf/descriptor.h>

#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/status/status.h"
#include "service/rpc/call.h"
#include "service/rpc/message_bytes.h"
#include "service/rpc/message_stream.h"
#include "service/rpc/stream_call.h"
#include "service/rpc/unary_call.h"

namespace gainsay::rpc {

// What serves the methods of one service.
class Methods {
 public:
  // A service whose methods are not served yet; all must be by the time it is.
  explicit Methods(const google::protobuf::ServiceDescriptor& service) : service_(&service) {}

  // Serves a method of one message each way, on a thread of its own.
  template <class Request, class Response>
  void Serve(std::string_view method,
             std::function<absl::Status(const Call&, const Request&, Response&)> handler) {
    ServeArriving(method, [handler = std::move(handler)](UnaryCall& call) {
      call.Work([&call, &handler]() -> absl::StatusOr<grpc::ByteBuffer> {
        Request request;
        Response response;
        absl::Status status = ParseBytes(call.request(), request);
        if (status.ok()) status = handler(call, request, response);
        if (!status.ok()) return status;
        return BytesOf(response);
      });
    });
  }

  // Serves a method of one message each way on the thread on which calls arrive, which others wait for: the
  // handler must be quick, or go on elsewhere.
  void ServeArriving(std::string_view method, UnaryHandler handler) {
    handlers_[IndexOf(method)] = std::move(handler);
  }

  // Serves a method with a stream in either direction, or both, on a thread of its own.
  template <class Request, class Response>
  void ServeStream(std::string_view method,
                   std::function<absl::Status(Call&, MessageStream<Request, Response>&)> handler) {
    handlers_[IndexOf(method)] = [handler = std::move(handler)](StreamCall& call) {
      MessageStream<Request, Response> stream(call);
      const absl::Status status = handler(call, stream);
      return stream.malformed().ok() ? status : stream.malformed();
    };
  }

  const google::protobuf::ServiceDescriptor& service() const { return *service_; }

  // By the method's index in the service.
  using Handler = std::variant<UnaryHandler, StreamHandler>;
  const std::map<int, Handler>& handlers() const { return handlers_; }

 private:
  int IndexOf(std::string_view method) const;

  const google::protobuf::ServiceDescriptor* service_;
  std::map<int, Handler> handlers_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_METHODS_H_
