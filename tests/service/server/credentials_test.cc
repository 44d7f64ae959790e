#include "service/server/credentials.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace gainsay::server {
namespace {

using testing::HasCode;
using ::testing::HasSubstr;
using testing::IsOk;
using testing::StatusIs;

const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);

// SHA-256 of the bytes 00 01 and "secret", by sha256sum.
constexpr char kDigest[] = "c65641e72c6b9878b9f145d233baec464d96e5baf7e96ff4cbe5192e86bcb57b";

std::string Line(const std::string& id, const std::string& name, const std::string& more = "") {
  return R"({"name":")" + name + R"(","token":{"id":")" + id + R"(","salt":"0001","sha256":")" + kDigest +
         R"("},"roles":{"desk":["writer"],"*":["reader"]})" + more + "}\n";
}

TEST(CredentialsTest, ATokenIsKnownByItsIdAndItsSecret) {
  const auto credentials = Credentials::Parse(Line("a1", "desk"));
  ASSERT_THAT(credentials, IsOk());
  const auto caller = credentials->WhoseToken("gainsay_a1_secret", kNow);
  ASSERT_THAT(caller, IsOk());
  EXPECT_EQ((*caller)->name, "desk");
  EXPECT_TRUE((*caller)->In("desk").Has(rpc::Role::kWriter));
  EXPECT_TRUE((*caller)->In("desk").Has(rpc::Role::kReader));
  EXPECT_TRUE((*caller)->In("other").Has(rpc::Role::kReader));
  EXPECT_FALSE((*caller)->In("other").Has(rpc::Role::kWriter));
  for (const char* wrong : {"", "secret", "gainsay_a1", "gainsay_a1_", "gainsay_a1_Secret",
                            "gainsay_a2_secret", "gainsay__secret", "a1_secret"}) {
    EXPECT_THAT(credentials->WhoseToken(wrong, kNow), HasCode(absl::StatusCode::kUnauthenticated)) << wrong;
  }
}

TEST(CredentialsTest, ATokenEndsWhenItExpires) {
  const auto credentials = Credentials::Parse(Line("a1", "desk", R"(,"expires":"2027-01-15T08:00:00Z")"));
  ASSERT_THAT(credentials, IsOk());
  EXPECT_THAT(credentials->WhoseToken("gainsay_a1_secret", kNow - absl::Seconds(1)), IsOk());
  EXPECT_THAT(credentials->WhoseToken("gainsay_a1_secret", kNow),
              HasCode(absl::StatusCode::kUnauthenticated));
}

TEST(CredentialsTest, TwoTokensMayBeOfOneNameAndOneCertificateOfAnother) {
  const auto credentials = Credentials::Parse(
      Line("a1", "desk") + "\n" + Line("a2", "desk", R"(,"parties":["entities/x"])") +
      R"({"name":"pipeline","certificate":"pipeline.example.org","roles":{"*":["admin","sources"]}})");
  ASSERT_THAT(credentials, IsOk());
  const auto second = credentials->WhoseToken("gainsay_a2_secret", kNow);
  ASSERT_THAT(second, IsOk());
  EXPECT_TRUE((*second)->parties->contains("entities/x"));
  const auto pipeline = credentials->WhoseCertificate("pipeline.example.org", kNow);
  ASSERT_NE(pipeline, nullptr);
  EXPECT_TRUE(pipeline->MayEverything());
  EXPECT_EQ(credentials->WhoseCertificate("example.org", kNow), nullptr);
}

TEST(CredentialsTest, WhatIsWrongIsSaidByLineAndField) {
  const std::pair<std::string, const char*> kWrong[] = {
      {"{", "line 1: is no JSON object"},
      {Line("a1", "desk") + "[]", "line 2: is no JSON object"},
      {Line("a1", "desk") + Line("a1", "desk"), "line 2: token: has an id that occurs before"},
      {Line("a1", "desk", R"(,"role":"x")"), "line 1: role: is no field"},
      {Line("a1", "desk", R"(,"certificate":"x")"), "line 1: token: "},
      {Line("a1", "desk", R"(,"parties":["x"])"), "line 1: parties: "},
      {Line("a1", "desk", R"(,"expires":"soon")"), "line 1: expires: "},
      {R"({"name":"a","certificate":"c","roles":{}})", "line 1: roles: "},
      {R"({"name":"a","certificate":"c","roles":{"desk":["owner"]}})", "line 1: roles: are reader"},
      {R"({"name":"a","certificate":"c","roles":{"Desk":["reader"]}})", "line 1: roles: \"Desk\" is neither"},
      {R"({"name":"a","token":{"id":"a","salt":"0x","sha256":"00"},"roles":{"*":["reader"]}})",
       "line 1: salt: is not in hex"},
      {R"({"name":"a","token":{"id":"a","salt":"00","sha256":"00"},"roles":{"*":["reader"]}})",
       "line 1: sha256: is not 64 digits"}};
  for (const auto& [lines, message] : kWrong) {
    EXPECT_THAT(Credentials::Parse(lines), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(message)))
        << lines;
  }
}

TEST(CredentialsTest, AFileIsReadAgainWhenItChangesAndAWrongOneChangesNothing) {
  const testing::TempDirectory folder;
  const std::string path = folder.Path("tokens");
  const auto write = [&](const std::string& lines) { std::ofstream(path) << lines; };
  EXPECT_THAT(CredentialsFile::Open(path),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("--tokens: ")));
  write(Line("a1", "desk"));
  const auto file = CredentialsFile::Open(path);
  ASSERT_THAT(file, IsOk());
  const auto knows = [&](const char* token, absl::Time now) {
    return (*file)->Get(now)->WhoseToken(token, now).ok();
  };
  EXPECT_TRUE(knows("gainsay_a1_secret", kNow));

  write(Line("a1", "desk") + Line("a2", "desk"));
  EXPECT_FALSE(knows("gainsay_a2_secret", kNow + absl::Milliseconds(500)));
  EXPECT_TRUE(knows("gainsay_a2_secret", kNow + absl::Seconds(2)));
  EXPECT_TRUE(knows("gainsay_a1_secret", kNow + absl::Seconds(2)));

  write("{");
  EXPECT_TRUE(knows("gainsay_a2_secret", kNow + absl::Seconds(4)));
  write(Line("a2", "desk"));
  EXPECT_FALSE(knows("gainsay_a1_secret", kNow + absl::Seconds(6)));
  EXPECT_TRUE(knows("gainsay_a2_secret", kNow + absl::Seconds(6)));
}

}  // namespace
}  // namespace gainsay::server
