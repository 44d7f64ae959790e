#ifndef GAINSAY_SERVICE_SEARCH_DOCUMENT_H_
#define GAINSAY_SERVICE_SEARCH_DOCUMENT_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "service/ledger/reader.h"
#include "service/search/text_analyzer.h"

namespace gainsay::search {

// A column of the index: terms of records, between spaces.
struct Column {
  std::string_view name;
  double weight = 0;  // of a term found there, in ranking
};

// Of a record's own passages: words, stems, keys of an entity's names, keys of any other words; the same of
// those that give it context; the same of what is confidential, which not everyone's search looks at. What is
// found as it was typed is found in `words` and in `stems`, and so counts twice.
inline constexpr std::array<Column, 10> kColumns = {{{"words", 2.0},
                                                     {"stems", 2.0},
                                                     {"names", 4.0},
                                                     {"keys", 0.7},
                                                     {"context", 0.5},
                                                     {"context_stems", 0.5},
                                                     {"context_keys", 0.5},
                                                     {"hidden_words", 2.0},
                                                     {"hidden_stems", 2.0},
                                                     {"hidden_keys", 0.7}}};

// Fewer letters than these are shared by too many words to tell a name, and any word.
inline constexpr size_t kShortestKeyOfName = 2;
inline constexpr size_t kShortestKeyOfWord = 3;

// What the index holds of a record.
struct Document {
  model::NameKind kind = model::NameKind::kClaim;
  std::string party;                                 // of a claim
  std::array<std::string, kColumns.size()> columns;  // as kColumns
};

// Returns the document of a searched record. Errors as PassagesOf.
absl::StatusOr<Document> DocumentOf(const ledger::Reader& reader, const model::Record& record,
                                    TextAnalyzer& analyzer);

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_DOCUMENT_H_
