#include "service/ledger/recording.h"

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using absl::StatusCode;

const std::string kQuestion = "topics/t/questions/q";

class Recording : public LedgerTest {
 protected:
  void SetUp() override {
    for (const char* id : {"a", "b"}) Has(EntityNamed(id));
    Has(SourceNamed("s"));
    Has(TopicNamed("t"));
    Has(QuestionNamed("t", "q"));
    Has(QuestionNamed("t", "words", model::ValueType::kText));
  }
};

TEST_F(Recording, TheSameClaimTwiceIsOneRecord) {
  const auto first = Record(ClaimOn(kQuestion, "a", true));
  ASSERT_THAT(first, IsOk());
  EXPECT_FALSE(first->outcomes[0].existed);
  const auto second = Record(ClaimOn(kQuestion, "a", true));
  ASSERT_THAT(second, IsOk());
  EXPECT_TRUE(second->outcomes[0].existed);
  EXPECT_EQ(second->outcomes[0].name, first->outcomes[0].name);
  EXPECT_EQ(Latest(), first->revision);
}

TEST_F(Recording, TheSameClaimTwiceInOneBatchIsOneRecord) {
  const model::Claim claim = ClaimOn(kQuestion, "a", true);
  const auto recorded = RecordAll<model::Claim>(ledger_, kWorkspace, {claim, claim}, "claims");
  ASSERT_THAT(recorded, IsOk());
  EXPECT_FALSE(recorded->outcomes[0].existed);
  EXPECT_TRUE(recorded->outcomes[1].existed);
}

TEST_F(Recording, ADifferentClaimUnderAUsedNameIsRefused) {
  ASSERT_THAT(Record(ClaimOn(kQuestion, "a", true, "c")), IsOk());
  EXPECT_THAT(Record(ClaimOn(kQuestion, "a", true, "c")), IsOk());
  EXPECT_THAT(
      Record(ClaimOn(kQuestion, "a", false, "c")),
      StatusIs(StatusCode::kAlreadyExists, HasSubstr("items[0].name: topics/t/questions/q/claims/c")));
}

TEST_F(Recording, ABadItemFailsTheWholeBatchByIndexAndField) {
  const store::Revision before = Latest();
  EXPECT_THAT(
      RecordAll<model::Claim>(ledger_, kWorkspace,
                              {ClaimOn(kQuestion, "a", true), ClaimOn(kQuestion, "nobody", true)}, "claims"),
      StatusIs(StatusCode::kNotFound, "claims[1].party: entities/nobody is not on file"));
  EXPECT_EQ(Latest(), before);
}

TEST_F(Recording, AValueOfAnotherTypeIsRefused) {
  EXPECT_THAT(Record(ClaimOn(kQuestion, "a", Amount("5"))),
              StatusIs(StatusCode::kInvalidArgument, StartsWith("items[0].value.quantity: ")));
  EXPECT_THAT(Record(ClaimOn(kQuestion, "a", model::Unknown{})), IsOk());
}

TEST_F(Recording, EverySourceAndEntityOfAClaimMustBeOnFile) {
  model::Claim claim = ClaimOn(kQuestion, "a", true);
  claim.appearances = {{"sources/s"}, {"sources/none"}};
  EXPECT_THAT(Record(claim),
              StatusIs(StatusCode::kNotFound, "items[0].appearances[1].source: sources/none is not on file"));
}

TEST_F(Recording, ASilenceNeedsItsQuestionAndParty) {
  model::Silence silence;
  silence.question = kQuestion;
  silence.party = "entities/a";
  EXPECT_THAT(Record(silence), IsOk());
  EXPECT_TRUE(Record(silence)->outcomes[0].existed);
  silence.question = "topics/t/questions/none";
  EXPECT_THAT(Record(silence), HasCode(StatusCode::kNotFound));
}

TEST_F(Recording, ARelationJoinsTwoClaimsOnOneTextQuestion) {
  const std::string words = "topics/t/questions/words";
  for (const char* id : {"x", "y"}) {
    ASSERT_THAT(Record(ClaimOn(words, "a", model::Text{id}, id)), IsOk());
    ASSERT_THAT(Record(ClaimOn(kQuestion, "a", true, id)), IsOk());
  }
  model::Relation relation;
  relation.from = words + "/claims/x";
  relation.to = words + "/claims/y";
  relation.author = "entities/b";
  EXPECT_THAT(Record(relation), IsOk());
  relation.to = kQuestion + "/claims/y";
  EXPECT_THAT(Record(relation), StatusIs(StatusCode::kInvalidArgument, StartsWith("items[0].to: ")));
  relation.from = kQuestion + "/claims/x";
  EXPECT_THAT(Record(relation), StatusIs(StatusCode::kInvalidArgument, StartsWith("items[0].from: ")));
  relation.from = words + "/claims/none";
  EXPECT_THAT(Record(relation), StatusIs(StatusCode::kNotFound, StartsWith("items[0].from: ")));
}

}  // namespace
}  // namespace gainsay::ledger
