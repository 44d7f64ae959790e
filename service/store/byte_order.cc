#include "service/store/byte_order.h"

#include "absl/strings/escaping.h"

namespace gainsay::store {

std::string Hex(std::string_view bytes) {
  return absl::BytesToHexString(absl::string_view(bytes.data(), bytes.size()));
}

}  // namespace gainsay::store
