#ifndef GAINSAY_SERVICE_STORE_LOG_CODEC_H_
#define GAINSAY_SERVICE_STORE_LOG_CODEC_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/store/store.h"

namespace gainsay::store {

// How engines that keep ordered bytes lay out the change log: one entry a commit, in their order. Byte by
// byte in docs/storage-format.md.

// Where the entry of a commit lies.
std::string LogKey(Revision revision);

// The entry of a commit at `time` that wrote `keys`.
std::string StoredLogEntry(absl::Time time, const std::vector<std::string_view>& keys);

// The commit that an entry tells of. DATA_LOSS: it is not one.
absl::StatusOr<LogEntry> ParseLogEntry(std::string_view stored_key, std::string_view stored_entry);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_LOG_CODEC_H_
