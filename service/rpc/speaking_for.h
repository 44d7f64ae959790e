#ifndef GAINSAY_SERVICE_RPC_SPEAKING_FOR_H_
#define GAINSAY_SERVICE_RPC_SPEAKING_FOR_H_

#include <string_view>

#include "absl/status/status.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"
#include "service/rpc/caller.h"

namespace gainsay::rpc {

// Whether who may write for some parties only may write a record: what such a party says itself, how it
// relates two texts, what it publishes and what it withdraws. To anyone else every record is open. OK: they
// may. PERMISSION_DENIED "party: ...", "author: ...", and so on: they may not.
absl::Status CheckMayWrite(const Caller& caller, const model::Claim& claim);
absl::Status CheckMayWrite(const Caller& caller, const model::Relation& relation);
absl::Status CheckMayWrite(const Caller& caller, const model::Source& source);

// The same of a withdrawal: whose claim or source it ends is looked up; of one that is not on file it says
// nothing.
absl::Status CheckMayWithdraw(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                              const model::Withdrawal& withdrawal);

// The same of a record that an import brings: a claim or a relation, as others would change what is on file.
absl::Status CheckMayImport(const Caller& caller, const model::Record& record);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SPEAKING_FOR_H_
