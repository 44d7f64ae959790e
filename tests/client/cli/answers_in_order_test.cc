#include "client/cli/answers_in_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gainsay::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AnswersInOrderTest : public ::testing::Test {
 protected:
  static v1::Candidate Candidate(const std::string& text) {
    v1::Candidate candidate;
    candidate.set_text(text);
    return candidate;
  }
  static v1::CheckClaimsResponse Answer(int64_t line) {
    v1::CheckClaimsResponse answer;
    answer.set_line(line);
    answer.set_label(v1::LABEL_SUPPORTED);
    return answer;
  }

  std::vector<std::string> told_;
  AnswersInOrder answers_{[this](const v1::Candidate& candidate, const v1::CheckClaimsResponse& answer) {
    told_.push_back(std::to_string(answer.line()) + candidate.text() + answer.error().field());
  }};
};

TEST_F(AnswersInOrderTest, AnAnswerIsToldWithItsCandidateAtOnce) {
  answers_.Await(Candidate("a"));
  answers_.Await(Candidate("b"));
  answers_.Take(Answer(1));
  EXPECT_THAT(told_, ElementsAre("1a"));
}

TEST_F(AnswersInOrderTest, ALineThatIsNotSentIsToldAtOnceIfNothingIsAwaited) {
  answers_.Refuse(1, absl::InvalidArgumentError("claim.clam: unknown field"));
  EXPECT_THAT(told_, ElementsAre("1claim.clam"));
  EXPECT_EQ(answers_.errors(), 1);
}

TEST_F(AnswersInOrderTest, ALineThatIsNotSentWaitsForThoseBeforeIt) {
  answers_.Await(Candidate("a"));
  answers_.Refuse(2, absl::InvalidArgumentError("no"));
  answers_.Await(Candidate("c"));
  answers_.Refuse(4, absl::InvalidArgumentError("no"));
  EXPECT_THAT(told_, IsEmpty());
  answers_.Take(Answer(1));
  EXPECT_THAT(told_, ElementsAre("1a", "2"));
  answers_.Take(Answer(3));
  EXPECT_THAT(told_, ElementsAre("1a", "2", "3c", "4"));
  EXPECT_EQ(answers_.told(), 4);
  EXPECT_EQ(answers_.errors(), 2);
}

TEST_F(AnswersInOrderTest, ServersErrorsAreCountedToo) {
  answers_.Await(Candidate("a"));
  v1::CheckClaimsResponse answer;
  answer.mutable_error()->set_code("INVALID_ARGUMENT");
  answers_.Take(answer);
  EXPECT_EQ(answers_.errors(), 1);
}

// What is told of an error that was found here.
v1::CheckError ErrorOf(const std::string& message) {
  v1::CheckError error;
  AnswersInOrder answers(
      [&error](const v1::Candidate&, const v1::CheckClaimsResponse& answer) { error = answer.error(); });
  answers.Refuse(1, absl::InvalidArgumentError(message));
  return error;
}

TEST(AnswersInOrderErrorTest, APathIsToldApartFromTheMessage) {
  EXPECT_EQ(ErrorOf("claim.polarity: \"YES\" is not one of: A").field(), "claim.polarity");
  EXPECT_EQ(ErrorOf("claim.polarity: \"YES\" is not one of: A").message(), "\"YES\" is not one of: A");
  EXPECT_EQ(ErrorOf("column 17: not JSON").field(), "");
  EXPECT_EQ(ErrorOf("column 17: not JSON").message(), "column 17: not JSON");
  EXPECT_EQ(ErrorOf("no").message(), "no");
  EXPECT_EQ(ErrorOf("no").code(), "INVALID_ARGUMENT");
}

}  // namespace
}  // namespace gainsay::cli
