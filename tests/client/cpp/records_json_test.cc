#include "client/cpp/records_json.h"

#include <gmock/gmock.h>

#include <string>

#include "gainsay/v1/comparison_service.pb.h"
#include "gainsay/v1/record.pb.h"
#include "tests/support/status_matchers.h"

namespace gainsay::client {
namespace {

using ::gainsay::testing::IsOk;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kClaim =
    R"({"claim":{"question":"topics/t/questions/q","party":"entities/a",)"
    R"("value":{"quantity":{"amount":"5","bound":"AT_LEAST"}},"text":"Панҷ нафар 五人"}})";

// Why the text is no Record; "OK" if it is one.
std::string Refusal(std::string_view json) {
  v1::Record record;
  const absl::Status status = MessageFromJson(json, record);
  return status.ok() ? "OK" : std::string(status.message());
}

std::string Rewritten(std::string_view json) {
  v1::Record record;
  EXPECT_THAT(MessageFromJson(json, record), IsOk());
  return MessageToJson(record, JsonStyle::kOneLine);
}

TEST(RecordsJsonTest, ARecordSurvivesReadingAndWriting) { EXPECT_EQ(Rewritten(kClaim), kClaim); }

TEST(RecordsJsonTest, EnumValuesAreReadWithAndWithoutTheirPrefix) {
  EXPECT_EQ(Rewritten(R"({"claim":{"polarity":"POLARITY_DENIES"}})"), R"({"claim":{"polarity":"DENIES"}})");
  EXPECT_EQ(Rewritten(R"({"claim":{"speechAct":"DEMAND"}})"), R"({"claim":{"speechAct":"DEMAND"}})");
}

TEST(RecordsJsonTest, TextThatLooksLikeAnEnumValueStaysAsItIs) {
  const char* json = R"({"claim":{"text":"POLARITY_DENIES","polarity":"DENIES"}})";
  EXPECT_THAT(Rewritten(json), HasSubstr(R"("text":"POLARITY_DENIES")"));
}

TEST(RecordsJsonTest, AnUnknownEnumValueIsAnsweredWithThoseThereAre) {
  EXPECT_EQ(Refusal(R"({"claim":{"polarity":"YES"}})"),
            R"(claim.polarity: "YES" is not one of AFFIRMS, DENIES)");
}

TEST(RecordsJsonTest, AnUnknownFieldIsNamedByItsPathAndWhatWasMeant) {
  EXPECT_EQ(Refusal(R"({"claim":{"value":{"quantity":{"amout":"5"}}}})"),
            "claim.value.quantity.amout: unknown field; did you mean amount?");
  EXPECT_EQ(Refusal(R"({"assertion":{}})"), "assertion: unknown field");
}

TEST(RecordsJsonTest, AFaultInAnArrayNamesTheElement) {
  EXPECT_EQ(Refusal(R"({"claim":{"appearances":[{"source":"sources/a"},{"source":7}]}})"),
            "claim.appearances[1].source: must be text in quotes, not the number 7");
}

TEST(RecordsJsonTest, TypesMustFit) {
  EXPECT_EQ(Refusal(R"({"claim":{"value":{"boolean":"yes"}}})"),
            R"(claim.value.boolean: must be true or false, not "yes")");
  EXPECT_EQ(Refusal(R"({"claim":{"appearances":{}}})"), "claim.appearances: must be an array, not an object");
  EXPECT_EQ(Refusal(R"({"claim":[]})"), "claim: must be an object, not an array");
  EXPECT_EQ(Refusal(R"({"claim":{"value":{"point":{"latitude":"37"}}}})"),
            R"(claim.value.point.latitude: must be a number, not "37")");
  EXPECT_EQ(Refusal(R"({"claim":{"recordTime":"yesterday"}})"),
            R"(claim.recordTime: must be an RFC 3339 time, not "yesterday")");
  EXPECT_EQ(Refusal("[]"), "must be an object, not an array");
}

TEST(RecordsJsonTest, TwoKindsOfOneValueAreRefused) {
  EXPECT_EQ(Refusal(R"({"claim":{"value":{"boolean":true,"text":"x"}}})"),
            "claim.value: both boolean and text are set");
  EXPECT_EQ(Refusal(R"({"claim":{},"topic":{}})"), "both claim and topic are set");
}

TEST(RecordsJsonTest, AFieldThatIsThereTwiceIsRefused) {
  EXPECT_EQ(Refusal(R"({"claim":{"text":"a","party":"entities/a","text":"b"}})"),
            "claim.text: is there twice");
  EXPECT_EQ(Refusal(R"({"claim":{"saidTime":"2025","said_time":"2025"}})"),
            "claim.said_time: is there twice");
  EXPECT_EQ(Refusal(R"({"entity":{"name":"entities/a"},"entity":{}})"), "entity: is there twice");
}

TEST(RecordsJsonTest, WhatIsNoJsonIsRefusedByColumn) {
  EXPECT_THAT(Refusal(R"({"claim":)"), StartsWith("column 10: not JSON: "));
  EXPECT_THAT(Refusal(""), StartsWith("column 1: not JSON: "));
  EXPECT_THAT(Refusal(R"({"claim":{}} {})"), StartsWith("column 14: not JSON: "));
}

TEST(RecordsJsonTest, WhatIsNotUtf8IsRefused) {
  EXPECT_EQ(Refusal("{\"claim\":{\"text\":\"\xff\"}}"), "column 19: not valid UTF-8");
  EXPECT_EQ(Refusal("{\"claim\":{\"text\":\"\xc0\x80\"}}"), "column 19: not valid UTF-8");
}

TEST(RecordsJsonTest, DeepNestingIsRefusedWithoutHarm) {
  EXPECT_EQ(Refusal(R"({"claim":{"text":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}}"),
            "claim.text: must be text in quotes, not an array");
}

TEST(RecordsJsonTest, NullMeansAbsent) {
  EXPECT_EQ(Rewritten(R"({"claim":{"text":null,"value":{"boolean":null,"text":"x"}}})"),
            R"({"claim":{"value":{"text":"x"}}})");
}

TEST(RecordsJsonTest, AFalseBooleanIsAValueAndIsWritten) {
  EXPECT_EQ(Rewritten(R"({"claim":{"value":{"boolean":false}}})"),
            R"({"claim":{"value":{"boolean":false}}})");
}

TEST(RecordsJsonTest, TheKeysOfMapsAreSortedSoThatEqualRecordsAreEqualText) {
  EXPECT_EQ(Rewritten(R"({"entity":{"names":{"tg":"КДАМ","en":"SCNS","ru":"ГКНБ"}}})"),
            R"({"entity":{"names":{"en":"SCNS","ru":"ГКНБ","tg":"КДАМ"}}})");
}

TEST(RecordsJsonTest, CoordinatesKeepTheirDigits) {
  const char* json =
      R"({"claim":{"value":{"point":{"latitude":-68.74,"longitude":-52.325,"radiusMeters":500}}}})";
  v1::Record record;
  ASSERT_THAT(MessageFromJson(json, record), IsOk());
  EXPECT_EQ(record.claim().value().point().longitude(), -52.325);
}

TEST(RecordsJsonTest, AnswersAreWrittenWithShortEnumsAndRevisionsAsText) {
  v1::CompareTopicResponse answer;
  auto& comparison = *answer.add_comparisons();
  comparison.set_question("topics/t/questions/q");
  comparison.set_status(v1::STATUS_NO_STATEMENTS);
  comparison.add_flags(v1::FLAG_SINGLE_SIDE);
  answer.set_revision(17);
  EXPECT_EQ(MessageToJson(answer, JsonStyle::kOneLine),
            R"({"comparisons":[{"question":"topics/t/questions/q","status":"NO_STATEMENTS",)"
            R"("flags":["SINGLE_SIDE"]}],"revision":"17"})");
}

}  // namespace
}  // namespace gainsay::client
