#ifndef GAINSAY_SERVICE_RPC_SPEAKING_FOR_H_
#define GAINSAY_SERVICE_RPC_SPEAKING_FOR_H_

#include <string_view>

#include "absl/status/status.h"
#include "service/ledger/ledger.h"
#include "service/model/records.h"
#include "service/rpc/caller.h"

namespace gainsay::rpc {

// Whether who may write for some parties only may write a record: what such a party says, what it publishes,
// and what it takes back. To anyone else every record is open. OK: they may. PERMISSION_DENIED "party: ...",
// "publisher: ...", and so on: they may not. NOT_FOUND, and errors of reading: a record that decides it
// cannot be looked at.

// A claim is its party's. That a party witnessed something itself is for its own documents to say: another's
// would be an origin, and perhaps one that others derive from.
absl::Status CheckMayWrite(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                           const model::Claim& claim);

// A source is its publisher's; how reliable it is, others judge.
absl::Status CheckMayWrite(const Caller& caller, const model::Source& source);

// A party retracts, supersedes or disowns its claims, and pulls its sources. VOIDED is for who keeps the
// record.
absl::Status CheckMayWrite(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                           const model::Withdrawal& withdrawal);

// Of what an import brings only claims: the rest would change what is on file, or belongs to no one.
absl::Status CheckMayImport(const ledger::Ledger& ledger, std::string_view workspace, const Caller& caller,
                            const model::Record& record);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_SPEAKING_FOR_H_
