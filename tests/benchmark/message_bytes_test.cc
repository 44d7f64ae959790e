#include "tests/benchmark/message_bytes.h"

#include <gtest/gtest.h>

#include <string>

#include "gainsay/v1/comparison_service.pb.h"

namespace gainsay::benchmark {
namespace {

using v1::CompareQuestionResponse;

// An answer whose comparison comes last.
std::string Answer() {
  CompareQuestionResponse first;
  first.set_revision(1'234'567);
  first.mutable_policy()->set_min_sides(2);
  CompareQuestionResponse last;
  last.add_comparisons()->set_question("topics/t/questions/q");
  return first.SerializeAsString() + last.SerializeAsString();
}

TEST(MessageBytesTest, AFieldIsFoundBehindOthers) {
  const std::string answer = Answer();
  const std::string_view comparison = FieldOf(answer, CompareQuestionResponse::kComparisonsFieldNumber);
  EXPECT_EQ(FieldOf(comparison, v1::Comparison::kQuestionFieldNumber), "topics/t/questions/q");
}

TEST(MessageBytesTest, AFieldThatIsNotThereIsNothing) {
  EXPECT_EQ(FieldOf(Answer(), CompareQuestionResponse::kReadTimesFieldNumber), "");
  EXPECT_EQ(FieldOf("", CompareQuestionResponse::kComparisonsFieldNumber), "");
}

TEST(MessageBytesTest, OfAFieldThatIsCutShortThereIsWhatThereIs) {
  std::string answer = Answer();
  answer.resize(answer.size() - 5);
  const std::string_view comparison = FieldOf(answer, CompareQuestionResponse::kComparisonsFieldNumber);
  EXPECT_EQ(FieldOf(comparison, v1::Comparison::kQuestionFieldNumber), "topics/t/questi");
}

TEST(MessageBytesTest, TheBeginningOfBytesInPiecesIsPutTogether) {
  const grpc::Slice slices[] = {grpc::Slice("ab"), grpc::Slice("cd"), grpc::Slice("ef")};
  const grpc::ByteBuffer bytes(slices, 3);
  EXPECT_EQ(Beginning(bytes, 3), "abc");
  EXPECT_EQ(Beginning(bytes, 10), "abcdef");
}

TEST(MessageBytesTest, VarintsReadAsTheyAreWritten) {
  for (const uint64_t number : {uint64_t{0}, uint64_t{127}, uint64_t{128}, uint64_t{300}, ~uint64_t{0}}) {
    const std::string bytes = Varint(number);
    std::string_view rest = bytes;
    EXPECT_EQ(TakeVarint(rest), number);
    EXPECT_TRUE(rest.empty());
  }
}

}  // namespace
}  // namespace gainsay::benchmark
