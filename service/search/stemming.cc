#include "service/search/stemming.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <span>

#include "absl/strings/ascii.h"

namespace gainsay::search {
namespace {

struct Language {
  std::string_view subtag;
  UScriptCode script;
};

// Of each script, the language that is meant where none is given comes first.
constexpr Language kLanguages[] = {
    {"en", USCRIPT_LATIN},     {"da", USCRIPT_LATIN},  {"de", USCRIPT_LATIN},    {"es", USCRIPT_LATIN},
    {"fi", USCRIPT_LATIN},     {"fr", USCRIPT_LATIN},  {"hu", USCRIPT_LATIN},    {"it", USCRIPT_LATIN},
    {"nl", USCRIPT_LATIN},     {"no", USCRIPT_LATIN},  {"pt", USCRIPT_LATIN},    {"ro", USCRIPT_LATIN},
    {"sv", USCRIPT_LATIN},     {"tr", USCRIPT_LATIN},  {"ru", USCRIPT_CYRILLIC}, {"tg", USCRIPT_CYRILLIC},
    {"fa", USCRIPT_ARABIC},    {"ar", USCRIPT_ARABIC}, {"el", USCRIPT_GREEK},    {"hy", USCRIPT_ARMENIAN},
    {"hi", USCRIPT_DEVANAGARI}};

// Longest first.
constexpr std::string_view kPersianEndings[] = {"هایی", "های", "ترین", "ها", "اند", "تر",
                                                "ان",   "ند",  "ای",   "ات", "م",   "ی"};
constexpr std::string_view kPersianBeginnings[] = {"نمی", "می"};
constexpr std::string_view kTajikEndings[] = {"ҳояшон", "ҳоро", "ҳои", "анд", "ҳо", "гон", "они",
                                              "они",    "ро",   "он",  "аш",  "и",  "ӣ",   "е"};
constexpr std::string_view kTajikBeginnings[] = {"наме", "ме"};

constexpr size_t kFewestLetters = 3;  // that a stem has

size_t Letters(std::string_view word) {
  return static_cast<size_t>(
      std::count_if(word.begin(), word.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string StripLightly(std::string_view word, std::span<const std::string_view> beginnings,
                         std::span<const std::string_view> endings) {
  const auto leaves_enough = [&word](std::string_view affix) {
    return Letters(word) >= Letters(affix) + kFewestLetters;
  };
  for (const std::string_view beginning : beginnings) {
    if (!word.starts_with(beginning) || !leaves_enough(beginning)) continue;
    word.remove_prefix(beginning.size());
    break;
  }
  for (const std::string_view ending : endings) {
    if (!word.ends_with(ending) || !leaves_enough(ending)) continue;
    word.remove_suffix(ending.size());
    break;
  }
  return std::string(word);
}

UScriptCode ScriptOf(const std::string& word) {
  UChar32 letter = 0;
  int32_t at = 0;
  U8_NEXT(word.data(), at, static_cast<int32_t>(word.size()), letter);
  UErrorCode error = U_ZERO_ERROR;
  return letter < 0 ? USCRIPT_UNKNOWN : uscript_getScript(letter, &error);
}

// The primary subtag, Persian's varieties being one.
std::string PrimarySubtag(std::string_view language) {
  std::string subtag(language.substr(0, language.find_first_of("-_")));
  absl::AsciiStrToLower(&subtag);
  return subtag == "prs" || subtag == "pes" ? "fa" : subtag == "nb" || subtag == "nn" ? "no" : subtag;
}

}  // namespace

std::string Stemming::StemIn(std::string_view language, const std::string& word) {
  const UScriptCode script = ScriptOf(word);
  const std::string subtag = PrimarySubtag(language);
  const Language* usual = nullptr;
  bool known_elsewhere = subtag.empty();
  for (const Language& each : kLanguages) {
    if (each.subtag == subtag && each.script == script) return Stem(subtag, word);
    if (each.script == script && usual == nullptr) usual = &each;
    if (each.subtag == subtag) known_elsewhere = true;
  }
  return known_elsewhere && usual != nullptr ? Stem(usual->subtag, word) : word;
}

std::vector<std::string> Stemming::Stems(const std::string& word) {
  std::vector<std::string> stems = {word};
  const UScriptCode script = ScriptOf(word);
  for (const Language& language : kLanguages) {
    if (language.script != script) continue;
    std::string stem = Stem(language.subtag, word);
    if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(std::move(stem));
  }
  return stems;
}

std::string Stemming::Stem(std::string_view language, const std::string& word) {
  if (language == "fa") return StripLightly(word, kPersianBeginnings, kPersianEndings);
  if (language == "tg") return StripLightly(word, kTajikBeginnings, kTajikEndings);
  auto known = stemmers_.find(language);
  if (known == stemmers_.end()) {
    const std::string name(language);
    known = stemmers_.emplace(name, sb_stemmer_new(name.c_str(), "UTF_8")).first;
  }
  sb_stemmer* stemmer = known->second.get();
  if (stemmer == nullptr) return word;
  const auto* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                     static_cast<int>(word.size()));
  if (stem == nullptr) return word;
  return {reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace gainsay::search
