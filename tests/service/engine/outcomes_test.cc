#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"

namespace gainsay::engine {
namespace {

using ::testing::Pair;
using ::testing::UnorderedElementsAre;

// A question whose answer changes from month to month.
class OutcomesTest : public ::testing::Test {
 protected:
  OutcomesTest() {
    file_.question.question = {.name = "topics/t/questions/q",
                               .value_type = model::ValueType::kBoolean,
                               .evolution = model::Evolution::kVolatile};
  }

  void Says(const std::string& party, bool value, const std::string& month) {
    const std::string name = absl::StrCat("entities/", party);
    file_.entities[name].name = name;
    file_.question.claims.push_back({.record = {.name = party,
                                                .party = name,
                                                .value = value,
                                                .said_time = *model::Edtf::Parse("2024-07-01"),
                                                .valid_time = *model::Edtf::Parse(month)}});
  }

  std::map<std::string, Outcome> Outcomes() const {
    std::map<std::string, Outcome> outcomes;
    for (const ClaimOutcome& fared : OutcomesOf(file_, {}, {})) outcomes[fared.claim] = fared.outcome;
    return outcomes;
  }

  CaseFile file_;
};

TEST_F(OutcomesTest, WhatIsConfirmedOfOneMonthIsNotOfAnother) {
  Says("alone", true, "2024-01");
  Says("mayor", true, "2024-06");
  Says("police", true, "2024-06");
  EXPECT_THAT(Outcomes(),
              UnorderedElementsAre(Pair("alone", Outcome::kUnanswered), Pair("mayor", Outcome::kConfirmed),
                                   Pair("police", Outcome::kConfirmed)));
}

TEST_F(OutcomesTest, WhatIsContradictedOfOneMonthIsNotOfAnother) {
  Says("alone", true, "2024-01");
  Says("mayor", true, "2024-06");
  Says("police", false, "2024-06");
  EXPECT_THAT(Outcomes(),
              UnorderedElementsAre(Pair("alone", Outcome::kUnanswered), Pair("mayor", Outcome::kContradicted),
                                   Pair("police", Outcome::kContradicted)));
}

}  // namespace
}  // namespace gainsay::engine
