#include "service/ledger/noun_checks.h"

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using absl::StatusCode;

class NounChecks : public LedgerTest {};

TEST_F(NounChecks, AnEntityCannotSpeakForOwnOrBeBroaderThanItself) {
  Has(EntityNamed("a"));
  EXPECT_THAT(Replace(SpeakerFor("a", "a")),
              StatusIs(StatusCode::kFailedPrecondition, "speaksFor: entities/a would speak for itself"));
  model::Entity owned = EntityNamed("b");
  owned.owned_by = "entities/b";
  EXPECT_THAT(Create(ledger_, kWorkspace, owned),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("ownedBy: ")));
  model::Entity broad = EntityNamed("b");
  broad.broader = {"entities/a", "entities/b"};
  EXPECT_THAT(Create(ledger_, kWorkspace, broad),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("broader[1]: ")));
}

TEST_F(NounChecks, ACycleThroughSpeakersAndOwnersIsRefused) {
  Has(EntityNamed("a"));
  Has(SpeakerFor("b", "a"));
  model::Entity c = EntityNamed("c");
  c.owned_by = "entities/b";
  Has(c);
  EXPECT_THAT(Replace(SpeakerFor("a", "c")),
              StatusIs(StatusCode::kFailedPrecondition,
                       "speaksFor: entities/a would speak for itself through entities/c"));
}

TEST_F(NounChecks, ACycleWhoseLinksNeverHoldAtOneTimeIsAllowed) {
  Has(EntityNamed("a"));
  Has(SpeakerFor("b", "a", "2000/2009"));
  EXPECT_THAT(Replace(SpeakerFor("a", "b", "2010/2019")), IsOk());
  EXPECT_THAT(Replace(SpeakerFor("a", "b", "2009/2019")),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("speaksFor: ")));
}

TEST_F(NounChecks, EarlierPrincipalsCountForTheirInterval) {
  Has(EntityNamed("a"));
  model::Entity b = EntityNamed("b");
  b.spoke_for = {{"entities/a", Time("1990/1999")}};
  Has(b);
  EXPECT_THAT(Replace(SpeakerFor("a", "b", "2000/2009")), IsOk());
  model::Entity a = EntityNamed("a");
  a.spoke_for = {{"entities/b", Time("2001")}, {"entities/b", Time("1995")}};
  EXPECT_THAT(Replace(a), StatusIs(StatusCode::kFailedPrecondition, StartsWith("spokeFor[1]: ")));
}

TEST_F(NounChecks, ACycleOfBroaderIsRefused) {
  Has(EntityNamed("a"));
  model::Entity b = EntityNamed("b");
  b.broader = {"entities/a"};
  Has(b);
  model::Entity a = EntityNamed("a");
  a.broader = {"entities/b"};
  EXPECT_THAT(Replace(a), StatusIs(StatusCode::kFailedPrecondition,
                                   "broader[0]: entities/a would be broader than itself through entities/b"));
}

TEST_F(NounChecks, ManyWaysUpAreNoCycle) {
  Has(EntityNamed("top"));
  for (const char* id : {"l", "r"}) {
    model::Entity entity = EntityNamed(id);
    entity.broader = {"entities/top"};
    Has(entity);
  }
  model::Entity bottom = EntityNamed("bottom");
  bottom.broader = {"entities/l", "entities/r", "entities/top"};
  Has(bottom);
  EXPECT_THAT(Replace(bottom), IsOk());
}

TEST_F(NounChecks, PartsAndWholesAskForQuantities) {
  Has(TopicNamed("t"));
  Has(QuestionNamed("t", "yes"));
  Has(QuestionNamed("t", "sum", model::ValueType::kQuantity));
  model::Question whole = QuestionNamed("t", "whole", model::ValueType::kQuantity);
  whole.parts = {"topics/t/questions/sum", "topics/t/questions/yes"};
  EXPECT_THAT(
      Create(ledger_, kWorkspace, whole),
      StatusIs(StatusCode::kInvalidArgument, "parts[1]: topics/t/questions/yes is not a QUANTITY question"));
  whole.value_type = model::ValueType::kText;
  EXPECT_THAT(Create(ledger_, kWorkspace, whole),
              StatusIs(StatusCode::kInvalidArgument, StartsWith("parts: ")));
}

TEST_F(NounChecks, ACycleOfPartsIsRefused) {
  Has(TopicNamed("t"));
  model::Question part = QuestionNamed("t", "part", model::ValueType::kQuantity);
  Has(part);
  model::Question whole = QuestionNamed("t", "whole", model::ValueType::kQuantity);
  whole.parts = {part.name};
  Has(whole);
  part.parts = {whole.name};
  EXPECT_THAT(Replace(part), StatusIs(StatusCode::kFailedPrecondition, StartsWith("parts[0]: ")));
}

TEST_F(NounChecks, TheValueTypeIsFixedOnceAClaimIsRecorded) {
  Has(TopicNamed("t"));
  Has(EntityNamed("a"));
  Has(QuestionNamed("t", "q", model::ValueType::kQuantity));
  EXPECT_THAT(Replace(QuestionNamed("t", "q")), IsOk());
  ASSERT_THAT(Record(ClaimOn("topics/t/questions/q", "a", true)), IsOk());
  EXPECT_THAT(Replace(QuestionNamed("t", "q", model::ValueType::kText)),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("valueType: ")));
  model::Question retitled = QuestionNamed("t", "q");
  retitled.title = "Did it?";
  EXPECT_THAT(Replace(retitled), IsOk());
}

TEST_F(NounChecks, TheValueTypeIsFixedWhileAnotherQuestionSumsIt) {
  Has(TopicNamed("t"));
  const model::Question part = QuestionNamed("t", "part", model::ValueType::kQuantity);
  Has(part);
  model::Question whole = QuestionNamed("t", "whole", model::ValueType::kQuantity);
  whole.parts = {part.name};
  Has(whole);
  EXPECT_THAT(Replace(QuestionNamed("t", "part")),
              StatusIs(StatusCode::kFailedPrecondition, StartsWith("valueType: ")));
  whole.parts.clear();
  ASSERT_THAT(Replace(whole), IsOk());
  EXPECT_THAT(Replace(QuestionNamed("t", "part")), IsOk());
}

}  // namespace
}  // namespace gainsay::ledger
