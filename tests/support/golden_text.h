#ifndef GAINSAY_TESTS_SUPPORT_GOLDEN_TEXT_H_
#define GAINSAY_TESTS_SUPPORT_GOLDEN_TEXT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace gainsay::testing {

// A line of a golden case, without comment and without its indentation.
struct GoldenLine {
  int number = 0;  // in its file, from 1
  int indent = 0;
  std::string text;
};

// An unindented line and the indented lines below it.
struct GoldenSection {
  GoldenLine heading;
  std::vector<GoldenLine> lines;
};

// A golden case as it is laid out: the sentence it begins with, and its sections.
struct GoldenText {
  std::string title;
  std::vector<GoldenSection> sections;
};

// Returns the layout of `text`. A `#` that begins a line or follows a space begins a comment. An indented
// "for N from 1 to 40: x-N" stands for forty lines, in each of which "-N" is that number.
// INVALID_ARGUMENT: it has no title, or an indented line before the first section.
absl::StatusOr<GoldenText> ParseGoldenText(const std::string& text);

// Returns `text` split at each `separator` that is outside quotation marks and parentheses, each piece
// without the white space around it. An empty text has no pieces.
std::vector<std::string> SplitOutside(const std::string& text, char separator);

// If `text` begins with `prefix`, removes that and the white space after it and returns true.
bool TakePrefix(const std::string& prefix, std::string* text);

// If `text` has " `word` " outside quotation marks, moves what follows its last occurrence to `after` and
// returns true.
bool TakeAfterWord(const std::string& word, std::string* text, std::string* after);

}  // namespace gainsay::testing

#endif  // GAINSAY_TESTS_SUPPORT_GOLDEN_TEXT_H_
