#include "service/rpc/workspace_field.h"

#include <gmock/gmock.h>
#include <grpcpp/support/slice.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "gainsay/v1/comparison_service.pb.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/rpc/message_bytes.h"

namespace gainsay::rpc {
namespace {

using ::testing::Optional;

grpc::ByteBuffer Buffer(const std::string& bytes) {
  // In parts, as messages that came in several frames are.
  const std::string first = bytes.substr(0, bytes.size() / 2);
  const grpc::Slice slices[] = {grpc::Slice(first), grpc::Slice(bytes.substr(first.size()))};
  return grpc::ByteBuffer(slices, 2);
}

template <class Request>
std::optional<std::string> Read(const std::string& bytes) {
  return WorkspaceField(*Request::descriptor()).In(Buffer(bytes));
}

TEST(WorkspaceFieldTest, OfARequestOrOfItsOptions) {
  v1::GetTopicRequest get;
  get.set_name("topics/t");
  EXPECT_THAT(Read<v1::GetTopicRequest>(get.SerializeAsString()), Optional(std::string("default")));
  get.set_workspace("desk");
  EXPECT_THAT(Read<v1::GetTopicRequest>(get.SerializeAsString()), Optional(std::string("desk")));

  v1::ImportRequest import;
  import.mutable_record()->mutable_topic()->set_name("topics/t");
  EXPECT_THAT(Read<v1::ImportRequest>(import.SerializeAsString()), Optional(std::string("default")));
  import.mutable_options()->set_workspace("desk");
  EXPECT_THAT(Read<v1::ImportRequest>(import.SerializeAsString()), Optional(std::string("desk")));
}

TEST(WorkspaceFieldTest, WhatIsNoMessageHasNone) {
  EXPECT_EQ(Read<v1::GetTopicRequest>("\x0a\x7f"), std::nullopt);
  EXPECT_EQ(Read<v1::ImportRequest>(std::string("\x0a\x03\x0a\x7fx", 5)), std::nullopt);
}

// What decides who may ask must read a request as what answers it does, whatever its bytes.
template <class Request, class WorkspaceOf>
void ReadsAsParsingDoes(uint32_t seed, const Request& example, WorkspaceOf workspace_of) {
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const std::string parts[] = {example.SerializeAsString(),         std::string("\x0a\x01z"),
                               std::string("\x0a\x03\x0a\x01q", 5), std::string("\x08\x05"),
                               std::string("\x0b\x0a\x01w\x0c"),    std::string("\x7b\x0a\x01w\x7c"),
                               std::string("\x12\x03\x0a\x01w"),    std::string("\x0a\x00", 2),
                               std::string("\x0a\x81\x80\x00k", 5), std::string("\xfa\x7f\x02ok")};
  int messages = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes;
    for (int k = static_cast<int>(random() % 5); k > 0; --k) bytes += parts[random() % std::size(parts)];
    if (random() % 3 == 0 && !bytes.empty()) bytes[random() % bytes.size()] = static_cast<char>(random() % 128);
    if (random() % 5 == 0) bytes.resize(bytes.size() - bytes.size() % 3);
    Request request;
    const std::optional<std::string> read = Read<Request>(bytes);
    if (!ParseBytes(Buffer(bytes), request).ok()) continue;
    ++messages;
    const std::string parsed = workspace_of(request);
    ASSERT_THAT(read, Optional(parsed.empty() ? std::string("default") : parsed))
        << request.ShortDebugString();
  }
  EXPECT_GT(messages, 1'000);
}

TEST(WorkspaceFieldTest, ItReadsAsParsingDoesWhateverTheBytes) {
  v1::GetTopicRequest get;
  get.set_workspace("desk");
  get.set_name("topics/t");
  ReadsAsParsingDoes(7, get, [](const auto& request) { return request.workspace(); });
  v1::CheckClaimsRequest check;
  check.mutable_options()->set_workspace("desk");
  check.mutable_candidate()->set_text("x");
  ReadsAsParsingDoes(8, check, [](const auto& request) { return request.options().workspace(); });
}

}  // namespace
}  // namespace gainsay::rpc
