#include "service/ledger/references.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(References, AnEntityNamesItsPrincipalsOwnerAndWhatIsBroader) {
  model::Entity entity = SpeakerFor("e", "a");
  entity.spoke_for = {{"entities/b", Time("2020/2021")}};
  entity.owned_by = "entities/c";
  entity.broader = {"entities/d"};
  EXPECT_THAT(ReferencesOf(entity),
              ElementsAre(Reference{"speaksFor.entity", NameKind::kEntity, "entities/a"},
                          Reference{"spokeFor[0].entity", NameKind::kEntity, "entities/b"},
                          Reference{"ownedBy", NameKind::kEntity, "entities/c"},
                          Reference{"broader[0]", NameKind::kEntity, "entities/d"}));
}

TEST(References, ASourceNamesItsPublisherAndWhatItCites) {
  model::Source source = SourceNamed("s", {"a", "b"});
  source.publisher = "entities/p";
  EXPECT_THAT(ReferencesOf(source),
              ElementsAre(Reference{"publisher", NameKind::kEntity, "entities/p"},
                          Reference{"cites[0].source", NameKind::kSource, "sources/a"},
                          Reference{"cites[1].source", NameKind::kSource, "sources/b"}));
}

TEST(References, ATopicNamesItsPlaceAndParticipants) {
  model::Topic topic = TopicNamed("t");
  topic.place = "entities/p";
  topic.participants = {"entities/a"};
  EXPECT_THAT(ReferencesOf(topic),
              ElementsAre(Reference{"place", NameKind::kEntity, "entities/p"},
                          Reference{"participants[0]", NameKind::kEntity, "entities/a"}));
}

TEST(References, AQuestionNamesItsTopicRespondentsAndParts) {
  model::Question question = QuestionNamed("t", "q");
  question.respondents = {"entities/a"};
  question.parts = {"topics/u/questions/r"};
  EXPECT_THAT(ReferencesOf(question),
              ElementsAre(Reference{"name", NameKind::kTopic, "topics/t"},
                          Reference{"respondents[0]", NameKind::kEntity, "entities/a"},
                          Reference{"parts[0]", NameKind::kQuestion, "topics/u/questions/r"}));
}

TEST(References, AClaimNamesItsQuestionPartyValueAndSources) {
  model::Claim claim = ClaimOn("topics/t/questions/q", "a", model::EntityRef{"entities/v"});
  claim.appearances = {{"sources/s"}, {"sources/r"}};
  EXPECT_THAT(ReferencesOf(claim),
              ElementsAre(Reference{"question", NameKind::kQuestion, "topics/t/questions/q"},
                          Reference{"party", NameKind::kEntity, "entities/a"},
                          Reference{"value.entity", NameKind::kEntity, "entities/v"},
                          Reference{"appearances[0].source", NameKind::kSource, "sources/s"},
                          Reference{"appearances[1].source", NameKind::kSource, "sources/r"}));
}

TEST(References, AWithdrawalNamesItsTargetByKind) {
  model::Withdrawal withdrawal =
      Withdrawn("topics/t/questions/q/claims/a", model::WithdrawalKind::kSuperseded, "p");
  withdrawal.superseded_by = "topics/t/questions/q/claims/b";
  EXPECT_THAT(ReferencesOf(withdrawal),
              ElementsAre(Reference{"claim", NameKind::kClaim, "topics/t/questions/q/claims/a"},
                          Reference{"supersededBy", NameKind::kClaim, "topics/t/questions/q/claims/b"},
                          Reference{"party", NameKind::kEntity, "entities/p"}));
  EXPECT_THAT(ReferencesOf(Withdrawn("sources/s", model::WithdrawalKind::kVoided)),
              ElementsAre(Reference{"source", NameKind::kSource, "sources/s"}));
  EXPECT_THAT(ReferencesOf(Withdrawn("topics/t/questions/q/silences/s", model::WithdrawalKind::kVoided)),
              ElementsAre(Reference{"silence", NameKind::kSilence, "topics/t/questions/q/silences/s"}));
}

TEST(References, WhatNamesNothingHasNone) { EXPECT_THAT(ReferencesOf(EntityNamed("e")), IsEmpty()); }

}  // namespace
}  // namespace gainsay::ledger
