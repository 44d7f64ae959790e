#include "client/cli/markdown_text.h"

#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace gainsay::cli {

std::string MarkdownText(const std::string& text) {
  constexpr std::string_view kMarks = "\\`*_[]<>|#~$";
  std::string escaped;
  for (const char letter : text) {
    if (kMarks.find(letter) != std::string_view::npos) escaped += '\\';
    escaped += letter;
  }
  return absl::StrReplaceAll(escaped, {{kHardSpace, " "}, {"&", "&amp;"}});
}

std::string MarkdownText(const Line& line) {
  std::string text;
  for (const Span& span : line) {
    const bool strong = span.ink != Ink::kPlain && span.ink != Ink::kFaint;
    absl::StrAppend(&text, strong ? "**" : "", MarkdownText(span.text), strong ? "**" : "");
  }
  return text;
}

}  // namespace gainsay::cli
