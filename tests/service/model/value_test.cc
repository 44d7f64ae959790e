#include "service/model/value.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gainsay::model {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Value Amount(const std::string& amount, Bound bound = Bound::kExact) {
  return Quantity{*Decimal::Parse(amount), *Decimal::Parse(amount), bound, "persons"};
}

Value Range(const std::string& lower, const std::string& upper) {
  return Quantity{*Decimal::Parse(lower), *Decimal::Parse(upper), Bound::kRange, "persons"};
}

Value Time(const std::string& text) { return *Edtf::Parse(text); }

// One value of each kind, in the order of the variant.
std::vector<Value> OneOfEachKind() {
  return {true,         Amount("5"), Time("2025-12"), EntityRef{"entities/x"}, Point{37.2, 70.1, 5000},
          Text{"said"}, Unknown{},   None{}};
}

TEST(KindNameTest, IsTheFieldNameInJson) {
  const std::string names[] = {"boolean", "quantity", "time", "entity", "point", "text", "unknown", "none"};
  const std::vector<Value> values = OneOfEachKind();
  ASSERT_EQ(values.size(), std::variant_size_v<Value>);
  for (size_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ(values[i].index(), i);
    EXPECT_EQ(KindName(values[i]), names[i]);
  }
}

struct Admission {
  ValueType type;
  std::set<std::string_view> kinds;
};

TEST(CheckAdmitsTest, AdmitsTheTypesOwnKindsUnknownAndNoneWhereThereCanBeNone) {
  const Admission admissions[] = {
      {ValueType::kBoolean, {"boolean", "unknown"}},
      {ValueType::kQuantity, {"quantity", "unknown", "none"}},
      {ValueType::kTime, {"time", "unknown", "none"}},
      {ValueType::kEntity, {"entity", "unknown", "none"}},
      {ValueType::kPlace, {"entity", "point", "unknown", "none"}},
      {ValueType::kText, {"text", "unknown", "none"}},
  };
  for (const Admission& admission : admissions) {
    for (const Value& value : OneOfEachKind()) {
      const absl::Status status = CheckAdmits(admission.type, value);
      EXPECT_EQ(status.ok(), admission.kinds.contains(KindName(value))) << status;
      EXPECT_TRUE(status.ok() || status.code() == absl::StatusCode::kInvalidArgument) << status;
    }
  }
}

TEST(CheckAdmitsTest, NamesTheKindAndWhatTheQuestionAdmits) {
  EXPECT_EQ(CheckAdmits(ValueType::kTime, Amount("5")).message(),
            "quantity: a TIME question admits time, unknown or none");
  EXPECT_EQ(CheckAdmits(ValueType::kBoolean, None{}).message(),
            "none: a BOOLEAN question admits boolean or unknown");
}

TEST(CheckInformativeTest, AcceptsOneOfEachKindAffirmed) {
  for (const Value& value : OneOfEachKind()) {
    EXPECT_TRUE(CheckInformative(value, Polarity::kAffirms).ok()) << KindName(value);
  }
}

TEST(CheckInformativeTest, AcceptsEveryBoundAffirmedAndDenied) {
  for (const Bound bound : {Bound::kExact, Bound::kAtLeast, Bound::kAtMost, Bound::kMoreThan,
                            Bound::kLessThan, Bound::kAbout, Bound::kRange}) {
    EXPECT_TRUE(CheckInformative(Amount("0", bound), Polarity::kAffirms).ok());
    EXPECT_TRUE(CheckInformative(Amount("0", bound), Polarity::kDenies).ok());
  }
}

TEST(CheckInformativeTest, AcceptsHalfOpenTimesAndTheLargestDisc) {
  EXPECT_TRUE(CheckInformative(Time("2025/.."), Polarity::kAffirms).ok());
  EXPECT_TRUE(CheckInformative(Time("/2025"), Polarity::kDenies).ok());
  EXPECT_TRUE(CheckInformative(Point{0, 0, 0}, Polarity::kAffirms).ok());
  EXPECT_TRUE(CheckInformative(Point{0, 0, kMaxRadiusMeters}, Polarity::kDenies).ok());
}

struct Refusal {
  Value value;
  std::string message;
};

TEST(CheckInformativeTest, RefusesWhatLeavesNothingOrEverythingOpenWhateverThePolarity) {
  const std::string every_time = "time: leaves every possibility open; record an unknown value instead";
  const std::string whole_earth =
      "point.radiusMeters: the disc covers the Earth; record an unknown value instead";
  const Refusal refusals[] = {
      {Range("5", "3"), "quantity.lower: 5 is above the upper bound 3"},
      {Range("0.30", "0.3e-1"), "quantity.lower: 0.30 is above the upper bound 0.3e-1"},
      {Time("../.."), every_time},
      {Time("/"), every_time},
      {Time("/.."), every_time},
      {Time("../"), every_time},
      {Point{0, 0, -1}, "point.radiusMeters: is negative"},
      {Point{0, 0, kNotANumber}, "point.radiusMeters: not a finite number"},
      {Point{0, 0, kInfinity}, "point.radiusMeters: not a finite number"},
      {Point{0, 0, kMaxRadiusMeters + 1}, whole_earth},
      {Text{""}, "text: is empty"},
      {Text{" \t\n"}, "text: is empty"},
  };
  for (const Refusal& refusal : refusals) {
    for (const Polarity polarity : {Polarity::kAffirms, Polarity::kDenies}) {
      const absl::Status status = CheckInformative(refusal.value, polarity);
      EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << refusal.message;
      EXPECT_EQ(status.message(), refusal.message);
    }
  }
}

TEST(CheckInformativeTest, RefusesTheDenialOfAnUnknownButOfNothingElse) {
  for (const Value& value : OneOfEachKind()) {
    const absl::Status status = CheckInformative(value, Polarity::kDenies);
    EXPECT_EQ(status.ok(), KindName(value) != "unknown") << status;
  }
  EXPECT_EQ(CheckInformative(Unknown{}, Polarity::kDenies).message(),
            "unknown: cannot be denied, since nothing would be left");
}

}  // namespace
}  // namespace gainsay::model
