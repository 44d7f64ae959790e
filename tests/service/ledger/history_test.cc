#include "service/ledger/history.h"

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using engine::Status;
using engine::Turn;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kQuestion[] = "topics/t/questions/q";

absl::Status GoOnAlways() { return absl::OkStatus(); }

// A question on how many there were, and three parties.
class HistoryTest : public LedgerTest {
 protected:
  void SetUp() override {
    for (const char* party : {"a", "b", "c"}) Has(EntityNamed(party));
    Has(TopicNamed("t"));
    model::Question question = QuestionNamed("t", "q", model::ValueType::kQuantity);
    question.title = "How many?";
    Has(question);
  }

  // Returns the revision that recorded it.
  store::Revision Says(const std::string& party, const std::string& amount, const std::string& time) {
    model::Claim claim = ClaimOn(kQuestion, party, Amount(amount), party + amount);
    claim.said_time = Time(time);
    return Records(claim);
  }
  template <class Item>
  store::Revision Records(const Item& item) {
    EXPECT_THAT(Record(item), IsOk());
    return Latest();
  }

  std::vector<Turn> TurnsAlong(HistoryAxis axis, const CompareOptions& options = {}) {
    const auto history = GetHistory(ledger_, kWorkspace, kQuestion, axis, options, GoOnAlways);
    EXPECT_THAT(history, IsOk());
    return history.ok() ? history->turns : std::vector<Turn>();
  }

  Status StatusAt(store::Revision revision) {
    CompareOptions options;
    options.known_at = revision;
    const auto compared = CompareQuestion(ledger_, kWorkspace, kQuestion, options);
    EXPECT_THAT(compared, IsOk());
    return compared.ok() ? compared->comparison.status : Status::kWithdrawn;
  }
};

std::vector<Status> StatusesOf(const std::vector<Turn>& turns) {
  std::vector<Status> statuses;
  for (const Turn& turn : turns) statuses.push_back(turn.verdict.status);
  return statuses;
}

TEST_F(HistoryTest, ComparingAtATurnsRevisionGivesItsStatusAndOneBeforeTheLastTurns) {
  Says("a", "5", "2025-12-24");
  Says("b", "5", "2025-12-27");
  Says("c", "4", "2025-12-26");
  Records(Withdrawn("topics/t/questions/q/claims/c4", model::WithdrawalKind::kVoided));
  ASSERT_THAT(Replace(SpeakerFor("a", "b")), IsOk());
  Records(Withdrawn("topics/t/questions/q/claims/b5", model::WithdrawalKind::kVoided));
  Records(Withdrawn("topics/t/questions/q/claims/a5", model::WithdrawalKind::kVoided));

  const std::vector<Turn> turns = TurnsAlong(HistoryAxis::kKnown);

  EXPECT_THAT(StatusesOf(turns),
              ElementsAre(Status::kUnconfirmed, Status::kConfirmed, Status::kConflicting, Status::kConfirmed,
                          Status::kUnconfirmed, Status::kNoStatements));
  Status before = Status::kNoStatements;
  for (const Turn& turn : turns) {
    EXPECT_EQ(StatusAt(turn.revision - 1), before) << turn.revision;
    EXPECT_EQ(StatusAt(turn.revision), turn.verdict.status) << turn.revision;
    before = turn.verdict.status;
  }
}

TEST_F(HistoryTest, ATurnIsTheFirstRevisionOfItsStatus) {
  const store::Revision first = Says("a", "5", "2025-12-24");
  Says("a", "6", "2025-12-25");

  const std::vector<Turn> turns = TurnsAlong(HistoryAxis::kKnown);

  ASSERT_EQ(turns.size(), 1U);
  EXPECT_EQ(turns[0].revision, first);
  EXPECT_EQ(turns[0].said_time, "2025-12-24");
}

