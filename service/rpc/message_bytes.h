#ifndef GAINSAY_SERVICE_RPC_MESSAGE_BYTES_H_
#define GAINSAY_SERVICE_RPC_MESSAGE_BYTES_H_

#include <google/protobuf/message_lite.h>
#include <grpcpp/support/byte_buffer.h>

#include <string>

#include "absl/status/status.h"

namespace gainsay::rpc {

// Messages as gRPC carries them.

// Fills `message` from `bytes`. INVALID_ARGUMENT: they are not such a message.
absl::Status ParseBytes(const grpc::ByteBuffer& bytes, google::protobuf::MessageLite& message);

// INVALID_ARGUMENT: bytes are not a message of that type.
absl::Status NotA(const std::string& type);

// Returns the bytes in one piece.
std::string TextOf(const grpc::ByteBuffer& bytes);

grpc::ByteBuffer BytesOf(const google::protobuf::MessageLite& message);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_MESSAGE_BYTES_H_
