#ifndef GAINSAY_SERVICE_STORE_VERSIONED_KEY_H_
#define GAINSAY_SERVICE_STORE_VERSIONED_KEY_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "service/store/store.h"

namespace gainsay::store {

// How engines that keep ordered bytes lay out the versions of a key: one entry a version, keys in the
// contract's order, the newest version of each first. Byte by byte in docs/storage-format.md.

// The first byte of every stored key: which space it belongs to. Never renumber.
inline constexpr char kMetaSpace = 0x01;
inline constexpr char kLogSpace = 0x02;
inline constexpr char kDataSpace = 0x03;

// Where the version of `key` that `revision` wrote lies; seeking there finds the newest version that is
// not later.
std::string VersionedKey(std::string_view key, Revision revision);

// The place before every version of every key that is not less than `key`, and after all others.
std::string VersionedBound(std::string_view key);

// A stored key in two: what all versions of one key share, and the revision.
struct VersionedKeyParts {
  std::string_view stem;  // a view into the stored key
  Revision revision = 0;
};
// Nothing if it is not a versioned key.
std::optional<VersionedKeyParts> SplitVersionedKey(std::string_view stored);

// The place just after every version that has this stem.
std::string AfterStem(std::string_view stem);

// The contract's key that a stem was made of. Nothing if it is not a stem.
std::optional<std::string> KeyOfStem(std::string_view stem);

// A version's value as it is stored: with the time of its commit.
std::string StoredValue(absl::Time time, std::string_view value);

struct ValueParts {
  absl::Time time;
  std::string_view value;  // a view into the stored value
};
// Nothing if it is not a stored value.
std::optional<ValueParts> SplitStoredValue(std::string_view stored);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_VERSIONED_KEY_H_
