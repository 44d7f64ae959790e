#include "tests/benchmark/compare_workload.h"

#include <string_view>

#include "gainsay/v1/comparison_service.pb.h"
#include "service/engine/compare.h"
#include "service/rpc/comparison_converter.h"
#include "tests/benchmark/hot_questions.h"
#include "tests/benchmark/message_bytes.h"

namespace gainsay::benchmark {
namespace {

// What an answer has beside the comparison: since when, the policy, the revision.
constexpr size_t kMostBeside = 200;
// Holds the policy, and the question of the comparison.
constexpr size_t kBeginning = 300;

std::string ExpectedComparison(const engine::CaseFile& file) {
  v1::Comparison comparison = rpc::ComparisonToProto(engine::Compare(file, {}, {}, false));
  comparison.clear_since();
  return comparison.SerializeAsString();
}

// Whether an answer's comparison, which may be cut short, is of that question. The question is its first
// field.
bool IsAbout(const std::string& question, const grpc::ByteBuffer& answer) {
  const std::string beginning = Beginning(answer, kBeginning);
  std::string_view comparison = FieldOf(beginning, v1::CompareQuestionResponse::kComparisonsFieldNumber);
  return FieldOf(comparison, v1::Comparison::kQuestionFieldNumber) == question;
}

}  // namespace

absl::StatusOr<std::unique_ptr<CompareWorkload>> CompareWorkload::Make(const Dataset& dataset,
                                                                       const LoadOptions& options) {
  const absl::StatusOr<std::vector<int64_t>> hot = HotQuestions(dataset, options);
  if (!hot.ok()) return hot.status();
  std::unique_ptr<CompareWorkload> workload(new CompareWorkload(options.seed));
  for (const int64_t index : *hot) {
    v1::CompareQuestionRequest request;
    request.set_question(dataset.QuestionName(index));
    workload->questions_.push_back({request.question(), BytesOf(request.SerializeAsString()),
                                    ExpectedComparison(dataset.CaseOf(index))});
  }
  return workload;
}

const CompareWorkload::Question& CompareWorkload::Of(int64_t number) const {
  return questions_[Pick(seed_, number, static_cast<int64_t>(questions_.size()))];
}

grpc::ByteBuffer CompareWorkload::Request(int64_t number) const { return Of(number).request; }

bool CompareWorkload::IsRight(int64_t number, grpc::ByteBuffer& answer, bool fully) const {
  const Question& question = Of(number);
  const size_t size = answer.Length();
  if (size < question.comparison.size() || size > question.comparison.size() + kMostBeside) return false;
  if (!IsAbout(question.name, answer)) return false;
  if (!fully) return true;
  v1::CompareQuestionResponse response;
  if (!Parse(answer, response) || response.comparisons_size() != 1 || response.revision() <= 0) return false;
  response.mutable_comparisons(0)->clear_since();
  return response.comparisons(0).SerializeAsString() == question.comparison;
}

}  // namespace gainsay::benchmark
