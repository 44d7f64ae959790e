#ifndef GAINSAY_CLIENT_CPP_RECORDS_JSON_H_
#define GAINSAY_CLIENT_CPP_RECORDS_JSON_H_

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace gainsay::client {

// The proto3 JSON of gainsay.v1 messages, with short enum values (AFFIRMS). Fields keep the order of the
// proto; text stays UTF-8.

// Fills an empty message from its JSON. Field names may also be those of the proto, enum values may also
// carry their prefix. The message is of no use after an error.
// INVALID_ARGUMENT: not JSON ("column 17: ..."), or not this message; then the text begins with the
// path of the field at fault: `claim.polarity: "YES" is not one of AFFIRMS, DENIES`. A field that does
// not exist, that is there twice, or of whose kinds two are set is such a fault. Whether what is there
// is enough is not looked at.
absl::Status MessageFromJson(std::string_view json, google::protobuf::Message& message);

enum class JsonStyle { kOneLine, kIndented };

// Returns a message's JSON, without a newline at the end. Empty, zero and unspecified fields are left
// out; the keys of maps are sorted, so that equal messages have equal JSON.
std::string MessageToJson(const google::protobuf::Message& message, JsonStyle style);

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_RECORDS_JSON_H_
