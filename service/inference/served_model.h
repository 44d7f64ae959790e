#ifndef GAINSAY_SERVICE_INFERENCE_SERVED_MODEL_H_
#define GAINSAY_SERVICE_INFERENCE_SERVED_MODEL_H_

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "service/inference/circuit_breaker.h"
#include "service/inference/open_inference.grpc.pb.h"
#include "service/inference/recent_rows.h"

namespace gainsay::inference {

// How a model is asked.
struct AskingLimits {
  absl::Duration deadline = absl::Seconds(2);  // of a call
  size_t batch = 64;                           // items in a call
  size_t kept = 10'000;                        // rows
  CircuitBreaker::Limits breaker;
};

// What a model is for: what goes in and what comes out.
struct Role {
  std::vector<std::string> inputs;  // names of tensors [n] of texts
  std::string output;               // name of a tensor [n, width] of FP32
  size_t width = 0;                 // 0: any but that
  // Whether a row may be one of this role's. INTERNAL: it may not.
  absl::Status (*check)(absl::Span<const float> row) = nullptr;
};

// A row of numbers that a model gave for an item, and the version that gave it.
struct Row {
  std::vector<float> values;
  std::string version;
};

// A model behind an Open Inference server. What it answers is checked before it is believed; an item that it
// has answered lately is not sent again. Thread-safe.
class ServedModel {
 public:
  // `now` only says how long to leave a failing server alone and how old what is known of its version is.
  ServedModel(const std::shared_ptr<grpc::Channel>& server, std::string name, Role role, AskingLimits limits,
              std::function<absl::Time()> now);

  const std::string& name() const { return name_; }

  // Returns a row for each item, which has a text for each of the role's inputs; as many items in a call as
  // the limits allow. Takes no longer than `patience`. Every error of an item means that there is no answer,
  // and says why in words that may follow a colon: DEADLINE_EXCEEDED, UNAVAILABLE: none came. INTERNAL: what
  // came is none.
  std::vector<absl::StatusOr<Row>> Ask(const std::vector<std::vector<std::string>>& items,
                                       absl::Duration patience);

 private:
  using Items = std::vector<const std::vector<std::string>*>;

  // The version to ask for, and to keep answers by.
  absl::StatusOr<std::string> Version(absl::Duration patience);
  absl::StatusOr<std::vector<Row>> Infer(const Items& items, const std::string& version,
                                         absl::Duration patience);
  // Makes a call, unless the breaker is open, and tells it of a failure; of a success the caller does.
  absl::Status Call(absl::Duration patience, absl::FunctionRef<absl::Status(grpc::ClientContext&)> call);
  ::inference::ModelInferRequest RequestFor(const Items& items, const std::string& version) const;

  const std::unique_ptr<::inference::GRPCInferenceService::Stub> stub_;
  const std::string name_;
  const Role role_;
  const AskingLimits limits_;
  const std::function<absl::Time()> now_;
  CircuitBreaker breaker_;
  RecentRows recent_;

  absl::Mutex mutex_;
  std::optional<std::string> version_ ABSL_GUARDED_BY(mutex_);
  absl::Time version_known_at_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace gainsay::inference

#endif  // GAINSAY_SERVICE_INFERENCE_SERVED_MODEL_H_
