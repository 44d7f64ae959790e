#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "service/engine/changes.h"
#include "service/engine/compare.h"
#include "tests/property/random_comparisons.h"
#include "tests/support/comparison_text.h"
#include "tests/support/golden_case.h"

namespace gainsay::testing {
namespace {

using engine::Change;
using engine::ChangeKind;
using engine::Comparison;
using engine::Explanation;
using engine::Position;
using engine::SetRelation;
using engine::Status;

// One position's steps, the last of them its status.
using Steps = std::vector<Explanation>;

std::vector<Steps> ByPosition(const Comparison& comparison) {
  std::vector<Steps> positions;
  Steps steps;
  for (const Explanation& step : comparison.explanation) {
    steps.push_back(step);
    if (step.rule != "STATUS") continue;
    if (!step.claims.empty()) positions.push_back(std::move(steps));
    steps.clear();
  }
  return positions;
}

bool Has(const Steps& steps, const std::string& rule) {
  return std::any_of(steps.begin(), steps.end(), [&](const Explanation& step) { return step.rule == rule; });
}

// Counts voices as docs/comparison.md says ("Explanation"), from the steps alone.
class Voices {
 public:
  explicit Voices(const Steps& steps) {
    for (const Explanation& step : steps) {
      if (step.rule == "SUPPORT") {
        supporting_.insert(step.sides[0]);
        if (step.counted) counted_.insert(step.sides[0]);
        nodes_.insert(step.sides[0]);
      } else if (step.rule == "DERIVED" || step.rule == "HEARSAY") {
        nodes_.insert({step.sides[0], step.sides[1]});
        relies_[step.sides[0]].insert(step.sides[1]);
      }
    }
    for (const std::string& node : nodes_) reached_[node] = ReachedFrom(node);
  }

  int Count() const {
    int voices = 0;
    std::set<std::string> told;
    for (const std::string& node : nodes_) {
      if (told.contains(node)) continue;
      const std::set<std::string> voice = HasGround(node) ? CircleOf(node) : ClusterOf(node);
      told.insert(voice.begin(), voice.end());
      if (HasGround(node) && Relies(node)) continue;
      voices += std::any_of(voice.begin(), voice.end(), [&](const std::string& side) {
        return counted_.contains(side) && (HasGround(node) || !HasGround(side));
      });
    }
    return voices;
  }

 private:
  std::set<std::string> ReachedFrom(const std::string& start) const {
    std::set<std::string> reached = {start};
    std::vector<std::string> open = {start};
    while (!open.empty()) {
      const auto next = relies_.find(open.back());
      open.pop_back();
      if (next == relies_.end()) continue;
      for (const std::string& side : next->second) {
        if (reached.insert(side).second) open.push_back(side);
      }
    }
    return reached;
  }

  // Those who rely on each other.
  std::set<std::string> CircleOf(const std::string& node) const {
    std::set<std::string> circle;
    for (const std::string& side : reached_.at(node)) {
      if (reached_.at(side).contains(node)) circle.insert(side);
    }
    return circle;
  }

  bool Relies(const std::string& node) const { return CircleOf(node).size() < reached_.at(node).size(); }

  // Whether it, or someone it relies on however far, relies on nobody and supports the position.
  bool HasGround(const std::string& node) const {
    for (const std::string& side : reached_.at(node)) {
      if (Relies(side)) continue;
      for (const std::string& member : CircleOf(side)) {
        if (supporting_.contains(member)) return true;
      }
    }
    return false;
  }

  // Those who rest, together, on the same publishers that nobody quotes.
  std::set<std::string> ClusterOf(const std::string& node) const {
    std::set<std::string> cluster = {node};
    for (bool grew = true; grew;) {
      grew = false;
      for (const std::string& side : nodes_) {
        if (HasGround(side)) continue;
        for (const std::string& other : reached_.at(side)) {
          if (!cluster.contains(side) && !cluster.contains(other)) continue;
          grew = cluster.insert(side).second || grew;
          grew = cluster.insert(other).second || grew;
        }
      }
    }
    return cluster;
  }

