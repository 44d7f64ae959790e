#include "service/rpc/filter_syntax.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

#include "tests/support/status_matchers.h"

namespace gainsay::rpc {
namespace {

using testing::IsOk;
using testing::StatusIs;

// What a filter is read as, in words that leave nothing to be guessed.
std::string Reading(const std::string& text) {
  const auto filter = ParseFilter(text);
  EXPECT_THAT(filter, IsOk()) << text;
  return filter.ok() ? PrintFilter(*filter) : "";
}

void ExpectRefused(const std::string& text, const std::string& message) {
  EXPECT_THAT(ParseFilter(text), StatusIs(absl::StatusCode::kInvalidArgument, ::testing::StartsWith(message)))
      << text;
}

std::string Nested(int depth) { return std::string(depth, '(') + "a = b" + std::string(depth, ')'); }

TEST(FilterSyntax, ABlankFilterHasNoRestriction) {
  EXPECT_EQ(Reading(""), "");
  EXPECT_EQ(Reading(" \t\n"), "");
}

TEST(FilterSyntax, EveryComparatorIsReadWithAndWithoutSpaces) {
  for (const std::string comparator : {"=", "!=", "<", "<=", ">", ">=", ":"}) {
    EXPECT_EQ(Reading("a" + comparator + "b"), "a" + comparator + "\"b\"");
    EXPECT_EQ(Reading("a " + comparator + " b"), "a" + comparator + "\"b\"");
  }
}

TEST(FilterSyntax, OrBindsTighterThanAnd) {
  EXPECT_EQ(Reading("a:1 AND b:2 OR c:3"), "a:\"1\" AND (b:\"2\" OR c:\"3\")");
}

TEST(FilterSyntax, ASpaceMeansAnd) {
  EXPECT_EQ(Reading("a:1 b:2 OR c:3 d:4"), "a:\"1\" AND (b:\"2\" OR c:\"3\") AND d:\"4\"");
  EXPECT_EQ(Reading("a:1 b:2 AND c:3"), "a:\"1\" AND b:\"2\" AND c:\"3\"");
}

TEST(FilterSyntax, NotAndMinusTurnOneTermRound) {
  EXPECT_EQ(Reading("NOT a:1 OR b:2"), "(NOT a:\"1\") OR b:\"2\"");
  EXPECT_EQ(Reading("-a:1 -(b:2 c:3)"), "(NOT a:\"1\") AND (NOT (b:\"2\" AND c:\"3\"))");
}

TEST(FilterSyntax, ParenthesesGroup) {
  EXPECT_EQ(Reading("(a:1 AND b:2) OR ((c:3))"), "(a:\"1\" AND b:\"2\") OR c:\"3\"");
}

TEST(FilterSyntax, FieldsAreReachedByDotsAndMayBeQuotedOrKeywords) {
  EXPECT_EQ(Reading("value.quantity.amount > 5"), "value.quantity.amount>\"5\"");
  EXPECT_EQ(Reading("names.zh-Hant = x"), "names.zh-Hant=\"x\"");
  EXPECT_EQ(Reading("names.\"a b\" = x"), "names.\"a b\"=\"x\"");
  EXPECT_EQ(Reading("names.NOT = x"), "names.\"NOT\"=\"x\"");
}

TEST(FilterSyntax, BareValuesMayHaveASignDotsAndDashes) {
  EXPECT_EQ(Reading("a = -1.5"), "a=\"-1.5\"");
  EXPECT_EQ(Reading("a = entities/x.y-z"), "a=\"entities/x.y-z\"");
  EXPECT_EQ(Reading("a >= 2025-12 b:1"), "a>=\"2025-12\" AND b:\"1\"");
}

TEST(FilterSyntax, QuotesKeepWhatTheyHoldAndABackslashWhatFollowsIt) {
  EXPECT_EQ(Reading("a = 'x \"y\" AND z'"), "a=\"x \\\"y\\\" AND z\"");
  EXPECT_EQ(Reading(R"(a = "\*\\\"")"), R"(a="\*\\\"")");
}

TEST(FilterSyntax, AnAsteriskIsAWildcardUnlessABackslashStandsBeforeIt) {
  const auto wild = ParseFilter("a = x*y*");
  const auto tame = ParseFilter(R"(a = "x\*y\*")");

  EXPECT_THAT(wild->restriction.value.pieces, ::testing::ElementsAre("x", "y", ""));
  EXPECT_THAT(tame->restriction.value.pieces, ::testing::ElementsAre("x*y*"));
}

TEST(FilterSyntax, WhatIsWrongIsToldByCharacterWithWhatWasExpected) {
  ExpectRefused("a",
                "filter: at character 2: expected a comparator (=, !=, <, <=, >, >= or :), found the end");
  ExpectRefused("a b:1",
                "filter: at character 3: expected a comparator (=, !=, <, <=, >, >= or :), found \"b\"");
  ExpectRefused("a =", "filter: at character 4: expected a value, found the end");
  ExpectRefused("a = - 5", "filter: at character 7: expected a value, found \"5\"");
  ExpectRefused("a = (b OR c)", "filter: at character 5: expected a value, found \"(\"");
  ExpectRefused("a = b.", "filter: at character 7: expected a value (in quotes if it ends with a dot)");
  ExpectRefused("now(a) = b",
                "filter: at character 4: expected a comparator (there are no functions), found \"(\"");
  ExpectRefused("AND a:1", "filter: at character 1: expected a field, found \"AND\"");
  ExpectRefused("a:1 AND", "filter: at character 8: expected a field, found the end");
  ExpectRefused("a:1 OR OR b:2", "filter: at character 8: expected a field, found \"OR\"");
  ExpectRefused("(a:1", "filter: at character 5: expected AND, OR, another restriction or ), found the end");
  ExpectRefused("a:1)",
                "filter: at character 4: expected AND, OR, another restriction or the end, found \")\"");
  ExpectRefused("a = 10:30", "filter: at character 7: expected AND, OR, another restriction or the end");
  ExpectRefused("a..b:1", "filter: at character 3: expected a field, found \".\"");
  ExpectRefused("a ! b", "filter: at character 3: expected != where ! stands");
}

TEST(FilterSyntax, PositionsCountCharactersNotBytes) {
  ExpectRefused("a = \"КДАМ\" \"b", "filter: at character 12: the quote that begins here does not end");
}

TEST(FilterSyntax, ALongFilterAndADeepOneAreRefused) {
  EXPECT_THAT(ParseFilter(Nested(kMaxFilterDepth)), IsOk());
  ExpectRefused(Nested(kMaxFilterDepth + 1), "filter: at character 21: expected parentheses at most 20 deep");
  ExpectRefused(std::string(kMaxFilterBytes + 1, ' '), "filter: has 2049 bytes; at most 2048 are taken");
}

class RandomFilters : public ::testing::Test {
 protected:
  static constexpr unsigned kSeed = 160;

  int Below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random_); }

