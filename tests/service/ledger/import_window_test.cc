#include "service/ledger/import_window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/ledger/import_circles.h"
#include "tests/service/ledger/ledger_fixture.h"

namespace gainsay::ledger {
namespace {

using model::NameKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

SharedRecord Document(const std::string& id) {
  return std::make_shared<const model::Record>(SourceNamed(id));
}

std::vector<Reference> Missing(const std::vector<std::string>& ids) {
  std::vector<Reference> missing;
  for (const std::string& id : ids)
    missing.push_back({"cites[0].source", NameKind::kSource, "sources/" + id});
  return missing;
}

TEST(FindCircles, OfALineAreNone) { EXPECT_THAT(FindCircles({{1}, {2}, {}}), IsEmpty()); }

TEST(FindCircles, ComeAfterThoseTheyLeadTo) {
  const auto circles = FindCircles({{1, 2}, {0}, {3}, {2, 4}, {}});
  ASSERT_EQ(circles.size(), 2u);
  EXPECT_THAT(circles[0], UnorderedElementsAre(2, 3));
  EXPECT_THAT(circles[1], UnorderedElementsAre(0, 1));
}

TEST(FindCircles, OfAHundredThousandNodesNeedNoRecursion) {
  std::vector<std::vector<size_t>> edges(100'000);
  for (size_t i = 0; i < edges.size(); ++i) edges[i] = {(i + 1) % edges.size()};
  EXPECT_EQ(FindCircles(edges)[0].size(), edges.size());
}

TEST(ImportWindow, ARecordIsReadyWhenAllItNamesAreKept) {
  ImportWindow window;
  window.Put(1, Document("a"), Missing({"b", "c"}));
  window.Put(2, Document("b"), {});
  window.Put(3, Document("c"), {});
  EXPECT_EQ(window.NextReady(), 1);
  window.Keep(1);
  EXPECT_EQ(window.NextReady(), 2);
  window.Keep(2);
  EXPECT_EQ(window.NextReady(), 0);
  window.Keep(0);
  EXPECT_EQ(window.size(), 0);
}

TEST(ImportWindow, ARecordWaitsForTheEarlierOneOfItsName) {
  ImportWindow window;
  window.Put(1, Document("a"), Missing({"b"}));
  window.Put(2, Document("a"), {});
  EXPECT_EQ(window.NextReady(), std::nullopt);
  window.Refuse(0);
  EXPECT_EQ(window.NextReady(), 1);
}

TEST(ImportWindow, ARefusedNameMayStillBeDeclared) {
  ImportWindow window;
  window.Put(1, Document("a"), Missing({"b"}));
  window.Put(2, Document("b"), {});
  window.Refuse(1);
  EXPECT_EQ(window.RefusedLine("sources/b"), 2);
  EXPECT_EQ(window.NextReady(), std::nullopt);
  window.Put(3, Document("b"), {});
  window.Keep(2);
  EXPECT_EQ(window.NextReady(), 0);
}

TEST(ImportWindow, RefusedNamesAreForgottenUnlessSomebodyWaits) {
  ImportWindow window;
  window.Put(1, Document("a"), {});
  window.Put(2, Document("b"), {});
  window.Put(3, Document("c"), Missing({"b"}));
  window.Refuse(0);
  window.Refuse(1);
  window.ForgetRefused(2);
  EXPECT_EQ(window.RefusedLine("sources/a"), std::nullopt);
  EXPECT_EQ(window.RefusedLine("sources/b"), 2);
}

TEST(ImportWindow, ACircleIsClosedOnceNothingElseIsMissing) {
  ImportWindow window;
  window.Put(1, Document("a"), Missing({"b"}));
  window.Put(2, Document("b"), Missing({"a", "c"}));
  ASSERT_EQ(window.Circles().size(), 1u);
  EXPECT_THAT(window.Circles()[0], ElementsAre(0, 1));
  EXPECT_FALSE(window.IsClosed({0, 1}));
  window.Made("sources/c");
  EXPECT_TRUE(window.IsClosed({0, 1}));
}

}  // namespace
}  // namespace gainsay::ledger
