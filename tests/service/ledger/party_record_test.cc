#include "service/ledger/party_record.h"

#include <map>

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using engine::Outcome;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

absl::Status GoOnAlways() { return absl::OkStatus(); }

// Two questions, a ministry with its spokesperson, and others.
class PartyRecordTest : public LedgerTest {
 protected:
  void SetUp() override {
    for (const char* party : {"ministry", "b", "c"}) Has(EntityNamed(party));
    Has(SpeakerFor("speaker", "ministry", "2020/2025"));
    Has(TopicNamed("t"));
    model::Question killed = QuestionNamed("t", "q", model::ValueType::kQuantity);
    killed.unit = "persons";
    Has(killed);
    Has(QuestionNamed("t", "r"));
  }

  void Says(const std::string& party, const std::string& amount, const std::string& time,
            const std::string& id = "") {
    model::Claim claim = ClaimOn("topics/t/questions/q", party, Amount(amount), id.empty() ? party : id);
    claim.said_time = Time(time);
    Records(claim);
  }
  template <class Item>
  void Records(const Item& item) {
    ASSERT_THAT(Record(item), IsOk());
  }

  // How the claims of the ministry's side have fared, by their ids.
  std::map<std::string, Outcome> Outcomes(const CompareOptions& options = {}) {
    std::map<std::string, Outcome> outcomes;
    const auto record = GetPartyRecord(ledger_, kWorkspace, "entities/ministry", "", options, GoOnAlways);
    EXPECT_THAT(record, IsOk());
    if (!record.ok()) return outcomes;
    for (const PartyClaim& claim : record->claims) {
      outcomes[claim.claim.substr(claim.claim.rfind('/') + 1)] = claim.outcome;
    }
    return outcomes;
  }
};

TEST_F(PartyRecordTest, WhatNobodyElseSpeaksToIsUnanswered) {
  Says("ministry", "5", "2025-12-24");
  EXPECT_THAT(Outcomes(), ElementsAre(Pair("ministry", Outcome::kUnanswered)));
}

TEST_F(PartyRecordTest, WhatAnotherSideSaysTooIsConfirmedForTheWholeSide) {
  Says("ministry", "5", "2025-12-24");
  Says("speaker", "5", "2025-12-25");
  Says("b", "5", "2025-12-26");
  EXPECT_THAT(Outcomes(), UnorderedElementsAre(Pair("ministry", Outcome::kConfirmed),
                                               Pair("speaker", Outcome::kConfirmed)));
}

TEST_F(PartyRecordTest, ABroaderStatementThatIsConfirmedDoesNotConfirmTheNarrower) {
  Says("ministry", "5", "2025-12-24");
  model::Quantity at_least = std::get<model::Quantity>(Amount("4"));
  at_least.bound = model::Bound::kAtLeast;
  Records(ClaimOn("topics/t/questions/q", "b", at_least));
  EXPECT_THAT(Outcomes(), ElementsAre(Pair("ministry", Outcome::kUnanswered)));
}

TEST_F(PartyRecordTest, WhatAnotherSideContradictsIsContradicted) {
  Says("ministry", "5", "2025-12-24");
  Says("b", "4", "2025-12-25");
  EXPECT_THAT(Outcomes(), ElementsAre(Pair("ministry", Outcome::kContradicted)));
}

TEST_F(PartyRecordTest, WhatAnotherPartyOfTheSideContradictsIsContradicted) {
  Says("ministry", "5", "2025-12-24");
  Says("speaker", "4", "2025-12-25");
  EXPECT_THAT(Outcomes(), UnorderedElementsAre(Pair("ministry", Outcome::kContradicted),
                                               Pair("speaker", Outcome::kContradicted)));
}

TEST_F(PartyRecordTest, WhatAPartySaysBothWaysAtOnceIsNotContradictedByAnother) {
  Says("ministry", "5", "2025-12-24", "five");
  Says("ministry", "4", "2025-12-24", "four");
  EXPECT_THAT(Outcomes(),
              UnorderedElementsAre(Pair("five", Outcome::kUnanswered), Pair("four", Outcome::kUnanswered)));
}

TEST_F(PartyRecordTest, ALaterWordReplacesAnEarlierAndWhatIsTakenBackIsWithdrawn) {
  Says("ministry", "5", "2025-12-24", "early");
  Says("ministry", "6", "2025-12-25", "late");
  EXPECT_THAT(Outcomes(),
              UnorderedElementsAre(Pair("early", Outcome::kReplaced), Pair("late", Outcome::kUnanswered)));
  Records(Withdrawn("topics/t/questions/q/claims/late", model::WithdrawalKind::kRetracted, "", "2025-12-26"));
  EXPECT_THAT(Outcomes(),
              UnorderedElementsAre(Pair("early", Outcome::kReplaced), Pair("late", Outcome::kWithdrawn)));
}

