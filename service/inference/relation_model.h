#ifndef GAINSAY_SERVICE_INFERENCE_RELATION_MODEL_H_
#define GAINSAY_SERVICE_INFERENCE_RELATION_MODEL_H_

#include <optional>
#include <string>
#include <vector>

#include "service/inference/served_model.h"
#include "service/model/records.h"

namespace gainsay::inference {

// Two texts: does the second follow from the first?
struct TextPair {
  std::string premise;
  std::string hypothesis;
};

// A model's word on how the first text of a pair relates to the second.
struct Judgement {
  model::RelationKind likeliest = model::RelationKind::kNeutral;
  double probability = 0;  // of that
  std::string version;     // of the model

  // What it comes to; nothing: the likeliest is not likely enough.
  std::optional<model::RelationKind> kind() const;
};

// How likely a model must find a relation for it to be its word.
inline constexpr double kLeastProbability = 0.8;

// A model that says whether one text entails another, contradicts it, or neither. Thread-safe.
class RelationModel {
 public:
  RelationModel(const std::shared_ptr<grpc::Channel>& server, std::string name, AskingLimits limits,
                std::function<absl::Time()> now);

  const std::string& name() const { return model_.name(); }

  // Returns the model's word on each pair, in no longer than `patience`. Errors as ServedModel::Ask.
  std::vector<absl::StatusOr<Judgement>> Judge(const std::vector<TextPair>& pairs, absl::Duration patience);

 private:
  ServedModel model_;
};

}  // namespace gainsay::inference

#endif  // GAINSAY_SERVICE_INFERENCE_RELATION_MODEL_H_
