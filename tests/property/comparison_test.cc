#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "service/engine/compare.h"
#include "service/engine/sides.h"
#include "tests/property/random_comparisons.h"
#include "tests/support/comparison_text.h"
#include "tests/support/shuffle.h"

namespace gainsay::testing {
namespace {

using engine::Comparison;
using engine::Flag;
using engine::Position;
using engine::RelatedClaim;
using engine::SetRelation;
using engine::Status;

constexpr uint32_t kShuffles = 4;

using ComparisonTest = RandomComparisons;

// Where statements are listed: by said time, then name.
std::pair<engine::Moment, std::string> Place(std::string_view said_time, std::string_view name) {
  if (said_time.empty()) return {engine::kUndatedMoment, std::string(name)};
  return {engine::LastMomentOf(*model::Edtf::Parse(said_time)), std::string(name)};
}

std::vector<RelatedClaim> AllClaims(const Position& position) {
  std::vector<RelatedClaim> all = position.supporters;
  all.insert(all.end(), position.opposers.begin(), position.opposers.end());
  all.insert(all.end(), position.compatible.begin(), position.compatible.end());
  return all;
}

std::set<std::string> NamesOf(const std::vector<RelatedClaim>& claims) {
  std::set<std::string> names;
  for (const RelatedClaim& claim : claims) names.emplace(claim.shown->claim);
  return names;
}

TEST_F(ComparisonTest, IsTheSameWhateverOrderTheRecordsAreIn) {
  for (uint32_t seed = 1; seed <= Seeds(); ++seed) {
    const RandomCase made = MakeRandomCase(seed);
    const std::string answer = ComparisonText(engine::Compare(made.file, made.policy, made.times, true));
    for (uint32_t shuffle = 1; shuffle <= kShuffles; ++shuffle) {
      const engine::CaseFile shuffled = Shuffled(made.file, shuffle);
      ASSERT_EQ(ComparisonText(engine::Compare(shuffled, made.policy, made.times, true)), answer)
          << "seed " << seed << ", shuffle " << shuffle;
    }
  }
}

TEST_F(ComparisonTest, ListsEveryStatementOnceAtEachPosition) {
  ForAllPositions([](const RandomCase&, const Comparison& comparison, const Position& position) {
    const std::vector<RelatedClaim> all = AllClaims(position);
    EXPECT_EQ(NamesOf(all).size(), all.size());
    EXPECT_EQ(NamesOf(all), NamesOf(AllClaims(comparison.positions.front())));
  });
}

TEST_F(ComparisonTest, ListsNoClaimBothAtPositionsAndBesideThem) {
  ForAllCases([](const RandomCase&, const Comparison& comparison) {
    std::set<std::string> names;
    if (!comparison.positions.empty()) names = NamesOf(AllClaims(comparison.positions.front()));
    for (const engine::OtherClaim& other : comparison.others) EXPECT_TRUE(names.emplace(other.claim).second);
  });
}

TEST_F(ComparisonTest, SortsClaimsByWhenTheyWereSaidThenByName) {
  const auto before = [](const auto& a, const auto& b) {
    return Place(a.said_time, a.claim) < Place(b.said_time, b.claim);
  };
  const auto row_before = [&](const RelatedClaim& a, const RelatedClaim& b) {
    return before(*a.shown, *b.shown);
  };
  ForAllCases([&](const RandomCase&, const Comparison& comparison) {
    EXPECT_TRUE(std::is_sorted(comparison.others.begin(), comparison.others.end(), before));
    for (const Position& position : comparison.positions) {
      for (const auto* claims : {&position.supporters, &position.opposers, &position.compatible}) {
        EXPECT_TRUE(std::is_sorted(claims->begin(), claims->end(), row_before));
      }
    }
  });
}

TEST_F(ComparisonTest, SupportersEntailOpposersExcludeAndTheRestDoNeither) {
  ForAllPositions([](const RandomCase&, const Comparison&, const Position& position) {
    const auto entails = [](const RelatedClaim& claim) {
      return claim.relation == SetRelation::kEqual || claim.relation == SetRelation::kRefines;
    };
    const auto excludes = [](const RelatedClaim& claim) { return claim.relation == SetRelation::kDisjoint; };
    EXPECT_TRUE(std::all_of(position.supporters.begin(), position.supporters.end(), entails));
    EXPECT_TRUE(std::all_of(position.opposers.begin(), position.opposers.end(), excludes));
    EXPECT_TRUE(std::none_of(position.compatible.begin(), position.compatible.end(), entails));
    EXPECT_TRUE(std::none_of(position.compatible.begin(), position.compatible.end(), excludes));
    EXPECT_TRUE(std::any_of(position.supporters.begin(), position.supporters.end(),
                            [](const auto& claim) { return claim.relation == SetRelation::kEqual; }));
  });
}

TEST_F(ComparisonTest, ConfirmsJustWhatEnoughSidesEntailAndNobodyContradicts) {
  ForAllPositions([](const RandomCase& made, const Comparison&, const Position& position) {
    const bool enough = position.counts.confirming_sides >= made.policy.min_sides;
    const bool confirmed = position.status == Status::kConfirmed;
    if (confirmed) {
      EXPECT_TRUE(enough);
    }
    // A model's word alone is listed among the opposers and takes no confirmation away.
    if (!made.models_judge) {
      EXPECT_EQ(confirmed, enough && position.opposers.empty());
    }
    EXPECT_EQ(confirmed, position.grade.has_value());
  });
}

TEST_F(ComparisonTest, CallsConflictingOnlyWhatAnotherSideContradicts) {
  ForAllPositions([](const RandomCase&, const Comparison&, const Position& position) {
    EXPECT_EQ(position.status == Status::kConflicting, position.conflict_kind.has_value());
    if (position.status != Status::kConflicting) return;
    std::set<std::string> for_it;
    std::set<std::string> against_it;
    for (const RelatedClaim& claim : position.supporters) for_it.emplace(claim.shown->side);
    for (const RelatedClaim& claim : position.opposers) against_it.emplace(claim.shown->side);
    EXPECT_TRUE(!against_it.empty() && (for_it.size() > 1 || against_it.size() > 1 || for_it != against_it));
  });
}

TEST_F(ComparisonTest, NeverInventsIndependence) {
  ForAllPositions([](const RandomCase&, const Comparison&, const Position& position) {
    std::set<std::string> claiming;
    std::set<std::string> counted;
    for (const RelatedClaim& claim : position.supporters) {
      claiming.emplace(claim.shown->side);
      if (claim.counted) counted.emplace(claim.shown->side);
    }
    const engine::Counts& counts = position.counts;
    EXPECT_GE(counts.sides, 1);
    EXPECT_LE(counts.sides, static_cast<int>(claiming.size()));
    EXPECT_LE(counts.confirming_sides, counts.sides);
    EXPECT_LE(counts.confirming_sides, static_cast<int>(counted.size()));
    EXPECT_LE(counts.origins_min, counts.origins_max);
    EXPECT_EQ(counts.origins_max == 0, counts.documents == 0);
  });
}

TEST_F(ComparisonTest, ListsAsManySidesAsItCounts) {
  ForAllPositions([](const RandomCase&, const Comparison&, const Position& position) {
    EXPECT_EQ(static_cast<int>(position.sides.size()), position.counts.sides);
    EXPECT_TRUE(std::is_sorted(position.sides.begin(), position.sides.end()));
    EXPECT_EQ(position.flags.contains(Flag::kSingleSide), position.counts.sides == 1);
    EXPECT_EQ(position.flags.contains(Flag::kSingleOrigin), position.counts.origins_min == 1);
  });
}

TEST_F(ComparisonTest, ShowsPositionsByStatusThenSides) {
  ForAllCases([](const RandomCase&, const Comparison& comparison) {
    const auto before = [](const Position& a, const Position& b) {
      return std::make_pair(a.status, -a.counts.sides) < std::make_pair(b.status, -b.counts.sides);
    };
    EXPECT_TRUE(std::is_sorted(comparison.positions.begin(), comparison.positions.end(), before));
    const bool none = comparison.positions.empty();
    EXPECT_EQ(none, comparison.status == Status::kWithdrawn || comparison.status == Status::kNoStatements);
    if (!none) {
      EXPECT_EQ(comparison.status, comparison.positions.front().status);
    }
  });
}

TEST_F(ComparisonTest, SaysWhatIsConfirmedWheneverSomethingIs) {
  ForAllCases([](const RandomCase&, const Comparison& comparison) {
    const bool confirmed = std::any_of(comparison.positions.begin(), comparison.positions.end(),
                                       [](const Position& p) { return p.status == Status::kConfirmed; });
    EXPECT_EQ(comparison.consensus.has_value(), confirmed);
    EXPECT_EQ(comparison.grade.has_value(), confirmed);
    if (comparison.consensus) {
      EXPECT_FALSE(comparison.consensus->all_of.empty());
    }
  });
}

TEST_F(ComparisonTest, FlagsTheQuestionWithAllThatItsPositionsAreFlaggedWith) {
  const std::set<Flag> own = {Flag::kRespondentSilent, Flag::kMisattributionClaimed,
                              Flag::kInconsistentSum,  Flag::kSelfContradiction,
                              Flag::kUpdated,          Flag::kRetractedSupport};
  ForAllCases([&](const RandomCase&, const Comparison& comparison) {
    std::set<Flag> expected;
    for (const Position& position : comparison.positions) {
      expected.insert(position.flags.begin(), position.flags.end());
    }
    for (const Flag flag : expected) EXPECT_TRUE(comparison.flags.contains(flag));
    for (const Flag flag : comparison.flags) EXPECT_TRUE(expected.contains(flag) || own.contains(flag));
  });
}

TEST_F(ComparisonTest, GivesEachRespondentOneOfThreeStates) {
  ForAllCases([](const RandomCase& made, const Comparison& comparison) {
    EXPECT_EQ(comparison.respondents.size(), made.file.question.question.respondents.size());
    for (const engine::Respondent& respondent : comparison.respondents) {
      const bool spoke = !respondent.claims.empty();
      EXPECT_EQ(spoke, respondent.state == engine::RespondentState::kSpoke);
      EXPECT_EQ(!spoke && !respondent.silences.empty(), respondent.state == engine::RespondentState::kSilent);
      for (const auto& silence : respondent.silences) EXPECT_EQ(silence.overtaken, spoke);
    }
  });
}

TEST_F(ComparisonTest, ComparesNobodyButThePartiesAskedFor) {
  ForAllCases([](const RandomCase& made, const Comparison& comparison) {
    if (made.policy.parties.empty() || comparison.positions.empty()) return;
    std::set<std::string> asked(made.policy.parties.begin(), made.policy.parties.end());
    const engine::Sides sides(made.file.entities);
    for (const RelatedClaim& claim : AllClaims(comparison.positions.front())) {
      const engine::Moment said = Place(claim.shown->said_time, "").first;
      const bool is_asked_for = std::any_of(asked.begin(), asked.end(), [&](const std::string& party) {
        return party == claim.shown->party || sides.RootAt(party, said) == claim.shown->side;
      });
      EXPECT_TRUE(is_asked_for) << claim.shown->claim;
    }
  });
}

}  // namespace
}  // namespace gainsay::testing
