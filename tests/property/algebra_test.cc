#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/engine/hierarchy.h"
#include "service/engine/possibilities.h"
#include "service/engine/relate.h"
#include "tests/property/random_values.h"
#include "tests/support/golden_value.h"
#include "tests/support/golden_words.h"

namespace gainsay::testing {
namespace {

using engine::Entails;
using engine::Possibilities;
using engine::SetRelation;
using model::Polarity;
using model::ValueType;

constexpr uint32_t kSeeds = 8;
constexpr int kSetsOfASeed = 14;

enum class Tolerance { kNone, kSome };

// A question's domain with random sets of it.
class Sets {
 public:
  Sets(ValueType type, model::Cardinality cardinality, Tolerance tolerance, uint32_t seed, bool zoned = false)
      : random_(seed), question_(QuestionOf(type, cardinality, tolerance)), domain_(question_) {
    while (sets_.size() < kSetsOfASeed) {
      engine::Stated stated = random_.Statement(type);
      if (zoned) stated.value = random_.ZonedTime();
      auto set = domain_.SetOf(*stated.value, stated.polarity);
      if (!set) continue;
      sets_.push_back(*set);
      stated_.push_back(stated);
    }
  }

  size_t size() const { return sets_.size(); }
  SetRelation Relate(const Possibilities& a, const Possibilities& b) {
    return comparator_.Relate(a, b).relation;
  }
  SetRelation Relate(size_t a, size_t b) { return Relate(sets_[a], sets_[b]); }
  const Possibilities& operator[](size_t i) const { return sets_[i]; }
  Possibilities Of(size_t i, Polarity polarity) const { return *domain_.SetOf(*stated_[i].value, polarity); }
  // Whether neither a value nor its denial leaves nothing open.
  bool MayBeDenied(size_t i) const {
    return model::CheckInformative(*stated_[i].value, Polarity::kDenies).ok();
  }
  Possibilities Denied(size_t i) const {
    return Of(i, stated_[i].polarity == Polarity::kAffirms ? Polarity::kDenies : Polarity::kAffirms);
  }
  std::string Text(size_t i) const { return GoldenStatedText(stated_[i]); }

 private:
  static model::Question QuestionOf(ValueType type, model::Cardinality cardinality, Tolerance tolerance) {
    model::Question question{.name = "topics/t/questions/q", .value_type = type, .cardinality = cardinality};
    if (type == ValueType::kQuantity) question.unit = "km";
    if (tolerance == Tolerance::kSome) {
      question.tolerance = {model::Decimal::Parse("1").value(), model::Decimal::Parse("0.1").value()};
    }
    return question;
  }

  RandomValues random_;
  const model::Question question_;
  const engine::Domain domain_;
  std::unordered_map<std::string, model::Entity> entities_;
  engine::Hierarchy hierarchy_{Filled()};
  engine::TextRelations texts_;
  engine::Comparator comparator_{domain_, hierarchy_, texts_};
  std::vector<Possibilities> sets_;
  std::vector<engine::Stated> stated_;

  // The hierarchy is read when the comparator is made.
  const std::unordered_map<std::string, model::Entity>& Filled() {
    for (const model::Entity& entity : random_.Hierarchy()) entities_[entity.name] = entity;
    return entities_;
  }
};

SetRelation Turned(SetRelation relation) { return engine::Inverse({relation, ""}).relation; }

using Kind = std::tuple<ValueType, model::Cardinality, Tolerance>;

class AlgebraTest : public ::testing::TestWithParam<Kind> {
 protected:
  // "At least 5" and "less than 5" are complements of each other and yet agree within a tolerance.
  static bool IsWidenedHalfLine(const Possibilities& set) {
    const auto* amount = std::get_if<engine::Amount>(&set.atom);
    return std::get<Tolerance>(GetParam()) == Tolerance::kSome && amount != nullptr &&
           amount->interval.IsHalfLine();
  }

  template <class Law>
  void ForAllSets(Law law) {
    const auto [type, cardinality, tolerance] = GetParam();
    for (uint32_t seed = 1; seed <= kSeeds; ++seed) {
      SCOPED_TRACE(absl::StrCat("seed ", seed));
      Sets sets(type, cardinality, tolerance, seed);
      law(sets);
      if (HasFailure()) return;
    }
  }

