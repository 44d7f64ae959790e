#ifndef GAINSAY_SERVICE_INFERENCE_MODELS_H_
#define GAINSAY_SERVICE_INFERENCE_MODELS_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "service/inference/embedding_model.h"
#include "service/inference/relation_model.h"

namespace gainsay::inference {

// Which models to ask, and where.
struct ModelOptions {
  std::string server;    // HOST:PORT; empty: none is asked
  std::string relation;  // name of the model for that role; empty: none
  std::string embed;
  absl::Duration deadline = absl::Seconds(2);
};

// The models that this service asks; null: no model has the role.
struct Models {
  std::unique_ptr<RelationModel> relation;
  std::unique_ptr<EmbeddingModel> embed;
};

// Returns the models of some options. Connects when one is first asked: a server that is not there, or goes
// and comes back, is no error here.
Models ModelsFor(const ModelOptions& options, const std::function<absl::Time()>& now);

}  // namespace gainsay::inference

#endif  // GAINSAY_SERVICE_INFERENCE_MODELS_H_
