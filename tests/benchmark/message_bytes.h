#ifndef GAINSAY_TESTS_BENCHMARK_MESSAGE_BYTES_H_
#define GAINSAY_TESTS_BENCHMARK_MESSAGE_BYTES_H_

#include <google/protobuf/message_lite.h>
#include <grpcpp/support/byte_buffer.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay::benchmark {

grpc::ByteBuffer BytesOf(const std::string& bytes);

// Whether `bytes` is a message of that kind, which is then in `message`.
bool Parse(grpc::ByteBuffer& bytes, google::protobuf::MessageLite& message);

// Returns the first `size` bytes, or all if there are fewer.
std::string Beginning(const grpc::ByteBuffer& bytes, size_t size);

// Takes a protobuf varint off the front of `bytes`; returns 0 where there is none.
uint64_t TakeVarint(std::string_view& bytes);

// Returns the first field of that number, which is a text or a message, in the bytes of a message; what there
// is of it where they are cut short, and nothing where it is not there.
std::string_view FieldOf(std::string_view bytes, int number);

// Returns a number as a protobuf varint.
std::string Varint(uint64_t number);

}  // namespace gainsay::benchmark

#endif  // GAINSAY_TESTS_BENCHMARK_MESSAGE_BYTES_H_
