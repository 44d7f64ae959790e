#include "tests/benchmark/workload.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

#include "gainsay/v1/comparison_service.pb.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/engine/checking.h"
#include "service/engine/compare.h"
#include "service/rpc/check_converter.h"
#include "service/rpc/claim_converter.h"
#include "service/rpc/comparison_converter.h"
#include "tests/benchmark/check_workload.h"
#include "tests/benchmark/compare_workload.h"
#include "tests/benchmark/dataset.h"
#include "tests/benchmark/hot_questions.h"
#include "tests/benchmark/message_bytes.h"
#include "tests/benchmark/record_workload.h"
#include "tests/support/status_matchers.h"

namespace gainsay::benchmark {
namespace {

constexpr int64_t kClaims = 3'000;

LoadOptions Options() {
  LoadOptions options;
  options.claims = kClaims;
  options.question_claims = 0;
  return options;
}

// The index of the question that a request names.
int64_t IndexOf(const Dataset& data, const std::string& question) {
  for (int64_t index = 0; index < data.questions(); ++index) {
    if (data.QuestionName(index) == question) return index;
  }
  return -1;
}

bool IsRight(const Workload& workload, const google::protobuf::MessageLite& answer, bool fully) {
  grpc::ByteBuffer bytes = BytesOf(answer.SerializeAsString());
  return workload.IsRight(0, bytes, fully);
}

class CompareWorkloadTest : public ::testing::Test {
 protected:
  CompareWorkloadTest() : workload_(*CompareWorkload::Make(data_, Options())) {
    v1::CompareQuestionRequest request;
    grpc::ByteBuffer bytes = workload_->Request(0);
    EXPECT_TRUE(Parse(bytes, request));
    asked_ = IndexOf(data_, request.question());
  }

  v1::CompareQuestionResponse AnswerFor(int64_t index) const {
    v1::CompareQuestionResponse answer;
    const engine::Comparison comparison = engine::Compare(data_.CaseOf(index), {}, {}, false);
    *answer.add_comparisons() = rpc::ComparisonToProto(comparison);
    answer.mutable_policy()->set_min_sides(2);
    answer.set_revision(1'234);
    return answer;
  }

  const Dataset data_{{.claims = kClaims}};
  const std::unique_ptr<CompareWorkload> workload_;
  int64_t asked_ = -1;
};

TEST_F(CompareWorkloadTest, TheEnginesAnswerIsRight) {
  EXPECT_TRUE(IsRight(*workload_, AnswerFor(asked_), false));
  EXPECT_TRUE(IsRight(*workload_, AnswerFor(asked_), true));
}

TEST_F(CompareWorkloadTest, AnotherQuestionsAnswerIsWrongAtAGlance) {
  v1::CompareQuestionResponse answer = AnswerFor(asked_);
  std::string& name = *answer.mutable_comparisons(0)->mutable_question();
  name.back() = name.back() == '1' ? '2' : '1';
  EXPECT_FALSE(IsRight(*workload_, answer, false));
}

TEST_F(CompareWorkloadTest, AnAnswerWithoutAClaimIsWrongAtAGlance) {
  v1::CompareQuestionResponse answer = AnswerFor(asked_);
  answer.mutable_comparisons(0)->mutable_positions(0)->mutable_supporters()->RemoveLast();
  EXPECT_FALSE(IsRight(*workload_, answer, false));
}

TEST_F(CompareWorkloadTest, AnAnswerWithAnotherStatusIsWrongOnceParsed) {
  v1::CompareQuestionResponse answer = AnswerFor(asked_);
  answer.mutable_comparisons(0)->set_status(v1::STATUS_INDETERMINATE);
  EXPECT_FALSE(IsRight(*workload_, answer, true));
}

TEST_F(CompareWorkloadTest, NothingIsNoAnswer) {
  EXPECT_FALSE(IsRight(*workload_, v1::CompareQuestionResponse(), false));
}

TEST(CheckWorkloadTest, AnAnswerIsRightOnItsLineOnly) {
  const Dataset data({.claims = kClaims});
  const auto workload = CheckWorkload::Make(data, Options());
  ASSERT_THAT(workload, testing::IsOk());
  v1::CheckClaimsRequest request;
  grpc::ByteBuffer bytes = (*workload)->Request(0);
  ASSERT_TRUE(Parse(bytes, request));
  ASSERT_EQ(request.line(), 1);
  const model::Claim statement = *rpc::StatementFromProto(request.candidate().claim());
  ledger::CheckedCandidate checked{.question = statement.question, .on_file = true, .revision = 7};
  checked.answer = engine::Check(data.CaseOf(IndexOf(data, statement.question)), statement, {}, {}, false);
  v1::CheckClaimsResponse answer = rpc::CheckClaimsResponseToProto(checked);
  *answer.mutable_comparison() = rpc::ComparisonToProto(*checked.answer.comparison);
  answer.set_line(1);
  EXPECT_TRUE(IsRight(**workload, answer, true));
  answer.set_line(2);
  EXPECT_FALSE(IsRight(**workload, answer, false));
}

TEST(RecordWorkloadTest, EveryRequestIsAClaimOfItsOwn) {
  const Dataset data({.claims = kClaims});
  const RecordWorkload workload(data, Options());
  std::set<std::string> texts;
  for (int64_t number = 0; number < 1'000; ++number) {
    v1::RecordClaimsRequest request;
    grpc::ByteBuffer bytes = workload.Request(number);
    ASSERT_TRUE(Parse(bytes, request));
    EXPECT_THAT(rpc::ClaimFromProto(request.claims(0)), testing::IsOk());
    EXPECT_TRUE(texts.insert(request.claims(0).text()).second);
  }
}

TEST(RecordWorkloadTest, AClaimThatWasOnFileIsNoRightAnswer) {
  const Dataset data({.claims = kClaims});
  const RecordWorkload workload(data, Options());
  v1::RecordClaimsRequest request;
  grpc::ByteBuffer bytes = workload.Request(0);
  ASSERT_TRUE(Parse(bytes, request));
  v1::RecordClaimsResponse answer;
  answer.set_revision(1);
  answer.add_results()->set_name(request.claims(0).question() + "/claims/made");
  EXPECT_TRUE(IsRight(workload, answer, true));
  answer.mutable_results(0)->set_existed(true);
  EXPECT_FALSE(IsRight(workload, answer, true));
}

}  // namespace
}  // namespace gainsay::benchmark
