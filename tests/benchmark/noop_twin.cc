#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "service/rpc/call_gate.h"
#include "service/rpc/dispatcher.h"
#include "tests/benchmark/noop_answer.h"
#include "tests/benchmark/noop_service.h"

namespace gainsay::benchmark {
namespace {

// Served as gainsayd serves its methods.
class TwinNoOp final : public NoOpService {
 public:
  explicit TwinNoOp(const NoOpOptions& options)
      : work_(options.work),
        answer_(NoOpAnswer(options.response_bytes)),
        dispatcher_(
            gate_, {.queues = options.queues, .workers = 512}, rpc::TrustEveryone(),
            [] { return absl::Now(); }, [](const rpc::Caller&, std::string_view) { return std::nullopt; },
            Services()) {}

  void Register(grpc::ServerBuilder& builder) override { dispatcher_.AddTo(builder); }
  void Start() override { dispatcher_.Start(); }
  void Stop() override { dispatcher_.Stop(); }

 private:
  std::vector<rpc::Methods> Services() {
    rpc::Methods methods(*NoOpRequest::descriptor()->file()->service(0));
    methods.ServeArriving("Call", [this](rpc::UnaryCall& call) {
      work_.Do();
      call.Finish(answer_);
    });
    methods.ServeStream<NoOpRequest, NoOpResponse>(
        "Calls", [this](rpc::Call&, rpc::MessageStream<NoOpRequest, NoOpResponse>& stream) {
          NoOpRequest request;
          NoOpResponse response;
          response.set_payload(std::string(answer_.Length(), 'x'));
          while (stream.Read(request)) {
            work_.Do();
            if (!stream.Write(response)) break;
          }
          return absl::OkStatus();
        });
    std::vector<rpc::Methods> services;
    services.push_back(std::move(methods));
    return services;
  }

  const Work work_;
  const grpc::ByteBuffer answer_;
  rpc::CallGate gate_;
  rpc::Dispatcher dispatcher_;
};

}  // namespace

std::unique_ptr<NoOpService> MakeTwinNoOp(const NoOpOptions& options) {
  return std::make_unique<TwinNoOp>(options);
}

}  // namespace gainsay::benchmark
