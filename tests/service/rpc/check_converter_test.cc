#include "service/rpc/check_converter.h"

#include <memory>
#include <string>
#include <variant>

#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;

v1::Candidate GoodClaim() {
  return FromJson<v1::Candidate>(
      R"({"claim": {"question": "topics/t/questions/q", "polarity": "POLARITY_DENIES",
                    "value": {"quantity": {"amount": "5", "bound": "BOUND_AT_LEAST"}},
                    "certainty": "CERTAINTY_PROBABLE", "saidTime": "2025-12", "validTime": "2025"}})");
}

v1::Candidate GoodText() { return FromJson<v1::Candidate>(R"({"text": "Five died.", "topic": "topics/t"})"); }

TEST(CheckConverterTest, AClaimIsReadAsWhatItStates) {
  const auto candidate = CandidateFromProto(GoodClaim());

  ASSERT_THAT(candidate, IsOk());
  const auto& claim = std::get<model::Claim>(*candidate);
  EXPECT_EQ(claim.question, "topics/t/questions/q");
  EXPECT_EQ(claim.polarity, model::Polarity::kDenies);
  EXPECT_EQ(std::get<model::Quantity>(*claim.value).bound, model::Bound::kAtLeast);
  EXPECT_EQ(claim.certainty, model::Certainty::kProbable);
  EXPECT_EQ(claim.said_time->text(), "2025-12");
  EXPECT_EQ(claim.valid_time->text(), "2025");
}

TEST(CheckConverterTest, WhoSaysItAndWhereIsNotRead) {
  v1::Candidate proto = GoodClaim();
  proto.mutable_claim()->set_party("someone");
  proto.mutable_claim()->set_name("anything");
  proto.mutable_claim()->add_appearances()->set_source("somewhere");

  const auto candidate = CandidateFromProto(proto);

  ASSERT_THAT(candidate, IsOk());
  EXPECT_EQ(std::get<model::Claim>(*candidate), std::get<model::Claim>(*CandidateFromProto(GoodClaim())));
}

TEST(CheckConverterTest, WordsComeWithTheirTopic) {
  const auto candidate = CandidateFromProto(GoodText());

  ASSERT_THAT(candidate, IsOk());
  EXPECT_EQ(std::get<ledger::Wording>(*candidate).text, "Five died.");
  EXPECT_EQ(std::get<ledger::Wording>(*candidate).topic, "topics/t");
}

TEST(CheckConverterTest, WordsMayComeWithoutATopic) {
  v1::Candidate proto = GoodText();
  proto.clear_topic();
  const auto candidate = CandidateFromProto(proto);
  ASSERT_THAT(candidate, IsOk());
  EXPECT_EQ(std::get<ledger::Wording>(*candidate).topic, "");
}

TEST(CheckConverterTest, AWrongCandidateIsRefusedByPath) {
  ExpectRefusals<v1::Candidate>(
      GoodClaim(), CandidateFromProto,
      {{"text: is set beside claim", [](auto& proto) { proto.set_text("Five died."); }},
       {"topic: only text has one", [](auto& proto) { proto.set_topic("topics/t"); }},
       {"claim: is required, or text", [](auto& proto) { proto.clear_claim(); }},
       {"claim.question: ", [](auto& proto) { proto.mutable_claim()->set_question("topics/t"); }},
       {"claim.value: is required", [](auto& proto) { proto.mutable_claim()->clear_value(); }},
       {"claim.value.quantity.amount: ", [](auto& proto) {
          proto.mutable_claim()->mutable_value()->mutable_quantity()->set_amount("five");
        }}});
  ExpectRefusals<v1::Candidate>(
      GoodText(), CandidateFromProto,
      {{"topic: ", [](auto& proto) { proto.set_topic("t"); }},
       {"text: is longer than", [](auto& proto) { proto.set_text(std::string(70'000, 'x')); }}});
}

TEST(CheckConverterTest, WithoutItsQuestionOnFileACheckHasNoComparison) {
  ledger::CheckedCandidate checked{.question = "topics/t/questions/q"};
  checked.answer.missing = {"topics/t/questions/q is not on file."};

  const v1::Check check = CheckToProto(checked);

  EXPECT_EQ(check.label(), v1::LABEL_NOT_ENOUGH_EVIDENCE);
  EXPECT_FALSE(check.has_comparison());
  EXPECT_EQ(check.missing(0), "topics/t/questions/q is not on file.");
}

TEST(CheckConverterTest, AStreamIsAnsweredAsASingleCallIs) {
  ledger::CheckedCandidate checked{.question = "topics/t/questions/q", .on_file = true, .revision = 7};
  checked.answer.label = engine::Label::kRefuted;
  checked.answer.comparison = std::make_shared<const engine::Comparison>(engine::Comparison{.title = "Q?"});
  checked.answer.disagreeing.push_back(
      {{true, model::Polarity::kDenies}, engine::Status::kConfirmed, engine::SetRelation::kDisjoint});

  const v1::Check check = CheckToProto(checked);
  const v1::CheckClaimsResponse answer = CheckClaimsResponseToProto(checked);

  EXPECT_EQ(answer.label(), v1::LABEL_REFUTED);
  EXPECT_EQ(answer.revision(), 7);
  EXPECT_EQ(answer.question(), check.question());
  EXPECT_EQ(check.comparison().title(), "Q?");
  ASSERT_EQ(answer.disagreeing_size(), 1);
  EXPECT_THAT(answer.disagreeing(0), EqualsProto(check.disagreeing(0)));
  EXPECT_THAT(check.disagreeing(0), EqualsProto(FromJson<v1::CheckedPosition>(
                                        R"({"value": {"boolean": true}, "polarity": "POLARITY_DENIES",
                                            "status": "STATUS_CONFIRMED",
                                            "relation": "SET_RELATION_DISJOINT"})")));
}

TEST(CheckConverterTest, AnErrorIsToldInParts) {
  const v1::CheckError error = CheckErrorToProto(absl::InvalidArgumentError("claim.value: is required"));

  EXPECT_EQ(error.code(), "INVALID_ARGUMENT");
  EXPECT_EQ(error.field(), "claim.value");
  EXPECT_EQ(error.message(), "is required");
}

}  // namespace
}  // namespace gainsay::rpc
