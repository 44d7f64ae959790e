#include "service/engine/checking.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "service/engine/compare.h"
#include "tests/property/random_comparisons.h"
#include "tests/support/golden_answer.h"
#include "tests/support/shuffle.h"

namespace gainsay::testing {
namespace {

using engine::Checked;
using engine::Label;

// What its own claims state, and the denial of each, as candidates.
std::vector<model::Claim> CandidatesOf(const RandomCase& made) {
  std::vector<model::Claim> candidates;
  for (const auto& claim : made.file.question.claims) {
    if (!claim.record.value) continue;
    model::Claim candidate = claim.record;
    candidate.party.clear();
    candidate.appearances.clear();
    candidates.push_back(candidate);
    if (std::holds_alternative<model::Unknown>(*candidate.value)) continue;
    candidate.polarity = candidate.polarity == model::Polarity::kAffirms ? model::Polarity::kDenies
                                                                         : model::Polarity::kAffirms;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

using CheckingTest = RandomComparisons;

TEST_F(CheckingTest, ALabelRestsOnWhatIsShown) {
  for (uint32_t seed = 1; seed <= Seeds(); ++seed) {
    const RandomCase made = MakeRandomCase(seed);
    for (const model::Claim& candidate : CandidatesOf(made)) {
      const Checked checked = engine::Check(made.file, candidate, made.policy, made.times, false);
      const std::string where = "seed " + std::to_string(seed) + ", " + candidate.name;
      EXPECT_EQ(checked.missing.empty(), checked.label != Label::kNotEnoughEvidence) << where;
      if (checked.label == Label::kSupported) EXPECT_FALSE(checked.agreeing.empty()) << where;
      if (checked.label == Label::kRefuted) EXPECT_FALSE(checked.disagreeing.empty()) << where;
      if (checked.label == Label::kConflictingEvidence &&
          checked.comparison->status != engine::Status::kConflicting) {
        EXPECT_FALSE(checked.agreeing.empty() || checked.disagreeing.empty()) << where;
      }
    }
  }
}

TEST_F(CheckingTest, TheComparisonIsWithoutTheCandidate) {
  for (uint32_t seed = 1; seed <= Seeds(); ++seed) {
    const RandomCase made = MakeRandomCase(seed);
    const std::string compared =
        AnswerText(AnswerOf(engine::Compare(made.file, made.policy, made.times, false)));
    for (const model::Claim& candidate : CandidatesOf(made)) {
      const Checked checked = engine::Check(made.file, candidate, made.policy, made.times, false);
      ASSERT_EQ(AnswerText(AnswerOf(*checked.comparison)), compared) << "seed " << seed;
    }
  }
}

TEST_F(CheckingTest, IsTheSameWhateverOrderTheRecordsAreIn) {
  for (uint32_t seed = 1; seed <= Seeds(); ++seed) {
    const RandomCase made = MakeRandomCase(seed);
    const engine::CaseFile shuffled = Shuffled(made.file, seed);
    for (const model::Claim& candidate : CandidatesOf(made)) {
      const Checked one = engine::Check(made.file, candidate, made.policy, made.times, false);
      const Checked other = engine::Check(shuffled, candidate, made.policy, made.times, false);
      ASSERT_EQ(one.label, other.label) << "seed " << seed;
      ASSERT_EQ(one.missing, other.missing) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace gainsay::testing
