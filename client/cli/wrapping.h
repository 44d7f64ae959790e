#ifndef GAINSAY_CLIENT_CLI_WRAPPING_H_
#define GAINSAY_CLIENT_CLI_WRAPPING_H_

#include <vector>

#include "client/cli/styled_text.h"

namespace gainsay::cli {

// Returns a paragraph as lines of at most `width` columns (1 or more), broken where Unicode allows a
// line break (between words; between Chinese characters); a word that is wider is cut between
// characters. An empty paragraph is one empty line.
std::vector<Line> Wrap(const Line& paragraph, int width);

// A column of a row: paragraphs, from `start` on, `width` columns wide.
struct Cell {
  int start = 0;
  int width = 1;
  std::vector<Line> paragraphs;
};

// Returns the cells, which are in order of `start` and do not overlap, as lines beside one another.
std::vector<Line> SideBySide(const std::vector<Cell>& cells);

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_WRAPPING_H_
