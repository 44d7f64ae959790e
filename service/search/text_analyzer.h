#ifndef GAINSAY_SERVICE_SEARCH_TEXT_ANALYZER_H_
#define GAINSAY_SERVICE_SEARCH_TEXT_ANALYZER_H_

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/search/name_key.h"
#include "service/search/stemming.h"

namespace gainsay::search {

// A word of a text: letters and digits only.
struct Word {
  std::string folded;              // without case, marks and differences of script that say nothing
  std::vector<std::string> stems;  // folded too
  std::vector<std::string> keys;   // NameKeys
  size_t begin = 0;                // in bytes of the text
  size_t end = 0;
};

// Takes texts apart, records' and queries' alike. Used by one thread at a time.
class TextAnalyzer {
 public:
  // INTERNAL: ICU's data is not installed.
  static absl::StatusOr<TextAnalyzer> Make();

  // Returns the words of a text in a language (BCP-47; empty: unknown), each with one stem; of keys, those
  // that are no shorter than `shortest_key`.
  std::vector<Word> WordsIn(std::string_view language, const std::string& text, size_t shortest_key);

  // Returns the words of a text that may be in any language, each with every stem that it may have.
  std::vector<Word> WordsInAnyLanguage(const std::string& text, size_t shortest_key);

 private:
  TextAnalyzer(std::unique_ptr<icu::BreakIterator> breaks, NameKeys keys);

  // Calls `take` with each word's place, and the word without differences of case.
  template <class Take>
  void ForEachWord(const std::string& text, Take take);

  std::unique_ptr<icu::BreakIterator> breaks_;
  NameKeys keys_;
  Stemming stemming_;
};

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_TEXT_ANALYZER_H_
