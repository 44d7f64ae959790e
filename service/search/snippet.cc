#include "service/search/snippet.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "service/engine/text_folding.h"
#include "service/search/document.h"

namespace gainsay::search {
namespace {

constexpr size_t kMostWords = 40;
constexpr size_t kWordsBefore = 8;  // the first match, if that much goes before it

int CodePoints(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// A text's words, and which of them match.
struct Marked {
  const std::string* text = nullptr;
  std::vector<Word> words;
  std::vector<size_t> matches;  // indexes of words
  size_t distinct = 0;          // matches that differ

  // The match to begin with: that after which most others follow within the part.
  size_t First() const {
    size_t first = 0;
    size_t most = 0;
    for (size_t i = 0; i < matches.size(); ++i) {
      size_t end = i;
      while (end < matches.size() && matches[end] < matches[i] + kMostWords - kWordsBefore) ++end;
      if (end - i > most) {
        most = end - i;
        first = i;
      }
    }
    return matches[first];
  }

  Snippet Cut() const {
    const size_t match = First();
    const size_t first = match - std::min(match, kWordsBefore);
    const size_t last = std::min(first + kMostWords, words.size()) - 1;
    const size_t begin = first == 0 ? 0 : words[first].begin;
    const size_t end = last + 1 == words.size() ? text->size() : words[last].end;
    Snippet snippet{text->substr(begin, end - begin), {}, first > 0, last + 1 < words.size()};
    for (const size_t index : matches) {
      if (index < first || index > last) continue;
      const int from = CodePoints(std::string_view(*text).substr(begin, words[index].begin - begin));
      const std::string_view word =
          std::string_view(*text).substr(words[index].begin, words[index].end - words[index].begin);
      snippet.matches.push_back({from, from + CodePoints(word)});
    }
    return snippet;
  }
};

}  // namespace

std::optional<Snippet> SnippetOf(const std::vector<Passage>& passages, const Query& query,
                                 TextAnalyzer& analyzer) {
  Marked best;
  for (const Passage& passage : passages) {
    Marked marked{&passage.text, analyzer.WordsIn(passage.language, passage.text, kShortestKeyOfName), {}, 0};
    absl::flat_hash_set<std::string> seen;
    for (size_t i = 0; i < marked.words.size(); ++i) {
      if (!query.Has(marked.words[i])) continue;
      marked.matches.push_back(i);
      seen.insert(marked.words[i].stems.front());
    }
    marked.distinct = seen.size();
    if (marked.distinct > best.distinct) best = std::move(marked);
  }
  if (best.distinct == 0) return std::nullopt;
  return best.Cut();
}

std::vector<std::string> MatchedWords(const Snippet& snippet) {
  std::vector<std::string> words;
  absl::flat_hash_set<std::string> seen;
  size_t byte = 0;
  int code_point = 0;
  const auto go_to = [&](int target) {
    while (byte < snippet.text.size() && code_point < target) {
      do ++byte;
      while (byte < snippet.text.size() && (snippet.text[byte] & 0xC0) == 0x80);
      ++code_point;
    }
    return byte;
  };
  for (const TextRange& match : snippet.matches) {
    const size_t begin = go_to(match.begin);
    std::string word = snippet.text.substr(begin, go_to(match.end) - begin);
    if (seen.insert(engine::FoldText(word)).second) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace gainsay::search
