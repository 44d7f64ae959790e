#ifndef GAINSAY_SERVICE_LEDGER_UNRELATED_TEXTS_H_
#define GAINSAY_SERVICE_LEDGER_UNRELATED_TEXTS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"

namespace gainsay::ledger {

// Two claims whose texts differ.
struct ClaimPair {
  model::Claim first;  // by name
  model::Claim second;
};

// Returns the texts of a question that no relation on file relates to one another, a claim for each, in the
// order of the claims' names; the first `most` pairs. Read are the texts that assertions affirm which were
// not withdrawn. NOT_FOUND "question: ...": it is not on file. INVALID_ARGUMENT "question: ...": it is not of
// value type TEXT. DATA_LOSS: stored bytes are damaged.
absl::StatusOr<std::vector<ClaimPair>> FindUnrelatedTexts(const Ledger& ledger, std::string_view workspace,
                                                          const std::string& question, size_t most);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_UNRELATED_TEXTS_H_
