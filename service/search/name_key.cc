#include "service/search/name_key.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"

namespace gainsay::search {
namespace {

// Letters of Arabic script as Persian, Dari, Pashto and Arabic use them. "W" is a vowel or a consonant.
constexpr std::pair<char16_t, const char*> kArabicLetters[] = {
    {u'ا', "a"}, {u'ب', "b"},  {u'پ', "p"}, {u'ت', "t"}, {u'ث', "s"}, {u'ج', "j"}, {u'چ', "ch"},
    {u'ح', "h"}, {u'خ', "kh"}, {u'د', "d"}, {u'ذ', "z"}, {u'ر', "r"}, {u'ز', "z"}, {u'ژ', "zh"},
    {u'س', "s"}, {u'ش', "sh"}, {u'ص', "s"}, {u'ض', "z"}, {u'ط', "t"}, {u'ظ', "z"}, {u'ع', "a"},
    {u'غ', "g"}, {u'ف', "f"},  {u'ق', "k"}, {u'ک', "k"}, {u'ك', "k"}, {u'گ', "g"}, {u'ل', "l"},
    {u'م', "m"}, {u'ن', "n"},  {u'و', "W"}, {u'ه', "h"}, {u'ی', "i"}, {u'ي', "i"}, {u'ى', "i"},
    {u'ء', "a"}, {u'ة', "h"},  {u'ټ', "t"}, {u'ډ', "d"}, {u'ړ', "r"}, {u'ږ', "g"}, {u'ښ', "sh"},
    {u'ځ', "z"}, {u'څ', "s"},  {u'ڼ', "n"}, {u'ې', "e"}, {u'ۍ', "i"}, {u'ګ', "g"}, {u'ئ', "i"},
    {u'ؤ', "W"}, {u'أ', "a"},  {u'إ', "a"}, {u'آ', "a"}};

// Letters of Cyrillic script, Tajik ones too. Russian writes zh after d, and kh, for what others write j and
// h.
constexpr std::pair<char16_t, const char*> kCyrillicLetters[] = {
    {u'а', "a"},  {u'б', "b"},  {u'в', "v"}, {u'г', "g"},  {u'д', "d"},  {u'е', "e"},  {u'ё', "e"},
    {u'ж', "zh"}, {u'з', "z"},  {u'и', "i"}, {u'й', "i"},  {u'к', "k"},  {u'л', "l"},  {u'м', "m"},
    {u'н', "n"},  {u'о', "o"},  {u'п', "p"}, {u'р', "r"},  {u'с', "s"},  {u'т', "t"},  {u'у', "u"},
    {u'ф', "f"},  {u'х', "kh"}, {u'ц', "s"}, {u'ч', "ch"}, {u'ш', "sh"}, {u'щ', "sh"}, {u'ъ', ""},
    {u'ы', "i"},  {u'ь', ""},   {u'э', "e"}, {u'ю', "u"},  {u'я', "a"},  {u'ғ', "g"},  {u'ӣ', "i"},
    {u'қ', "k"},  {u'ӯ', "u"},  {u'ҳ', "h"}, {u'ҷ', "j"},  {u'ў', "u"},  {u'і', "i"},  {u'ї', "i"},
    {u'є', "e"},  {u'ґ', "g"}};

// Several Latin letters for one sound, longest first; what becomes x is no vowel and not s or h.
constexpr auto kSounds = std::to_array<std::pair<const char*, const char*>>({{"tsch", "C"},
                                                                             {"dzh", "j"},
                                                                             {"sch", "x"},
                                                                             {"zh", "j"},
                                                                             {"dj", "j"},
                                                                             {"kh", "h"},
                                                                             {"gh", "g"},
                                                                             {"sh", "x"},
                                                                             {"ch", "C"},
                                                                             {"ph", "f"},
                                                                             {"th", "t"},
                                                                             {"ts", "s"},
                                                                             {"ck", "k"},
                                                                             {"ce", "se"},
                                                                             {"ci", "si"},
                                                                             {"q", "k"},
                                                                             {"c", "k"},
                                                                             {"w", "v"}});

template <size_t kRows>
const char* Find(const std::pair<char16_t, const char*> (&letters)[kRows], char16_t letter) {
  for (const auto& [known, latin] : letters) {
    if (known == letter) return latin;
  }
  return nullptr;
}

bool IsVowel(char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; }

// The consonants of Latin letters, without repetitions; "a" stands for the vowel it begins with, if one does.
std::string Skeleton(std::string latin) {
  latin = absl::StrReplaceAll(latin, kSounds);
  while (latin.size() > 1 && latin.back() == 'h') latin.pop_back();
  std::string key;
  for (const char letter : latin) {
    const char sound = letter == 'C' ? 'c' : letter;
    if (!absl::ascii_isalpha(sound)) continue;
    if (IsVowel(sound)) {
      if (key.empty()) key += 'a';
    } else if (key.empty() || key.back() != sound) {
      key += sound;
    }
  }
  return key;
}

}  // namespace

absl::StatusOr<NameKeys> NameKeys::Make() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> to_latin(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
  if (U_FAILURE(error)) return absl::InternalError("ICU's transliteration is not installed");
  return NameKeys(std::move(to_latin));
}

std::string NameKeys::ToLatin(const icu::UnicodeString& word) const {
  std::string latin;
  for (int32_t i = 0; i < word.length(); ++i) {
    const char16_t letter = word.charAt(i);
    const char* known = Find(kArabicLetters, letter);
    if (known == nullptr) known = Find(kCyrillicLetters, letter);
    if (known != nullptr) {
      latin += known;
    } else if (letter < 0x80) {
      latin += static_cast<char>(letter);
    } else {
      icu::UnicodeString other = word;
      to_latin_->transliterate(other);
      latin.clear();
      other.toUTF8String(latin);
      return latin;
    }
  }
  return latin;
}

std::vector<std::string> NameKeys::Of(const icu::UnicodeString& word, size_t shortest) const {
  const std::string latin = ToLatin(word);
  if (std::any_of(latin.begin(), latin.end(), absl::ascii_isdigit)) return {};
  std::vector<std::string> keys;
  for (const char* reading : {"v", "u"}) {
    std::string read = absl::StrReplaceAll(latin, {{"W", reading}});
    if (latin.starts_with('W')) read[0] = 'v';
    std::string key = Skeleton(std::move(read));
    const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
    if (key.size() >= shortest && !known) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace gainsay::search
