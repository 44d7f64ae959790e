#include "service/rpc/compare_options_converter.h"

#include <optional>
#include <string>
#include <variant>

#include "service/rpc/policy_converter.h"
#include "tests/service/rpc/messages.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;
using ::testing::StartsWith;
using testing::StatusIs;

absl::StatusOr<ledger::CompareOptions> KnownAt(const std::string& text) {
  v1::ReadTimes times;
  times.set_known_at(text);
  return CompareOptionsFromProto(times, v1::Policy(), false);
}

std::string KnownTime(const std::string& text) {
  const auto options = KnownAt(text);
  if (!options.ok() || !options->known_at) return "none";
  return absl::FormatTime(absl::RFC3339_full, std::get<absl::Time>(*options->known_at), absl::UTCTimeZone());
}

TEST(CompareOptionsConverterTest, AbsentFieldsMeanNowAndTheDefaults) {
  const auto options = CompareOptionsFromProto(v1::ReadTimes(), v1::Policy(), false);

  ASSERT_THAT(options, IsOk());
  EXPECT_FALSE(options->known_at.has_value());
  EXPECT_FALSE(options->times.said_until.has_value());
  EXPECT_FALSE(options->times.valid_at.has_value());
  EXPECT_EQ(options->policy.min_sides, 2);
  EXPECT_FALSE(options->explain);
}

TEST(CompareOptionsConverterTest, DigitsAloneAreARevision) {
  const auto options = KnownAt("2025");

  ASSERT_THAT(options, IsOk());
  EXPECT_EQ(std::get<store::Revision>(*options->known_at), 2025);
}

TEST(CompareOptionsConverterTest, AKnownTimeCountsFromItsLastMomentAndZonelessAsUtc) {
  EXPECT_EQ(KnownTime("2025-12"), "2025-12-31T23:59:59.999999+00:00");
  EXPECT_EQ(KnownTime("2025-12-29T10:00:00"), "2025-12-29T10:00:00.999999+00:00");
  EXPECT_EQ(KnownTime("2025-12-29T10:00:00+05:00"), "2025-12-29T05:00:00.999999+00:00");
  EXPECT_EQ(KnownTime("2025/.."), "infinite-future");
}

TEST(CompareOptionsConverterTest, AKnownTimeWithAFractionIsJustThatMoment) {
  EXPECT_EQ(KnownTime("2025-12-29T10:00:00.000001+00:00"), "2025-12-29T10:00:00.000001+00:00");
}

TEST(CompareOptionsConverterTest, AWrongTimeIsRefusedByPath) {
  EXPECT_THAT(KnownAt("yesterday"),
              StatusIs(absl::StatusCode::kInvalidArgument, StartsWith("readTimes.knownAt: ")));
  EXPECT_THAT(KnownAt("99999999999999999999"),
              StatusIs(absl::StatusCode::kInvalidArgument, StartsWith("readTimes.knownAt: no revision")));
  v1::ReadTimes times;
  times.set_said_until("2025-12-29 10:00");
  EXPECT_THAT(CompareOptionsFromProto(times, v1::Policy(), false),
              StatusIs(absl::StatusCode::kInvalidArgument, StartsWith("readTimes.saidUntil: ")));
  times.clear_said_until();
  times.set_valid_at("2025-99");
  EXPECT_THAT(CompareOptionsFromProto(times, v1::Policy(), false),
              StatusIs(absl::StatusCode::kInvalidArgument, StartsWith("readTimes.validAt: ")));
}

TEST(PolicyConverterTest, APolicyComesBackWithEveryFieldItHad) {
  const auto asked = FromJson<v1::Policy>(
      R"({"minSides": 3, "countAnonymous": true, "countUncertain": true, "minReliability": "RELIABILITY_C",
          "parties": ["entities/b", "entities/a"]})");

  const auto policy = PolicyFromProto(asked);

  ASSERT_THAT(policy, IsOk());
  EXPECT_THAT(PolicyToProto(*policy), EqualsProto(asked));
}

TEST(PolicyConverterTest, APolicyIsEchoedWithItsDefaults) {
  EXPECT_EQ(PolicyToProto(*PolicyFromProto(v1::Policy())).min_sides(), 2);
}

TEST(PolicyConverterTest, AWrongFieldIsRefusedByPath) {
  ExpectRefusals<v1::Policy>(
      v1::Policy(), PolicyFromProto,
      {
          {"minSides: is negative", [](auto& policy) { policy.set_min_sides(-1); }},
          {"minReliability: is none of A to E",
           [](auto& policy) { policy.set_min_reliability(v1::RELIABILITY_F); }},
          {"minReliability: 9 is not", [](auto& policy) { policy.set_min_reliability(v1::Reliability(9)); }},
          {"parties[0]: ", [](auto& policy) { policy.add_parties("gknb"); }},
          {"parties[1]: is listed twice",
           [](auto& policy) {
             policy.add_parties("entities/a");
             policy.add_parties("entities/a");
           }},
      });
}

}  // namespace
}  // namespace gainsay::rpc
