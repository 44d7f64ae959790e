#include "service/inference/embedding_model.h"

#include <cmath>
#include <numeric>
#include <utility>

namespace gainsay::inference {
namespace {

double Product(absl::Span<const float> a, absl::Span<const float> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

absl::Status CheckPlace(absl::Span<const float> row) {
  const double square = Product(row, row);
  if (!std::isfinite(square) || square == 0)
    return absl::InternalError("one of its embeddings has no direction");
  return absl::OkStatus();
}

}  // namespace

EmbeddingModel::EmbeddingModel(const std::shared_ptr<grpc::Channel>& server, std::string name,
                               AskingLimits limits, std::function<absl::Time()> now)
    : model_(server, std::move(name),
             {.inputs = {"text"}, .output = "embedding", .width = 0, .check = CheckPlace}, limits,
             std::move(now)) {}

absl::StatusOr<std::vector<double>> EmbeddingModel::Nearness(const std::string& text,
                                                             const std::vector<std::string>& texts,
                                                             absl::Duration patience) {
  std::vector<std::vector<std::string>> items = {{text}};
  for (const std::string& each : texts) items.push_back({each});
  const std::vector<absl::StatusOr<Row>> rows = model_.Ask(items, patience);
  for (const absl::StatusOr<Row>& row : rows) {
    if (!row.ok()) return row.status();
    if (row->values.size() != rows.front()->values.size()) {
      return absl::InternalError("its embeddings are of different sizes");
    }
  }
  const std::vector<float>& own = rows.front()->values;
  std::vector<double> nearness;
  for (size_t i = 1; i < rows.size(); ++i) {
    const std::vector<float>& other = rows[i]->values;
    nearness.push_back(Product(own, other) / std::sqrt(Product(own, own) * Product(other, other)));
  }
  return nearness;
}

}  // namespace gainsay::inference
