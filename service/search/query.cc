#include "service/search/query.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "service/search/document.h"

namespace gainsay::search {
namespace {

// Words beyond these are left out: FTS5 takes so much time for each that nobody would wait for more.
constexpr size_t kMostWords = 64;

// `"term"`: terms are letters and digits alone, so that nothing in them needs escaping.
std::string Quoted(const std::string& term) { return absl::StrCat("\"", term, "\""); }

std::string AnyOf(const std::vector<std::string>& terms) {
  return absl::StrCat(
      "(",
      absl::StrJoin(terms, " OR ", [](std::string* out, const std::string& term) { *out += Quoted(term); }),
      ")");
}

// The columns in which a query looks for words, stems and keys.
struct Places {
  const char* words;
  const char* stems;
  const char* keys;
};
constexpr Places kOpen = {"{words context} : ", "{stems context_stems} : ", "{names keys context_keys} : "};
constexpr Places kAll = {"{words context hidden_words} : ", "{stems context_stems hidden_stems} : ",
                         "{names keys context_keys hidden_keys} : "};

std::string Expression(const Places& places, const Word& word) {
  std::string expression =
      absl::StrCat(places.words, Quoted(word.folded), " OR ", places.stems, AnyOf(word.stems));
  if (word.keys.empty()) return expression;
  absl::StrAppend(&expression, " OR ", places.keys, AnyOf(word.keys));
  return expression;
}

std::string Expression(const Places& places, const std::vector<Word>& phrase) {
  std::vector<std::string> terms;
  for (const Word& word : phrase) terms.push_back(word.folded);
  return absl::StrCat("(", places.words, Quoted(absl::StrJoin(terms, " ")), ")");
}

std::vector<Word> FirstWords(const std::string& text, TextAnalyzer& analyzer) {
  std::vector<Word> words = analyzer.WordsInAnyLanguage(text, kShortestKeyOfName);
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

}  // namespace

Query Query::Of(const std::string& text, TextAnalyzer& analyzer) {
  constexpr const char* kQuote = "\"";
  const std::string quoted =
      absl::StrReplaceAll(text, {{"“", kQuote}, {"”", kQuote}, {"„", kQuote}, {"«", kQuote}, {"»", kQuote}});
  Query query;
  size_t left = kMostWords;
  size_t begin = 0;
  for (bool inside = false; begin <= quoted.size(); inside = !inside) {
    const size_t end = std::min(quoted.find('"', begin), quoted.size());
    std::vector<Word> words =
        analyzer.WordsInAnyLanguage(quoted.substr(begin, end - begin), kShortestKeyOfName);
    if (words.size() > left) words.resize(left);
    left -= words.size();
    // A quote that is not closed is a mark like any other.
    if (inside && end < quoted.size()) {
      query.AddPhrase(std::move(words));
    } else {
      for (Word& word : words) query.AddWord(std::move(word));
    }
    begin = end + 1;
  }
  return query;
}

Query Query::OfWords(const std::string& text, TextAnalyzer& analyzer) {
  Query query;
  for (Word& word : FirstWords(text, analyzer)) query.AddWord(std::move(word));
  return query;
}

Query Query::OfPhrase(const std::string& text, TextAnalyzer& analyzer) {
  Query query;
  query.AddPhrase(FirstWords(text, analyzer));
  return query;
}

void Query::Remember(const Word& word) {
  folded_.insert(word.folded);
  stems_.insert(word.stems.begin(), word.stems.end());
  for (const std::string& key : word.keys) {
    if (key.size() >= kShortestKeyOfWord) keys_.insert(key);
  }
}

void Query::AddWord(Word word) {
  if (folded_.contains(word.folded)) return;
  Remember(word);
  words_.push_back(std::move(word));
}

void Query::AddPhrase(std::vector<Word> words) {
  if (words.empty()) return;
  for (const Word& word : words) Remember(word);
  phrases_.push_back(std::move(words));
}

std::string Query::MatchExpression(bool confidential) const {
  const Places& places = confidential ? kAll : kOpen;
  const auto append = [&places](std::string* out, const auto& part) {
    absl::StrAppend(out, Expression(places, part));
  };
  const std::string words = absl::StrJoin(words_, " OR ", append);
  if (phrases_.empty()) return words;
  const std::string phrases = absl::StrJoin(phrases_, " AND ", append);
  if (words_.empty()) return phrases;
  return absl::StrCat("(", phrases, " AND (", words, ")) OR (", phrases, ")");
}

bool Query::Has(const Word& word) const {
  const auto in = [](const absl::flat_hash_set<std::string>& known) {
    return [&known](const std::string& term) { return known.contains(term); };
  };
  return folded_.contains(word.folded) || std::any_of(word.stems.begin(), word.stems.end(), in(stems_)) ||
         std::any_of(word.keys.begin(), word.keys.end(), in(keys_));
}

}  // namespace gainsay::search