TEST_F(HistoryTest, WhatIsLearnedLateTurnsTheQuestionWhenItWasSaidAndWhenItWasLearned) {
  Says("a", "5", "2025-12-27");
  const store::Revision late = Says("b", "4", "2025-12-24");

  const std::vector<Turn> said = TurnsAlong(HistoryAxis::kSaid);
  const std::vector<Turn> known = TurnsAlong(HistoryAxis::kKnown);

  ASSERT_THAT(StatusesOf(said), ElementsAre(Status::kUnconfirmed, Status::kConflicting));
  EXPECT_EQ(said[0].said_time, "2025-12-24");
  EXPECT_THAT(said[1].causes, ElementsAre("topics/t/questions/q/claims/a5"));
  ASSERT_THAT(StatusesOf(known), ElementsAre(Status::kUnconfirmed, Status::kConflicting));
  EXPECT_EQ(known[1].revision, late);
  EXPECT_EQ(known[1].said_time, "2025-12-24");
  EXPECT_THAT(known[1].causes, ElementsAre("topics/t/questions/q/claims/b4"));
}

TEST_F(HistoryTest, WhatIsConfirmedIsToldWithTheTurn) {
  Says("a", "5", "2025-12-24");
  Says("b", "5", "2025-12-27");
  for (const HistoryAxis axis : {HistoryAxis::kSaid, HistoryAxis::kKnown}) {
    const std::vector<Turn> turns = TurnsAlong(axis);
    ASSERT_EQ(turns.size(), 2U);
    ASSERT_TRUE(turns[1].verdict.consensus);
    EXPECT_EQ(turns[1].verdict.consensus->value, Amount("5"));
    EXPECT_EQ(turns[1].verdict.grade, engine::Grade::kThirdParty);
  }
}

TEST_F(HistoryTest, AnEntityThatIsTheReasonIsNamedAsTheCause) {
  Says("a", "5", "2025-12-24");
  Says("b", "5", "2025-12-27");
  ASSERT_THAT(Replace(SpeakerFor("a", "b")), IsOk());
  const std::vector<Turn> turns = TurnsAlong(HistoryAxis::kKnown);
  ASSERT_EQ(turns.size(), 3U);
  EXPECT_THAT(turns[2].causes, ElementsAre("entities/a"));
  EXPECT_EQ(turns[2].said_time, "");
}

TEST_F(HistoryTest, WhatIsNewBelowTheAnswersIsACause) {
  Has(QuestionNamed("t", "who", model::ValueType::kEntity));
  for (const char* group : {"x", "y"}) Has(EntityNamed(group));
  Records(ClaimOn("topics/t/questions/who", "a", model::EntityRef{"entities/x"}));
  Records(ClaimOn("topics/t/questions/who", "b", model::EntityRef{"entities/y"}));
  model::Entity both = EntityNamed("z");
  both.broader = {"entities/x", "entities/y"};
  Has(both);

  const auto history =
      GetHistory(ledger_, kWorkspace, "topics/t/questions/who", HistoryAxis::kKnown, {}, GoOnAlways);

  ASSERT_THAT(history, IsOk());
  ASSERT_THAT(StatusesOf(history->turns),
              ElementsAre(Status::kUnconfirmed, Status::kConflicting, Status::kUnconfirmed));
  EXPECT_THAT(history->turns[2].causes, ElementsAre("entities/z"));
}

TEST_F(HistoryTest, OfWhatOneRevisionWroteTheStatementsComeFirst) {
  const Imported imported = ImportAll(ledger_, {EntityNamed("d"), QuestionNamed("t", "new"),
                                                ClaimOn("topics/t/questions/new", "d", true, "d")});
  ASSERT_THAT(imported.errors, IsEmpty());

  const auto history =
      GetHistory(ledger_, kWorkspace, "topics/t/questions/new", HistoryAxis::kKnown, {}, GoOnAlways);

  ASSERT_THAT(history, IsOk());
  ASSERT_EQ(history->turns.size(), 1U);
  EXPECT_THAT(history->turns[0].causes,
              ElementsAre("topics/t/questions/new/claims/d", "entities/d", "topics/t/questions/new"));
}

