#include "service/store/store.h"

#include <string>
#include <string_view>

namespace gainsay::store {

KeyRange KeyRange::Key(std::string_view key) {
  std::string end(key);
  end.push_back('\0');
  return {std::string(key), std::move(end)};
}

KeyRange KeyRange::Prefix(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && end.back() == '\xFF') end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return {std::string(prefix), std::move(end)};
}

}  // namespace gainsay::store
