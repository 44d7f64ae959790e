#ifndef GAINSAY_SERVICE_STORE_ROCKSDB_FORWARDING_LOGGER_H_
#define GAINSAY_SERVICE_STORE_ROCKSDB_FORWARDING_LOGGER_H_

#include <rocksdb/env.h>

#include <cstdarg>
#include <functional>
#include <string_view>

namespace gainsay::store {

// Passes RocksDB's warnings and errors on, one line each, and drops the rest. RocksDB's own logger writes
// a file beside the data, and aborts the process when the disk is full.
class ForwardingLogger : public rocksdb::Logger {
 public:
  explicit ForwardingLogger(std::function<void(std::string_view)> log)
      : rocksdb::Logger(rocksdb::InfoLogLevel::WARN_LEVEL), log_(std::move(log)) {}

  using rocksdb::Logger::Logv;
  void Logv(rocksdb::InfoLogLevel level, const char* format, va_list arguments) override;
  void Logv(const char* format, va_list arguments) override;

 private:
  const std::function<void(std::string_view)> log_;
};

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_ROCKSDB_FORWARDING_LOGGER_H_
