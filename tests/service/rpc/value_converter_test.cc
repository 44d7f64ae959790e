#include "service/rpc/value_converter.h"

#include <limits>
#include <string>

#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;
using testing::StatusIs;

absl::StatusOr<model::Value> Affirmed(const v1::Value& proto) {
  return ValueFromProto(proto, model::Polarity::kAffirms);
}

TEST(ValueConverterTest, EveryKindComesBackAsItWas) {
  for (const char* json : {
           R"({"boolean": true})",
           R"({"boolean": false})",
           R"({"quantity": {"amount": "5.0", "bound": "BOUND_EXACT", "unit": "km"}})",
           R"({"quantity": {"amount": "-1.2e6", "bound": "BOUND_ABOUT"}})",
           R"({"quantity": {"amount": "5", "bound": "BOUND_MORE_THAN"}})",
           R"({"quantity": {"amount": "5", "bound": "BOUND_LESS_THAN"}})",
           R"({"quantity": {"amount": "5", "bound": "BOUND_AT_MOST"}})",
           R"({"quantity": {"lower": "100", "upper": "300", "bound": "BOUND_RANGE", "unit": "persons"}})",
           R"({"time": "2025-12?"})",
           R"({"entity": "entities/x"})",
           R"({"point": {"latitude": 37.2, "longitude": -180, "radiusMeters": 5000}})",
           R"({"text": "  as it was said "})",
           R"({"unknown": {}})",
           R"({"none": {}})",
       }) {
    const auto sent = FromJson<v1::Value>(json);
    const auto value = Affirmed(sent);
    ASSERT_THAT(value, IsOk()) << json;
    EXPECT_THAT(ValueToProto(*value), EqualsProto(sent));
  }
}

struct BadValue {
  const char* json;
  const char* error;
};

TEST(ValueConverterTest, AWrongValueIsRefusedByPath) {
  for (const auto& [json, error] : {
           BadValue{R"({})", "has none of boolean, "},
           BadValue{R"({"quantity": {}})", "quantity.amount: is required"},
           BadValue{R"({"quantity": {"amount": "five"}})", "quantity.amount: not a decimal number"},
           BadValue{R"({"quantity": {"amount": "5", "bound": 99}})",
                    "quantity.bound: 99 is not a known value"},
           BadValue{R"({"quantity": {"amount": "5", "unit": " km"}})", "quantity.unit: has white space"},
           BadValue{R"({"quantity": {"amount": "5", "lower": "1"}})", "quantity.lower: only a RANGE has one"},
           BadValue{R"({"quantity": {"amount": "5", "upper": "9"}})", "quantity.upper: only a RANGE has one"},
           BadValue{R"({"quantity": {"amount": "5", "lower": "1", "upper": "9", "bound": "BOUND_RANGE"}})",
                    "quantity.amount: a RANGE has lower and upper"},
           BadValue{R"({"quantity": {"upper": "9", "bound": "BOUND_RANGE"}})", "quantity.lower: is required"},
           BadValue{R"({"quantity": {"lower": "9", "bound": "BOUND_RANGE"}})", "quantity.upper: is required"},
           BadValue{R"({"quantity": {"lower": "9", "upper": "1", "bound": "BOUND_RANGE"}})",
                    "quantity.lower: 9 is above"},
           BadValue{R"({"time": ""})", "time: "},
           BadValue{R"({"time": "yesterday"})", "time: "},
           BadValue{R"({"entity": "x"})", "entity: \"x\" is not a name of the form entities/{id}"},
           BadValue{R"({"point": {"latitude": 90.1}})", "point.latitude: not within -90 to 90"},
           BadValue{R"({"point": {"latitude": "NaN"}})", "point.latitude: not within -90 to 90"},
           BadValue{R"({"point": {"longitude": -180.5}})", "point.longitude: not within -180 to 180"},
           BadValue{R"({"point": {"radiusMeters": -1}})", "point.radiusMeters: "},
           BadValue{R"({"point": {"radiusMeters": 30000000}})", "point.radiusMeters: "},
           BadValue{R"({"point": {"radiusMeters": "NaN"}})", "point.radiusMeters: "},
           BadValue{R"({"text": " "})", "text: is empty"},
       }) {
    EXPECT_THAT(Affirmed(FromJson<v1::Value>(json)),
                StatusIs(absl::StatusCode::kInvalidArgument, ::testing::StartsWith(error)))
        << json;
  }
}

TEST(ValueConverterTest, ADeniedUnknownIsRefused) {
  EXPECT_THAT(ValueFromProto(FromJson<v1::Value>(R"({"unknown": {}})"), model::Polarity::kDenies),
              StatusIs(absl::StatusCode::kInvalidArgument, ::testing::StartsWith("unknown: ")));
}

TEST(ValueConverterTest, TextIsTakenUpToItsLimit) {
  v1::Value value;
  value.set_text(std::string(64 * 1024, 'a'));
  EXPECT_THAT(Affirmed(value), IsOk());

  value.mutable_text()->push_back('a');
  EXPECT_THAT(Affirmed(value),
              StatusIs(absl::StatusCode::kInvalidArgument, "text: is longer than 65536 bytes"));
}

}  // namespace
}  // namespace gainsay::rpc
