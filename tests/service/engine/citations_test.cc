#include "service/engine/citations.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace gainsay::engine {
namespace {

using Sources = std::unordered_map<std::string, model::Source>;

// A source that cites the next of `count`, the last the first if `closed`.
Sources Chain(size_t count, bool closed) {
  Sources sources;
  for (size_t i = 0; i < count; ++i) {
    model::Source source{.name = absl::StrCat("sources/s", i)};
    if (i + 1 < count || closed) source.cites.push_back({absl::StrCat("sources/s", (i + 1) % count)});
    sources[source.name] = std::move(source);
  }
  return sources;
}

TEST(Citations, AChainOfAHundredThousandIsAHundredThousandGroups) {
  const std::unordered_map<std::string, model::Entity> nobody;
  const Citations citations(Chain(100'000, false), Sides(nobody));

  EXPECT_EQ(citations.size(), 100'000u);
  EXPECT_FALSE(citations.circular(citations.IndexOf("sources/s0")));
  EXPECT_NE(citations.component(citations.IndexOf("sources/s0")),
            citations.component(citations.IndexOf("sources/s99999")));
}

TEST(Citations, ACycleOfTenThousandIsOneGroup) {
  const std::unordered_map<std::string, model::Entity> nobody;
  const Citations citations(Chain(10'000, true), Sides(nobody));

  EXPECT_TRUE(citations.circular(citations.IndexOf("sources/s0")));
  EXPECT_EQ(citations.component(citations.IndexOf("sources/s0")),
            citations.component(citations.IndexOf("sources/s5000")));
}

TEST(Citations, ASourceThatCitesItselfIsNoCircle) {
  const std::unordered_map<std::string, model::Entity> nobody;
  const Citations citations(Chain(1, true), Sides(nobody));

  EXPECT_FALSE(citations.circular(citations.IndexOf("sources/s0")));
}

TEST(Citations, EveryEdgeLeadsToTheSameOrALowerComponent) {
  const std::vector<std::vector<size_t>> edges = {{1, 3}, {2}, {1}, {2}, {0}};

  const std::vector<size_t> components = Components(edges);

  EXPECT_EQ(components[1], components[2]);
  for (size_t from = 0; from < edges.size(); ++from) {
    for (const size_t to : edges[from]) EXPECT_LE(components[to], components[from]);
  }
}

}  // namespace
}  // namespace gainsay::engine
