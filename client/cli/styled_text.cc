#include "client/cli/styled_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/cli/display_text.h"

namespace gainsay::cli {
namespace {

// What a terminal is told before text of this look.
const char* Escape(Ink ink) {
  switch (ink) {
    case Ink::kPlain:
      return "";
    case Ink::kStrong:
      return "\033[1m";
    case Ink::kFaint:
      return "\033[2m";
    case Ink::kRed:
      return "\033[1;31m";
    case Ink::kGreen:
      return "\033[1;32m";
    case Ink::kYellow:
      return "\033[1;33m";
  }
  return "";
}

Line WithoutSpacesAtTheEnd(Line line) {
  while (!line.empty()) {
    std::string& text = line.back().text;
    text.erase(text.find_last_not_of(' ') + 1);
    if (!text.empty()) break;
    line.pop_back();
  }
  return line;
}

}  // namespace

std::string Unbroken(std::string text) { return absl::StrReplaceAll(text, {{" ", kHardSpace}}); }

int WidthOf(const Line& line) {
  int width = 0;
  for (const Span& span : line) width += DisplayWidth(span.text);
  return width;
}

std::string Render(const std::vector<Line>& lines, bool colour) {
  std::string text;
  for (const Line& line : lines) {
    for (const Span& span : WithoutSpacesAtTheEnd(line)) {
      const std::string shown = absl::StrReplaceAll(span.text, {{kHardSpace, " "}});
      const bool styled = colour && span.ink != Ink::kPlain;
      absl::StrAppend(&text, styled ? Escape(span.ink) : "", shown, styled ? "\033[0m" : "");
    }
    text += '\n';
  }
  return text;
}

}  // namespace gainsay::cli
