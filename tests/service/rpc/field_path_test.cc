#include "service/rpc/field_path.h"

#include "tests/support/status_matchers.h"

namespace gainsay::rpc {
namespace {

using testing::StatusIs;

TEST(FieldPathTest, APathIsLedByTheOneItIsUnder) {
  const absl::Status amount = FieldError("amount", "not a decimal number");

  const absl::Status claim =
      UnderField(Indexed("claims", 3), UnderField("value", UnderField("quantity", amount)));

  EXPECT_THAT(claim, StatusIs(absl::StatusCode::kInvalidArgument,
                              "claims[3].value.quantity.amount: not a decimal number"));
}

TEST(FieldPathTest, AMessageWithoutAPathBeginsWithTheOneItIsUnder) {
  EXPECT_THAT(UnderField("party", absl::NotFoundError("entities/a is not on file")),
              StatusIs(absl::StatusCode::kNotFound, "party: entities/a is not on file"));
}

TEST(FieldPathTest, WhatNoFieldIsToBlameForStaysAsItIs) {
  EXPECT_TRUE(UnderField("party", absl::OkStatus()).ok());
  EXPECT_EQ(UnderField("party", absl::DataLossError("damaged")), absl::DataLossError("damaged"));
  EXPECT_EQ(UnderField("party", absl::UnavailableError("gone")), absl::UnavailableError("gone"));
}

TEST(FieldPathTest, AMessageIsToldInFieldAndReason) {
  EXPECT_EQ(FaultOf(absl::InvalidArgumentError("claims[12].saidTime: a: b")),
            (FieldFault{"claims[12].saidTime", "a: b"}));
}

TEST(FieldPathTest, WhatIsNoPathIsTheReason) {
  for (const char* message : {"gone", "a b: c", "\"x\": y", "Claims: x", "a.: x", ".a: x", "a[]: x",
                              "a[x]: x", "a[1: x", "topics/t: x", ": x", "a:x"}) {
    EXPECT_EQ(FaultOf(absl::InvalidArgumentError(message)), (FieldFault{"", message}));
  }
}

}  // namespace
}  // namespace gainsay::rpc
