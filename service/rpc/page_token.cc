#include "service/rpc/page_token.h"

#include <cstdint>

#include "absl/strings/escaping.h"
#include "service/rpc/field_path.h"
#include "service/rpc/request_bytes.h"

namespace gainsay::rpc {
namespace {

// A token is seal, revision (both 8 bytes, big-endian), after.
constexpr size_t kWord = 8;

std::string Word(uint64_t number) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(number >> shift));
  return bytes;
}

uint64_t ReadWord(std::string_view bytes) {
  uint64_t number = 0;
  for (const char byte : bytes.substr(0, kWord)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

// FNV-1a of 64 bits: the same on every replica, which absl::Hash is not. It tells mistakes, not forgeries:
// whatever a token says is checked as any input is.
uint64_t Hash(std::string_view bytes, uint64_t seed = 0xcbf29ce484222325) {
  for (const char byte : bytes) seed = (seed ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return seed;
}

uint64_t Seal(std::string_view body, const google::protobuf::Message& request) {
  return Hash(body, Hash(RequestBytes(request, {"page_size", "page_token", "min_revision", "resume_token",
                                                "after_revision"})));
}

}  // namespace

std::string EncodePageToken(const PageToken& token, const google::protobuf::Message& request) {
  const std::string body = Word(static_cast<uint64_t>(token.revision)) + token.after;
  return absl::WebSafeBase64Escape(Word(Seal(body, request)) + body);
}

absl::StatusOr<PageToken> DecodePageToken(const std::string& text, const google::protobuf::Message& request,
                                          std::string_view field) {
  std::string bytes;
  if (!absl::WebSafeBase64Unescape(text, &bytes) || bytes.size() < 2 * kWord) {
    return FieldError(field, "is none that this service gave");
  }
  const std::string_view body = std::string_view(bytes).substr(kWord);
  if (ReadWord(bytes) != Seal(body, request)) return FieldError(field, "is of another request");
  return PageToken{static_cast<store::Revision>(ReadWord(body)), std::string(body.substr(kWord))};
}

}  // namespace gainsay::rpc
