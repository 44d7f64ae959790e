#ifndef GAINSAY_SERVICE_STORE_BYTE_ORDER_H_
#define GAINSAY_SERVICE_STORE_BYTE_ORDER_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay::store {

// Numbers as bytes, the most significant first, so that unsigned numbers and their bytes sort alike.

inline void AppendBigEndian(std::string& out, uint64_t number, int width) {
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((number >> shift) & 0xFF));
  }
}

// `bytes` has at most 8.
inline uint64_t FromBigEndian(std::string_view bytes) {
  uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

// `bytes` in lower-case hexadecimal, for messages.
std::string Hex(std::string_view bytes);

}  // namespace gainsay::store

#endif  // GAINSAY_SERVICE_STORE_BYTE_ORDER_H_