  std::set<std::string> nodes_;
  std::set<std::string> supporting_;
  std::set<std::string> counted_;
  std::map<std::string, std::set<std::string>> relies_;
  std::map<std::string, std::set<std::string>> reached_;
};

bool ComparesAnothersWord(const Steps& steps) {
  std::set<std::string> supporting;
  bool untold = false;
  bool told = false;
  for (const Explanation& step : steps) {
    if (step.rule == "SUPPORT" || step.rule == "OTHER_TIME") supporting.insert(step.sides[0]);
    const bool of_two_sides = step.sides.size() == 2 && step.sides[0] != step.sides[1];
    untold = untold || (step.rule == "UNTOLD" && of_two_sides);
    told = told || (of_two_sides && (step.rule == "COMPATIBLE" || step.rule == "MODEL_JUDGED"));
  }
  return supporting.size() > 1 || told || !untold;
}

// What the steps lead to, without a model's word.
Status StatusFrom(const Steps& steps, int min_sides) {
  if (Has(steps, "CONFLICT")) return Status::kConflicting;
  const bool enough = Voices(steps).Count() >= min_sides;
  if (enough && !Has(steps, "INTERNAL_CONFLICT")) return Status::kConfirmed;
  return ComparesAnothersWord(steps) ? Status::kUnconfirmed : Status::kIndeterminate;
}

// What a model's word makes of it: a conflict where neither position is confirmed.
Status WithModels(const Steps& steps, Status status, const std::set<std::string>& confirmed) {
  if (status == Status::kConfirmed) return status;
  for (const Explanation& step : steps) {
    if (step.rule == "MODEL_JUDGED" && step.sides[0] != step.sides[1] &&
        !confirmed.contains(step.claims[1])) {
      return Status::kConflicting;
    }
  }
  return status;
}

// The claims whose own position is confirmed.
std::set<std::string> ClaimsOfConfirmed(const Comparison& comparison) {
  std::set<std::string> claims;
  for (const Position& position : comparison.positions) {
    if (position.status != Status::kConfirmed) continue;
    for (const auto& supporter : position.supporters) claims.emplace(supporter.shown->claim);
  }
  return claims;
}

void ExpectStepsToLeadToTheStatus(const Comparison& comparison, int min_sides) {
  const std::vector<Steps> positions = ByPosition(comparison);
  ASSERT_EQ(positions.size(), comparison.positions.size());
  const std::set<std::string> confirmed = ClaimsOfConfirmed(comparison);
  for (size_t i = 0; i < positions.size(); ++i) {
    const Explanation& last = positions[i].back();
    const Status status = WithModels(positions[i], StatusFrom(positions[i], min_sides), confirmed);
    EXPECT_EQ(status, comparison.positions[i].status) << last.text;
    EXPECT_EQ(last.status, comparison.positions[i].status);
    EXPECT_EQ(Voices(positions[i]).Count(), comparison.positions[i].counts.confirming_sides) << last.text;
    EXPECT_EQ(last.confirming_sides, comparison.positions[i].counts.confirming_sides);
  }
}

// The position that a claim's own value is.
const Position* PositionOf(const Comparison& comparison, const std::string& claim) {
  for (const Position& position : comparison.positions) {
    for (const auto& supporter : position.supporters) {
      const engine::Stated& stated = *supporter.shown->stated;
      if (supporter.shown->claim == claim && supporter.relation == SetRelation::kEqual &&
          stated.value == position.stated.value && stated.polarity == position.stated.polarity) {
        return &position;
      }
    }
  }
  return nullptr;
}

// Applies each change that an explanation names, by every party that it names. Returns how many there were.
int ReplayChanges(const engine::CaseFile& file, const engine::Policy& policy, const engine::ReadTimes& times,
                  const Comparison& comparison) {
  int replayed = 0;
  for (const Explanation& step : comparison.explanation) {
    if (!step.change || step.claims.empty()) continue;
    EXPECT_NE(step.change->status, step.status) << step.text;
    std::vector<Change> changes = {*step.change};
    for (size_t i = 1; i < step.change->parties.size(); ++i) {
      changes.push_back(*step.change);
      changes.back().parties = {step.change->parties[i]};
    }
    for (const Change& change : changes) {
      const Comparison after =
          engine::Compare(engine::Changed(file, change, engine::CutOf(times)), policy, times, false);
      const Position* position = PositionOf(after, step.claims[0]);
      if (position == nullptr) continue;
      EXPECT_EQ(position->status, change.status) << step.text;
      ++replayed;
    }
  }
  return replayed;
}

using ExplanationTest = RandomComparisons;

TEST_F(ExplanationTest, LeadsToTheStatusOfEveryPosition) {
  for (uint32_t seed = 1; seed <= Seeds() && !HasFailure(); ++seed) {
    const RandomCase made = MakeRandomCase(seed);
    const Comparison comparison = engine::Compare(made.file, made.policy, made.times, true);
    SCOPED_TRACE("seed " + std::to_string(seed));
    ExpectStepsToLeadToTheStatus(comparison, made.policy.min_sides);
    if (HasFailure()) ADD_FAILURE() << ComparisonText(comparison);
  }
}

TEST_F(ExplanationTest, NamesChangesThatGiveTheStatusTheyName) {
  int replayed = 0;
  for (uint32_t seed = 1; seed <= Seeds() && !HasFailure(); ++seed) {
    const RandomCase made = MakeRandomCase(seed);
    const Comparison comparison = engine::Compare(made.file, made.policy, made.times, true);
    SCOPED_TRACE("seed " + std::to_string(seed));
    replayed += ReplayChanges(made.file, made.policy, made.times, comparison);
  }
  EXPECT_GT(replayed, static_cast<int>(Seeds()));
}

TEST(GoldenExplanationTest, LeadsToTheStatusAndNamesWhatWouldChangeIt) {
  int replayed = 0;
  for (const auto& path : GoldenCasesIn(GAINSAY_SOURCE_DIR "/tests/golden/cases")) {
    const absl::StatusOr<GoldenCase> golden = ReadGoldenCase(path);
    ASSERT_TRUE(golden.ok()) << golden.status();
    for (const GoldenReading& reading : golden->readings) {
      SCOPED_TRACE(path.string());
      const Comparison comparison = engine::Compare(golden->file, reading.policy, reading.times, true);
      ExpectStepsToLeadToTheStatus(comparison, reading.policy.min_sides);
      replayed += ReplayChanges(golden->file, reading.policy, reading.times, comparison);
    }
  }
  EXPECT_GT(replayed, 200);
}

}  // namespace
}  // namespace gainsay::testing
