#include "service/rpc/record_converter.h"

#include <string>

#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;
using ::testing::StartsWith;
using testing::StatusIs;

// A record of each kind with every field set that a caller may set.
const char* const kFullRecords[] = {
    R"({"entity": {
      "name": "entities/gknb", "displayName": "State Committee for National Security",
      "names": {"tg": "КДАМ", "ru": "ГКНБ"}, "aliases": ["GKNB", "the Committee"],
      "kind": "ENTITY_KIND_ORGANISATION",
      "speaksFor": {"entity": "entities/tajikistan", "validTime": "1991/.."},
      "spokeFor": [{"entity": "entities/ussr", "validTime": "1960/1991"}],
      "ownedBy": "entities/tajikistan", "broader": ["entities/agencies", "entities/dushanbe"],
      "externalIds": {"wikidata": "Q4"}}})",
    R"({"source": {
      "name": "sources/asiaplus-1", "uri": "https://example.org/a", "title": "On the border",
      "publisher": "entities/asiaplus", "publishTime": "2025-12-27", "language": "tg-Cyrl",
      "cites": [{"source": "sources/amu-1", "kind": "CITATION_KIND_CITES"},
                {"source": "sources/gknb-1", "kind": "CITATION_KIND_QUOTES"}],
      "archiveUri": "https://archive.example.org/a",
      "contentSha256": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
      "reliability": "RELIABILITY_B", "confidential": true}})",
    R"({"topic": {
      "name": "topics/clash", "title": "Border clash", "time": "2025-12-23", "place": "entities/bog",
      "participants": ["entities/tajikistan", "entities/taliban"]}})",
    R"({"question": {
      "name": "topics/clash/questions/killed", "title": "How many were killed?",
      "valueType": "VALUE_TYPE_QUANTITY", "unit": "persons", "cardinality": "CARDINALITY_MANY",
      "evolution": "EVOLUTION_INCREASING", "tolerance": {"absolute": "1.0", "relative": "0.05"},
      "respondents": ["entities/tajikistan", "entities/taliban"],
      "parts": ["topics/clash/questions/officers-killed"]}})",
    R"({"claim": {
      "name": "topics/clash/questions/killed/claims/c1", "question": "topics/clash/questions/killed",
      "party": "entities/gknb", "polarity": "POLARITY_DENIES",
      "value": {"quantity": {"amount": "5.0", "bound": "BOUND_AT_LEAST", "unit": "persons"}},
      "certainty": "CERTAINTY_PROBABLE", "speechAct": "SPEECH_ACT_ACCUSATION", "saidTime": "2025-12-24",
      "validTime": "2025-12-23/2025-12-24", "text": "At least five died.",
      "appearances": [{"source": "sources/asiaplus-1", "quote": "five died", "language": "en",
                       "locator": "par. 2", "access": "ACCESS_SECOND_HAND", "interpreted": true}]}})",
    R"({"silence": {
      "name": "topics/clash/questions/call/silences/s1", "question": "topics/clash/questions/call",
      "party": "entities/tajikistan", "kind": "SILENCE_KIND_NO_OFFICIAL_ANNOUNCEMENT",
      "asOfTime": "2025-12-29",
      "appearances": [{"source": "sources/asiaplus-1", "access": "ACCESS_UNKNOWN"}]}})",
    R"({"relation": {
      "name": "topics/t/questions/q/relations/r1", "from": "topics/t/questions/q/claims/a",
      "to": "topics/t/questions/q/claims/b", "kind": "RELATION_KIND_ENTAILS", "author": "entities/x",
      "method": "RELATION_METHOD_MODEL", "model": "nli", "modelVersion": "3"}})",
    R"({"withdrawal": {
      "name": "withdrawals/w1", "claim": "topics/t/questions/q/claims/a",
      "kind": "WITHDRAWAL_KIND_SUPERSEDED", "supersededBy": "topics/t/questions/q/claims/b",
      "time": "2026-01-02", "party": "entities/x",
      "appearances": [{"source": "sources/s", "access": "ACCESS_FIRST_HAND"}]}})",
    R"({"withdrawal": {"silence": "topics/t/questions/q/silences/a", "kind": "WITHDRAWAL_KIND_VOIDED"}})",
    R"({"withdrawal": {"source": "sources/a", "kind": "WITHDRAWAL_KIND_SOURCE_PULLED"}})",
};

TEST(RecordConverterTest, ARecordComesBackWithEveryFieldItHad) {
  for (const char* json : kFullRecords) {
    const auto sent = FromJson<v1::Record>(json);

    const auto record = RecordFromProto(sent);

    ASSERT_THAT(record, IsOk()) << json;
    EXPECT_THAT(RecordToProto(*record), EqualsProto(sent));
  }
}

TEST(RecordConverterTest, WhatIsAbsentComesBackAsItsDefault) {
  const auto sent = FromJson<v1::Record>(R"({"claim": {
      "question": "topics/t/questions/q", "party": "entities/p", "value": {"quantity": {"amount": "5"}},
      "appearances": [{"source": "sources/s"}]}})");

  const auto record = RecordFromProto(sent);

  ASSERT_THAT(record, IsOk());
  EXPECT_THAT(RecordToProto(*record), EqualsProto(FromJson<v1::Record>(R"({"claim": {
      "question": "topics/t/questions/q", "party": "entities/p", "polarity": "POLARITY_AFFIRMS",
      "value": {"quantity": {"amount": "5", "bound": "BOUND_EXACT"}}, "certainty": "CERTAINTY_CERTAIN",
      "speechAct": "SPEECH_ACT_ASSERTION",
      "appearances": [{"source": "sources/s", "access": "ACCESS_UNKNOWN"}]}})")));
}

TEST(RecordConverterTest, OutputOnlyFieldsAreNotRead) {
  auto sent = FromJson<v1::Record>(kFullRecords[4]);
  sent.mutable_claim()->set_revision(7);
  sent.mutable_claim()->set_recorder("someone");
  sent.mutable_claim()->mutable_record_time()->set_seconds(1);

  const auto record = RecordFromProto(sent);

  ASSERT_THAT(record, IsOk());
  EXPECT_THAT(RecordToProto(*record), EqualsProto(FromJson<v1::Record>(kFullRecords[4])));
}

TEST(RecordConverterTest, AnErrorsPathBeginsWithTheNoun) {
  auto sent = FromJson<v1::Record>(kFullRecords[4]);
  sent.mutable_claim()->mutable_appearances(0)->set_source("asiaplus");

  EXPECT_THAT(RecordFromProto(sent), StatusIs(absl::StatusCode::kInvalidArgument,
                                              StartsWith("claim.appearances[0].source: \"asiaplus\"")));
}

TEST(RecordConverterTest, ARecordWithoutANounIsRefused) {
  EXPECT_THAT(RecordFromProto(v1::Record()),
              StatusIs(absl::StatusCode::kInvalidArgument, StartsWith("record: has none of")));
}

}  // namespace
}  // namespace gainsay::rpc
