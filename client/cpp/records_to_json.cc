#include <google/protobuf/descriptor.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cpp/enum_names.h"
#include "client/cpp/records_json.h"

namespace gainsay::client {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Timestamp;
using Json = nlohmann::ordered_json;

Json JsonOf(const Message& message);

Json JsonOf(double number) {
  if (std::isfinite(number)) return number;
  return std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
}

Json JsonOfEnum(const FieldDescriptor& field, int number) {
  const auto* value = field.enum_type()->FindValueByNumber(number);
  return value == nullptr ? Json(number) : Json(ShortName(*value));
}

// The value of a field, or of element `index` of a repeated one.
Json JsonOfElement(const Message& message, const FieldDescriptor& field, int index) {
  const auto& reflection = *message.GetReflection();
  const auto get = [&](auto one, auto element) {
    return field.is_repeated() ? (reflection.*element)(message, &field, index)
                               : (reflection.*one)(message, &field);
  };
  using R = google::protobuf::Reflection;
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      return get(&R::GetBool, &R::GetRepeatedBool);
    case FieldDescriptor::CPPTYPE_INT32:
      return get(&R::GetInt32, &R::GetRepeatedInt32);
    case FieldDescriptor::CPPTYPE_UINT32:
      return get(&R::GetUInt32, &R::GetRepeatedUInt32);
    case FieldDescriptor::CPPTYPE_INT64:
      return absl::StrCat(get(&R::GetInt64, &R::GetRepeatedInt64));
    case FieldDescriptor::CPPTYPE_UINT64:
      return absl::StrCat(get(&R::GetUInt64, &R::GetRepeatedUInt64));
    case FieldDescriptor::CPPTYPE_FLOAT:
      return JsonOf(get(&R::GetFloat, &R::GetRepeatedFloat));
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return JsonOf(get(&R::GetDouble, &R::GetRepeatedDouble));
    case FieldDescriptor::CPPTYPE_STRING:
      return get(&R::GetString, &R::GetRepeatedString);
    case FieldDescriptor::CPPTYPE_ENUM:
      return JsonOfEnum(field, get(&R::GetEnumValue, &R::GetRepeatedEnumValue));
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return JsonOf(field.is_repeated() ? reflection.GetRepeatedMessage(message, &field, index)
                                        : reflection.GetMessage(message, &field));
  }
  return nullptr;
}

// Maps with text keys, which is all that the API has.
Json JsonOfMap(const Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  std::vector<std::pair<std::string, Json>> entries;
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    const Message& entry = reflection.GetRepeatedMessage(message, &field, i);
    entries.emplace_back(entry.GetReflection()->GetString(entry, field.message_type()->map_key()),
                         JsonOfElement(entry, *field.message_type()->map_value(), 0));
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Json object = Json::object();
  for (auto& [key, value] : entries) object[key] = std::move(value);
  return object;
}

Json JsonOfField(const Message& message, const FieldDescriptor& field) {
  if (field.is_map()) return JsonOfMap(message, field);
  if (!field.is_repeated()) return JsonOfElement(message, field, 0);
  Json array = Json::array();
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &field); ++i) {
    array.push_back(JsonOfElement(message, field, i));
  }
  return array;
}

Json JsonOf(const Message& message) {
  if (const auto* time = dynamic_cast<const Timestamp*>(&message)) {
    return google::protobuf::util::TimeUtil::ToString(*time);
  }
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  Json object = Json::object();
  for (const FieldDescriptor* field : fields) object[field->json_name()] = JsonOfField(message, *field);
  return object;
}

}  // namespace

std::string MessageToJson(const Message& message, JsonStyle style) {
  const int indent = style == JsonStyle::kIndented ? 2 : -1;
  return JsonOf(message).dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gainsay::client
