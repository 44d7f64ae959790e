#include "service/rpc/comparison_converter.h"
#include "tests/property/random_comparisons.h"

namespace gainsay::testing {
namespace {

class AnswerBytes : public RandomComparisons {};

TEST_F(AnswerBytes, AreThoseOfTheMessage) {
  ForAllCases([](const RandomCase&, const engine::Comparison& comparison) {
    v1::Comparison read;
    ASSERT_TRUE(read.ParseFromString(rpc::ComparisonBytes(comparison)));
    EXPECT_EQ(read.SerializeAsString(), rpc::ComparisonToProto(comparison).SerializeAsString());
  });
}

}  // namespace
}  // namespace gainsay::testing
