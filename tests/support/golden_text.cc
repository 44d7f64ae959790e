#include "tests/support/golden_text.h"

#include <cstdio>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace gainsay::testing {
namespace {

std::string WithoutComment(const std::string& line) {
  bool quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (!quoted && line[i] == '#' && (i == 0 || line[i - 1] == ' ')) return line.substr(0, i);
  }
  return line;
}

// The lines that one stands for.
std::vector<GoldenLine> Repeated(const GoldenLine& line) {
  int first = 0;
  int last = 0;
  int length = 0;
  if (std::sscanf(line.text.c_str(), "for N from %d to %d:%n", &first, &last, &length) != 2) return {line};
  const std::string pattern(absl::StripAsciiWhitespace(line.text.substr(length)));
  std::vector<GoldenLine> lines;
  for (int n = first; n <= last; ++n) {
    GoldenLine each = line;
    each.text = absl::StrReplaceAll(pattern, {{"-N", absl::StrCat("-", n)}});
    lines.push_back(std::move(each));
  }
  return lines;
}

}  // namespace

absl::StatusOr<GoldenText> ParseGoldenText(const std::string& text) {
  GoldenText parsed;
  int number = 0;
  const std::vector<std::string> lines = absl::StrSplit(text, '\n');
  for (const std::string& written : lines) {
    ++number;
    GoldenLine parsed_line{number, static_cast<int>(written.find_first_not_of(' ')), WithoutComment(written)};
    absl::StripAsciiWhitespace(&parsed_line.text);
    if (parsed_line.text.empty()) continue;
    if (parsed.title.empty()) {
      parsed.title = parsed_line.text;
    } else if (parsed_line.indent == 0) {
      parsed.sections.push_back({std::move(parsed_line), {}});
    } else if (parsed.sections.empty()) {
      return absl::InvalidArgumentError(absl::StrCat("line ", number, ": belongs to no section"));
    } else {
      for (GoldenLine& each : Repeated(parsed_line)) parsed.sections.back().lines.push_back(std::move(each));
    }
  }
  if (parsed.title.empty()) return absl::InvalidArgumentError("empty");
  return parsed;
}

std::vector<std::string> SplitOutside(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  std::string piece;
  bool quoted = false;
  int depth = 0;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '(') ++depth;
    if (!quoted && c == ')') --depth;
    if (c == separator && !quoted && depth == 0) {
      pieces.emplace_back(absl::StripAsciiWhitespace(piece));
      piece.clear();
    } else {
      piece.push_back(c);
    }
  }
  if (!pieces.empty() || !absl::StripAsciiWhitespace(piece).empty()) {
    pieces.emplace_back(absl::StripAsciiWhitespace(piece));
  }
  return pieces;
}

bool TakePrefix(const std::string& prefix, std::string* text) {
  if (!absl::StartsWith(*text, prefix)) return false;
  *text = std::string(absl::StripAsciiWhitespace(text->substr(prefix.size())));
  return true;
}

bool TakeAfterWord(const std::string& word, std::string* text, std::string* after) {
  const size_t quote = text->rfind('"');
  const std::string sought = absl::StrCat(" ", word, " ");
  const size_t at = text->rfind(sought);
  if (at == std::string::npos || (quote != std::string::npos && at < quote)) return false;
  *after = std::string(absl::StripAsciiWhitespace(text->substr(at + sought.size())));
  *text = std::string(absl::StripAsciiWhitespace(text->substr(0, at)));
  return true;
}

}  // namespace gainsay::testing
