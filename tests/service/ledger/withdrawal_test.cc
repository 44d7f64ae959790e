#include "service/ledger/statement_checks.h"
#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using absl::StatusCode;
using model::WithdrawalKind;

const std::string kQuestion = "topics/t/questions/q";
const std::string kClaim = "topics/t/questions/q/claims/c";

// A ministry of a state, its spokesman until 2025, an outlet it owns, and another state.
class Withdrawals : public LedgerTest {
 protected:
  void SetUp() override {
    for (const char* id : {"state", "other"}) Has(EntityNamed(id));
    Has(SpeakerFor("ministry", "state"));
    Has(SpeakerFor("spokesman", "ministry", "../2025"));
    model::Entity outlet = EntityNamed("outlet");
    outlet.owned_by = "entities/state";
    Has(outlet);
    model::Source source = SourceNamed("s");
    source.publisher = "entities/outlet";
    Has(source);
    Has(SourceNamed("orphan"));
    Has(TopicNamed("t"));
    Has(QuestionNamed("t", "q"));
    Has(QuestionNamed("t", "r"));
    model::Claim claim = ClaimOn(kQuestion, "spokesman", true, "c");
    claim.said_time = Time("2025-12-24");
    ASSERT_THAT(Record(claim), IsOk());
  }

  absl::StatusOr<RecordedBatch> Withdraw(WithdrawalKind kind, const std::string& party,
                                         const std::string& time = "2026-01-02") {
    return Record(Withdrawn(kClaim, kind, party, time));
  }
  absl::StatusOr<RecordedBatch> Supersede(const std::string& party, const std::string& said,
                                          const std::string& question = kQuestion) {
    model::Claim later = ClaimOn(question, party, false);
    if (!said.empty()) later.said_time = Time(said);
    const auto recorded = Record(later);
    if (!recorded.ok()) return recorded;
    model::Withdrawal withdrawal = Withdrawn(kClaim, WithdrawalKind::kSuperseded);
    withdrawal.superseded_by = recorded->outcomes[0].name;
    return Record(withdrawal);
  }
};

TEST_F(Withdrawals, ThePartyTakesItsClaimBackUnlessAnotherIsNamed) {
  EXPECT_THAT(Withdraw(WithdrawalKind::kRetracted, ""), IsOk());
}

TEST_F(Withdrawals, ItsSideTakesAClaimBackEvenIfThePartyHasSinceLeftIt) {
  EXPECT_THAT(Withdraw(WithdrawalKind::kRetracted, "state"), IsOk());
  EXPECT_THAT(Withdraw(WithdrawalKind::kRetracted, "ministry", "2025-12-25"), IsOk());
}

TEST_F(Withdrawals, AnotherSideCannotTakeAClaimBack) {
  EXPECT_THAT(Withdraw(WithdrawalKind::kRetracted, "other"),
              StatusIs(StatusCode::kFailedPrecondition,
                       "items[0].party: entities/other is not of the side of entities/spokesman"));
}

TEST_F(Withdrawals, WhoHadLeftTheSideCannotTakeBackWhatItSaidLater) {
  model::Claim claim = ClaimOn(kQuestion, "ministry", false, "later");
  claim.said_time = Time("2026-02");
  ASSERT_THAT(Record(claim), IsOk());
  EXPECT_THAT(
      Record(Withdrawn(kQuestion + "/claims/later", WithdrawalKind::kRetracted, "spokesman", "2026-03")),
      StatusIs(StatusCode::kFailedPrecondition, StartsWith("items[0].party: ")));
}

TEST_F(Withdrawals, TheTimeIsThatOfTheFirstPublicationIfNoneIsGiven) {
  model::Source late = SourceNamed("late");
  late.publish_time = Time("2026-03");
  Has(late);
  model::Claim claim = ClaimOn(kQuestion, "ministry", false, "later");
  claim.said_time = Time("2026-02");
  ASSERT_THAT(Record(claim), IsOk());
  model::Withdrawal withdrawal =
      Withdrawn(kQuestion + "/claims/later", WithdrawalKind::kRetracted, "spokesman");
  withdrawal.appearances = {{"sources/late"}};
  EXPECT_THAT(Record(withdrawal), HasCode(StatusCode::kFailedPrecondition));
}

