#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/engine/compare.h"
#include "tests/support/comparison_text.h"
#include "tests/support/golden_answer.h"
#include "tests/support/golden_case.h"
#include "tests/support/shuffle.h"

namespace gainsay::testing {
namespace {

constexpr uint32_t kShuffles = 20;

std::string TestName(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

class GoldenTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(GoldenTest, IsJudgedAsItsEditorExpects) {
  const absl::StatusOr<GoldenCase> golden = ReadGoldenCase(GetParam());
  ASSERT_TRUE(golden.ok()) << golden.status();
  ASSERT_FALSE(golden->readings.empty()) << "nothing is expected";
  for (const GoldenReading& reading : golden->readings) {
    const absl::StatusOr<Answer> expected = ParseAnswer(reading.expected);
    ASSERT_TRUE(expected.ok()) << expected.status();

    const Answer actual = AnswerOf(engine::Compare(golden->file, reading.policy, reading.times, false));

    const std::vector<std::string> shortfalls = Shortfalls(*expected, actual);
    EXPECT_TRUE(shortfalls.empty()) << golden->title << "\n"
                                    << GetParam().string() << ":" << reading.heading.number << "\n"
                                    << absl::StrJoin(shortfalls, "\n") << "\n--- expected\n"
                                    << AnswerText(*expected) << "--- actual\n"
                                    << AnswerText(actual);
  }
}

TEST_P(GoldenTest, IsJudgedAlikeWhateverOrderItsRecordsAreIn) {
  const absl::StatusOr<GoldenCase> golden = ReadGoldenCase(GetParam());
  ASSERT_TRUE(golden.ok()) << golden.status();
  for (const GoldenReading& reading : golden->readings) {
    const std::string answer =
        ComparisonText(engine::Compare(golden->file, reading.policy, reading.times, true));
    for (uint32_t seed = 1; seed <= kShuffles; ++seed) {
      const engine::CaseFile shuffled = Shuffled(golden->file, seed);

      EXPECT_EQ(ComparisonText(engine::Compare(shuffled, reading.policy, reading.times, true)), answer)
          << GetParam().string() << ":" << reading.heading.number << ", seed " << seed;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, GoldenTest,
                         ::testing::ValuesIn(GoldenCasesIn(GAINSAY_SOURCE_DIR "/tests/golden/cases")),
                         TestName);

}  // namespace
}  // namespace gainsay::testing
