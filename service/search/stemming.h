#ifndef GAINSAY_SERVICE_SEARCH_STEMMING_H_
#define GAINSAY_SERVICE_SEARCH_STEMMING_H_

#include <libstemmer.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::search {

// Takes words' inflections off: with Snowball's stemmers, and for Persian and Tajik, which it does not know,
// by their commonest endings. Words are in lower case. Used by one thread at a time.
class Stemming {
 public:
  // Returns the stem of a word of a text in `language` (BCP-47). Where that is not given, or does not write
  // in the word's script, it is taken for the script's commonest: English, Russian, Persian. In a language
  // without a stemmer every word is its stem.
  std::string StemIn(std::string_view language, const std::string& word);

  // Returns the stems that a word has in the languages that write in its script, each once.
  std::vector<std::string> Stems(const std::string& word);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };

  std::string Stem(std::string_view language, const std::string& word);

  std::map<std::string, std::unique_ptr<sb_stemmer, Delete>, std::less<>> stemmers_;  // made when first used
};

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_STEMMING_H_
