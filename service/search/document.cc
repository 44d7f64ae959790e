#include "service/search/document.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/search/passages.h"

namespace gainsay::search {
namespace {

// Those of kColumns.
enum At : size_t {
  kWords,
  kStems,
  kNames,
  kKeys,
  kContext,
  kContextStems,
  kContextKeys,
  kHiddenWords,
  kHiddenStems,
  kHiddenKeys
};

void Append(const std::vector<std::string>& terms, std::string& column) {
  for (const std::string& term : terms) absl::StrAppend(&column, term, " ");
}

}  // namespace

absl::StatusOr<Document> DocumentOf(const ledger::Reader& reader, const model::Record& record,
                                    TextAnalyzer& analyzer) {
  const absl::StatusOr<Passages> passages = PassagesOf(reader, record);
  if (!passages.ok()) return passages.status();
  Document document{.kind = ledger::KindOf(record), .party = {}, .columns = {}};
  if (const auto* claim = std::get_if<model::Claim>(&record)) document.party = claim->party;
  const auto add = [&](const Passage& passage, At words, At stems, At keys) {
    const size_t shortest = keys == kNames ? kShortestKeyOfName : kShortestKeyOfWord;
    for (const Word& word : analyzer.WordsIn(passage.language, passage.text, shortest)) {
      absl::StrAppend(&document.columns[words], word.folded, " ");
      Append(word.stems, document.columns[stems]);
      Append(word.keys, document.columns[keys]);
    }
  };
  for (const Passage& passage : passages->own) {
    if (passage.confidential) {
      add(passage, kHiddenWords, kHiddenStems, kHiddenKeys);
    } else {
      add(passage, kWords, kStems, passages->are_names ? kNames : kKeys);
    }
  }
  for (const Passage& passage : passages->context) add(passage, kContext, kContextStems, kContextKeys);
  return document;
}

}  // namespace gainsay::search
