#ifndef GAINSAY_SERVICE_STORE_VERSION_SCAN_H_
#define GAINSAY_SERVICE_STORE_VERSION_SCAN_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "service/store/byte_order.h"
#include "service/store/store.h"
#include "service/store/versioned_key.h"

namespace gainsay::store {

// Reading versioned keys through a cursor over an engine's ordered bytes. A Cursor has
//   void Seek(std::string_view stored);  // to the first entry that is not before it
//   void Next();
//   bool Valid() const;                  // false past the end and after an error
//   std::string_view key() const;        // these two hold until it moves
//   std::string_view value() const;
//   absl::Status status() const;         // of the moves so far

inline absl::Status DamagedEntry(std::string_view stored) {
  return absl::DataLossError(absl::StrCat("damaged entry at key ", Hex(stored)));
}

// Moves a cursor forward to `target`. Steps first: most keys have few versions, and a step costs far
// less than a seek.
template <class Cursor>
void Advance(Cursor& cursor, std::string_view target) {
  constexpr int kSteps = 4;
  for (int i = 0; i < kSteps && cursor.Valid() && cursor.key() < target; ++i) cursor.Next();
  if (cursor.Valid() && cursor.key() < target) cursor.Seek(target);
}

// Calls `visit` as Snapshot::Scan does, for the store at `revision`. Sets `stopped` if it returned false.
template <class Cursor>
absl::Status ScanVersions(Cursor& cursor, const KeyRange& range, Revision revision, Snapshot::Visit visit,
                          bool& stopped) {
  const std::string end = VersionedBound(range.end);
  std::string target = VersionedBound(range.begin);
  cursor.Seek(target);
  while (cursor.Valid() && cursor.key() < end) {
    const std::optional<VersionedKeyParts> parts = SplitVersionedKey(cursor.key());
    if (!parts) return DamagedEntry(cursor.key());
    const std::optional<std::string> key = KeyOfStem(parts->stem);
    if (!key) return DamagedEntry(cursor.key());
    if (parts->revision > revision) {
      target = VersionedKey(*key, revision);
    } else {
      const std::optional<ValueParts> value = SplitStoredValue(cursor.value());
      if (!value) return DamagedEntry(cursor.key());
      stopped = !visit(*key, {value->value, parts->revision, value->time});
      if (stopped) return absl::OkStatus();
      target = AfterStem(parts->stem);
    }
    Advance(cursor, target);
  }
  return cursor.status();
}

// Returns the version of `key` that stood at `revision`.
template <class Cursor>
absl::StatusOr<std::optional<Entry>> FindVersion(Cursor& cursor, std::string_view key, Revision revision) {
  const std::string stored = VersionedKey(key, revision);
  cursor.Seek(stored);
  if (!cursor.Valid()) {
    if (!cursor.status().ok()) return cursor.status();
    return std::nullopt;
  }
  const std::optional<VersionedKeyParts> parts = SplitVersionedKey(cursor.key());
  if (!parts) return DamagedEntry(cursor.key());
  // No stem is the beginning of another, so this is the key asked for or none.
  if (!stored.starts_with(parts->stem)) return std::nullopt;
  const std::optional<ValueParts> value = SplitStoredValue(cursor.value());
  if (!value) return DamagedEntry(cursor.key());
  return Entry{std::string(value->value), parts->revision, value->time};
}

// Whether a key of the range was written after `revision`.
template <class Cursor>
absl::StatusOr<bool> ChangedSince(Cursor& cursor, const KeyRange& range, Revision revision) {
  const std::string end = VersionedBound(range.end);
  cursor.Seek(VersionedBound(range.begin));
  while (cursor.Valid() && cursor.key() < end) {
    const std::optional<VersionedKeyParts> parts = SplitVersionedKey(cursor.key());
    if (!parts) return DamagedEntry(cursor.key());
    if (parts->revision > revision) return true;
    Advance(cursor, AfterStem(parts->stem));
  }
  if (!cursor.status().ok()) return cursor.status();
  return false;
}

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_VERSION_SCAN_H_
