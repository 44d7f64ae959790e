#include "service/ledger/claims.h"

#include <algorithm>

#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using absl::StatusCode;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Claims : public LedgerTest {
 protected:
  void SetUp() override {
    Has(EntityNamed("state"));
    Has(SpeakerFor("ministry", "state"));
    model::Entity outlet = EntityNamed("outlet");
    outlet.owned_by = "entities/ministry";
    Has(outlet);
    Has(EntityNamed("other"));
    model::Source source = SourceNamed("s");
    source.publish_time = Time("2025-12-27");
    Has(source);
    for (const char* topic : {"a", "a-b"}) {
      Has(TopicNamed(topic));
      for (const char* id : {"q", "q-1"}) Has(QuestionNamed(topic, id));
    }
  }

  void Said(const std::string& question, const std::string& party, const std::string& id,
            const std::string& time = "", const std::string& source = "") {
    model::Claim claim = ClaimOn(question, party, true, id);
    if (!time.empty()) claim.said_time = Time(time);
    if (!source.empty()) claim.appearances = {{source}};
    ASSERT_THAT(Record(claim), IsOk());
  }

  std::vector<std::string> Listed(const ClaimFilter& filter, int page_size = 100) {
    std::vector<std::string> names;
    Page page{.size = page_size};
    do {
      const auto listed = ListClaims(ledger_, kWorkspace, filter, page);
      EXPECT_THAT(listed, IsOk());
      for (const auto& item : listed->items) names.push_back(item.record.name);
      page.after = listed->next_after;
    } while (!page.after.empty());
    return names;
  }
};

TEST_F(Claims, AClaimIsReturnedWithItsOwnWithdrawalsByName) {
  Said("topics/a/questions/q", "state", "c");
  Said("topics/a/questions/q", "state", "d");
  for (const char* id : {"2", "1"}) {
    model::Withdrawal withdrawal = Withdrawn("topics/a/questions/q/claims/c", model::WithdrawalKind::kVoided);
    withdrawal.name = std::string("withdrawals/") + id;
    ASSERT_THAT(Record(withdrawal), IsOk());
  }
  ASSERT_THAT(Record(Withdrawn("topics/a/questions/q/claims/d", model::WithdrawalKind::kVoided)), IsOk());
  const auto read = GetClaim(ledger_, kWorkspace, "topics/a/questions/q/claims/c");
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->claim.record.party, "entities/state");
  ASSERT_EQ(read->withdrawals.size(), 2u);
  EXPECT_EQ(read->withdrawals[0].record.name, "withdrawals/1");
  EXPECT_EQ(read->withdrawals[1].record.name, "withdrawals/2");
}

TEST_F(Claims, AClaimThatIsNotOnFileIsNotFound) {
  EXPECT_THAT(GetClaim(ledger_, kWorkspace, "topics/a/questions/q/claims/c"), HasCode(StatusCode::kNotFound));
}

TEST_F(Claims, AreListedByNameUnderAnyFilterInPagesOfAnySize) {
  std::vector<std::string> all;
  for (const char* topic : {"a", "a-b"}) {
    for (const char* id : {"q", "q-1"}) {
      const std::string question = std::string("topics/") + topic + "/questions/" + id;
      for (const char* party : {"state", "ministry", "outlet"}) {
        Said(question, party, std::string("by-") + party, "", "sources/s");
        all.push_back(question + "/claims/by-" + party);
      }
    }
  }
  std::sort(all.begin(), all.end());
  for (const int size : {1, 2, 5, 100}) {
    EXPECT_EQ(Listed({}, size), all) << "in pages of " << size;
    EXPECT_EQ(Listed({.source = "sources/s"}, size), all) << "in pages of " << size;
    EXPECT_EQ(Listed({.party = "entities/state"}, size), all) << "in pages of " << size;
  }
}

TEST_F(Claims, OfATopicOrQuestionAreListedAlone) {
  Said("topics/a/questions/q", "state", "1");
  Said("topics/a/questions/q-1", "state", "2");
  Said("topics/a-b/questions/q", "other", "3");
  EXPECT_THAT(Listed({.parent = "topics/a"}),
              ElementsAre("topics/a/questions/q-1/claims/2", "topics/a/questions/q/claims/1"));
  EXPECT_THAT(Listed({.parent = "topics/a/questions/q"}), ElementsAre("topics/a/questions/q/claims/1"));
  EXPECT_THAT(Listed({.parent = "topics/a", .party = "entities/other"}), IsEmpty());
  EXPECT_THAT(Listed({.parent = "topics/a-b", .party = "entities/other"}),
              ElementsAre("topics/a-b/questions/q/claims/3"));
}

TEST_F(Claims, OfAPartyAreListedWithThoseOfWhoeverIsOnItsSide) {
  Said("topics/a/questions/q", "state", "1");
  Said("topics/a/questions/q", "ministry", "2");
  Said("topics/a/questions/q", "outlet", "3");
  Said("topics/a/questions/q", "other", "4");
  EXPECT_EQ(Listed({.party = "entities/state"}).size(), 3u);
  EXPECT_EQ(Listed({.party = "entities/outlet"}).size(), 1u);
}

TEST_F(Claims, OfWhoHasLeftTheSideAreNotListedWithIt) {
  Said("topics/a/questions/q", "ministry", "2");
  ASSERT_THAT(Replace(EntityNamed("ministry")), IsOk());
  EXPECT_THAT(Listed({.party = "entities/state"}), IsEmpty());
}

TEST_F(Claims, AreListedByWhenTheyWereSaidOrElseFirstPublished) {
  Said("topics/a/questions/q", "state", "early", "2025-12-24");
  Said("topics/a/questions/q", "state", "late", "2026-01");
  Said("topics/a/questions/q", "state", "published", "", "sources/s");
  Said("topics/a/questions/q", "state", "undated");
  EXPECT_THAT(Listed({.said_time = Time("2025-12")}),
              ElementsAre("topics/a/questions/q/claims/early", "topics/a/questions/q/claims/published"));
  EXPECT_THAT(Listed({.source = "sources/s", .said_time = Time("2026")}), IsEmpty());
}

TEST_F(Claims, MoreThanAreReadAtOnceAreStillListedInOrder) {
  std::vector<model::Claim> claims;
  std::vector<std::string> names;
  for (int i = 0; i < 700; ++i) {
    const std::string id = std::to_string(1000 + i * 3 % 700);
    claims.push_back(ClaimOn("topics/a/questions/q", i % 3 == 0 ? "state" : "ministry", true, id));
    names.push_back(claims.back().name);
  }
  ASSERT_THAT(RecordAll(ledger_, kWorkspace, claims, "claims"), IsOk());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(Listed({.party = "entities/state"}, 33), names);
}

TEST_F(Claims, WhatAFilterNamesMustBeOnFile) {
  for (const ClaimFilter& filter :
       {ClaimFilter{.parent = "topics/none"}, ClaimFilter{.parent = "topics/a/questions/none"},
        ClaimFilter{.party = "entities/none"}, ClaimFilter{.source = "sources/none"}}) {
    EXPECT_THAT(ListClaims(ledger_, kWorkspace, filter, {}), HasCode(StatusCode::kNotFound));
  }
}

}  // namespace
}  // namespace gainsay::ledger
