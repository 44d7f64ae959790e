#ifndef GAINSAY_TESTS_PROPERTY_RANDOM_VALUES_H_
#define GAINSAY_TESTS_PROPERTY_RANDOM_VALUES_H_

#include <random>
#include <string>
#include <vector>

#include "service/engine/comparison.h"
#include "service/model/records.h"

namespace gainsay::testing {

// Makes valid records out of a seed. Values come from small pools, so that they often meet.
class RandomValues {
 public:
  explicit RandomValues(uint32_t seed) : random_(seed) {}

  // A number from 0 to `count` - 1.
  int Below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }
  // Whether something of so many in a hundred happens.
  bool Chance(int percent) { return Below(100) < percent; }
  template <class T>
  const T& OneOf(const std::vector<T>& choices) {
    return choices[Below(static_cast<int>(choices.size()))];
  }

  // An EDTF time of December 2025 or around it; zoneless, or with a zone.
  model::Edtf Day();
  model::Edtf ZonelessTime();
  model::Edtf ZonedTime();

  // A value, and whether it is affirmed or denied, such as a question of that type admits: neither it nor
  // its denial leaves nothing open. Entities are those of `Hierarchy`.
  engine::Stated Statement(model::ValueType type);

  // "entities/v0" to "entities/v9", each under some of the earlier ones; a CONCEPT is never under another
  // kind.
  std::vector<model::Entity> Hierarchy();

 private:
  model::Value Any(model::ValueType type);
  model::Quantity Amount();
  model::Point Disc();

  std::mt19937 random_;
};

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_PROPERTY_RANDOM_VALUES_H_
