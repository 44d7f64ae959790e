#ifndef GAINSAY_SERVICE_SEARCH_SIMILAR_H_
#define GAINSAY_SERVICE_SEARCH_SIMILAR_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/go_on.h"
#include "service/search/search_index.h"

namespace gainsay::search {

// Returns the names of claims on other questions that may say the same as a claim that the index has, best
// first: at most `most`, each at least half as good a match of its words as the claim itself. Whether
// `confidential` words are looked at is for the caller to say. Errors as
// Search; NOT_FOUND: the claim is not on file.
absl::StatusOr<std::vector<std::string>> SimilarTo(SearchIndex& index, std::string_view workspace,
                                                   const std::string& claim, size_t most, bool confidential,
                                                   ledger::GoOn go_on);

}  // namespace gainsay::search

#endif  // GAINSAY_SERVICE_SEARCH_SIMILAR_H_
