#include "service/rpc/comparison_converter.h"

#include <algorithm>
#include <string>
#include <vector>

#include "service/rpc/comparison_enums.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

model::Value Amount(const std::string& text) {
  const model::Decimal amount = *model::Decimal::Parse(text);
  return model::Quantity{amount, amount, model::Bound::kAtLeast, "persons"};
}

const engine::Stated kStated = {Amount("5"), model::Polarity::kDenies};
const engine::Stated kNothing;

engine::ShownClaim ShownSupporter() {
  engine::ShownClaim claim;
  claim.claim = "topics/t/questions/q/claims/a";
  claim.party = "entities/gknb";
  claim.side = "entities/tajikistan";
  claim.attribution = engine::Attribution::kRelayed;
  claim.origins_min = 1;
  claim.origins_max = 2;
  claim.stated = &kStated;
  claim.certainty = model::Certainty::kProbable;
  claim.said_time = "2025-12-24";
  claim.sources = {"sources/a", "sources/b"};
  claim.publishers = {"entities/asiaplus"};
  return claim;
}

constexpr char kSupporter[] = R"({
    "claim": "topics/t/questions/q/claims/a", "party": "entities/gknb", "side": "entities/tajikistan",
    "relation": "SET_RELATION_REFINES", "independent": true, "counted": true,
    "attribution": "ATTRIBUTION_RELAYED", "originsMin": 1, "originsMax": 2,
    "value": {"quantity": {"amount": "5", "bound": "BOUND_AT_LEAST", "unit": "persons"}},
    "polarity": "POLARITY_DENIES", "certainty": "CERTAINTY_PROBABLE", "saidTime": "2025-12-24",
    "sources": ["sources/a", "sources/b"], "publishers": ["entities/asiaplus"], "reason": "why"})";

TEST(ComparisonConverterTest, APositionIsShownWithEveryField) {
  engine::Position position;
  position.stated = {Amount("5"), model::Polarity::kAffirms};
  position.status = engine::Status::kConflicting;
  position.conflict_kind = engine::ConflictKind::kDenial;
  position.grade = engine::Grade::kThirdParty;
  position.flags = {engine::Flag::kUndated, engine::Flag::kAnonymousOnly};
  position.counts = {1, 2, 3, 4, 5};
  position.sides = {"entities/tajikistan"};
  const engine::ShownClaim supporter = ShownSupporter();
  const engine::ShownClaim opposer{.claim = "topics/t/questions/q/claims/b", .stated = &kNothing};
  const engine::ShownClaim compatible{.claim = "topics/t/questions/q/claims/c", .stated = &kNothing};
  position.supporters = {{&supporter, engine::SetRelation::kRefines, true, true, "why"}};
  position.opposers = {{&opposer}};
  position.compatible = {{&compatible}};
  engine::Comparison comparison;
  comparison.positions = {position};

  const v1::Comparison proto = ComparisonToProto(comparison);

  ASSERT_EQ(proto.positions_size(), 1);
  const v1::Position& shown = proto.positions(0);
  EXPECT_THAT(shown.value(),
              EqualsProto(FromJson<v1::Value>(
                  R"({"quantity": {"amount": "5", "bound": "BOUND_AT_LEAST", "unit": "persons"}})")));
  EXPECT_EQ(shown.polarity(), v1::POLARITY_AFFIRMS);
  EXPECT_EQ(shown.status(), v1::STATUS_CONFLICTING);
  EXPECT_EQ(shown.conflict_kind(), v1::CONFLICT_KIND_DENIAL);
  EXPECT_EQ(shown.grade(), v1::GRADE_THIRD_PARTY);
  EXPECT_THAT(shown.flags(), ::testing::ElementsAre(v1::FLAG_ANONYMOUS_ONLY, v1::FLAG_UNDATED));
  EXPECT_THAT(
      shown.counts(),
      EqualsProto(FromJson<v1::Counts>(
          R"({"sides": 1, "confirmingSides": 2, "originsMin": 3, "originsMax": 4, "documents": 5})")));
  EXPECT_THAT(shown.sides(), ::testing::ElementsAre("entities/tajikistan"));
  EXPECT_THAT(shown.supporters(0), EqualsProto(FromJson<v1::RelatedClaim>(kSupporter)));
  EXPECT_EQ(shown.opposers(0).claim(), "topics/t/questions/q/claims/b");
  EXPECT_EQ(shown.compatible(0).claim(), "topics/t/questions/q/claims/c");
}

