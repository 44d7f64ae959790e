#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_CURSOR_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_CURSOR_H_

#include <rocksdb/db.h>

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "service/store/rocksdb/errors.h"

namespace gainsay::store {

// A cursor (version_scan.h) over the entries of a database that are before `end`, as they are when it is
// made.
class Cursor {
 public:
  Cursor(rocksdb::DB& db, std::string end) : end_(std::move(end)), end_slice_(end_) {
    rocksdb::ReadOptions options;
    options.iterate_upper_bound = &end_slice_;
    iterator_.reset(db.NewIterator(options));
  }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  void Seek(std::string_view stored) { iterator_->Seek({stored.data(), stored.size()}); }
  void SeekToLast() { iterator_->SeekToLast(); }
  void Next() { iterator_->Next(); }
  bool Valid() const { return iterator_->Valid(); }
  std::string_view key() const { return iterator_->key().ToStringView(); }
  std::string_view value() const { return iterator_->value().ToStringView(); }
  absl::Status status() const {
    const rocksdb::Status status = iterator_->status();
    return status.ok() ? absl::OkStatus() : ReadError(status);
  }

 private:
  const std::string end_;
  const rocksdb::Slice end_slice_;
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_CURSOR_H_
