#include "service/ledger/checking.h"

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using absl::StatusCode;
using engine::Label;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kKilled[] = "topics/t/questions/killed";
constexpr char kGroup[] = "topics/t/questions/group";

class Checking : public LedgerTest {
 protected:
  void SetUp() override {
    for (const char* party : {"a", "b", "c"}) Has(EntityNamed(party));
    Has(TopicNamed("t"));
    model::Question killed = QuestionNamed("t", "killed", model::ValueType::kQuantity);
    killed.unit = "persons";
    Has(killed);
    Has(QuestionNamed("t", "group", model::ValueType::kEntity));
  }

  void Said(const std::string& question, const std::string& party, model::Value value,
            const std::string& text = "") {
    model::Claim claim = ClaimOn(question, party, std::move(value));
    claim.text = text;
    ASSERT_THAT(Record(claim), IsOk());
  }

  static Candidate Stated(const std::string& question, model::Value value) {
    model::Claim claim;
    claim.question = question;
    claim.value = std::move(value);
    return claim;
  }

  CheckedCandidate Check(const Candidate& candidate) {
    const auto checked = checker_.Check(candidate);
    EXPECT_THAT(checked, IsOk());
    return checked.ok() ? *checked : CheckedCandidate();
  }
  Label LabelOf(const Candidate& candidate) { return Check(candidate).answer.label; }

  Checker checker_{ledger_, kWorkspace, {}};
};

TEST_F(Checking, ReadsWhatWasWrittenSinceTheLastCandidate) {
  Said(kKilled, "a", Amount("5"));
  EXPECT_EQ(LabelOf(Stated(kKilled, Amount("5"))), Label::kNotEnoughEvidence);
  Said(kKilled, "b", Amount("5"));
  const CheckedCandidate checked = Check(Stated(kKilled, Amount("5")));
  EXPECT_EQ(checked.answer.label, Label::kSupported);
  EXPECT_EQ(checked.revision, Latest());
}

TEST_F(Checking, OneCandidateAfterTheOtherIsAsEachAlone) {
  for (const char* party : {"a", "b"}) {
    Said(kKilled, party, Amount("5"), "Five died.");
    Said(kGroup, party, model::EntityRef{"entities/c"});
  }
  Has(EntityNamed("d"));
  const std::vector<Candidate> candidates = {Stated(kKilled, Amount("5")),
                                             Stated(kGroup, model::EntityRef{"entities/c"}),
                                             Stated(kGroup, model::EntityRef{"entities/d"}),
                                             Wording{"five died", "topics/t", {}},
                                             Stated(kGroup, model::EntityRef{"entities/c"}),
                                             Stated(kKilled, Amount("6")),
                                             Stated("topics/t/questions/none", Amount("6")),
                                             Stated(kKilled, Amount("5"))};
  for (const Candidate& candidate : candidates) {
    const auto alone = Checker(ledger_, kWorkspace, {}).Check(candidate);
    ASSERT_THAT(alone, IsOk());
    const CheckedCandidate checked = Check(candidate);
    EXPECT_EQ(checked.answer.label, alone->answer.label);
    EXPECT_EQ(checked.question, alone->question);
    EXPECT_EQ(checked.answer.missing, alone->answer.missing);
    EXPECT_EQ(checked.answer.agreeing.size(), alone->answer.agreeing.size());
    EXPECT_EQ(checked.answer.disagreeing.size(), alone->answer.disagreeing.size());
  }
}

TEST_F(Checking, ReadsWhatIsBelowAnEntityThatNoClaimNames) {
  Has(EntityNamed("faction"));
  model::Entity member = EntityNamed("member");
  member.broader = {"entities/faction"};
  Has(member);
  for (const char* party : {"a", "b"}) Said(kGroup, party, model::EntityRef{"entities/member"});
  const CheckedCandidate checked = Check(Stated(kGroup, model::EntityRef{"entities/faction"}));
  EXPECT_EQ(checked.answer.label, Label::kSupported);
  EXPECT_THAT(checked.answer.agreeing, SizeIs(1));
}

