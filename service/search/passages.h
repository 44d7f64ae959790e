#ifndef GAINSAY_SERVICE_SEARCH_PASSAGES_H_
#define GAINSAY_SERVICE_SEARCH_PASSAGES_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "service/ledger/reader.h"
#include "service/model/records.h"

namespace gainsay::search {

struct Passage {
  std::string text;
  std::string language;       // BCP-47; empty: unknown
  bool confidential = false;  // of a confidential source, or out of one
};

// What of a record is searched.
struct Passages {
  std::vector<Passage> own;
  bool are_names = false;        // those of its own
  std::vector<Passage> context;  // of records that it names
};

// Whether records of a kind are searched.
bool IsSearched(model::NameKind kind);

// Returns a searched record's passages. A quote without a language is in its source's. Errors are those of
// reading; NOT_FOUND: a record that it names is not on file.
absl::StatusOr<Passages> PassagesOf(const ledger::Reader& reader, const model::Record& record);

// Takes out of a record, if it is a claim, what it quotes from confidential sources. Errors as PassagesOf.
absl::Status HideConfidentialQuotes(const ledger::Reader& reader, model::Record& record);

// Returns what a claim says: its own words, or else the text that it affirms, or else as it was first quoted;
// empty if it has no words.
std::string WordsOf(const model::Claim& claim);

// Calls `visit` with the name of each claim whose passages depend on a record. Errors are those of reading.
absl::Status VisitDependents(const ledger::Reader& reader, model::NameKind kind, const std::string& name,
                             absl::FunctionRef<void(const std::string& claim)> visit);

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_PASSAGES_H_
