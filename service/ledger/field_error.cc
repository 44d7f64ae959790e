#include "service/ledger/field_error.h"

namespace gainsay::ledger {

absl::Status FieldError(absl::StatusCode code, const std::string& path, const std::string& reason) {
  return absl::Status(code, path + ": " + reason);
}

absl::Status NotOnFile(const std::string& path, const std::string& name) {
  return FieldError(absl::StatusCode::kNotFound, path, name + " is not on file");
}

absl::Status Prefixed(const std::string& prefix, const absl::Status& status) {
  return absl::Status(status.code(), prefix + std::string(status.message()));
}

bool IsRefusal(const absl::Status& status) {
  return absl::IsInvalidArgument(status) || absl::IsNotFound(status) || absl::IsAlreadyExists(status) ||
         absl::IsFailedPrecondition(status);
}

}  // namespace gainsay::ledger