  template <class Law>
  void ForAllPairs(Law law) {
    ForAllSets([&](Sets& sets) {
      for (size_t a = 0; a < sets.size(); ++a) {
        for (size_t b = 0; b < sets.size(); ++b) {
          law(sets, a, b);
          if (HasFailure()) {
            ADD_FAILURE() << sets.Text(a) << " | " << sets.Text(b);
            return;
          }
        }
      }
    });
  }
};

TEST_P(AlgebraTest, ASetIsEqualToItself) {
  ForAllSets([](Sets& sets) {
    for (size_t i = 0; i < sets.size(); ++i)
      EXPECT_EQ(sets.Relate(i, i), SetRelation::kEqual) << sets.Text(i);
  });
}

TEST_P(AlgebraTest, SeenFromTheOtherSetARelationIsTurnedRound) {
  ForAllPairs(
      [](Sets& sets, size_t a, size_t b) { EXPECT_EQ(sets.Relate(b, a), Turned(sets.Relate(a, b))); });
}

TEST_P(AlgebraTest, AffirmingAndDenyingOneThingIsDisjoint) {
  ForAllSets([](Sets& sets) {
    for (size_t i = 0; i < sets.size(); ++i) {
      if (!sets.MayBeDenied(i) || IsWidenedHalfLine(sets[i])) continue;
      const SetRelation relation = sets.Relate(sets.Of(i, Polarity::kAffirms), sets.Of(i, Polarity::kDenies));
      EXPECT_EQ(relation, SetRelation::kDisjoint) << sets.Text(i);
    }
  });
}

TEST_P(AlgebraTest, TheComplementOfADenialIsWhatWasDenied) {
  ForAllSets([](Sets& sets) {
    for (size_t i = 0; i < sets.size(); ++i) {
      if (!sets.MayBeDenied(i) || IsWidenedHalfLine(sets[i])) continue;
      Possibilities twice = sets.Of(i, Polarity::kDenies);
      if (auto* holds = std::get_if<bool>(&twice.atom)) {
        *holds = !*holds;
      } else {
        twice.complement = !twice.complement;
      }
      twice.key = "complemented twice";
      EXPECT_EQ(sets.Relate(twice, sets.Of(i, Polarity::kAffirms)), SetRelation::kEqual) << sets.Text(i);
    }
  });
}

TEST_P(AlgebraTest, SetsWithOneKeyRelateAlikeToEveryOther) {
  ForAllPairs([](Sets& sets, size_t a, size_t b) {
    if (sets[a].key != sets[b].key) return;
    for (size_t c = 0; c < sets.size(); ++c) EXPECT_EQ(sets.Relate(a, c), sets.Relate(b, c)) << sets.Text(c);
  });
}

std::string KindName(const ::testing::TestParamInfo<Kind>& info) {
  const auto [type, cardinality, tolerance] = info.param;
  return absl::StrCat(ToWord(kValueTypeWords, type), cardinality == model::Cardinality::kMany ? "_many" : "",
                      tolerance == Tolerance::kSome ? "_with_tolerance" : "");
}

const auto kAllTypes = ::testing::Values(ValueType::kBoolean, ValueType::kQuantity, ValueType::kTime,
                                         ValueType::kEntity, ValueType::kPlace, ValueType::kText);

INSTANTIATE_TEST_SUITE_P(
    Kinds, AlgebraTest,
    ::testing::Combine(kAllTypes, ::testing::Values(model::Cardinality::kOne, model::Cardinality::kMany),
                       ::testing::Values(Tolerance::kNone, Tolerance::kSome)),
    KindName);

// What follows from the sets themselves, where no tolerance blurs them.
class SharpAlgebraTest : public AlgebraTest {};

TEST_P(SharpAlgebraTest, WhatIsInsideASetIsDisjointFromWhateverThatIs) {
  ForAllPairs([](Sets& sets, size_t a, size_t b) {
    if (!Entails(sets.Relate(a, b))) return;
    for (size_t c = 0; c < sets.size(); ++c) {
      if (sets.Relate(b, c) == SetRelation::kDisjoint) {
        EXPECT_EQ(sets.Relate(a, c), SetRelation::kDisjoint) << sets.Text(c);
      }
    }
  });
}

TEST_P(SharpAlgebraTest, WhatIsInsideASetIsInsideWhateverThatIsInside) {
  ForAllPairs([](Sets& sets, size_t a, size_t b) {
    if (!Entails(sets.Relate(a, b))) return;
    for (size_t c = 0; c < sets.size(); ++c) {
      if (Entails(sets.Relate(b, c))) {
        EXPECT_TRUE(Entails(sets.Relate(a, c))) << sets.Text(c);
      }
    }
  });
}

TEST_P(SharpAlgebraTest, ComplementsTurnInclusionRound) {
  ForAllPairs([](Sets& sets, size_t a, size_t b) {
    if (!sets.MayBeDenied(a) || !sets.MayBeDenied(b) || sets.Relate(a, b) != SetRelation::kRefines) return;
    EXPECT_EQ(sets.Relate(sets.Denied(a), sets.Denied(b)), SetRelation::kGeneralizes);
  });
}

TEST_P(SharpAlgebraTest, EqualSetsHaveOneKey) {
  ForAllPairs([](Sets& sets, size_t a, size_t b) {
    if (sets.Relate(a, b) == SetRelation::kEqual) {
      EXPECT_EQ(sets[a].key, sets[b].key);
    }
  });
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, SharpAlgebraTest,
    ::testing::Combine(kAllTypes, ::testing::Values(model::Cardinality::kOne, model::Cardinality::kMany),
                       ::testing::Values(Tolerance::kNone)),
    KindName);

TEST(ZonedTimesTest, RelateAsZonelessOnesDo) {
  for (uint32_t seed = 1; seed <= kSeeds; ++seed) {
    Sets sets(ValueType::kTime, model::Cardinality::kOne, Tolerance::kNone, seed, true);
    for (size_t a = 0; a < sets.size(); ++a) {
      for (size_t b = 0; b < sets.size(); ++b) {
        SCOPED_TRACE(absl::StrCat("seed ", seed, ": ", sets.Text(a), " | ", sets.Text(b)));
        EXPECT_EQ(sets.Relate(b, a), Turned(sets.Relate(a, b)));
        EXPECT_EQ(sets.Relate(a, b) == SetRelation::kEqual, sets[a].key == sets[b].key);
      }
    }
  }
}

}  // namespace
}  // namespace gainsay::testing
