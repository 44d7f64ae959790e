#ifndef GAINSAY_SERVICE_LEDGER_RECORD_WALK_H_
#define GAINSAY_SERVICE_LEDGER_RECORD_WALK_H_

#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "service/ledger/reader.h"

namespace gainsay::ledger {

using VisitRecord = absl::FunctionRef<absl::StatusOr<bool>(Recorded<model::Record> record)>;

// Calls `visit` for every record of a kind, by name in byte order: those below `scope` (a topic or question;
// empty: all) whose names come after `after` (empty: from the first), until it returns false or an error.
// Returns the errors of `visit` and of reading.
absl::Status VisitRecords(const Reader& reader, model::NameKind kind, const std::string& scope,
                          const std::string& after, VisitRecord visit);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_RECORD_WALK_H_
