#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"
#include "service/engine/history.h"
#include "service/engine/sides.h"

namespace gainsay::testing {
namespace {

using engine::Comparison;
using engine::Position;
using engine::Status;
using model::Bound;
using model::Evolution;

constexpr uint32_t kSeeds = 60;

// What one of a crowd says of a number: the whole numbers that it leaves open, and when it says so.
struct Word {
  Bound bound = Bound::kExact;
  int amount = 0;
  int minute = 0;
};

// Many parties on one question, each in a document of its own, some of which cite an agency.
struct Crowd {
  engine::CaseFile file;
  std::vector<Word> words;  // of claim c0, c1, ...
};

std::string TimeOf(int minute) { return absl::StrCat("2026-01-01T00:", minute < 10 ? "0" : "", minute, "Z"); }

Crowd MakeCrowd(uint32_t seed, Evolution evolution, int tolerance) {
  std::mt19937 random(seed);
  const auto pick = [&random](int count) {
    return static_cast<int>(random() % static_cast<uint32_t>(count));
  };
  Crowd crowd;
  model::Question& question = crowd.file.question.question;
  question.name = "topics/t/questions/q";
  question.value_type = model::ValueType::kQuantity;
  question.evolution = evolution;
  if (tolerance > 0) question.tolerance.absolute = *model::Decimal::Parse(absl::StrCat(tolerance));
  crowd.file.sources["sources/agency"] = {.name = "sources/agency", .publisher = "entities/agency"};
  const bool citing = pick(3) == 0;
  const int spread = 2 + pick(30);
  const int size = 2 + pick(40);
  for (int i = 0; i < size; ++i) {
    Word word{.amount = pick(spread), .minute = pick(20)};
    if (pick(4) == 0) word.bound = pick(2) == 0 ? Bound::kAtLeast : Bound::kAtMost;
    const std::string party = absl::StrCat("entities/p", i);
    crowd.file.entities[party].name = party;
    model::Source source{.name = absl::StrCat("sources/d", i), .publisher = party};
    if (citing && pick(3) > 0) source.cites.push_back({"sources/agency"});
    const model::Decimal amount = *model::Decimal::Parse(absl::StrCat(word.amount));
    model::Claim claim{.name = absl::StrCat("topics/t/questions/q/claims/c", i),
                       .question = question.name,
                       .party = party,
                       .value = model::Quantity{amount, amount, word.bound, ""},
                       .said_time = *model::Edtf::Parse(TimeOf(word.minute))};
    claim.appearances.push_back({.source = source.name});
    crowd.file.sources[source.name] = std::move(source);
    crowd.file.question.claims.push_back({std::move(claim), i + 1, absl::FromUnixSeconds(i)});
    crowd.words.push_back(word);
  }
  return crowd;
}

size_t IndexOf(std::string_view claim) { return std::stoul(std::string(claim.substr(claim.rfind('c') + 1))); }

// Whether every number that `a` leaves open is one that `b` does, give or take the tolerance.
bool IsWithin(const Word& a, const Word& b, int tolerance) {
  const bool no_lower = a.bound == Bound::kAtMost
                            ? b.bound == Bound::kAtMost
                            : b.bound == Bound::kAtMost || a.amount >= b.amount - tolerance;
  const bool no_higher = a.bound == Bound::kAtLeast
                             ? b.bound == Bound::kAtLeast
                             : b.bound == Bound::kAtLeast || a.amount <= b.amount + tolerance;
  return no_lower && no_higher;
}

bool AreApart(const Word& a, const Word& b, int tolerance) {
  const auto below = [tolerance](const Word& low, const Word& high) {
    return low.bound != Bound::kAtLeast && high.bound != Bound::kAtMost &&
           low.amount < high.amount - tolerance;
  };
  return below(a, b) || below(b, a);
}

// Whether the later of the two goes further, as the question's answer does.
bool BringsUpToDate(const Word& a, const Word& b, Evolution evolution) {
  if (evolution == Evolution::kStatic || a.bound != Bound::kExact || b.bound != Bound::kExact) return false;
  const Word& first = a.minute < b.minute ? a : b;
  const Word& second = a.minute < b.minute ? b : a;
  return first.minute < second.minute &&
         (evolution == Evolution::kIncreasing ? first.amount <= second.amount
                                              : first.amount >= second.amount);
}

class CrowdTest : public ::testing::TestWithParam<std::tuple<Evolution, int>> {
 protected:
  Evolution evolution() const { return std::get<0>(GetParam()); }
  int tolerance() const { return std::get<1>(GetParam()); }
};

TEST_P(CrowdTest, EveryPairStandsAsItsNumbersAndTimesSay) {
  for (uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const Crowd crowd = MakeCrowd(seed, evolution(), tolerance());
    const Comparison comparison = engine::Compare(crowd.file, {}, {}, false);
    for (const Position& position : comparison.positions) {
      std::set<size_t> members;
      for (const auto& supporter : position.supporters) {
        if (supporter.shown->stated->value == position.stated.value) {
          members.insert(IndexOf(supporter.shown->claim));
        };
      }
      ASSERT_FALSE(members.empty());
      const Word& own = crowd.words[*members.begin()];
      std::set<size_t> supporters;
      std::set<size_t> opposers;
      for (size_t i = 0; i < crowd.words.size(); ++i) {
        if (IsWithin(crowd.words[i], own, tolerance())) {
          supporters.insert(i);
          continue;
        }
        const bool opposes = std::any_of(members.begin(), members.end(), [&](size_t member) {
          return AreApart(crowd.words[i], own, tolerance()) &&
                 !BringsUpToDate(crowd.words[i], crowd.words[member], evolution());
        });
        if (opposes) opposers.insert(i);
      }
      std::set<size_t> listed_supporters;
      std::set<size_t> listed_opposers;
      for (const auto& claim : position.supporters) listed_supporters.insert(IndexOf(claim.shown->claim));
      for (const auto& claim : position.opposers) listed_opposers.insert(IndexOf(claim.shown->claim));
      ASSERT_EQ(listed_supporters, supporters) << "seed " << seed;
      ASSERT_EQ(listed_opposers, opposers) << "seed " << seed;
      ASSERT_EQ(position.status == Status::kConflicting,
                std::any_of(supporters.begin(), supporters.end(),
                            [&](size_t supporter) {
                              return std::any_of(opposers.begin(), opposers.end(), [&](size_t opposer) {
                                return AreApart(crowd.words[supporter], crowd.words[opposer], tolerance()) &&
                                       !BringsUpToDate(crowd.words[supporter], crowd.words[opposer],
                                                       evolution());
                              });
                            }))
          << "seed " << seed;
    }
  }
}

TEST_P(CrowdTest, HasTheHistoryThatReadingUntilEachMinuteGives) {
  for (uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const Crowd crowd = MakeCrowd(seed, evolution(), tolerance());
    const auto history = engine::SaidHistory(crowd.file, {}, {}, [] { return true; });
    ASSERT_TRUE(history.has_value());
    Status by_history = Status::kNoStatements;
    auto turn = history->begin();
    for (int minute = 0; minute < 20; ++minute) {
      const engine::ReadTimes times{.said_until = *model::Edtf::Parse(TimeOf(minute))};
      for (; turn != history->end() && turn->said_time <= TimeOf(minute); ++turn)
        by_history = turn->verdict.status;
      ASSERT_EQ(by_history, engine::VerdictOf(crowd.file, {}, times).status)
          << "seed " << seed << ", " << TimeOf(minute);
    }
    const Comparison comparison = engine::Compare(crowd.file, {}, {}, false);
    ASSERT_EQ(comparison.since->said_time, history->back().said_time) << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, CrowdTest,
                         ::testing::Combine(::testing::Values(Evolution::kStatic, Evolution::kIncreasing,
                                                              Evolution::kDecreasing),
                                            ::testing::Values(0, 2)));

TEST(LargeCrowdTest, IsListedInPartAndCountedWhole) {
  engine::CaseFile file;
  file.question.question = {.name = "topics/t/questions/q", .value_type = model::ValueType::kQuantity};
  constexpr int kParties = 3'000;
  constexpr int kAnswers = 1'000;
  for (int i = 0; i < kParties; ++i) {
    const std::string party = absl::StrCat("entities/p", i);
    file.entities[party].name = party;
    const model::Decimal amount = *model::Decimal::Parse(absl::StrCat(i % kAnswers));
    file.question.claims.push_back({.record = {.name = absl::StrCat("topics/t/questions/q/claims/c", i),
                                               .question = "topics/t/questions/q",
                                               .party = party,
                                               .value = model::Quantity{amount, amount, Bound::kExact, ""}}});
  }
  const Comparison comparison = engine::Compare(file, {}, {}, true);
  EXPECT_EQ(static_cast<int>(comparison.positions.size()) + comparison.unlisted_positions, kAnswers);
  EXPECT_EQ(comparison.counts.sides, kParties);
  size_t listed = 0;
  for (const Position& position : comparison.positions) {
    EXPECT_EQ(position.status, Status::kConflicting);
    EXPECT_EQ(position.counts.sides, kParties / kAnswers);
    const size_t rows = position.supporters.size() + position.opposers.size() + position.compatible.size();
    EXPECT_EQ(static_cast<int>(rows) + position.unlisted_supporters + position.unlisted_opposers +
                  position.unlisted_compatible,
              kParties);
    listed += rows;
  }
  EXPECT_LE(listed, 4'000U);
  EXPECT_LE(comparison.explanation.size(), 8'000U);
}

}  // namespace
}  // namespace gainsay::testing
