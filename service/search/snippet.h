#ifndef GAINSAY_SERVICE_SEARCH_SNIPPET_H_
#define GAINSAY_SERVICE_SEARCH_SNIPPET_H_

#include <optional>
#include <string>
#include <vector>

#include "service/search/passages.h"
#include "service/search/query.h"
#include "service/search/text_analyzer.h"

namespace gainsay::search {

// A range of a text, in code points, the end excluded.
struct TextRange {
  int begin = 0;
  int end = 0;

  friend bool operator==(const TextRange&, const TextRange&) = default;
};

// A part of a passage, and the words in it that were looked for.
struct Snippet {
  std::string text;
  std::vector<TextRange> matches;  // in order, apart from each other
  bool cut_before = false;
  bool cut_after = false;
};

// Returns the part of the passages that has most of a query's words; nothing if none has any.
std::optional<Snippet> SnippetOf(const std::vector<Passage>& passages, const Query& query,
                                 TextAnalyzer& analyzer);

// Returns the words of a snippet that were looked for, in order; those that fold alike once.
std::vector<std::string> MatchedWords(const Snippet& snippet);

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_SNIPPET_H_
