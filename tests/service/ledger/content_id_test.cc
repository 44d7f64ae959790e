#include "service/ledger/content_id.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

model::Claim FullClaim() {
  model::Claim claim;
  claim.question = "topics/border-clash/questions/killed";
  claim.party = "entities/gknb";
  claim.polarity = model::Polarity::kDenies;
  claim.value = model::Quantity{*model::Decimal::Parse("100"), *model::Decimal::Parse("300"),
                                model::Bound::kRange, "persons"};
  claim.certainty = model::Certainty::kProbable;
  claim.speech_act = model::SpeechAct::kAccusation;
  claim.said_time = Time("2025-12-24");
  claim.valid_time = Time("2025-12-23");
  claim.text = "Панҷ нафар";
  claim.appearances.push_back(
      {"sources/asiaplus-1", "five\ndied", "en", "par. 2", model::Access::kSecondHand, true});
  claim.appearances.push_back({"sources/amu-1"});
  return claim;
}

TEST(ContentId, CanonicalTextOfAClaimHoldsEveryFieldThatIsSetInOrder) {
  EXPECT_EQ(CanonicalText(FullClaim()),
            "claim\n"
            "question=36:topics/border-clash/questions/killed\n"
            "party=13:entities/gknb\n"
            "polarity=1:2\n"
            "value.quantity.lower=3:100\n"
            "value.quantity.upper=3:300\n"
            "value.quantity.bound=1:7\n"
            "value.quantity.unit=7:persons\n"
            "certainty=1:2\n"
            "speechAct=1:2\n"
            "saidTime=10:2025-12-24\n"
            "validTime=10:2025-12-23\n"
            "text=19:Панҷ нафар\n"
            "appearances[0].source=18:sources/asiaplus-1\n"
            "appearances[0].quote=9:five\ndied\n"
            "appearances[0].language=2:en\n"
            "appearances[0].locator=6:par. 2\n"
            "appearances[0].access=1:2\n"
            "appearances[0].interpreted=1:1\n"
            "appearances[1].source=13:sources/amu-1\n");
}

TEST(ContentId, DefaultsAreLeftOut) {
  const model::Claim claim = ClaimOn("topics/t/questions/q", "x", true);
  EXPECT_EQ(CanonicalText(claim),
            "claim\nquestion=20:topics/t/questions/q\nparty=10:entities/x\nvalue.boolean=1:1\n");
}

TEST(ContentId, EveryKindOfValueHasItsText) {
  const auto text = [](const model::Value& value) {
    const std::string whole = CanonicalText(ClaimOn("topics/t/questions/q", "x", value));
    return whole.substr(whole.find("value."));
  };
  EXPECT_EQ(text(false), "value.boolean=1:0\n");
  EXPECT_EQ(text(Amount("5.0")), "value.quantity.amount=3:5.0\nvalue.quantity.unit=7:persons\n");
  EXPECT_EQ(text(Time("201X")), "value.time=4:201X\n");
  EXPECT_EQ(text(model::EntityRef{"entities/y"}), "value.entity=10:entities/y\n");
  EXPECT_EQ(text(model::Point{37.25, -0.0, 5000}),
            "value.point.latitude=16:4042a00000000000\nvalue.point.longitude=16:0000000000000000\n"
            "value.point.radiusMeters=16:40b3880000000000\n");
  EXPECT_EQ(text(model::Text{"a b"}), "value.text=3:a b\n");
  EXPECT_EQ(text(model::Unknown{}), "value.unknown=0:\n");
  EXPECT_EQ(text(model::None{}), "value.none=0:\n");
}

TEST(ContentId, CanonicalTextsOfTheOtherKindsHoldTheirFields) {
  model::Silence silence;
  silence.question = "topics/t/questions/q";
  silence.party = "entities/x";
  silence.kind = model::SilenceKind::kNoResponse;
  silence.as_of_time = Time("2025-12-29");
  EXPECT_EQ(CanonicalText(silence),
            "silence\nquestion=20:topics/t/questions/q\nparty=10:entities/x\nkind=1:2\n"
            "asOfTime=10:2025-12-29\n");
  model::Relation relation;
  relation.from = "topics/t/questions/q/claims/a";
  relation.to = "topics/t/questions/q/claims/b";
  relation.kind = model::RelationKind::kContradicts;
  relation.author = "entities/x";
  relation.method = model::RelationMethod::kModel;
  relation.model = "m";
  relation.model_version = "1";
  EXPECT_EQ(CanonicalText(relation),
            "relation\nfrom=29:topics/t/questions/q/claims/a\nto=29:topics/t/questions/q/claims/b\n"
            "kind=1:2\nauthor=10:entities/x\nmethod=1:2\nmodel=1:m\nmodelVersion=1:1\n");
  EXPECT_EQ(CanonicalText(Withdrawn("sources/s", model::WithdrawalKind::kSourcePulled, "x", "2026")),
            "withdrawal\nsource=9:sources/s\nkind=1:4\ntime=4:2026\nparty=10:entities/x\n");
}

