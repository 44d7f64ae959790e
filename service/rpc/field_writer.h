#ifndef GAINSAY_SERVICE_RPC_FIELD_WRITER_H_
#define GAINSAY_SERVICE_RPC_FIELD_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay::rpc {

// Appends fields of a proto3 message to a string, as they are encoded
// (https://protobuf.dev/programming-guides/encoding): what the generated class would write, without the
// object. Single fields at their default are left out. Does not own the string.
class FieldWriter {
 public:
  explicit FieldWriter(std::string& out) : out_(out) {}

  // An integer that is not negative, a bool or an enumerator.
  FieldWriter& Number(int field, uint64_t number) {
    if (number == 0) return *this;
    Varint(static_cast<uint64_t>(field) << 3);
    Varint(number);
    return *this;
  }

  FieldWriter& Text(int field, std::string_view text) { return text.empty() ? *this : Item(field, text); }

  // A text of a list, which may be empty.
  FieldWriter& Item(int field, std::string_view text) { return Bytes(field, text); }

  // A message, in up to two parts.
  FieldWriter& Bytes(int field, std::string_view first, std::string_view second = {}) {
    Varint(static_cast<uint64_t>(field) << 3 | kLengthDelimited);
    Varint(first.size() + second.size());
    out_.append(first).append(second);
    return *this;
  }

 private:
  static constexpr uint64_t kLengthDelimited = 2;

  void Varint(uint64_t number) {
    while (number >= 0x80) {
      out_.push_back(static_cast<char>(number | 0x80));
      number >>= 7;
    }
    out_.push_back(static_cast<char>(number));
  }

  std::string& out_;
};

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_FIELD_WRITER_H_
