#include "service/search/text_analyzer.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_replace.h"

namespace gainsay::search {
namespace {

constexpr size_t kLongestWord = 64;  // in UTF-16 units; what is longer is cut

std::string Utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// Without case and compatibility forms; letters that keyboards give for one another made one; digits made
// ASCII.
icu::UnicodeString WithoutCase(std::string_view text) {
  const auto given = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  icu::UnicodeString folded = U_SUCCESS(error) ? casefold->normalize(given, error) : given;
  folded.truncate(kLongestWord);
  for (int32_t i = 0; i < folded.length(); ++i) {
    const char16_t unit = folded.charAt(i);
    const int32_t digit = u_charDigitValue(unit);
    if (digit >= 0) folded.setCharAt(i, static_cast<char16_t>(u'0' + digit));
    if (unit == u'ي' || unit == u'ى') folded.setCharAt(i, u'ی');
    if (unit == u'ك') folded.setCharAt(i, u'ک');
    if (unit == u'ة') folded.setCharAt(i, u'ه');
    if (unit == u'ё') folded.setCharAt(i, u'е');
  }
  return folded;
}

// Letters and digits alone.
icu::UnicodeString WithoutMarks(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(error);
  const icu::UnicodeString apart = U_SUCCESS(error) ? decompose->normalize(text, error) : text;
  icu::UnicodeString bare;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_isalnum(c)) bare.append(c);
  }
  return bare;
}

std::string Bare(const std::string& text) { return Utf8(WithoutMarks(icu::UnicodeString::fromUTF8(text))); }

}  // namespace

absl::StatusOr<TextAnalyzer> TextAnalyzer::Make() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  if (U_FAILURE(error)) return absl::InternalError("ICU's word breaks are not installed");
  absl::StatusOr<NameKeys> keys = NameKeys::Make();
  if (!keys.ok()) return keys.status();
  return TextAnalyzer(std::move(breaks), *std::move(keys));
}

TextAnalyzer::TextAnalyzer(std::unique_ptr<icu::BreakIterator> breaks, NameKeys keys)
    : breaks_(std::move(breaks)), keys_(std::move(keys)) {}

template <class Take>
void TextAnalyzer::ForEachWord(const std::string& text, Take take) {
  // Persian sets endings off by a zero-width non-joiner, a space or nothing: here, a space of as many bytes.
  const std::string spaced = absl::StrReplaceAll(text, {{"\u200C", "   "}});
  UErrorCode error = U_ZERO_ERROR;
  UText* units = utext_openUTF8(nullptr, spaced.data(), static_cast<int64_t>(spaced.size()), &error);
  breaks_->setText(units, error);
  utext_close(units);  // the iterator has a copy
  if (U_FAILURE(error)) return;
  int32_t begin = breaks_->first();
  for (int32_t end = breaks_->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks_->next()) {
    if (breaks_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    const auto from = static_cast<size_t>(begin);
    const auto size = static_cast<size_t>(end - begin);
    const icu::UnicodeString caseless = WithoutCase(std::string_view(spaced).substr(from, size));
    Word word{Utf8(WithoutMarks(caseless)), {}, {}, from, from + size};
    if (!word.folded.empty()) take(std::move(word), Utf8(caseless));
  }
}

std::vector<Word> TextAnalyzer::WordsIn(std::string_view language, const std::string& text,
                                        size_t shortest_key) {
  std::vector<Word> words;
  ForEachWord(text, [&](Word word, const std::string& caseless) {
    word.stems = {Bare(stemming_.StemIn(language, caseless))};
    word.keys = keys_.Of(icu::UnicodeString::fromUTF8(word.folded), shortest_key);
    words.push_back(std::move(word));
  });
  return words;
}

std::vector<Word> TextAnalyzer::WordsInAnyLanguage(const std::string& text, size_t shortest_key) {
  std::vector<Word> words;
  ForEachWord(text, [&](Word word, const std::string& caseless) {
    for (const std::string& stem : stemming_.Stems(caseless)) {
      std::string bare = Bare(stem);
      const bool known = std::find(word.stems.begin(), word.stems.end(), bare) != word.stems.end();
      if (!known) word.stems.push_back(std::move(bare));
    }
    word.keys = keys_.Of(icu::UnicodeString::fromUTF8(word.folded), shortest_key);
    words.push_back(std::move(word));
  });
  return words;
}

}  // namespace gainsay::search
