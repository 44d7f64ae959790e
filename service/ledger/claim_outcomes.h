#ifndef GAINSAY_SERVICE_LEDGER_CLAIM_OUTCOMES_H_
#define GAINSAY_SERVICE_LEDGER_CLAIM_OUTCOMES_H_

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/comparison.h"
#include "service/ledger/party_record.h"

namespace gainsay::ledger {

// Tells how the claims of one question have fared, from its comparison. Refers to the case file, which must
// outlive it.
class ClaimOutcomes {
 public:
  // `comparison` is what the file's question comes to, nothing of it unlisted.
  ClaimOutcomes(const engine::CaseFile& file, const engine::Comparison& comparison);

  // Whether the claim, or every document it was seen in, was entered in error: it leaves every reading.
  bool IsVoided(const model::Claim& claim) const;

  // Returns how a claim of the file that was read has fared.
  Outcome Of(const model::Claim& claim) const;

 private:
  Outcome OfItsStatement(const model::Claim& claim) const;

  std::unordered_set<std::string> voided_;           // claims and sources
  std::unordered_map<std::string, Outcome> listed_;  // claims that the comparison lists
  // Those of them that form positions, each the first of its statement, by party.
  std::unordered_map<std::string, std::vector<const model::Claim*>> statements_;
};

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_CLAIM_OUTCOMES_H_
