#ifndef GAINSAY_SERVICE_LEDGER_FIELD_ERROR_H_
#define GAINSAY_SERVICE_LEDGER_FIELD_ERROR_H_

#include <string>

#include "absl/status/status.h"

namespace gainsay::ledger {

// Returns an error whose message is "path: reason".
absl::Status FieldError(absl::StatusCode code, const std::string& path, const std::string& reason);

// "path: name is not on file", as NOT_FOUND.
absl::Status NotOnFile(const std::string& path, const std::string& name);

// Returns `status` with `prefix` before its message: "claims[3]." makes a field's path start at the batch.
absl::Status Prefixed(const std::string& prefix, const absl::Status& status);

// Whether `status` says that a record cannot be kept, rather than that the store failed.
bool IsRefusal(const absl::Status& status);

}  // namespace gainsay::ledger

#endif  // GAINSAY_SERVICE_LEDGER_FIELD_ERROR_H_
