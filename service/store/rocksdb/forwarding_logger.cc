#include "service/store/rocksdb/forwarding_logger.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace gainsay::store {

void ForwardingLogger::Logv(rocksdb::InfoLogLevel level, const char* format, va_list arguments) {
  if (!log_ || level < rocksdb::InfoLogLevel::WARN_LEVEL || level >= rocksdb::InfoLogLevel::HEADER_LEVEL)
    return;
  char line[1024];
  const int length = std::vsnprintf(line, sizeof(line), format, arguments);
  if (length <= 0) return;
  std::string text(line, std::min<size_t>(length, sizeof(line) - 1));
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (text.ends_with(' ')) text.pop_back();
  log_(text);
}

// Only for messages without a level, which RocksDB sends for information.
void ForwardingLogger::Logv(const char* format, va_list arguments) {
  Logv(rocksdb::InfoLogLevel::INFO_LEVEL, format, arguments);
}

}  // namespace gainsay::store