  std::string RandomText() {
    static constexpr const char* kParts[] = {"a", "AND", "OR", "NOT", ".", "*", "\\", "\"", "'", "(", "-",
                                             " ", "ҳ",   "1",  "=",   ":", ",", "!",  "<",  ">", ")", "\n"};
    std::string text;
    for (int length = Below(12); length > 0; --length) text += kParts[Below(std::size(kParts))];
    return text;
  }

  FilterExpression RandomFilter(int depth) {
    using Kind = FilterExpression::Kind;
    const Kind kinds[] = {Kind::kRestriction, Kind::kNot, Kind::kAnd, Kind::kOr};
    FilterExpression filter;
    filter.kind = depth == 0 ? Kind::kRestriction : kinds[Below(4)];
    if (filter.kind == Kind::kRestriction) {
      for (int fields = 1 + Below(3); fields > 0; --fields) filter.restriction.path.push_back({RandomText()});
      filter.restriction.comparator = static_cast<Comparator>(Below(7));
      for (int pieces = 1 + Below(3); pieces > 0; --pieces) {
        filter.restriction.value.pieces.push_back(RandomText());
      }
      return filter;
    }
    const int operands = filter.kind == Kind::kNot ? 1 : 2 + Below(2);
    for (int i = 0; i < operands; ++i) filter.operands.push_back(RandomFilter(depth - 1));
    return filter;
  }

  std::mt19937 random_{kSeed};
};

TEST_F(RandomFilters, WhatIsPrintedIsReadAsTheSame) {
  int read = 0;
  for (int i = 0; i < 2'000; ++i) {
    const FilterExpression filter = RandomFilter(Below(3));
    const std::string text = PrintFilter(filter);
    if (text.size() > kMaxFilterBytes) continue;
    const auto parsed = ParseFilter(text);
    ASSERT_THAT(parsed, IsOk()) << text << ", seed " << kSeed;
    ASSERT_EQ(*parsed, filter) << text << ", seed " << kSeed;
    ++read;
  }
  EXPECT_GT(read, 1'900);
}

TEST_F(RandomFilters, WhateverIsTakenIsReadTheSameOncePrinted) {
  int taken = 0;
  for (int i = 0; i < 200'000; ++i) {
    const std::string text = RandomText();
    const auto filter = ParseFilter(text);
    if (!filter.ok()) {
      ASSERT_THAT(filter, StatusIs(absl::StatusCode::kInvalidArgument, ::testing::StartsWith("filter: at ")));
      continue;
    }
    const auto again = ParseFilter(PrintFilter(*filter));
    ASSERT_THAT(again, IsOk()) << text << ", seed " << kSeed;
    ASSERT_EQ(*again, *filter) << text << ", seed " << kSeed;
    ++taken;
  }
  EXPECT_GT(taken, 1'000);
}

TEST_F(RandomFilters, NoBytesAtAllBreakTheParser) {
  for (int i = 0; i < 50'000; ++i) {
    std::string text;
    for (int length = Below(24); length > 0; --length) text += static_cast<char>(Below(256));
    const auto filter = ParseFilter(text);
    if (!filter.ok()) continue;
    ASSERT_THAT(ParseFilter(PrintFilter(*filter)), IsOk()) << "seed " << kSeed;
  }
}

}  // namespace
}  // namespace gainsay::rpc
