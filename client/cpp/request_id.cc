#include "client/cpp/request_id.h"

#include <cstdint>
#include <random>

#include "absl/strings/str_format.h"

namespace gainsay::client {

std::string NewRequestId() {
  constexpr uint32_t kVersion = 0x4000;
  constexpr uint32_t kVariant = 0x8000;
  std::random_device random;
  const uint32_t middle = random();
  const uint32_t rest = random();
  return absl::StrFormat("%08x-%04x-%04x-%04x-%04x%08x", random(), middle >> 16, kVersion | (middle & 0xfff),
                         kVariant | (rest >> 16 & 0x3fff), rest & 0xffff, random());
}

}  // namespace gainsay::client
