#include "service/engine/citations.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/engine/compare.h"

namespace gainsay::engine {
namespace {

using Edges = std::vector<std::vector<uint32_t>>;

Graph GraphOf(const Edges& edges) {
  Graph graph;
  for (const auto& from : edges) {
    graph.AddNode();
    for (const uint32_t to : from) graph.AddEdge(to);
  }
  return graph;
}

// A case of documents alone, with their citations.
class Documents {
 public:
  explicit Documents(std::unordered_map<std::string, model::Source> sources)
      : file_{.sources = std::move(sources)} {}

  const Citations& citations() const { return citations_; }
  uint32_t Number(const std::string& source) const { return roster_.sources().Find(source); }

 private:
  const CaseFile file_;
  TextArena arena_;
  const Roster roster_{file_, arena_};
  const Citations citations_{roster_};
};

std::string SourceName(int number) { return absl::StrCat("sources/s", number); }

// Sources of one publisher each, of which each cites the next; the last cites the first if `closed`.
std::unordered_map<std::string, model::Source> Row(int length, bool closed) {
  std::unordered_map<std::string, model::Source> sources;
  for (int i = 0; i < length; ++i) {
    model::Source source{.name = SourceName(i), .publisher = absl::StrCat("entities/p", i)};
    if (i + 1 < length || closed) source.cites.push_back({SourceName((i + 1) % length)});
    sources[source.name] = std::move(source);
  }
  return sources;
}

// A question to which one party's answer was seen in the first source, and the last source's publisher
// gives the same in its own.
CaseFile TellThrough(std::unordered_map<std::string, model::Source> sources) {
  const int last = static_cast<int>(sources.size()) - 1;
  CaseFile file;
  file.sources = std::move(sources);
  file.question.question = {.name = "topics/t/questions/q", .value_type = model::ValueType::kBoolean};
  const auto add = [&file](const std::string& party, int source) {
    model::Claim claim{.name = absl::StrCat("topics/t/questions/q/claims/c", source), .party = party};
    claim.value = true;
    claim.appearances.push_back({.source = SourceName(source)});
    file.question.claims.push_back({std::move(claim)});
  };
  add("entities/p0", 0);
  add(absl::StrCat("entities/p", last), last);
  return file;
}

TEST(ComponentsTest, GroupNodesThatReachEachOther) {
  const std::vector<uint32_t> components = Components(GraphOf({{1}, {2}, {0, 3}, {4}, {3}, {}}));
  EXPECT_EQ(components[0], components[1]);
  EXPECT_EQ(components[0], components[2]);
  EXPECT_EQ(components[3], components[4]);
  EXPECT_NE(components[0], components[3]);
  EXPECT_NE(components[5], components[0]);
  EXPECT_NE(components[5], components[3]);
}

TEST(ComponentsTest, EdgesLeadToTheSameOrALowerNumber) {
  const Edges edges = {{1, 2}, {3}, {3, 0}, {4}, {}, {0, 4}};
  const std::vector<uint32_t> components = Components(GraphOf(edges));
  for (size_t from = 0; from < edges.size(); ++from) {
    for (const uint32_t to : edges[from]) EXPECT_GE(components[from], components[to]);
  }
}

TEST(ComponentsTest, AChainOfAHundredThousandIsAsManyGroups) {
  constexpr size_t kLength = 100'000;
  Edges edges(kLength);
  for (size_t i = 0; i + 1 < kLength; ++i) edges[i].push_back(static_cast<uint32_t>(i + 1));
  const std::vector<uint32_t> components = Components(GraphOf(edges));
  for (size_t i = 0; i + 1 < kLength; ++i) ASSERT_GT(components[i], components[i + 1]);
}

TEST(ComponentsTest, ACycleOfAHundredThousandIsOneGroup) {
  constexpr size_t kLength = 100'000;
  Edges edges(kLength);
  for (size_t i = 0; i < kLength; ++i) edges[i].push_back(static_cast<uint32_t>((i + 1) % kLength));
  for (const uint32_t component : Components(GraphOf(edges))) ASSERT_EQ(component, 0U);
}

TEST(CitationsTest, ASourceThatCitesItselfIsNoCycle) {
  std::unordered_map<std::string, model::Source> sources;
  sources["sources/a"] = {.name = "sources/a", .cites = {{"sources/a"}}};
  const Documents documents(sources);
  EXPECT_FALSE(documents.citations().circular(documents.Number("sources/a")));
  EXPECT_TRUE(documents.citations().cites(documents.Number("sources/a")).empty());
}

TEST(CitationsTest, WhatIsNotOnFileIsNotCited) {
  std::unordered_map<std::string, model::Source> sources;
  sources["sources/a"] = {.name = "sources/a", .cites = {{"sources/missing"}}};
  const Documents documents(sources);
  EXPECT_TRUE(documents.citations().cites(documents.Number("sources/a")).empty());
}

TEST(CitationsTest, LeadToATargetOutsideTheirOwnCircle) {
  std::unordered_map<std::string, model::Source> sources = Row(3, true);
  sources["sources/out"] = {.name = "sources/out"};
  sources[SourceName(2)].cites.push_back({"sources/out"});
  const Documents documents(sources);
  const Citations& citations = documents.citations();
  const uint32_t start = documents.Number(SourceName(0));
  const uint32_t beside = documents.Number(SourceName(1));
  const uint32_t out = documents.Number("sources/out");
  EXPECT_EQ(citations.LeadToEachOther({start, out}), std::vector<bool>({true, false}));
  EXPECT_EQ(citations.LeadToEachOther({start, beside}), std::vector<bool>({false, false}));
  EXPECT_EQ(citations.LeadToEachOther({beside, out, start}), std::vector<bool>({true, false, true}));
}

TEST(CompareTest, AnswersOverAChainOfAHundredThousandDocuments) {
  const Comparison comparison = Compare(TellThrough(Row(100'000, false)), {}, {}, true);
  EXPECT_EQ(comparison.status, Status::kUnconfirmed);
  EXPECT_TRUE(comparison.flags.contains(Flag::kDerivedSupport));
  EXPECT_EQ(comparison.counts.sides, 1);
  EXPECT_EQ(comparison.counts.origins_max, 1);
}

TEST(CompareTest, AnswersOverACycleOfTenThousandDocuments) {
  const Comparison comparison = Compare(TellThrough(Row(10'000, true)), {}, {}, true);
  EXPECT_EQ(comparison.status, Status::kUnconfirmed);
  EXPECT_TRUE(comparison.flags.contains(Flag::kCircularSourcing));
  EXPECT_EQ(comparison.counts.sides, 1);
  EXPECT_EQ(comparison.counts.origins_max, 1);
}

TEST(CompareTest, AnswersOverATangleInWhichEveryDocumentCitesMany) {
  std::unordered_map<std::string, model::Source> sources = Row(2'000, true);
  for (int i = 0; i < 2'000; ++i) {
    for (int step = 7; step < 2'000; step += 97)
      sources[SourceName(i)].cites.push_back({SourceName((i + step) % 2'000)});
  }
  const Comparison comparison = Compare(TellThrough(std::move(sources)), {}, {}, false);
  EXPECT_EQ(comparison.status, Status::kUnconfirmed);
  EXPECT_EQ(comparison.counts.origins_max, 1);
}

}  // namespace
}  // namespace gainsay::engine
