#ifndef GAINSAY_SERVICE_SEARCH_NAME_KEY_H_
#define GAINSAY_SERVICE_SEARCH_NAME_KEY_H_

#include <unicode/translit.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace gainsay::search {

// Makes keys that spellings of one name share, whatever script they are in: its consonants in Latin letters,
// those that languages write for one another made one. Names that share a key are candidates for being one
// name, no more. Thread-safe.
class NameKeys {
 public:
  // INTERNAL: ICU's data is not installed.
  static absl::StatusOr<NameKeys> Make();

  // Returns a word's keys, none of them shorter than `shortest` letters: usually one, more where a letter may
  // be a vowel or a consonant, none for a word with digits. The word is folded (TextAnalyzer).
  std::vector<std::string> Of(const icu::UnicodeString& word, size_t shortest) const;

 private:
  explicit NameKeys(std::unique_ptr<icu::Transliterator> to_latin) : to_latin_(std::move(to_latin)) {}

  std::string ToLatin(const icu::UnicodeString& word) const;

  std::unique_ptr<icu::Transliterator> to_latin_;
};

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_NAME_KEY_H_
