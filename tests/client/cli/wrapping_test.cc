#include "client/cli/wrapping.h"

#include <gtest/gtest.h>

#include <string>

#include "client/cli/display_text.h"
#include "client/cli/listing.h"

namespace gainsay::cli {
namespace {

std::string Wrapped(const std::string& text, int width) { return Render(Wrap({{text}}, width), false); }

TEST(DisplayTextTest, WidthIsThatOfATerminal) {
  EXPECT_EQ(DisplayWidth("yes"), 3);
  EXPECT_EQ(DisplayWidth("五人"), 4);
  EXPECT_EQ(DisplayWidth("e\u0301te\u0301"), 3);
  EXPECT_EQ(DisplayWidth("مُحَمَّد"), 4);
  EXPECT_EQ(DisplayWidth("Ҷумҳурӣ"), 7);
}

TEST(DisplayTextTest, TextFromARecordCannotDriveTheTerminal) {
  EXPECT_EQ(Displayable("a\033[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(Displayable("a\u009b31mb"), "a\uFFFD31mb");
  EXPECT_EQ(Displayable("  one\r\n\ttwo  "), "one two");
  EXPECT_EQ(Displayable("a\u202Eb\u2066c"), "abc");
  EXPECT_EQ(Displayable("a\xff"), "a\uFFFD");
}

TEST(WrapTest, LinesBreakBetweenWords) { EXPECT_EQ(Wrapped("one two three", 7), "one two\nthree\n"); }

TEST(WrapTest, AHardSpaceHoldsAndIsPrintedAsASpace) {
  EXPECT_EQ(Wrapped("on " + Unbroken("27 Dec 2025"), 12), "on\n27 Dec 2025\n");
}

TEST(WrapTest, ChineseBreaksBetweenCharacters) {
  EXPECT_EQ(Wrapped("边境冲突五人", 5), "边境\n冲突\n五人\n");
}

TEST(WrapTest, AWordThatIsTooWideIsCutBetweenCharacters) {
  EXPECT_EQ(Wrapped("abcdefgh", 3), "abc\ndef\ngh\n");
  EXPECT_EQ(Wrapped("e\u0301e\u0301e\u0301", 2), "e\u0301e\u0301\ne\u0301\n");
}

TEST(WrapTest, NothingIsOneEmptyLine) { EXPECT_EQ(Wrapped("", 5), "\n"); }

TEST(WrapTest, ColourGoesOnOverABreak) {
  EXPECT_EQ(Render(Wrap({{"a "}, {"one two", Ink::kRed}}, 5), true),
            "a \033[1;31mone\033[0m\n\033[1;31mtwo\033[0m\n");
}

TEST(SideBySideTest, CellsStayInTheirColumns) {
  EXPECT_EQ(Render(SideBySide({{0, 3, {{{"五人"}}}}, {6, 5, {{{"one two"}}, {{"three"}}}}}), false),
            "五    one\n人    two\n      three\n");
}

TEST(ListingTest, LongListsAreShortened) {
  EXPECT_EQ(InOneList({}, 3), "");
  EXPECT_EQ(InOneList({"a"}, 3), "a");
  EXPECT_EQ(InOneList({"a", "b"}, 3), "a and b");
  EXPECT_EQ(InOneList({"a", "b", "c", "d"}, 3), "a, b, c and d");
  EXPECT_EQ(InOneList({"a", "b", "c", "d", "e"}, 3), "a, b, c and 2\u00a0others");
}

}  // namespace
}  // namespace gainsay::cli
