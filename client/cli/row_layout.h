#ifndef GAINSAY_CLIENT_CLI_ROW_LAYOUT_H_
#define GAINSAY_CLIENT_CLI_ROW_LAYOUT_H_

#include <string>
#include <vector>

#include "client/cli/styled_text.h"

namespace gainsay::cli {

// A fact: what sort of fact, and the fact in words.
struct Row {
  std::string label;  // "says so"; at most 11 columns
  Line text;
};

// Columns of what has a label before it.
inline constexpr int kLabelStart = 4;
inline constexpr int kTextStart = 16;

// Puts `more` after `lines`.
void Append(std::vector<Line> more, std::vector<Line>& lines);

// Returns rows as lines of at most `width` columns: each label, from `start` on and once where it repeats,
// beside its text.
std::vector<Line> LabelledRows(const std::vector<Row>& rows, int start, int width);

// The same as items of a Markdown list, each after `indent`.
std::string MarkdownRows(const std::vector<Row>& rows, const std::string& indent);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_ROW_LAYOUT_H_
