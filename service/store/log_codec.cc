#include "service/store/log_codec.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "service/store/byte_order.h"
#include "service/store/versioned_key.h"

namespace gainsay::store {
namespace {

constexpr size_t kRevisionWidth = 8;
constexpr size_t kLengthWidth = 4;

absl::Status Damaged(std::string_view stored_key) {
  return absl::DataLossError(absl::StrCat("the log is damaged at entry ", Hex(stored_key)));
}

}  // namespace

std::string LogKey(Revision revision) {
  std::string stored(1, kLogSpace);
  AppendBigEndian(stored, static_cast<uint64_t>(revision), kRevisionWidth);
  return stored;
}

std::string StoredLogEntry(absl::Time time, const std::vector<std::string_view>& keys) {
  std::string stored = StoredValue(time, "");
  for (const std::string_view key : keys) {
    AppendBigEndian(stored, key.size(), kLengthWidth);
    stored.append(key);
  }
  return stored;
}

absl::StatusOr<LogEntry> ParseLogEntry(std::string_view stored_key, std::string_view stored_entry) {
  if (stored_key.size() != 1 + kRevisionWidth || stored_key.front() != kLogSpace) return Damaged(stored_key);
  const std::optional<ValueParts> parts = SplitStoredValue(stored_entry);
  if (!parts) return Damaged(stored_key);
  LogEntry entry{static_cast<Revision>(FromBigEndian(stored_key.substr(1))), parts->time, {}};
  std::string_view rest = parts->value;
  while (!rest.empty()) {
    if (rest.size() < kLengthWidth) return Damaged(stored_key);
    const uint64_t length = FromBigEndian(rest.substr(0, kLengthWidth));
    rest.remove_prefix(kLengthWidth);
    if (rest.size() < length) return Damaged(stored_key);
    entry.keys.emplace_back(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  return entry;
}

}  // namespace gainsay::store