TEST(ComparisonConverterTest, AQuestionIsShownWithEveryField) {
  engine::Comparison comparison;
  comparison.question = "topics/t/questions/q";
  comparison.title = "How many?";
  comparison.status = engine::Status::kConfirmed;
  comparison.grade = engine::Grade::kCounterparty;
  comparison.flags = {engine::Flag::kPartiallyConfirmed};
  comparison.consensus = engine::Consensus{{{Amount("5"), model::Polarity::kAffirms}}, Amount("5")};
  comparison.respondents = {{"entities/taliban",
                             engine::RespondentState::kSilent,
                             {{"topics/t/questions/q/silences/s",
                               "entities/mfa",
                               model::SilenceKind::kNoResponse,
                               "2025-12-29",
                               {"entities/asiaplus"},
                               {"sources/a"},
                               true}},
                             {"topics/t/questions/q/claims/z"}}};
  comparison.counts.documents = 3;
  comparison.others = {{"topics/t/questions/q/claims/d", engine::OtherReason::kSpeechAct, "entities/gknb",
                        "entities/tajikistan", model::SpeechAct::kDemand, &kNothing, "2025-12-25",
                        "Apologise."}};
  comparison.since = engine::Since{"2025-12-30", "2025-12-31T00:00:00+00:00"};
  comparison.explanation = {{"CONFIRMED",
                             {"topics/t/questions/q/claims/a"},
                             engine::SetRelation::kEqual,
                             {"5 or more"},
                             "1 persons",
                             "entities/gknb speaks_for entities/tajikistan",
                             "So."}};

  EXPECT_THAT(ComparisonToProto(comparison), EqualsProto(FromJson<v1::Comparison>(R"({
      "question": "topics/t/questions/q", "title": "How many?", "status": "STATUS_CONFIRMED",
      "grade": "GRADE_COUNTERPARTY", "flags": ["FLAG_PARTIALLY_CONFIRMED"],
      "consensus": {
        "allOf": [{"value": {"quantity": {"amount": "5", "bound": "BOUND_AT_LEAST", "unit": "persons"}},
                   "polarity": "POLARITY_AFFIRMS"}],
        "value": {"quantity": {"amount": "5", "bound": "BOUND_AT_LEAST", "unit": "persons"}}},
      "respondents": [{
        "entity": "entities/taliban", "state": "RESPONDENT_STATE_SILENT",
        "silences": [{"silence": "topics/t/questions/q/silences/s", "party": "entities/mfa",
                      "kind": "SILENCE_KIND_NO_RESPONSE", "asOfTime": "2025-12-29",
                      "observers": ["entities/asiaplus"], "sources": ["sources/a"], "overtaken": true}],
        "claims": ["topics/t/questions/q/claims/z"]}],
      "counts": {"documents": 3},
      "others": [{"claim": "topics/t/questions/q/claims/d", "reason": "OTHER_REASON_SPEECH_ACT",
                  "party": "entities/gknb", "side": "entities/tajikistan", "speechAct": "SPEECH_ACT_DEMAND",
                  "polarity": "POLARITY_AFFIRMS", "saidTime": "2025-12-25", "text": "Apologise."}],
      "since": {"saidTime": "2025-12-30", "knownAt": "2025-12-31T00:00:00+00:00"},
      "explanation": [{"rule": "CONFIRMED", "claims": ["topics/t/questions/q/claims/a"],
                       "relation": "SET_RELATION_EQUAL", "sets": ["5 or more"], "tolerance": "1 persons",
                       "edge": "entities/gknb speaks_for entities/tajikistan", "text": "So."}]})")));
}

TEST(ComparisonConverterTest, FlagsAreShownInOrderOfName) {
  engine::Comparison comparison;
  for (int flag = 0; flag <= static_cast<int>(engine::Flag::kUpdated); ++flag) {
    comparison.flags.insert(static_cast<engine::Flag>(flag));
  }

  const v1::Comparison proto = ComparisonToProto(comparison);

  std::vector<std::string> names;
  for (const int flag : proto.flags()) {
    names.push_back(v1::Flag_Name(static_cast<v1::Flag>(flag)));
  }

  EXPECT_EQ(names.size(), static_cast<size_t>(v1::Flag_descriptor()->value_count() - 1));
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

}  // namespace
}  // namespace gainsay::rpc
