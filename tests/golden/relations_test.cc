#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"
#include "service/model/names.h"
#include "tests/support/golden_case.h"
#include "tests/support/golden_statement.h"
#include "tests/support/golden_value.h"
#include "tests/support/golden_words.h"

namespace gainsay::testing {
namespace {

std::string TestName(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

// "one says 5 on ..." for "5", "one denies 5 on ..." for "not 5".
std::string Statement(const std::string& party, std::string stated) {
  const char* verb = TakePrefix("not ", &stated) ? "denies" : "says";
  return absl::StrCat(party, ": ", party, " ", verb, " ", stated, " on 2025-12-24");
}

// The relation that `comparison` gives of the claim of that id to the position that states `stated`.
std::string RelationTo(const engine::Comparison& comparison, const std::string& id,
                       const std::string& stated) {
  for (const engine::Position& position : comparison.positions) {
    const bool shared = comparison.positions.size() == 1;
    if (!shared && GoldenStatedText(position.stated) != stated) continue;
    for (const auto* claims : {&position.supporters, &position.opposers, &position.compatible}) {
      for (const engine::RelatedClaim& claim : *claims) {
        if (model::IdOf(claim.shown->claim) == id) return ToWord(kSetRelationWords, claim.relation);
      }
    }
  }
  return "nothing";
}

std::string Inverse(const std::string& relation) {
  if (relation == "REFINES") return "GENERALIZES";
  return relation == "GENERALIZES" ? "REFINES" : relation;
}

class RelationsTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(RelationsTest, AreThoseOfTheSetsThatTheStatementsLeaveOpen) {
  const absl::StatusOr<GoldenCase> golden = ReadGoldenCase(GetParam());
  ASSERT_TRUE(golden.ok()) << golden.status();
  ASSERT_FALSE(golden->pairs.empty());
  for (const GoldenPair& pair : golden->pairs) {
    SCOPED_TRACE(absl::StrCat(GetParam().string(), ":", pair.line, ": ", pair.one, " | ", pair.other));
    engine::CaseFile file = golden->file;
    absl::Status status = AddClaim(Statement("one", pair.one), 1, &file, &file.question);
    ASSERT_TRUE(status.ok()) << status;
    status = AddClaim(Statement("other", pair.other), 2, &file, &file.question);
    ASSERT_TRUE(status.ok()) << status;

    const engine::Comparison comparison = engine::Compare(file, {}, {}, false);

    EXPECT_EQ(RelationTo(comparison, "one", pair.other), pair.relation);
    EXPECT_EQ(RelationTo(comparison, "other", pair.one), Inverse(pair.relation));
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, RelationsTest,
                         ::testing::ValuesIn(GoldenCasesIn(GAINSAY_SOURCE_DIR "/tests/golden/relations")),
                         TestName);

}  // namespace
}  // namespace gainsay::testing
