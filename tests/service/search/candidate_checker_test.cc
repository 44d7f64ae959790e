#include "service/search/candidate_checker.h"

#include "tests/service/search/search_fixture.h"

namespace gainsay::search {
namespace {

using absl::StatusCode;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class CheckingCandidates : public SearchTest {
 protected:
  void SetUp() override {
    SearchTest::SetUp();
    HasQuestion();
    Says("one", "Five soldiers were killed at the bridge");
  }

  absl::StatusOr<CheckedByWords> Check(const ledger::Candidate& candidate) {
    CandidateChecker checker(*index_, ledger::kWorkspace, {}, true);
    return checker.Check(
        candidate,
        [this](store::Revision revision) {
          awaited_.push_back(revision);
          return waiting_.ok() ? index_->Await(revision, absl::Now() + kPatience) : waiting_;
        },
        [] { return absl::OkStatus(); });
  }

  absl::Status waiting_;
  std::vector<store::Revision> awaited_;
};
INSTANTIATE_TEST_SUITE_P(OnEveryStore, CheckingCandidates, ::testing::ValuesIn(ledger::EveryStore()),
                         ledger::StoreName);

TEST_P(CheckingCandidates, TheSameWordsInATopicAreToldWithoutTheIndex) {
  waiting_ = absl::DeadlineExceededError("the index lags");
  const auto checked = Check(ledger::Wording{"five soldiers were killed at the bridge", "topics/t", {}});
  ASSERT_THAT(checked, IsOk());
  EXPECT_EQ(checked->statement.question, kQuestion);
  EXPECT_THAT(checked->candidates, IsEmpty());
  EXPECT_THAT(awaited_, IsEmpty());
}

TEST_P(CheckingCandidates, AnIndexThatLagsIsAnErrorAndNoAnswer) {
  waiting_ = absl::DeadlineExceededError("the index lags");
  EXPECT_THAT(Check(ledger::Wording{"soldiers killed", "topics/t", {}}),
              HasCode(StatusCode::kDeadlineExceeded));
  EXPECT_THAT(Check(ledger::Wording{"five soldiers were killed at the bridge", "", {}}),
              HasCode(StatusCode::kDeadlineExceeded));
}

TEST_P(CheckingCandidates, TheIndexIsAwaitedAtTheRevisionThatIsRead) {
  const auto checked = Check(ledger::Wording{"soldiers killed", "", {}});
  ASSERT_THAT(checked, IsOk());
  EXPECT_THAT(awaited_, ElementsAre(checked->statement.revision));
  ASSERT_THAT(checked->candidates, SizeIs(1));
  EXPECT_EQ(checked->candidates[0].claims[0].name, std::string(kQuestion) + "/claims/one");
}

TEST_P(CheckingCandidates, AStructuredClaimNeedsNoWords) {
  model::Claim claim;
  claim.question = kQuestion;
  claim.value = true;
  const auto checked = Check(claim);
  ASSERT_THAT(checked, IsOk());
  EXPECT_TRUE(checked->statement.on_file);
  EXPECT_THAT(awaited_, IsEmpty());
}

TEST_P(CheckingCandidates, ManyClaimsOnOneQuestionDoNotHideAnother) {
  Has(ledger::QuestionNamed("t", "other", model::ValueType::kBoolean));
  for (int i = 0; i < 150; ++i) Says("bridge-" + std::to_string(i), "bridge");
  model::Claim claim = ledger::ClaimOn("topics/t/questions/other", "b", true);
  claim.text = "A long tale of how once upon a time there was to have been some bridge";
  Says(claim);
  const auto checked = Check(ledger::Wording{"bridge bridges", "", {}});
  ASSERT_THAT(checked, IsOk());
  ASSERT_THAT(checked->candidates, SizeIs(2));
  EXPECT_EQ(checked->candidates[1].question, "topics/t/questions/other");
}

TEST_P(CheckingCandidates, ATopicThatIsNotOnFileIsSaid) {
  const auto checked = Check(ledger::Wording{"soldiers", "topics/none", {}});
  ASSERT_THAT(checked, IsOk());
  EXPECT_THAT(checked->statement.answer.missing, ElementsAre("topics/none is not on file."));
}

TEST(MatchedWordsTest, AreTheWordsMarkedEachOnce) {
  const Snippet snippet{"Мост упал, мост упал: the bridge", {{0, 4}, {5, 9}, {11, 15}, {26, 32}}};
  EXPECT_THAT(MatchedWords(snippet), ElementsAre("Мост", "упал", "bridge"));
}

}  // namespace
}  // namespace gainsay::search
