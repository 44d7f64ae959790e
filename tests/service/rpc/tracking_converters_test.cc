#include <string>

#include "absl/time/time.h"
#include "service/rpc/history_converter.h"
#include "service/rpc/party_record_converter.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

model::Value Amount(const std::string& text) {
  const model::Decimal amount = *model::Decimal::Parse(text);
  return model::Quantity{amount, amount, model::Bound::kAtLeast, "persons"};
}

TEST(HistoryConverterTest, ATurnIsShownWithEveryField) {
  engine::Turn turn;
  turn.verdict = {.status = engine::Status::kConflicting,
                  .conflict_kind = engine::ConflictKind::kDenial,
                  .grade = engine::Grade::kThirdParty,
                  .consensus = engine::Consensus{{{Amount("5"), model::Polarity::kDenies}}, Amount("4")}};
  turn.said_time = "2025-12-27";
  turn.known = absl::FromUnixSeconds(1'767'225'600);
  turn.revision = 7;
  turn.causes = {"topics/t/questions/q/claims/c", "entities/a"};
  EXPECT_THAT(HistoryEntryToProto(turn), EqualsProto(FromJson<v1::HistoryEntry>(R"({
      "status": "STATUS_CONFLICTING", "conflictKind": "CONFLICT_KIND_DENIAL", "grade": "GRADE_THIRD_PARTY",
      "consensus": {
        "allOf": [{"value": {"quantity": {"amount": "5", "bound": "BOUND_AT_LEAST", "unit": "persons"}},
                   "polarity": "POLARITY_DENIES"}],
        "value": {"quantity": {"amount": "4", "bound": "BOUND_AT_LEAST", "unit": "persons"}}},
      "saidTime": "2025-12-27", "knownAt": "2026-01-01T00:00:00.000000+00:00", "revision": "7",
      "causes": ["topics/t/questions/q/claims/c", "entities/a"]})")));
}

TEST(HistoryConverterTest, OfManyCausesTheFirstAreNamed) {
  engine::Turn turn;
  for (size_t i = 0; i <= kMaxCauses; ++i) turn.causes.push_back(std::to_string(i));
  const v1::HistoryEntry entry = HistoryEntryToProto(turn);
  EXPECT_EQ(entry.causes_size(), static_cast<int>(kMaxCauses));
  EXPECT_EQ(entry.causes(0), "0");
}

TEST(PartyRecordConverterTest, AClaimIsShownWithEveryField) {
  const ledger::PartyClaim claim = {.claim = "topics/t/questions/q/claims/c",
                                    .party = "entities/p",
                                    .outcome = engine::Outcome::kReplaced,
                                    .stated = {Amount("5"), model::Polarity::kDenies},
                                    .speech_act = model::SpeechAct::kDemand,
                                    .said_time = "2025-12-24",
                                    .title = "How many?"};
  EXPECT_THAT(PartyClaimToProto(claim), EqualsProto(FromJson<v1::PartyClaim>(R"({
      "claim": "topics/t/questions/q/claims/c", "party": "entities/p", "outcome": "OUTCOME_REPLACED",
      "value": {"quantity": {"amount": "5", "bound": "BOUND_AT_LEAST", "unit": "persons"}},
      "polarity": "POLARITY_DENIES", "speechAct": "SPEECH_ACT_DEMAND", "saidTime": "2025-12-24",
      "title": "How many?"})")));
}

TEST(PartyRecordConverterTest, EachOutcomeIsCountedUnderItsOwnNameAndAmongAll) {
  v1::Tally tally;
  for (const auto& [wire, outcome] : kOutcomes) AddToTally({.outcome = outcome}, tally);
  AddToTally({.outcome = engine::Outcome::kContradicted}, tally);
  EXPECT_THAT(tally, EqualsProto(FromJson<v1::Tally>(R"({
      "claims": 7, "confirmed": 1, "contradicted": 2, "withdrawn": 1, "unanswered": 1, "replaced": 1,
      "notCompared": 1})")));
}

}  // namespace
}  // namespace gainsay::rpc
