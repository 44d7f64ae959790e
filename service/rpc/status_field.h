#ifndef GAINSAY_SERVICE_RPC_STATUS_FIELD_H_
#define GAINSAY_SERVICE_RPC_STATUS_FIELD_H_

#include <string>
#include <type_traits>
#include <vector>

#include "service/ledger/ledger.h"
#include "service/rpc/filter.h"
#include "service/store/store.h"

namespace gainsay::rpc {

// The field `status` that filters of questions and claims may ask for: of the question, or of the position
// that the claim forms, as CompareQuestion gives it by default at `revision`. Neither owns the ledger nor is
// thread-safe.
ComputedField QuestionStatus(const ledger::Ledger& ledger, const std::string& workspace,
                             store::Revision revision);
ComputedField ClaimStatus(const ledger::Ledger& ledger, const std::string& workspace,
                          store::Revision revision);

// Returns what a filter of nouns may ask for beside their own fields.
template <class Noun>
std::vector<ComputedField> ComputedFieldsOf(const ledger::Ledger& ledger, const std::string& workspace,
                                            store::Revision revision) {
  if constexpr (std::is_same_v<Noun, model::Question>) return {QuestionStatus(ledger, workspace, revision)};
  return {};
}

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_STATUS_FIELD_H_
