#ifndef GAINSAY_SERVICE_LEDGER_CLAIMS_H_
#define GAINSAY_SERVICE_LEDGER_CLAIMS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "service/ledger/ledger.h"
#include "service/ledger/listing.h"

namespace gainsay::ledger {

struct ClaimWithWithdrawals {
  Recorded<model::Claim> claim;
  std::vector<Recorded<model::Withdrawal>> withdrawals;  // that name it, by name
  store::Revision revision = 0;                          // read at
};

// Returns a claim, whatever its state. NOT_FOUND: it is not on file.
absl::StatusOr<ClaimWithWithdrawals> GetClaim(const Ledger& ledger, std::string_view workspace,
                                              std::string_view name);

// All that is set must hold.
struct ClaimFilter {
  std::string parent;  // topic or question
  std::string party;   // with every party whose side (speaks_for, spoke_for, owned_by) it is on
  std::string source;  // among the appearances
  std::optional<model::Edtf> said_time;  // overlaps it; a claim without one by its first publication
  bool dated_by_confidential = true;     // whether that may be in a confidential source
};

// Lists claims by name. NOT_FOUND: the topic, question, party or source is not on file. Whatever `selection`
// returns.
absl::StatusOr<Listing<model::Claim>> ListClaims(const Ledger& ledger, std::string_view workspace,
                                                 const ClaimFilter& filter, const Page& page,
                                                 const Selection<model::Claim>& selection = {});

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CLAIMS_H_
