#ifndef GAINSAY_SERVICE_LEDGER_CLAIM_INDEX_H_
#define GAINSAY_SERVICE_LEDGER_CLAIM_INDEX_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "service/ledger/reader.h"
#include "service/ledger/record_walk.h"

namespace gainsay::ledger {

// Where claims are found under one name.
struct ClaimIndex {
  std::function<std::string(const std::string& claim)> key_of;
  std::string end;
};

// The claims of a party, and those seen in a source, in the workspace that is read.
ClaimIndex ClaimsByParty(const Reader& reader, const std::string& party);
ClaimIndex ClaimsBySource(const Reader& reader, const std::string& source);

// Calls `visit` for the claims of several indexes, each once, by name: those below `scope` (a topic or
// question; empty: all) after `after` (empty: from the first), until it returns false or an error.
absl::Status VisitClaims(const Reader& reader, const std::vector<ClaimIndex>& indexes,
                         const std::string& scope, const std::string& after, VisitRecord visit);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CLAIM_INDEX_H_
