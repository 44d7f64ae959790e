#include "client/cli/line_reader.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace gainsay::cli {
namespace {

std::vector<std::string> Lines(const std::string& text) {
  std::istringstream in(text);
  LineReader reader(in, 10);
  std::vector<std::string> lines;
  while (reader.Next()) lines.push_back(reader.text());
  return lines;
}

TEST(LineReaderTest, LinesComeWithoutTheirEnds) {
  EXPECT_EQ(Lines("a\nb\r\n\nc"), (std::vector<std::string>{"a", "b", "", "c"}));
  EXPECT_TRUE(Lines("").empty());
}

TEST(LineReaderTest, AByteOrderMarkIsNoPartOfTheFirstLine) {
  EXPECT_EQ(Lines("\xEF\xBB\xBF{}\n{}"), (std::vector<std::string>{"{}", "{}"}));
}

TEST(LineReaderTest, ALineThatIsTooLongIsSkippedAndTheNextOneRead) {
  std::istringstream in("01234567890\n0123456789\n");
  LineReader reader(in, 10);
  ASSERT_TRUE(reader.Next());
  EXPECT_TRUE(reader.too_long());
  ASSERT_TRUE(reader.Next());
  EXPECT_FALSE(reader.too_long());
  EXPECT_EQ(reader.text(), "0123456789");
  EXPECT_EQ(reader.number(), 2);
  EXPECT_EQ(reader.bytes(), 23);
}

}  // namespace
}  // namespace gainsay::cli
