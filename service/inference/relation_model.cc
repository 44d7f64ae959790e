#include "service/inference/relation_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gainsay::inference {
namespace {

// The order of the probabilities in a row.
constexpr model::RelationKind kOrder[] = {model::RelationKind::kEntails, model::RelationKind::kContradicts,
                                          model::RelationKind::kNeutral};

// What a sum of three 32-bit probabilities may be off by, and a little for models that were quantised.
constexpr float kSlack = 0.01F;

absl::Status CheckProbabilities(absl::Span<const float> row) {
  float sum = 0;
  for (const float probability : row) {
    if (!(probability >= -kSlack && probability <= 1 + kSlack)) {
      return absl::InternalError("one of its probabilities is none");
    }
    sum += probability;
  }
  if (std::abs(sum - 1) > kSlack) return absl::InternalError("its probabilities do not add up to 1");
  return absl::OkStatus();
}

Role RelationRole() {
  return {.inputs = {"premise", "hypothesis"},
          .output = "probabilities",
          .width = std::size(kOrder),
          .check = CheckProbabilities};
}

}  // namespace

std::optional<model::RelationKind> Judgement::kind() const {
  return probability >= kLeastProbability ? std::optional(likeliest) : std::nullopt;
}

RelationModel::RelationModel(const std::shared_ptr<grpc::Channel>& server, std::string name,
                             AskingLimits limits, std::function<absl::Time()> now)
    : model_(server, std::move(name), RelationRole(), limits, std::move(now)) {}

std::vector<absl::StatusOr<Judgement>> RelationModel::Judge(const std::vector<TextPair>& pairs,
                                                            absl::Duration patience) {
  std::vector<std::vector<std::string>> items;
  for (const TextPair& pair : pairs) items.push_back({pair.premise, pair.hypothesis});
  std::vector<absl::StatusOr<Judgement>> judgements;
  for (absl::StatusOr<Row>& row : model_.Ask(items, patience)) {
    if (!row.ok()) {
      judgements.emplace_back(row.status());
      continue;
    }
    const auto best = std::max_element(row->values.begin(), row->values.end());
    judgements.emplace_back(Judgement{kOrder[best - row->values.begin()], std::clamp<double>(*best, 0, 1),
                                      std::move(row->version)});
  }
  return judgements;
}

}  // namespace gainsay::inference
