#include "service/engine/roster.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <unordered_map>

#include "service/engine/sides.h"

namespace gainsay::engine {
namespace {

using Entities = std::unordered_map<std::string, model::Entity>;

// Entities that speak for, spoke for and are owned by one another as it comes, in circles too, and by some
// who are not on file.
Entities RandomEntities(uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&random](uint32_t count) { return random() % count; };
  const auto someone = [&] { return "e" + std::to_string(below(8)); };
  const auto link = [&] {
    constexpr const char* kIntervals[] = {"2024", "2025", "../2024", "2025/.."};
    model::SpeaksFor speaks_for{someone(), std::nullopt};
    if (below(4) != 0) speaks_for.valid_time = model::Edtf::Parse(kIntervals[below(4)]).value();
    return speaks_for;
  };
  Entities entities;
  for (int i = 0; i < 6; ++i) {
    model::Entity entity;
    entity.name = "e" + std::to_string(i);
    if (below(2) == 0) entity.speaks_for = link();
    for (uint32_t more = below(3); more > 0; --more) entity.spoke_for.push_back(link());
    if (below(3) == 0) entity.owned_by = someone();
    entities[entity.name] = entity;
  }
  return entities;
}

const Moment kMoments[] = {kUndatedMoment, LastMomentOf(*model::Edtf::Parse("2023")),
                           LastMomentOf(*model::Edtf::Parse("2024-06")),
                           LastMomentOf(*model::Edtf::Parse("2025-06")), kOpenEnd};

TEST(RosterTest, SidesOfNumbersAreThoseOfTheirNames) {
  int circles = 0;
  for (uint32_t seed = 1; seed <= 500; ++seed) {
    const CaseFile file{.entities = RandomEntities(seed)};
    TextArena arena;
    const Roster roster(file, arena);
    const Sides sides(file.entities);
    for (const auto& [name, entity] : file.entities) {
      const uint32_t party = roster.entities().Find(name);
      for (const Moment moment : kMoments) {
        const std::string root = sides.RootAt(name, moment);
        EXPECT_EQ(roster.side_name(roster.RootAt(party, moment)), root) << name << " of seed " << seed;
        if (file.entities.contains(root) && !sides.EdgesAt(root, moment).empty()) ++circles;
      }
    }
  }
  EXPECT_GT(circles, 0);
}

TEST(RosterTest, WhoIsOwnedDoesNotSpeakForTheOwner) {
  for (uint32_t seed = 1; seed <= 500; ++seed) {
    const CaseFile file{.entities = RandomEntities(seed)};
    Entities without_owners = file.entities;
    for (auto& [name, entity] : without_owners) entity.owned_by.clear();
    TextArena arena;
    const Roster roster(file, arena);
    const Sides sides(without_owners);
    for (const auto& [name, entity] : file.entities) {
      const uint32_t party = roster.entities().Find(name);
      for (const Moment moment : kMoments) {
        EXPECT_EQ(roster.side_name(roster.SpokenForAt(party, moment)), sides.RootAt(name, moment))
            << name << " of seed " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace gainsay::engine
