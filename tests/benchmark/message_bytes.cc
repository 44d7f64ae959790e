#include "tests/benchmark/message_bytes.h"

#include <grpcpp/impl/codegen/proto_buffer_reader.h>

#include <algorithm>
#include <vector>

namespace gainsay::benchmark {

grpc::ByteBuffer BytesOf(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

bool Parse(grpc::ByteBuffer& bytes, google::protobuf::MessageLite& message) {
  grpc::ProtoBufferReader reader(&bytes);
  return message.ParseFromZeroCopyStream(&reader);
}

std::string Beginning(const grpc::ByteBuffer& bytes, size_t size) {
  std::vector<grpc::Slice> slices;
  std::string beginning;
  if (!bytes.Dump(&slices).ok()) return beginning;
  for (const grpc::Slice& slice : slices) {
    if (beginning.size() == size) break;
    const size_t taken = std::min(slice.size(), size - beginning.size());
    beginning.append(reinterpret_cast<const char*>(slice.begin()), taken);
  }
  return beginning;
}

uint64_t TakeVarint(std::string_view& bytes) {
  uint64_t number = 0;
  for (int shift = 0; !bytes.empty() && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
  return 0;
}

std::string_view FieldOf(std::string_view bytes, int number) {
  constexpr uint64_t kVarint = 0;
  constexpr uint64_t kLengthDelimited = 2;
  while (!bytes.empty()) {
    const uint64_t tag = TakeVarint(bytes);
    const uint64_t length = TakeVarint(bytes);
    if ((tag & 7) == kVarint) continue;
    if ((tag & 7) != kLengthDelimited) break;
    const std::string_view value = bytes.substr(0, length);
    if (tag >> 3 == static_cast<uint64_t>(number)) return value;
    bytes.remove_prefix(value.size());
  }
  return {};
}

std::string Varint(uint64_t number) {
  std::string bytes;
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
  return bytes;
}

}  // namespace gainsay::benchmark
