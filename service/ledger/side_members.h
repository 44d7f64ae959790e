#ifndef GAINSAY_SERVICE_LEDGER_SIDE_MEMBERS_H_
#define GAINSAY_SERVICE_LEDGER_SIDE_MEMBERS_H_

#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "service/ledger/reader.h"

namespace gainsay::ledger {

// Returns everyone on the side of `party`, itself among them: who speaks, spoke at some time, or is owned for
// it, directly or through others. Errors are those of reading.
absl::StatusOr<std::set<std::string>> SideMembersOf(const Reader& reader, const std::string& party);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_SIDE_MEMBERS_H_