// These are on disk in every store that was ever written: an id that changes here is a defect.
TEST(ContentId, IdsNeverChange) {
  EXPECT_EQ(ContentId(""), "e3b0c44298fc1c149afbf4c8996fb924");
  EXPECT_EQ(ContentId(CanonicalText(ClaimOn("topics/t/questions/q", "x", true))),
            "f2ba77a0f411b1f0b2a0767bda751201");
  EXPECT_EQ(ContentId(CanonicalText(FullClaim())), "08b26461bfa372d9d23bc36a22465786");
}

TEST(ContentId, NamesAreMadeBelowTheQuestion) {
  model::Record claim = ClaimOn("topics/t/questions/q", "x", true);
  NameByContent(claim);
  EXPECT_EQ(std::get<model::Claim>(claim).name,
            "topics/t/questions/q/claims/f2ba77a0f411b1f0b2a0767bda751201");
  model::Relation relation;
  relation.from = "topics/t/questions/q/claims/a";
  relation.to = "topics/t/questions/q/claims/b";
  model::Record related = relation;
  NameByContent(related);
  EXPECT_THAT(std::get<model::Relation>(related).name, StartsWith("topics/t/questions/q/relations/"));
  model::Record withdrawal = Withdrawn("sources/s", model::WithdrawalKind::kVoided);
  NameByContent(withdrawal);
  EXPECT_THAT(std::get<model::Withdrawal>(withdrawal).name, StartsWith("withdrawals/"));
}

TEST(ContentId, AGivenNameStaysAndHasNoPartInTheId) {
  model::Record named = ClaimOn("topics/t/questions/q", "x", true, "mine");
  NameByContent(named);
  EXPECT_EQ(std::get<model::Claim>(named).name, "topics/t/questions/q/claims/mine");
  EXPECT_EQ(CanonicalText(ClaimOn("topics/t/questions/q", "x", true, "mine")),
            CanonicalText(ClaimOn("topics/t/questions/q", "x", true)));
}

TEST(ContentId, AnyOneFieldMakesAnotherId) {
  const std::vector<std::function<void(model::Claim&)>> changes = {
      [](model::Claim&) {},
      [](model::Claim& claim) { claim.question += "x"; },
      [](model::Claim& claim) { claim.party += "x"; },
      [](model::Claim& claim) { claim.polarity = model::Polarity::kAffirms; },
      [](model::Claim& claim) { claim.value.reset(); },
      [](model::Claim& claim) { std::get<model::Quantity>(*claim.value).unit = "km"; },
      [](model::Claim& claim) { std::get<model::Quantity>(*claim.value).bound = model::Bound::kAtLeast; },
      [](model::Claim& claim) { claim.certainty = model::Certainty::kPossible; },
      [](model::Claim& claim) { claim.speech_act = model::SpeechAct::kOpinion; },
      [](model::Claim& claim) { claim.said_time.reset(); },
      [](model::Claim& claim) { claim.valid_time.reset(); },
      [](model::Claim& claim) { claim.text += "x"; },
      [](model::Claim& claim) { claim.appearances.pop_back(); },
      [](model::Claim& claim) { std::swap(claim.appearances[0], claim.appearances[1]); },
      [](model::Claim& claim) { claim.appearances[0].quote += "x"; },
      [](model::Claim& claim) { claim.appearances[0].language = "tg"; },
      [](model::Claim& claim) { claim.appearances[0].locator.clear(); },
      [](model::Claim& claim) { claim.appearances[0].access = model::Access::kFirstHand; },
      [](model::Claim& claim) { claim.appearances[0].interpreted = false; }};
  std::set<std::string> ids;
  for (const auto& change : changes) {
    model::Claim claim = FullClaim();
    change(claim);
    ids.insert(ContentId(CanonicalText(claim)));
  }
  EXPECT_EQ(ids.size(), changes.size());
}

}  // namespace
}  // namespace gainsay::ledger
