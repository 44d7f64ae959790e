#include "service/store/versioned_key.h"

#include "service/store/byte_order.h"
#include "service/store/escaped_string.h"

namespace gainsay::store {
namespace {

// Bytes of a revision, and of a time.
constexpr size_t kWide = 8;

}  // namespace

std::string VersionedKey(std::string_view key, Revision revision) {
  std::string stored(1, kDataSpace);
  stored.reserve(key.size() + 16);
  AppendEscaped(stored, key);
  AppendBigEndian(stored, ~static_cast<uint64_t>(revision), kWide);
  return stored;
}

std::string VersionedBound(std::string_view key) {
  std::string stored(1, kDataSpace);
  AppendEscapedPrefix(stored, key);
  return stored;
}

std::optional<VersionedKeyParts> SplitVersionedKey(std::string_view stored) {
  if (stored.size() < 1 + kEscapedEnd.size() + kWide || stored.front() != kDataSpace) return std::nullopt;
  const std::string_view stem = stored.substr(0, stored.size() - kWide);
  if (!stem.ends_with(kEscapedEnd)) return std::nullopt;
  const uint64_t revision = ~FromBigEndian(stored.substr(stem.size()));
  if (static_cast<Revision>(revision) < 1) return std::nullopt;
  return VersionedKeyParts{stem, static_cast<Revision>(revision)};
}

std::string AfterStem(std::string_view stem) {
  std::string after(stem);
  after.back() = static_cast<char>(after.back() + 1);
  return after;
}

std::optional<std::string> KeyOfStem(std::string_view stem) {
  if (stem.empty() || stem.front() != kDataSpace) return std::nullopt;
  stem.remove_prefix(1);
  std::optional<std::string> key = ConsumeEscaped(stem);
  if (!stem.empty()) return std::nullopt;
  return key;
}

std::string StoredValue(absl::Time time, std::string_view value) {
  std::string stored;
  stored.reserve(kWide + value.size());
  AppendBigEndian(stored, static_cast<uint64_t>(absl::ToUnixMicros(time)), kWide);
  stored.append(value);
  return stored;
}

std::optional<ValueParts> SplitStoredValue(std::string_view stored) {
  if (stored.size() < kWide) return std::nullopt;
  const uint64_t micros = FromBigEndian(stored.substr(0, kWide));
  return ValueParts{absl::FromUnixMicros(static_cast<int64_t>(micros)), stored.substr(kWide)};
}

}  // namespace gainsay::store
