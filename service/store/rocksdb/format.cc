#include "service/store/rocksdb/format.h"

#include <rocksdb/write_batch.h>

#include "absl/strings/str_cat.h"
#include "service/store/byte_order.h"
#include "service/store/rocksdb/cursor.h"
#include "service/store/rocksdb/errors.h"
#include "service/store/versioned_key.h"

namespace gainsay::store {
namespace {

constexpr size_t kVersionWidth = 4;

std::string MetaKey(const char* name) { return absl::StrCat(std::string(1, kMetaSpace), name); }

absl::Status Mark(rocksdb::DB& db) {
  std::string id;
  if (const rocksdb::Status status = db.GetDbIdentity(id); !status.ok()) return ReadError(status);
  std::string version;
  AppendBigEndian(version, kFormatVersion, kVersionWidth);
  rocksdb::WriteBatch batch;
  batch.Put(FormatKey(), version);
  batch.Put(StoreIdKey(), id);
  rocksdb::WriteOptions durable;
  durable.sync = true;
  const rocksdb::Status status = db.Write(durable, &batch);
  return status.ok() ? absl::OkStatus() : WriteError(status);
}

}  // namespace

std::string FormatKey() { return MetaKey("format"); }
std::string StoreIdKey() { return MetaKey("id"); }
std::string RecoveryKey() { return MetaKey("recovery"); }

absl::Status MarkOrCheckFormat(rocksdb::DB& db, const std::string& directory) {
  std::string version;
  const rocksdb::Status status = db.Get(rocksdb::ReadOptions(), FormatKey(), &version);
  if (status.IsNotFound()) {
    const std::string past_every_key(16, '\xFF');
    Cursor cursor(db, past_every_key);
    cursor.Seek("");
    if (!cursor.Valid()) return cursor.status().ok() ? Mark(db) : cursor.status();
    return absl::FailedPreconditionError(
        absl::StrCat(directory, " holds a RocksDB database that is no Gainsay store"));
  }
  if (!status.ok()) return ReadError(status);
  if (version.size() != kVersionWidth || FromBigEndian(version) == 0) {
    return absl::DataLossError("its format version is damaged");
  }
  const uint64_t found = FromBigEndian(version);
  if (found == kFormatVersion) return absl::OkStatus();
  const bool newer = found > kFormatVersion;
  return absl::FailedPreconditionError(absl::StrCat(
      directory, " was written by ", newer ? "a newer" : "an older",
      " version of Gainsay: it has storage format ", found, ", and this version reads format ",
      kFormatVersion, newer ? "" : "; export it with the version that wrote it, and import that"));
}

}  // namespace gainsay::store