TEST_F(Withdrawals, OnlyThePartyItselfDisowns) {
  EXPECT_THAT(Withdraw(WithdrawalKind::kDisowned, "spokesman"), IsOk());
  EXPECT_THAT(Withdraw(WithdrawalKind::kDisowned, "ministry"),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("items[0].party: ")));
}

TEST_F(Withdrawals, AnyoneVoids) {
  EXPECT_THAT(Withdraw(WithdrawalKind::kVoided, "other"), IsOk());
  EXPECT_THAT(Record(Withdrawn("sources/s", WithdrawalKind::kVoided, "other")), IsOk());
}

TEST_F(Withdrawals, AClaimIsSupersededByALaterOneOfItsSide) {
  EXPECT_THAT(Supersede("ministry", "2025-12-27"), IsOk());
}

TEST_F(Withdrawals, TimesThatMayBeInOrderAreNotRefused) {
  EXPECT_THAT(Supersede("ministry", "2025-12"), IsOk());
  EXPECT_THAT(Supersede("state", ""), IsOk());
}

TEST_F(Withdrawals, AClaimIsNotSupersededByAnEarlierOne) {
  EXPECT_THAT(Supersede("ministry", "2025-12-20"),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("items[0].supersededBy: ")));
}

TEST_F(Withdrawals, AClaimIsNotSupersededByAnotherSidesOrOnAnotherQuestion) {
  EXPECT_THAT(Supersede("other", "2025-12-27"),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("items[0].supersededBy: ")));
  EXPECT_THAT(Supersede("ministry", "2025-12-27", "topics/t/questions/r"),
              StatusIs(StatusCode::kInvalidArgument, StartsWith("items[0].supersededBy: ")));
}

TEST_F(Withdrawals, ThePublishersSidePullsASource) {
  EXPECT_THAT(Record(Withdrawn("sources/s", WithdrawalKind::kSourcePulled)), IsOk());
  EXPECT_THAT(Record(Withdrawn("sources/s", WithdrawalKind::kSourcePulled, "state")), IsOk());
  EXPECT_THAT(Record(Withdrawn("sources/s", WithdrawalKind::kSourcePulled, "other")),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("items[0].party: ")));
  EXPECT_THAT(Record(Withdrawn("sources/orphan", WithdrawalKind::kSourcePulled, "other")),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("items[0].party: ")));
}

TEST_F(Withdrawals, TheKindMustFitTheTarget) {
  model::Silence silence;
  silence.name = kQuestion + "/silences/s";
  silence.question = kQuestion;
  silence.party = "entities/other";
  ASSERT_THAT(Record(silence), IsOk());
  EXPECT_THAT(Withdraw(WithdrawalKind::kSourcePulled, ""),
              StatusIs(StatusCode::kInvalidArgument, StartsWith("items[0].kind: ")));
  EXPECT_THAT(Record(Withdrawn(silence.name, WithdrawalKind::kDisowned)),
              StatusIs(StatusCode::kInvalidArgument, StartsWith("items[0].kind: ")));
  EXPECT_THAT(Record(Withdrawn("sources/s", WithdrawalKind::kRetracted)),
              StatusIs(StatusCode::kInvalidArgument, StartsWith("items[0].kind: ")));
  EXPECT_THAT(Record(Withdrawn(silence.name, WithdrawalKind::kRetracted)), IsOk());
}

TEST_F(Withdrawals, TheTargetMustBeOnFile) {
  EXPECT_THAT(
      Record(Withdrawn(kQuestion + "/claims/none", WithdrawalKind::kVoided)),
      StatusIs(StatusCode::kNotFound, "items[0].claim: topics/t/questions/q/claims/none is not on file"));
  EXPECT_THAT(Record(Withdrawn("sources/none", WithdrawalKind::kVoided)),
              StatusIs(StatusCode::kNotFound, StartsWith("items[0].source: ")));
}

}  // namespace
}  // namespace gainsay::ledger
