#ifndef GAINSAY_CLIENT_CLI_STYLED_TEXT_H_
#define GAINSAY_CLIENT_CLI_STYLED_TEXT_H_

#include <string>
#include <vector>

namespace gainsay::cli {

enum class Ink { kPlain, kStrong, kFaint, kRed, kGreen, kYellow };

// Text of one look.
struct Span {
  std::string text;
  Ink ink = Ink::kPlain;
};

// A line, or a paragraph that is yet to be wrapped into lines.
using Line = std::vector<Span>;

// A space at which no line is broken; it is printed as an ordinary one.
inline constexpr char kHardSpace[] = "\u00a0";

// What stands between phrases; a line may be broken after it only.
inline constexpr char kBetween[] = "\u00a0· ";

// Returns the text with every space a hard one.
std::string Unbroken(std::string text);

// Returns the columns that a line takes.
int WidthOf(const Line& line);

// Returns the text of the lines, each ended by a newline, without spaces at the ends of lines.
std::string Render(const std::vector<Line>& lines, bool colour);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_STYLED_TEXT_H_
