#include "service/rpc/message_bytes.h"

#include <grpcpp/support/proto_buffer_reader.h>
#include <grpcpp/support/slice.h>

#include <vector>

#include "absl/strings/str_cat.h"

namespace gainsay::rpc {

absl::Status ParseBytes(const grpc::ByteBuffer& bytes, google::protobuf::MessageLite& message) {
  bool parsed = false;
  grpc::Slice slice;
  if (bytes.TrySingleSlice(&slice).ok()) {
    parsed = message.ParseFromArray(slice.begin(), static_cast<int>(slice.size()));
  } else {
    grpc::ByteBuffer copy(bytes);
    grpc::ProtoBufferReader reader(&copy);
    parsed = reader.status().ok() && message.ParseFromZeroCopyStream(&reader);
  }
  if (parsed) return absl::OkStatus();
  return NotA(message.GetTypeName());
}

absl::Status NotA(const std::string& type) {
  return absl::InvalidArgumentError(absl::StrCat("the message is not a ", type));
}

std::string TextOf(const grpc::ByteBuffer& bytes) {
  std::vector<grpc::Slice> slices;
  std::string text;
  if (!bytes.Dump(&slices).ok()) return text;
  for (const grpc::Slice& slice : slices) {
    text.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return text;
}

grpc::ByteBuffer BytesOf(const google::protobuf::MessageLite& message) {
  const size_t size = message.ByteSizeLong();
  grpc::Slice slice(size);
  message.SerializeWithCachedSizesToArray(const_cast<uint8_t*>(slice.begin()));
  return grpc::ByteBuffer(&slice, 1);
}

}  // namespace gainsay::rpc
