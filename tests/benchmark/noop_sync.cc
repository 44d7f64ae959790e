#include <string>

#include "tests/benchmark/noop.grpc.pb.h"
#include "tests/benchmark/noop_service.h"

namespace gainsay::benchmark {
namespace {

class SyncNoOp final : public NoOpService, public NoOp::Service {
 public:
  explicit SyncNoOp(const NoOpOptions& options)
      : work_(options.work), payload_(options.response_bytes, 'x') {}

  void Register(grpc::ServerBuilder& builder) override { builder.RegisterService(this); }

  grpc::Status Call(grpc::ServerContext*, const NoOpRequest*, NoOpResponse* response) override {
    work_.Do();
    response->set_payload(payload_);
    return grpc::Status::OK;
  }

  grpc::Status Calls(grpc::ServerContext*,
                     grpc::ServerReaderWriter<NoOpResponse, NoOpRequest>* stream) override {
    NoOpRequest request;
    NoOpResponse response;
    while (stream->Read(&request)) {
      work_.Do();
      response.set_payload(payload_);
      if (!stream->Write(response)) break;
    }
    return grpc::Status::OK;
  }

 private:
  const Work work_;
  const std::string payload_;
};

}  // namespace

std::unique_ptr<NoOpService> MakeSyncNoOp(const NoOpOptions& options) {
  return std::make_unique<SyncNoOp>(options);
}

}  // namespace gainsay::benchmark
