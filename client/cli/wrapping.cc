#include "client/cli/wrapping.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "client/cli/display_text.h"

namespace gainsay::cli {
namespace {

// Returns the offsets at which the iterator's rules end a piece of the text. Without rules (no ICU data)
// the whole text is one piece.
std::vector<size_t> EndsOfPieces(std::string_view text, icu::BreakIterator* iterator) {
  UErrorCode error = U_ZERO_ERROR;
  UText utf8 = UTEXT_INITIALIZER;
  utext_openUTF8(&utf8, text.data(), static_cast<int64_t>(text.size()), &error);
  std::vector<size_t> ends;
  if (U_SUCCESS(error) != 0 && iterator != nullptr) {
    iterator->setText(&utf8, error);
    for (int end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
      ends.push_back(static_cast<size_t>(end));
    }
  }
  utext_close(&utf8);
  if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
  return ends;
}

std::vector<size_t> LineBreaks(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> rules(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), error));
  return EndsOfPieces(text, rules.get());
}

std::vector<size_t> Characters(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> rules(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  return EndsOfPieces(text, rules.get());
}

std::string_view WithoutSpacesAtTheEnd(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// The spans of a paragraph between two offsets of its text.
Line Slice(const Line& paragraph, size_t begin, size_t end) {
  Line slice;
  size_t start = 0;
  for (const Span& span : paragraph) {
    const size_t from = std::max(begin, start);
    const size_t to = std::min(end, start + span.text.size());
    if (from < to) slice.push_back({span.text.substr(from - start, to - from), span.ink});
    start += span.text.size();
  }
  return slice;
}

// Finds where the lines of a text end.
class Filler {
 public:
  Filler(std::string_view text, int width) : text_(text), width_(width) {}

  std::vector<size_t> EndsOfLines() {
    size_t begin = 0;
    for (const size_t end : LineBreaks(text_)) {
      if (!Fits(end)) EndLine(begin);
      if (!Fits(end)) Cut(begin, end);
      begin = end;
    }
    ends_.push_back(text_.size());
    return ends_;
  }

 private:
  bool Fits(size_t end) const {
    return DisplayWidth(WithoutSpacesAtTheEnd(text_.substr(line_, end - line_))) <= width_;
  }

  void EndLine(size_t end) {
    if (end > line_) ends_.push_back(end);
    line_ = end;
  }

  void Cut(size_t begin, size_t end) {
    size_t last = begin;
    for (const size_t offset : Characters(text_.substr(begin, end - begin))) {
      if (!Fits(begin + offset)) EndLine(last);
      last = begin + offset;
    }
  }

  std::string_view text_;
  int width_;
  size_t line_ = 0;
  std::vector<size_t> ends_;
};

}  // namespace

std::vector<Line> Wrap(const Line& paragraph, int width) {
  std::string text;
  for (const Span& span : paragraph) text += span.text;
  std::vector<Line> lines;
  size_t begin = 0;
  for (const size_t end : Filler(text, width).EndsOfLines()) {
    const size_t size = WithoutSpacesAtTheEnd(std::string_view(text).substr(begin, end - begin)).size();
    lines.push_back(Slice(paragraph, begin, begin + size));
    begin = end;
  }
  return lines;
}

std::vector<Line> SideBySide(const std::vector<Cell>& cells) {
  std::vector<Line> lines;
  for (const Cell& cell : cells) {
    size_t row = 0;
    for (const Line& paragraph : cell.paragraphs) {
      for (const Line& wrapped : Wrap(paragraph, cell.width)) {
        if (row == lines.size()) lines.emplace_back();
        Line& line = lines[row++];
        const int gap = cell.start - WidthOf(line);
        if (gap > 0) line.push_back({std::string(static_cast<size_t>(gap), ' ')});
        line.insert(line.end(), wrapped.begin(), wrapped.end());
      }
    }
  }
  return lines;
}

}  // namespace gainsay::cli