TEST_F(HistoryTest, ADocumentThatIsPulledIsACauseWithItsTime) {
  Has(SourceNamed("s"));
  model::Claim claim = ClaimOn(kQuestion, "a", Amount("5"), "a5");
  claim.appearances.push_back({.source = "sources/s"});
  Records(claim);
  model::Withdrawal pulled = Withdrawn("sources/s", model::WithdrawalKind::kSourcePulled, "", "2026-01-02");
  pulled.name = "withdrawals/w";
  Records(pulled);

  const std::vector<Turn> turns = TurnsAlong(HistoryAxis::kKnown);

  ASSERT_THAT(StatusesOf(turns), ElementsAre(Status::kUnconfirmed, Status::kWithdrawn));
  EXPECT_EQ(turns[1].said_time, "2026-01-02");
  EXPECT_THAT(turns[1].causes, ElementsAre("withdrawals/w"));
}

TEST_F(HistoryTest, EndsAtTheMomentAskedForAndReadsOnlyWhatWasSaidByThen) {
  const store::Revision first = Says("a", "5", "2025-12-24");
  Says("b", "4", "2025-12-27");
  CompareOptions known;
  known.known_at = first;
  CompareOptions said;
  said.times.said_until = Time("2025-12-25");
  for (const CompareOptions& options : {known, said}) {
    EXPECT_THAT(StatusesOf(TurnsAlong(HistoryAxis::kKnown, options)), ElementsAre(Status::kUnconfirmed));
    EXPECT_THAT(StatusesOf(TurnsAlong(HistoryAxis::kSaid, options)), ElementsAre(Status::kUnconfirmed));
  }
}

TEST_F(HistoryTest, APartyOfThePolicyThatCameLaterEndsTheWalk) {
  Says("a", "5", "2025-12-24");
  Has(EntityNamed("d"));
  const store::Revision on_file = Latest();
  CompareOptions options;
  options.policy.parties = {"entities/a", "entities/d"};
  const std::vector<Turn> turns = TurnsAlong(HistoryAxis::kKnown, options);
  ASSERT_EQ(turns.size(), 1U);
  EXPECT_EQ(turns[0].revision, on_file);
}

TEST_F(HistoryTest, AQuestionThatNobodyHasAnsweredHasNone) {
  EXPECT_THAT(TurnsAlong(HistoryAxis::kKnown), IsEmpty());
  EXPECT_THAT(TurnsAlong(HistoryAxis::kSaid), IsEmpty());
}

TEST_F(HistoryTest, AWalkThatIsNotAwaitedEnds) {
  Says("a", "5", "2025-12-24");
  Says("b", "4", "2025-12-24");
  EXPECT_THAT(GetHistory(ledger_, kWorkspace, kQuestion, HistoryAxis::kKnown, {},
                         [] { return absl::CancelledError("gone"); }),
              HasCode(absl::StatusCode::kCancelled));
}

TEST_F(HistoryTest, WhatIsNotOnFileIsNamed) {
  EXPECT_THAT(GetHistory(ledger_, kWorkspace, "topics/t/questions/z", HistoryAxis::kKnown, {}, GoOnAlways),
              StatusIs(absl::StatusCode::kNotFound, StartsWith("question: ")));
  CompareOptions options;
  options.policy.parties = {"entities/z"};
  EXPECT_THAT(GetHistory(ledger_, kWorkspace, kQuestion, HistoryAxis::kSaid, options, GoOnAlways),
              StatusIs(absl::StatusCode::kNotFound, StartsWith("policy.parties[0]: ")));
  options = {};
  options.known_at = Latest() + 1;
  EXPECT_THAT(GetHistory(ledger_, kWorkspace, kQuestion, HistoryAxis::kSaid, options, GoOnAlways),
              HasCode(absl::StatusCode::kOutOfRange));
}

}  // namespace
}  // namespace gainsay::ledger
