#ifndef GAINSAY_TESTS_SERVICE_RPC_MESSAGES_H_
#define GAINSAY_TESTS_SERVICE_RPC_MESSAGES_H_

#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/support/status_matchers.h"

namespace gainsay::rpc {

// Returns the message that `json` writes; enum values are the wire's long names.
template <class Message>
Message FromJson(const std::string& json) {
  Message message;
  const auto parsed = google::protobuf::util::JsonStringToMessage(json, &message);
  EXPECT_TRUE(parsed.ok()) << parsed.ToString() << "\n" << json;
  return message;
}

// That a message equals another, field by field.
MATCHER_P(EqualsProto, expected, "equals\n" + expected.DebugString()) {
  google::protobuf::util::MessageDifferencer differencer;
  std::string difference;
  differencer.ReportDifferencesToString(&difference);
  const bool equal = differencer.Compare(expected, arg);
  *result_listener << difference;
  return equal;
}

// One way to make a good message bad, and what is then said of it.
template <class Message>
struct Refusal {
  std::string error;  // how the message begins
  std::function<void(Message& message)> spoil;
};

// Expects that `from_proto` takes `good`, and refuses it once spoilt in each of these ways.
template <class Message, class FromProto>
void ExpectRefusals(const Message& good, FromProto from_proto,
                    const std::vector<Refusal<Message>>& refusals) {
  EXPECT_THAT(from_proto(good), testing::IsOk());
  for (const Refusal<Message>& refusal : refusals) {
    Message message = good;
    refusal.spoil(message);
    EXPECT_THAT(from_proto(message),
                testing::StatusIs(absl::StatusCode::kInvalidArgument, ::testing::StartsWith(refusal.error)))
        << message.ShortDebugString();
  }
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_TESTS_SERVICE_RPC_MESSAGES_H_