TEST_F(Checking, AnEntityThatIsNotOnFileIsNotComparedButTheQuestionIs) {
  Said(kGroup, "a", model::EntityRef{"entities/c"});
  const CheckedCandidate checked = Check(Stated(kGroup, model::EntityRef{"entities/none"}));
  EXPECT_EQ(checked.answer.label, Label::kNotEnoughEvidence);
  EXPECT_THAT(checked.answer.missing, ElementsAre("entities/none is not on file."));
  EXPECT_TRUE(checked.on_file);
  EXPECT_THAT(checked.answer.comparison->positions, SizeIs(1));
  EXPECT_THAT(checked.answer.disagreeing, IsEmpty());
}

TEST_F(Checking, AnotherWorkspaceHasNothingToSay) {
  Said(kKilled, "a", Amount("5"), "Five died.");
  Checker elsewhere(ledger_, "elsewhere", {});
  const auto by_question = elsewhere.Check(Stated(kKilled, Amount("5")));
  const auto by_words = elsewhere.Check(Wording{"Five died.", "topics/t", {}});
  ASSERT_THAT(by_question, IsOk());
  ASSERT_THAT(by_words, IsOk());
  EXPECT_FALSE(by_question->on_file);
  EXPECT_THAT(by_words->answer.missing, ElementsAre("topics/t is not on file."));
}

TEST_F(Checking, WordsAreThoseOfTheTopicAlone) {
  Has(TopicNamed("u"));
  Said(kKilled, "a", Amount("5"), "Five died.");
  EXPECT_EQ(Check(Wording{"Five died.", "topics/t", {}}).question, kKilled);
  EXPECT_THAT(Check(Wording{"Five died.", "topics/u", {}}).answer.missing,
              ElementsAre("No claim on file in topics/u says it in the same words."));
}

TEST_F(Checking, WordsWithoutATopicAreThoseOfTheQuestionsGiven) {
  Said(kKilled, "a", Amount("5"), "Five died.");
  EXPECT_EQ(Check(Wording{"five died", "", {"topics/t/questions/none", kKilled}}).question, kKilled);
  EXPECT_THAT(Check(Wording{"five died", "", {kGroup}}).answer.missing,
              ElementsAre("No claim on file says it in the same words."));
}

TEST_F(Checking, WordsThatStandForStatementsOnTwoQuestionsNameBoth) {
  Said(kKilled, "a", Amount("5"), "As told.");
  Said(kGroup, "a", model::EntityRef{"entities/c"}, "As told.");
  EXPECT_THAT(Check(Wording{"as told", "topics/t", {}}).answer.missing,
              ElementsAre(HasSubstr("2 different statements, on topics/t/questions/group and " +
                                    std::string(kKilled))));
}

TEST_F(Checking, WhatTheQuestionDoesNotAdmitIsRefusedByPath) {
  EXPECT_THAT(checker_.Check(Stated(kKilled, true)),
              StatusIs(StatusCode::kInvalidArgument, StartsWith("claim.value.boolean: a QUANTITY question")));
  model::Claim nothing;
  nothing.question = kKilled;
  nothing.text = "Five died.";
  EXPECT_THAT(checker_.Check(nothing), StatusIs(StatusCode::kInvalidArgument,
                                                StartsWith("claim.value: is required for an ASSERTION")));
  EXPECT_THAT(checker_.Check(Wording{" ", "topics/t", {}}),
              StatusIs(StatusCode::kInvalidArgument, StartsWith("text: holds white space alone")));
}

TEST_F(Checking, APartyOfThePolicyIsOnFile) {
  CompareOptions options;
  options.policy.parties = {"entities/none"};
  EXPECT_THAT(Checker(ledger_, kWorkspace, options).Check(Stated(kKilled, Amount("5"))),
              StatusIs(StatusCode::kNotFound, StartsWith("policy.parties[0]: ")));
}

}  // namespace
}  // namespace gainsay::ledger