TEST_F(PartyRecordTest, AReprintFaresAsItsStatementDoes) {
  Says("ministry", "5", "2025-12-24", "first");
  model::Claim reprint = ClaimOn("topics/t/questions/q", "ministry", Amount("5"), "reprint");
  std::get<model::Quantity>(*reprint.value).unit = "";
  reprint.said_time = Time("2025-12-26");
  Records(reprint);
  Says("b", "5", "2025-12-25");
  EXPECT_THAT(Outcomes(),
              UnorderedElementsAre(Pair("first", Outcome::kConfirmed), Pair("reprint", Outcome::kConfirmed)));
}

TEST_F(PartyRecordTest, WhatIsNoAssertionIsNotCompared) {
  model::Claim demand = ClaimOn("topics/t/questions/r", "ministry", true, "demand");
  demand.speech_act = model::SpeechAct::kDemand;
  Records(demand);
  EXPECT_THAT(Outcomes(), ElementsAre(Pair("demand", Outcome::kNotCompared)));
}

TEST_F(PartyRecordTest, WhatIsVoidedOrNotYetSaidIsNotCounted) {
  Says("ministry", "5", "2025-12-24", "wrong");
  Says("ministry", "6", "2025-12-28", "later");
  Records(Withdrawn("topics/t/questions/q/claims/wrong", model::WithdrawalKind::kVoided));
  CompareOptions options;
  options.times.said_until = Time("2025-12-27");
  EXPECT_THAT(Outcomes(options), IsEmpty());
  EXPECT_THAT(Outcomes(), ElementsAre(Pair("later", Outcome::kUnanswered)));
}

TEST_F(PartyRecordTest, WhatSomeoneSaidBeforeOrAfterSpeakingForItIsTheirOwn) {
  Says("speaker", "5", "2025-12-24", "in-office");
  Says("speaker", "6", "2026-02-01", "out-of-office");
  EXPECT_THAT(Outcomes(), ElementsAre(Pair("in-office", Outcome::kReplaced)));
}

TEST_F(PartyRecordTest, TheSideOfASpokespersonIsNotThatOfItsPrincipal) {
  Says("ministry", "5", "2025-12-24");
  Says("speaker", "5", "2025-12-24");
  const auto record = GetPartyRecord(ledger_, kWorkspace, "entities/speaker", "", {}, GoOnAlways);
  ASSERT_THAT(record, IsOk());
  ASSERT_EQ(record->claims.size(), 1U);
  EXPECT_EQ(record->claims[0].party, "entities/speaker");
}

TEST_F(PartyRecordTest, ClaimsComeByOutcomeThenName) {
  Says("ministry", "5", "2025-12-24", "z");
  Records(ClaimOn("topics/t/questions/r", "ministry", true, "a"));
  Says("b", "5", "2025-12-25");
  const auto record = GetPartyRecord(ledger_, kWorkspace, "entities/ministry", "topics/t", {}, GoOnAlways);
  ASSERT_THAT(record, IsOk());
  ASSERT_EQ(record->claims.size(), 2U);
  EXPECT_EQ(record->claims[0].claim, "topics/t/questions/q/claims/z");
  EXPECT_EQ(record->claims[1].claim, "topics/t/questions/r/claims/a");
  EXPECT_EQ(record->claims[1].said_time, "");
}

TEST_F(PartyRecordTest, WhoeverIsComparedThePartyIsAmongThem) {
  Says("ministry", "5", "2025-12-24");
  Says("b", "4", "2025-12-25");
  CompareOptions options;
  options.policy.parties = {"entities/c"};
  EXPECT_THAT(Outcomes(options), ElementsAre(Pair("ministry", Outcome::kUnanswered)));
  options.policy.parties = {"entities/b"};
  EXPECT_THAT(Outcomes(options), ElementsAre(Pair("ministry", Outcome::kContradicted)));
}

TEST_F(PartyRecordTest, OnlyTheTopicAskedForIsCounted) {
  Has(TopicNamed("u"));
  Says("ministry", "5", "2025-12-24");
  const auto record = GetPartyRecord(ledger_, kWorkspace, "entities/ministry", "topics/u", {}, GoOnAlways);
  ASSERT_THAT(record, IsOk());
  EXPECT_THAT(record->claims, IsEmpty());
}

TEST_F(PartyRecordTest, WhatIsNotOnFileIsNamedAndARecordNotAwaitedEnds) {
  const auto get = [this](const std::string& party, const std::string& topic) {
    return GetPartyRecord(ledger_, kWorkspace, party, topic, {}, GoOnAlways).status();
  };
  EXPECT_THAT(get("entities/z", ""), StatusIs(absl::StatusCode::kNotFound, StartsWith("party: ")));
  EXPECT_THAT(get("entities/b", "topics/z"), StatusIs(absl::StatusCode::kNotFound, StartsWith("topic: ")));
  Says("ministry", "5", "2025-12-24");
  EXPECT_THAT(GetPartyRecord(ledger_, kWorkspace, "entities/ministry", "", {},
                             [] { return absl::CancelledError("gone"); }),
              HasCode(absl::StatusCode::kCancelled));
}

}  // namespace
}  // namespace gainsay::ledger
