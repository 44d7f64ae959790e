#include <string>

#include "service/rpc/claim_converter.h"
#include "service/rpc/relation_converter.h"
#include "service/rpc/silence_converter.h"
#include "service/rpc/withdrawal_converter.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;

absl::StatusOr<model::Claim> ReadClaim(const v1::Claim& proto) { return ClaimFromProto(proto); }
absl::StatusOr<model::Silence> ReadSilence(const v1::Silence& proto) { return SilenceFromProto(proto); }
absl::StatusOr<model::Relation> ReadRelation(const v1::Relation& proto) { return RelationFromProto(proto); }
absl::StatusOr<model::Withdrawal> ReadWithdrawal(const v1::Withdrawal& proto) {
  return WithdrawalFromProto(proto);
}

v1::Claim GoodClaim() {
  return FromJson<v1::Claim>(R"({"question": "topics/t/questions/q", "party": "entities/p",
                                 "value": {"quantity": {"amount": "5"}},
                                 "appearances": [{"source": "sources/a"}, {"source": "sources/b"}]})");
}

TEST(ClaimConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Claim>(
      GoodClaim(), ReadClaim,
      {
          {"question: is empty", [](auto& claim) { claim.clear_question(); }},
          {"name: \"c1\" is not", [](auto& claim) { claim.set_name("c1"); }},
          {"name: does not lie below topics/t/questions/q",
           [](auto& claim) { claim.set_name("topics/t/questions/other/claims/c1"); }},
          {"party: is empty", [](auto& claim) { claim.clear_party(); }},
          {"polarity: 3 is not", [](auto& claim) { claim.set_polarity(v1::Polarity(3)); }},
          {"value: is required for an ASSERTION", [](auto& claim) { claim.clear_value(); }},
          {"value: has none of", [](auto& claim) { claim.mutable_value()->clear_kind(); }},
          {"value.quantity.amount: not a decimal number",
           [](auto& claim) { claim.mutable_value()->mutable_quantity()->set_amount("5 or so"); }},
          {"value.unknown: cannot be denied",
           [](auto& claim) {
             claim.mutable_value()->mutable_unknown();
             claim.set_polarity(v1::POLARITY_DENIES);
           }},
          {"certainty: 9 is not", [](auto& claim) { claim.set_certainty(v1::Certainty(9)); }},
          {"speechAct: 9 is not", [](auto& claim) { claim.set_speech_act(v1::SpeechAct(9)); }},
          {"saidTime: ", [](auto& claim) { claim.set_said_time("27 December 2025"); }},
          {"validTime: ", [](auto& claim) { claim.set_valid_time("2025-12-32"); }},
          {"text: is longer", [](auto& claim) { claim.set_text(std::string(65'537, 'a')); }},
          {"appearances[1].source: is empty",
           [](auto& claim) { claim.mutable_appearances(1)->clear_source(); }},
          {"appearances[0].quote: is longer",
           [](auto& claim) { claim.mutable_appearances(0)->set_quote(std::string(65'537, 'a')); }},
          {"appearances[0].language: ",
           [](auto& claim) { claim.mutable_appearances(0)->set_language("en_GB"); }},
          {"appearances[0].locator: is longer",
           [](auto& claim) { claim.mutable_appearances(0)->set_locator(std::string(2'049, 'a')); }},
          {"appearances[0].access: 9 is not",
           [](auto& claim) { claim.mutable_appearances(0)->set_access(v1::Access(9)); }},
      });
}

TEST(ClaimConverterTest, OnlyAnAssertionNeedsAValue) {
  v1::Claim claim = GoodClaim();
  claim.clear_value();
  claim.set_speech_act(v1::SPEECH_ACT_DEMAND);

  EXPECT_THAT(ClaimFromProto(claim), IsOk());
}

TEST(ClaimConverterTest, AClaimOnFileIsShownWithItsRevisionAndRecordTime) {
  const auto claim = ClaimFromProto(GoodClaim());
  ASSERT_THAT(claim, IsOk());

  const v1::Claim shown =
      ClaimToProto(ledger::Recorded<model::Claim>{*claim, 12, absl::FromUnixMicros(1'500'001)});

  EXPECT_EQ(shown.revision(), 12);
  EXPECT_EQ(shown.record_time().seconds(), 1);
  EXPECT_EQ(shown.record_time().nanos(), 500'001'000);
}

TEST(SilenceConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Silence>(
      FromJson<v1::Silence>(R"({"question": "topics/t/questions/q", "party": "entities/p",
                                "kind": "SILENCE_KIND_NO_RESPONSE"})"),
      ReadSilence,
      {
          {"question: ", [](auto& silence) { silence.set_question("topics/t"); }},
          {"name: does not lie below",
           [](auto& silence) { silence.set_name("topics/u/questions/q/silences/s"); }},
          {"name: ", [](auto& silence) { silence.set_name("topics/t/questions/q/claims/s"); }},
          {"party: is empty", [](auto& silence) { silence.clear_party(); }},
          {"kind: is required", [](auto& silence) { silence.clear_kind(); }},
          {"kind: 99 is not", [](auto& silence) { silence.set_kind(v1::SilenceKind(99)); }},
          {"asOfTime: ", [](auto& silence) { silence.set_as_of_time("now"); }},
          {"appearances[0].source: ", [](auto& silence) { silence.add_appearances(); }},
      });
}

TEST(RelationConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Relation>(
      FromJson<v1::Relation>(
          R"({"from": "topics/t/questions/q/claims/a", "to": "topics/t/questions/q/claims/b",
                                 "kind": "RELATION_KIND_NEUTRAL", "author": "entities/x",
                                 "method": "RELATION_METHOD_HUMAN"})"),
      ReadRelation,
      {
          {"from: is empty", [](auto& relation) { relation.clear_from(); }},
          {"to: is empty", [](auto& relation) { relation.clear_to(); }},
          {"to: answers another question",
           [](auto& relation) { relation.set_to("topics/t/questions/r/claims/b"); }},
          {"to: is the same claim", [](auto& relation) { relation.set_to(relation.from()); }},
          {"name: does not lie below",
           [](auto& relation) { relation.set_name("topics/t/questions/r/relations/x"); }},
          {"kind: is required", [](auto& relation) { relation.clear_kind(); }},
          {"author: is empty", [](auto& relation) { relation.clear_author(); }},
          {"method: is required", [](auto& relation) { relation.clear_method(); }},
          {"model: only method MODEL", [](auto& relation) { relation.set_model("nli"); }},
          {"modelVersion: only method MODEL", [](auto& relation) { relation.set_model_version("3"); }},
          {"model: is required", [](auto& relation) { relation.set_method(v1::RELATION_METHOD_MODEL); }},
          {"modelVersion: is required",
           [](auto& relation) {
             relation.set_method(v1::RELATION_METHOD_MODEL);
             relation.set_model("nli");
           }},
      });
}

TEST(WithdrawalConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Withdrawal>(
      FromJson<v1::Withdrawal>(
          R"({"claim": "topics/t/questions/q/claims/a", "kind": "WITHDRAWAL_KIND_RETRACTED"})"),
      ReadWithdrawal,
      {
          {"name: ", [](auto& withdrawal) { withdrawal.set_name("w1"); }},
          {"claim: is required, or else", [](auto& withdrawal) { withdrawal.clear_target(); }},
          {"claim: ", [](auto& withdrawal) { withdrawal.set_claim("sources/a"); }},
          {"silence: ", [](auto& withdrawal) { withdrawal.set_silence("sources/a"); }},
          {"source: ", [](auto& withdrawal) { withdrawal.set_source("entities/a"); }},
          {"kind: is required", [](auto& withdrawal) { withdrawal.clear_kind(); }},
          {"kind: only a source",
           [](auto& withdrawal) { withdrawal.set_kind(v1::WITHDRAWAL_KIND_SOURCE_PULLED); }},
          {"kind: a silence is",
           [](auto& withdrawal) {
             withdrawal.set_silence("topics/t/questions/q/silences/a");
             withdrawal.set_kind(v1::WITHDRAWAL_KIND_DISOWNED);
           }},
          {"kind: a source is", [](auto& withdrawal) { withdrawal.set_source("sources/a"); }},
          {"supersededBy: only kind SUPERSEDED",
           [](auto& withdrawal) { withdrawal.set_superseded_by("topics/t/questions/q/claims/b"); }},
          {"supersededBy: is empty",
           [](auto& withdrawal) { withdrawal.set_kind(v1::WITHDRAWAL_KIND_SUPERSEDED); }},
          {"supersededBy: is the claim withdrawn",
           [](auto& withdrawal) {
             withdrawal.set_kind(v1::WITHDRAWAL_KIND_SUPERSEDED);
             withdrawal.set_superseded_by(withdrawal.claim());
           }},
          {"supersededBy: answers another question",
           [](auto& withdrawal) {
             withdrawal.set_kind(v1::WITHDRAWAL_KIND_SUPERSEDED);
             withdrawal.set_superseded_by("topics/t/questions/r/claims/b");
           }},
          {"time: ", [](auto& withdrawal) { withdrawal.set_time("later"); }},
          {"party: ", [](auto& withdrawal) { withdrawal.set_party("x"); }},
          {"appearances[0].source: ", [](auto& withdrawal) { withdrawal.add_appearances(); }},
      });
}

}  // namespace
}  // namespace gainsay::rpc
