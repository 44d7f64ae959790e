#ifndef GAINSAY_CLIENT_CPP_ENUM_NAMES_H_
#define GAINSAY_CLIENT_CPP_ENUM_NAMES_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/generated_enum_reflection.h>

#include <string>
#include <string_view>

namespace gainsay::client {

// Enum values are prefixed in the protos (POLARITY_AFFIRMS) and short for people (AFFIRMS). The prefix
// follows from the enum's name, so no enum is known here by name.

// Returns the name without its prefix.
std::string ShortName(const google::protobuf::EnumValueDescriptor& value);

// Returns the value of this short or full name; null if the enum has none.
const google::protobuf::EnumValueDescriptor* FindEnumValue(const google::protobuf::EnumDescriptor& type,
                                                           std::string_view name);

// Returns the short names that may be given, unspecified left out: "AFFIRMS, DENIES".
std::string ShortNames(const google::protobuf::EnumDescriptor& type);

// Returns the short name of an enumerator of a generated enum: ShortName(v1::POLARITY_AFFIRMS). A number
// that this build does not know is its digits.
template <class Enum>
std::string ShortName(Enum value) {
  const auto* found = google::protobuf::GetEnumDescriptor<Enum>()->FindValueByNumber(value);
  return found == nullptr ? std::to_string(static_cast<int>(value)) : ShortName(*found);
}

}  // namespace gainsay::client

#endif  // GAINSAY_CLIENT_CPP_ENUM_NAMES_H_
