#include "tests/benchmark/check_workload.h"

#include <string_view>
#include <utility>

#include "gainsay/v1/comparison_service.pb.h"
#include "service/engine/checking.h"
#include "service/rpc/check_converter.h"
#include "service/rpc/claim_converter.h"
#include "service/rpc/comparison_converter.h"
#include "tests/benchmark/hot_questions.h"
#include "tests/benchmark/message_bytes.h"

namespace gainsay::benchmark {
namespace {

constexpr int kCandidatesPerQuestion = 4;
// What an answer has beside what is expected: its line, its revision, and since when.
constexpr size_t kMostBeside = 100;
// The tag of a varint that is field 1, or field 2.
constexpr uint64_t kAnswerLineTag = 1 << 3;
constexpr char kRequestLineTag = 2 << 3;

uint64_t LineOf(int64_t number) { return static_cast<uint64_t>(number) + 1; }

std::string ExpectedAnswer(const engine::CaseFile& file, const model::Claim& statement) {
  ledger::CheckedCandidate checked{.question = statement.question, .on_file = true};
  checked.answer = engine::Check(file, statement, {}, {}, false);
  v1::CheckClaimsResponse answer = rpc::CheckClaimsResponseToProto(checked);
  *answer.mutable_comparison() = rpc::ComparisonToProto(*checked.answer.comparison);
  answer.mutable_comparison()->clear_since();
  return answer.SerializeAsString();
}

}  // namespace

absl::StatusOr<std::unique_ptr<CheckWorkload>> CheckWorkload::Make(const Dataset& dataset,
                                                                   const LoadOptions& options) {
  const absl::StatusOr<std::vector<int64_t>> hot = HotQuestions(dataset, options);
  if (!hot.ok()) return hot.status();
  std::unique_ptr<CheckWorkload> workload(new CheckWorkload(options.seed));
  for (const int64_t index : *hot) {
    const engine::CaseFile file = dataset.CaseOf(index);
    for (int i = 0; i < kCandidatesPerQuestion; ++i) {
      v1::CheckClaimsRequest request;
      *request.mutable_candidate()->mutable_claim() = rpc::ClaimToProto(file.question.claims[i].record);
      const absl::StatusOr<model::Claim> statement = rpc::StatementFromProto(request.candidate().claim());
      if (!statement.ok()) return statement.status();
      workload->candidates_.push_back(
          {grpc::Slice(request.SerializeAsString()), ExpectedAnswer(file, *statement)});
    }
  }
  return workload;
}

const CheckWorkload::Candidate& CheckWorkload::Of(int64_t number) const {
  return candidates_[Pick(seed_, number, static_cast<int64_t>(candidates_.size()))];
}

grpc::ByteBuffer CheckWorkload::Request(int64_t number) const {
  // A message may be written in pieces: the candidate, which is shared, then its line.
  const grpc::Slice slices[] = {Of(number).request, grpc::Slice(kRequestLineTag + Varint(LineOf(number)))};
  return grpc::ByteBuffer(slices, 2);
}

bool CheckWorkload::IsRight(int64_t number, grpc::ByteBuffer& answer, bool fully) const {
  const std::string& expected = Of(number).answer;
  const size_t size = answer.Length();
  if (size < expected.size() || size > expected.size() + kMostBeside) return false;
  const std::string beginning = Beginning(answer, 16);
  std::string_view rest = beginning;
  if (TakeVarint(rest) != kAnswerLineTag || TakeVarint(rest) != LineOf(number)) return false;
  if (!fully) return true;
  v1::CheckClaimsResponse response;
  if (!Parse(answer, response) || response.revision() <= 0) return false;
  response.clear_line();
  response.clear_revision();
  response.mutable_comparison()->clear_since();
  return response.SerializeAsString() == expected;
}

}  // namespace gainsay::benchmark
