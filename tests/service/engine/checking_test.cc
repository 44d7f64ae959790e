#include "service/engine/checking.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace gainsay::engine {
namespace {

model::Value Amount(const std::string& amount) {
  const model::Decimal decimal = *model::Decimal::Parse(amount);
  return model::Quantity{decimal, decimal, model::Bound::kExact, ""};
}

class CheckTest : public ::testing::Test {
 protected:
  CheckTest() { file_.question.question = {.name = kQuestion, .value_type = model::ValueType::kQuantity}; }

  model::Question& question() { return file_.question.question; }

  static model::Claim Claim(const model::Value& value, const std::string& said,
                            const std::string& valid = "") {
    model::Claim claim{.question = kQuestion, .value = value};
    if (!said.empty()) claim.said_time = *model::Edtf::Parse(said);
    if (!valid.empty()) claim.valid_time = *model::Edtf::Parse(valid);
    return claim;
  }

  void Says(const std::string& party, model::Claim claim) {
    claim.party = absl::StrCat("entities/", party);
    claim.name = NameOf(party);
    file_.entities[claim.party].name = claim.party;
    file_.question.claims.push_back({.record = std::move(claim)});
  }

  static std::string NameOf(const std::string& party) { return absl::StrCat(kQuestion, "/claims/", party); }

  Label LabelOf(const model::Claim& candidate) const { return Check(file_, candidate, {}, {}, false).label; }

  CaseFile file_;

 private:
  static constexpr char kQuestion[] = "topics/t/questions/q";
};

TEST_F(CheckTest, OneSideWithItAndAnotherAgainstItAreConflictingThoughTheyOnlyFollowEachOther) {
  question().evolution = model::Evolution::kIncreasing;
  Says("mayor", Claim(Amount("5"), "2026-01-01"));
  Says("police", Claim(Amount("6"), "2026-01-02"));
  EXPECT_EQ(LabelOf(Claim(Amount("5"), "2026-01-05")), Label::kConflictingEvidence);
}

TEST_F(CheckTest, OneSideWithItAndAnotherAgainstItAreConflictingThoughWithinTheToleranceOfEachOther) {
  question().tolerance.absolute = *model::Decimal::Parse("1");
  Says("mayor", Claim(Amount("5.5"), "2026-01-01"));
  Says("police", Claim(Amount("6.2"), "2026-01-01"));
  EXPECT_EQ(LabelOf(Claim(Amount("5"), "2026-01-01")), Label::kConflictingEvidence);
}

// A model's word that one side says it is not that side's word.
TEST_F(CheckTest, WhatOneSideSaysByAModelsWordAloneAndAnotherContradictsIsNotConflicting) {
  question().value_type = model::ValueType::kText;
  const auto says = [this](const std::string& party, const std::string& text) {
    Says(party, Claim(model::Text{text}, "2026-01-01"));
  };
  says("gone", "the bridge fell");
  says("mayor", "the bridge lies in the river");
  says("police", "the bridge stands");
  file_.question.withdrawals.push_back(
      {.record = {
           .name = "withdrawals/w", .target = NameOf("gone"), .kind = model::WithdrawalKind::kRetracted}});
  model::Relation entails{.from = NameOf("mayor"),
                          .to = NameOf("gone"),
                          .kind = model::RelationKind::kEntails,
                          .method = model::RelationMethod::kModel};
  const model::Relation contradicts{.from = NameOf("police"),
                                    .to = NameOf("gone"),
                                    .kind = model::RelationKind::kContradicts,
                                    .method = model::RelationMethod::kHuman};
  file_.question.relations = {{.record = entails}, {.record = contradicts}};
  const model::Claim candidate = Claim(model::Text{"the bridge fell"}, "2026-01-05");
  EXPECT_EQ(LabelOf(candidate), Label::kNotEnoughEvidence);

  entails.method = model::RelationMethod::kHuman;
  file_.question.relations.front().record = entails;
  EXPECT_EQ(LabelOf(candidate), Label::kConflictingEvidence);
}

TEST_F(CheckTest, OneSideWithItAndAnotherAgainstItAreConflictingThoughOfDifferentMonths) {
  question().value_type = model::ValueType::kBoolean;
  question().evolution = model::Evolution::kVolatile;
  Says("mayor", Claim(true, "2024-07-01", "2024-01"));
  Says("police", Claim(false, "2024-07-01", "2024-06"));
  EXPECT_EQ(LabelOf(Claim(true, "")), Label::kConflictingEvidence);
}

TEST_F(CheckTest, ASideThatContradictsItselfIsNotEnough) {
  Says("mayor", Claim(Amount("5"), "2026-01-01"));
  Says("spokesman", Claim(Amount("6"), "2026-01-01"));
  file_.entities["entities/spokesman"].speaks_for = {"entities/mayor"};
  EXPECT_EQ(LabelOf(Claim(Amount("5"), "2026-01-01")), Label::kNotEnoughEvidence);
}

}  // namespace
}  // namespace gainsay::engine
