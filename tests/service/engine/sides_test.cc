#include "service/engine/sides.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay::engine {
namespace {

using Entities = std::unordered_map<std::string, model::Entity>;

model::SpeaksFor For(const std::string& entity, const std::string& time = "") {
  model::SpeaksFor speaks_for{entity, std::nullopt};
  if (!time.empty()) speaks_for.valid_time = *model::Edtf::Parse(time);
  return speaks_for;
}

Moment On(const std::string& time) { return LastMomentOf(*model::Edtf::Parse(time)); }

void Add(Entities* entities, model::Entity entity) { (*entities)[entity.name] = std::move(entity); }

TEST(SidesTest, WhoIsNotOnFileIsItsOwnSide) {
  const Entities entities;
  EXPECT_EQ(Sides(entities).RootAt("entities/nobody", On("2025")), "entities/nobody");
}

TEST(SidesTest, LinksAreFollowedAgainAndAgain) {
  Entities entities;
  Add(&entities, {.name = "spokesman", .speaks_for = For("army")});
  Add(&entities, {.name = "army", .owned_by = "ministry"});
  Add(&entities, {.name = "ministry", .speaks_for = For("state")});
  const Sides sides(entities);
  EXPECT_EQ(sides.RootAt("spokesman", On("2025")), "state");
  EXPECT_EQ(sides.EdgesAt("spokesman", On("2025")),
            (std::vector<std::string>{"spokesman speaks_for army", "army owned_by ministry",
                                      "ministry speaks_for state"}));
}

TEST(SidesTest, AnIntervalHoldsFromItsFirstMomentToItsLast) {
  Entities entities;
  Add(&entities, {.name = "envoy", .speaks_for = For("state", "2024/2025")});
  const Sides sides(entities);
  EXPECT_EQ(sides.RootAt("envoy", On("2023-12-31")), "envoy");
  EXPECT_EQ(sides.RootAt("envoy", On("2024-01-01")), "state");
  EXPECT_EQ(sides.RootAt("envoy", On("2025-12-31")), "state");
  EXPECT_EQ(sides.RootAt("envoy", On("2026-01-01")), "envoy");
}

TEST(SidesTest, OutsideItsIntervalAnOwnedPartyIsItsOwners) {
  Entities entities;
  Add(&entities, {.name = "radio", .speaks_for = For("army", "2024"), .owned_by = "state"});
  const Sides sides(entities);
  EXPECT_EQ(sides.RootAt("radio", On("2024-06")), "army");
  EXPECT_EQ(sides.RootAt("radio", On("2025-06")), "state");
}

TEST(SidesTest, AnEarlierSideHoldsForItsTime) {
  Entities entities;
  Add(&entities, {.name = "army",
                  .speaks_for = For("new-state", "2022/.."),
                  .spoke_for = {For("old-state", "1992/2021")}});
  const Sides sides(entities);
  EXPECT_EQ(sides.RootAt("army", On("2000")), "old-state");
  EXPECT_EQ(sides.RootAt("army", On("2025")), "new-state");
  EXPECT_EQ(sides.RootAt("army", On("1980")), "army");
}

TEST(SidesTest, OfAnUndatedStatementAnyIntervalHolds) {
  Entities entities;
  Add(&entities, {.name = "envoy", .speaks_for = For("state", "2024/2025")});
  EXPECT_EQ(Sides(entities).RootAt("envoy", kUndatedMoment), "state");
}

TEST(SidesTest, LinksOfDifferentTimesThatMakeACircleHaveOneRoot) {
  Entities entities;
  Add(&entities, {.name = "a", .speaks_for = For("b", "2024")});
  Add(&entities, {.name = "b", .speaks_for = For("a", "2025")});
  const Sides sides(entities);
  EXPECT_EQ(sides.RootAt("a", kUndatedMoment), sides.RootAt("b", kUndatedMoment));
  EXPECT_EQ(sides.RootAt("a", On("2024-06")), "b");
  EXPECT_EQ(sides.RootAt("b", On("2025-06")), "a");
}

TEST(SidesTest, AChainOfAHundredThousandIsFollowedToItsEnd) {
  constexpr int kLength = 100'000;
  Entities entities;
  for (int i = 0; i < kLength; ++i) {
    Add(&entities, {.name = std::to_string(i), .owned_by = std::to_string(i + 1)});
  }
  EXPECT_EQ(Sides(entities).RootAt("0", On("2025")), std::to_string(kLength));
}

}  // namespace
}  // namespace gainsay::engine
