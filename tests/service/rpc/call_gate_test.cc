#include "service/rpc/call_gate.h"

#include <gtest/gtest.h>

namespace gainsay::rpc {
namespace {

TEST(CallGateTest, AClosedGateLetsNoCallIn) {
  CallGate gate;
  EXPECT_TRUE(gate.Enter());
  gate.Close();
  EXPECT_FALSE(gate.Enter());
}

TEST(CallGateTest, AGateIsEmptyOnceTheCallsWithinHaveLeft) {
  CallGate gate;
  ASSERT_TRUE(gate.Enter());
  gate.Close();
  gate.Leave();
  gate.AwaitEmpty(absl::InfiniteDuration());
}

TEST(CallGateTest, CountsTheCallsThatItEverLetIn) {
  CallGate gate;
  ASSERT_TRUE(gate.Enter());
  gate.Leave();
  ASSERT_TRUE(gate.Enter());
  gate.Close();
  ASSERT_FALSE(gate.Enter());

  EXPECT_EQ(gate.let_in(), 2);
}

}  // namespace
}  // namespace gainsay::rpc
