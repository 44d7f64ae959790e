#ifndef GAINSAY_SERVICE_INFERENCE_EMBEDDING_MODEL_H_
#define GAINSAY_SERVICE_INFERENCE_EMBEDDING_MODEL_H_

#include <string>
#include <vector>

#include "service/inference/served_model.h"

namespace gainsay::inference {

// A model that gives texts places near those that mean much the same. Thread-safe.
class EmbeddingModel {
 public:
  EmbeddingModel(const std::shared_ptr<grpc::Channel>& server, std::string name, AskingLimits limits,
                 std::function<absl::Time()> now);

  const std::string& name() const { return model_.name(); }

  // Returns how near each of some texts is to `text`: the cosine between their places, from -1 to 1; in no
  // longer than `patience`. Errors as ServedModel::Ask, of whichever text.
  absl::StatusOr<std::vector<double>> Nearness(const std::string& text, const std::vector<std::string>& texts,
                                               absl::Duration patience);

 private:
  ServedModel model_;
};

}  // namespace gainsay::inference

#endif  // GAINSAY_SERVICE_INFERENCE_EMBEDDING_MODEL_H_
