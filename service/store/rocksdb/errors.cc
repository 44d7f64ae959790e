#include "service/store/rocksdb/errors.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace gainsay::store {
namespace {

// The cause in short: RocksDB may add a dump of many lines.
std::string Cause(const rocksdb::Status& status) {
  constexpr size_t kLongest = 300;
  const std::string whole = status.ToString();
  return whole.substr(0, std::min(whole.find('\n'), kLongest));
}

// RocksDB has no code of its own for a held lock.
bool SaysLockHeldHere(const rocksdb::Status& status) {
  return status.IsIOError() && Cause(status).starts_with("IO error: lock hold by current process");
}
bool SaysLockHeld(const rocksdb::Status& status) {
  return status.IsIOError() && Cause(status).starts_with("IO error: While lock file: ");
}

bool SaysFileMissing(const rocksdb::Status& status) {
  return status.IsNotFound() || status.IsPathNotFound() ||
         (status.IsIOError() && Cause(status).starts_with("IO error: No such file or directory"));
}

}  // namespace

absl::Status ReadError(const rocksdb::Status& status) {
  if (status.IsCorruption())
    return absl::DataLossError(absl::StrCat("the store is damaged: ", Cause(status)));
  return absl::UnavailableError(absl::StrCat("the store cannot be read: ", Cause(status)));
}

absl::Status WriteError(const rocksdb::Status& status) {
  if (status.IsNoSpace()) return absl::ResourceExhaustedError("the disk of the store is full");
  return absl::UnavailableError(absl::StrCat("the store cannot be written: ", Cause(status)));
}

absl::Status OpenError(const std::string& directory, const rocksdb::Status& status) {
  if (SaysLockHeldHere(status)) {
    return absl::FailedPreconditionError(absl::StrCat(directory, " is in use by this process already"));
  }
  if (SaysLockHeld(status)) {
    return absl::FailedPreconditionError(absl::StrCat(directory, " is in use by another process"));
  }
  if (status.IsInvalidArgument()) {
    return absl::FailedPreconditionError(
        absl::StrCat(directory, " holds a RocksDB database that is no Gainsay store: ", Cause(status)));
  }
  if (status.IsCorruption() || SaysFileMissing(status)) {
    return absl::DataLossError(absl::StrCat(directory, " is damaged: ", Cause(status)));
  }
  if (status.IsNoSpace()) {
    return absl::ResourceExhaustedError(absl::StrCat(directory, " cannot be opened: its disk is full"));
  }
  return absl::UnavailableError(absl::StrCat(directory, " cannot be opened: ", Cause(status)));
}

}  // namespace gainsay::store
