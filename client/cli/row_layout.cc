#include "client/cli/row_layout.h"

#include <iterator>

#include "absl/strings/str_cat.h"
#include "client/cli/markdown_text.h"
#include "client/cli/wrapping.h"

namespace gainsay::cli {

void Append(std::vector<Line> more, std::vector<Line>& lines) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Line> LabelledRows(const std::vector<Row>& rows, int start, int width) {
  std::vector<Line> lines;
  std::string last;
  for (const Row& row : rows) {
    const std::string label = row.label == last ? "" : row.label;
    Append(SideBySide({{start, kTextStart - start, {{{label, Ink::kFaint}}}},
                       {kTextStart, width - kTextStart, {row.text}}}),
           lines);
    last = row.label;
  }
  return lines;
}

std::string MarkdownRows(const std::vector<Row>& rows, const std::string& indent) {
  std::string text;
  for (const Row& row : rows) {
    absl::StrAppend(&text, indent, "- ", MarkdownText(row.label), ": ", MarkdownText(row.text), "\n");
  }
  return text;
}

}  // namespace gainsay::cli
