#ifndef GAINSAY_SERVICE_SEARCH_QUERY_H_
#define GAINSAY_SERVICE_SEARCH_QUERY_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "service/search/text_analyzer.h"

namespace gainsay::search {

// What to look for, taken apart.
class Query {
 public:
  // Reads what a person typed: words, and phrases between double quotes. Any text is a query.
  static Query Of(const std::string& text, TextAnalyzer& analyzer);

  // Reads words that no person chose to look for: quotes in them are marks like any other.
  static Query OfWords(const std::string& text, TextAnalyzer& analyzer);

  // Reads words that must all occur, in that order and as they are.
  static Query OfPhrase(const std::string& text, TextAnalyzer& analyzer);

  // Whether there is nothing to look for.
  bool empty() const { return words_.empty() && phrases_.empty(); }

  // The expression of SQLite's FTS5 for it, over the columns of IndexFile: those of confidential words only
  // if the search looks there. Not for an empty query.
  std::string MatchExpression(bool confidential) const;

  // Whether a word of a text is among what is looked for.
  bool Has(const Word& word) const;

 private:
  void AddWord(Word word);
  void AddPhrase(std::vector<Word> words);
  void Remember(const Word& word);

  std::vector<Word> words_;
  std::vector<std::vector<Word>> phrases_;
  absl::flat_hash_set<std::string> folded_;
  absl::flat_hash_set<std::string> stems_;
  absl::flat_hash_set<std::string> keys_;
};

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_QUERY_H_
