#ifndef GAINSAY_TESTS_PROPERTY_RANDOM_COMPARISONS_H_
#define GAINSAY_TESTS_PROPERTY_RANDOM_COMPARISONS_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>

#include "service/engine/compare.h"
#include "tests/property/random_case.h"
#include "tests/support/golden_answer.h"

namespace gainsay::testing {

// Laws about the comparisons of random cases.
class RandomComparisons : public ::testing::Test {
 protected:
  // How many cases: GAINSAY_LONG=1 makes it many.
  static uint32_t Seeds() { return std::getenv("GAINSAY_LONG") == nullptr ? 120 : 5000; }

  template <class Law>
  void ForAllCases(Law law) {
    for (uint32_t seed = 1; seed <= Seeds(); ++seed) {
      const RandomCase made = MakeRandomCase(seed);
      const engine::Comparison comparison = engine::Compare(made.file, made.policy, made.times, false);
      law(made, comparison);
      if (HasFailure()) {
        ADD_FAILURE() << "seed " << seed << "\n" << AnswerText(AnswerOf(comparison));
        return;
      }
    }
  }

  template <class Law>
  void ForAllPositions(Law law) {
    ForAllCases([&](const RandomCase& made, const engine::Comparison& comparison) {
      for (const engine::Position& position : comparison.positions) law(made, comparison, position);
    });
  }
};

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_PROPERTY_RANDOM_COMPARISONS_H_
