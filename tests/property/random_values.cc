#include "tests/property/random_values.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace gainsay::testing {
namespace {

using model::Bound;
using model::Decimal;
using model::Edtf;
using model::EntityKind;
using model::ValueType;

constexpr int kHierarchySize = 10;

std::string ValueEntity(int number) { return absl::StrCat("entities/v", number); }

Decimal Number(const std::string& text) { return *Decimal::Parse(text); }

}  // namespace

Edtf RandomValues::Day() { return *Edtf::Parse(absl::StrFormat("2025-12-%02d", 20 + Below(8))); }

Edtf RandomValues::ZonelessTime() {
  static const std::vector<std::string> times = {"2025-12-23",    "2025-12-23?",
                                                 "2025-12-24",    "2025-12-24~",
                                                 "2025-12",       "2025",
                                                 "202X",          "2025-11",
                                                 "2025-12-XX",    "2025-12-20/2025-12-24",
                                                 "2025-12-24/..", "../2025-12-23",
                                                 "2025-12-23/",   "2025-24",
                                                 "2026",          "2025-12-23T10:00:00",
                                                 "2024/2025",     "2025-12-24/2025-12-28"};
  return *Edtf::Parse(OneOf(times));
}

Edtf RandomValues::ZonedTime() {
  const int hour = Below(24);
  const std::string zone = OneOf<std::string>({"Z", "+05:00", "-11:00"});
  return *Edtf::Parse(absl::StrFormat("2025-12-%02dT%02d:00:00%s", 22 + Below(3), hour, zone));
}

model::Quantity RandomValues::Amount() {
  static const std::vector<Bound> bounds = {Bound::kExact,    Bound::kAtLeast,  Bound::kAtMost,
                                            Bound::kMoreThan, Bound::kLessThan, Bound::kAbout,
                                            Bound::kRange};
  static const std::vector<std::string> units = {"", "", "", "km", "m", "mile", "persons", "s"};
  const Bound bound = OneOf(bounds);
  const int low = Below(8) - 1;
  const std::string tail = OneOf<std::string>({"", ".0", ".5", "e1"});
  const Decimal lower = Number(absl::StrCat(low, tail));
  Decimal upper = lower;
  if (bound == Bound::kRange) upper = Number(absl::StrCat(std::max(low, 0) + Below(5), "e1"));
  if (upper.value() < lower.value()) upper = lower;
  return {lower, upper, bound, OneOf(units)};
}

model::Point RandomValues::Disc() {
  static const std::vector<double> latitudes = {0, 0.01, 37.2, 37.25, 89.99, 90, -90};
  static const std::vector<double> longitudes = {0, 0.05, 70.1, 179.9, -179.9, 180, -180};
  static const std::vector<double> radii = {0, 100, 5000, 30000, 1000000};
  return {OneOf(latitudes), OneOf(longitudes), OneOf(radii)};
}

model::Value RandomValues::Any(ValueType type) {
  static const std::vector<std::string> texts = {"It rained.", "it rained", "It snowed", "Nobody came",
                                                 "All came"};
  switch (type) {
    case ValueType::kBoolean:
      return Chance(50);
    case ValueType::kQuantity:
      return Chance(8) ? model::Value(model::None{}) : Amount();
    case ValueType::kTime:
      return Chance(8) ? model::Value(model::None{}) : ZonelessTime();
    case ValueType::kEntity:
      return Chance(8) ? model::Value(model::None{}) : model::EntityRef{ValueEntity(Below(kHierarchySize))};
    case ValueType::kPlace:
      return Chance(30) ? model::Value(model::EntityRef{ValueEntity(Below(kHierarchySize))}) : Disc();
    case ValueType::kText:
      return Chance(8) ? model::Value(model::None{}) : model::Text{OneOf(texts)};
  }
  return false;
}

engine::Stated RandomValues::Statement(ValueType type) {
  while (true) {
    engine::Stated stated{Any(type), Chance(25) ? model::Polarity::kDenies : model::Polarity::kAffirms};
    if (model::CheckInformative(*stated.value, stated.polarity).ok()) return stated;
  }
}

std::vector<model::Entity> RandomValues::Hierarchy() {
  std::vector<model::Entity> entities;
  for (int i = 0; i < kHierarchySize; ++i) {
    model::Entity entity{.name = ValueEntity(i), .display_name = absl::StrCat("v", i)};
    entity.kind = Chance(25) ? EntityKind::kConcept : EntityKind::kArmedGroup;
    for (const model::Entity& broader : entities) {
      const bool narrows = entity.kind == EntityKind::kConcept && broader.kind != EntityKind::kConcept;
      if (!narrows && Chance(20)) entity.broader.push_back(broader.name);
    }
    entities.push_back(std::move(entity));
  }
  return entities;
}

}  // namespace gainsay::testing
