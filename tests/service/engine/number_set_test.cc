#include "service/engine/number_set.h"

#include <gtest/gtest.h>

namespace gainsay::engine {
namespace {

TEST(NumberSet, HoldsEachNumberOnceInTheOrderOfAdding) {
  NumberSet numbers;
  // Few are kept one way, many another.
  for (uint32_t i = 0; i < 100; ++i) {
    EXPECT_FALSE(numbers.contains(7 * i));
    EXPECT_TRUE(numbers.insert(7 * i));
    EXPECT_FALSE(numbers.insert(7 * i));
    EXPECT_FALSE(numbers.insert(7 * (i / 2)));
    EXPECT_TRUE(numbers.contains(7 * i));
    ASSERT_EQ(numbers.size(), i + 1);
    EXPECT_EQ(numbers[i], 7 * i);
  }
}

TEST(NumberSet, IsEmptyOnceCleared) {
  NumberSet numbers;
  for (uint32_t i = 0; i < 100; ++i) numbers.insert(i);
  numbers.clear();
  EXPECT_EQ(numbers.size(), 0U);
  for (uint32_t i = 0; i < 100; ++i) {
    EXPECT_FALSE(numbers.contains(i));
    EXPECT_TRUE(numbers.insert(i));
  }
}

}  // namespace
}  // namespace gainsay::engine
