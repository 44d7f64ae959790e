#include <google/protobuf/descriptor.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/cpp/enum_names.h"
#include "client/cpp/json_text.h"
#include "client/cpp/records_json.h"
#include "client/cpp/spelling.h"

namespace gainsay::client {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::OneofDescriptor;
using google::protobuf::Timestamp;
using Json = nlohmann::ordered_json;

absl::Status Fault(const std::string& path, const std::string& reason) {
  return absl::InvalidArgumentError(path.empty() ? reason : absl::StrCat(path, ": ", reason));
}

std::string Below(const std::string& path, const std::string& name) {
  return path.empty() ? name : absl::StrCat(path, ".", name);
}

// What a value is, for people: `"YES"`, "a number".
std::string KindOf(const Json& json) {
  if (json.is_string() && json.get_ref<const std::string&>().size() <= 40) {
    return absl::StrCat("\"", json.get_ref<const std::string&>(), "\"");
  }
  if (json.is_number_integer()) return absl::StrCat("the number ", json.dump());
  if (json.is_boolean()) return json.dump();
  if (json.is_null()) return "null";
  return json.is_object() || json.is_array() ? absl::StrCat("an ", json.type_name())
                                             : absl::StrCat("a ", json.type_name());
}

absl::Status Expected(const std::string& path, const std::string& what, const Json& json) {
  return Fault(path, absl::StrCat("must be ", what, ", not ", KindOf(json)));
}

// A whole number, or the digits of one, as proto3 JSON has 64-bit ones.
std::optional<int64_t> WholeNumber(const Json& json) {
  int64_t number = 0;
  if (json.is_number_unsigned() && json.get<uint64_t>() > std::numeric_limits<int64_t>::max()) {
    return std::nullopt;
  }
  if (json.is_number_integer()) return json.get<int64_t>();
  if (json.is_string() && absl::SimpleAtoi(json.get_ref<const std::string&>(), &number)) return number;
  return std::nullopt;
}

const FieldDescriptor* FindField(const Descriptor& type, const std::string& key) {
  for (int i = 0; i < type.field_count(); ++i) {
    if (type.field(i)->json_name() == key || type.field(i)->name() == key) return type.field(i);
  }
  return nullptr;
}

absl::Status UnknownField(const Descriptor& type, const std::string& path, const std::string& key) {
  std::vector<std::string> known;
  known.reserve(static_cast<size_t>(type.field_count()));
  for (int i = 0; i < type.field_count(); ++i) known.push_back(type.field(i)->json_name());
  const std::string meant = LikelyMeant(key, known);
  return Fault(Below(path, key), meant.empty() ? std::string("unknown field")
                                               : absl::StrCat("unknown field; did you mean ", meant, "?"));
}

absl::Status FillMessage(const Json& json, const std::string& path, Message& message);

// Sets a field, or adds to a repeated one, from one JSON value.
class Element {
 public:
  Element(Message& message, const FieldDescriptor& field, const Json& json, const std::string& path)
      : message_(message), field_(field), json_(json), path_(path) {}

  absl::Status Fill() {
    switch (field_.cpp_type()) {
      case FieldDescriptor::CPPTYPE_BOOL:
        if (!json_.is_boolean()) return Expected(path_, "true or false", json_);
        return Put(&R::SetBool, &R::AddBool, json_.get<bool>());
      case FieldDescriptor::CPPTYPE_STRING:
        if (!json_.is_string()) return Expected(path_, "text in quotes", json_);
        return Put(&R::SetString, &R::AddString, json_.get<std::string>());
      case FieldDescriptor::CPPTYPE_INT32:
        return FillInteger<int32_t>(&R::SetInt32, &R::AddInt32);
      case FieldDescriptor::CPPTYPE_UINT32:
        return FillInteger<uint32_t>(&R::SetUInt32, &R::AddUInt32);
      case FieldDescriptor::CPPTYPE_INT64:
        return FillInteger<int64_t>(&R::SetInt64, &R::AddInt64);
      case FieldDescriptor::CPPTYPE_UINT64:
        return FillInteger<uint64_t>(&R::SetUInt64, &R::AddUInt64);
      case FieldDescriptor::CPPTYPE_FLOAT:
        return FillReal<float>(&R::SetFloat, &R::AddFloat);
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return FillReal<double>(&R::SetDouble, &R::AddDouble);
      case FieldDescriptor::CPPTYPE_ENUM:
        return FillEnum();
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return FillMessage(json_, path_,
                           field_.is_repeated() ? *reflection().AddMessage(&message_, &field_)
                                                : *reflection().MutableMessage(&message_, &field_));
    }
    return absl::OkStatus();
  }

 private:
  using R = google::protobuf::Reflection;

  const R& reflection() const { return *message_.GetReflection(); }

  template <class Set, class Add, class Value>
  absl::Status Put(Set set, Add add, Value value) {
    if (field_.is_repeated()) {
      (reflection().*add)(&message_, &field_, std::move(value));
    } else {
      (reflection().*set)(&message_, &field_, std::move(value));
    }
    return absl::OkStatus();
  }

  template <class Integer, class Set, class Add>
  absl::Status FillInteger(Set set, Add add) {
    const std::optional<int64_t> number = WholeNumber(json_);
    if (!number || !std::in_range<Integer>(*number)) return Expected(path_, "a whole number", json_);
    return Put(set, add, static_cast<Integer>(*number));
  }

  template <class Real, class Set, class Add>
  absl::Status FillReal(Set set, Add add) {
    if (!json_.is_number()) return Expected(path_, "a number", json_);
    return Put(set, add, json_.get<Real>());
  }

  absl::Status FillEnum() {
    const auto& type = *field_.enum_type();
    const std::optional<int64_t> number = json_.is_number_integer() ? WholeNumber(json_) : std::nullopt;
    const auto* value = json_.is_string() ? FindEnumValue(type, json_.get_ref<const std::string&>())
                        : number && std::in_range<int>(*number)
                            ? type.FindValueByNumber(static_cast<int>(*number))
                            : nullptr;
    if (value != nullptr) return Put(&R::SetEnumValue, &R::AddEnumValue, value->number());
    return Fault(path_, absl::StrCat(KindOf(json_), " is not one of ", ShortNames(type)));
  }

  Message& message_;
  const FieldDescriptor& field_;
  const Json& json_;
  const std::string& path_;
};

absl::Status FillMap(const Json& json, const std::string& path, const FieldDescriptor& field,
                     Message& message) {
  if (!json.is_object()) return Expected(path, "an object", json);
  for (const auto& [key, value] : json.items()) {
    Message& entry = *message.GetReflection()->AddMessage(&message, &field);
    entry.GetReflection()->SetString(&entry, field.message_type()->map_key(), key);
    const auto status = Element(entry, *field.message_type()->map_value(), value, Below(path, key)).Fill();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status FillField(const Json& json, const std::string& path, const FieldDescriptor& field,
                       Message& message) {
  if (field.is_map()) return FillMap(json, path, field, message);
  if (!field.is_repeated()) return Element(message, field, json, path).Fill();
  if (!json.is_array()) return Expected(path, "an array", json);
  for (size_t i = 0; i < json.size(); ++i) {
    const auto status = Element(message, field, json[i], absl::StrCat(path, "[", i, "]")).Fill();
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status FillTime(const Json& json, const std::string& path, Timestamp& time) {
  if (json.is_string() && google::protobuf::util::TimeUtil::FromString(json.get<std::string>(), &time)) {
    return absl::OkStatus();
  }
  return Expected(path, "an RFC 3339 time", json);
}

absl::Status FillMessage(const Json& json, const std::string& path, Message& message) {
  if (auto* time = dynamic_cast<Timestamp*>(&message)) return FillTime(json, path, *time);
  if (!json.is_object()) return Expected(path, "an object", json);
  std::set<const FieldDescriptor*> seen;
  std::map<const OneofDescriptor*, std::string> chosen;
  for (const auto& [key, value] : json.items()) {
    const FieldDescriptor* field = FindField(*message.GetDescriptor(), key);
    if (field == nullptr) return UnknownField(*message.GetDescriptor(), path, key);
    if (!seen.insert(field).second) return Fault(Below(path, key), "is there twice");
    if (value.is_null()) continue;
    if (const OneofDescriptor* oneof = field->real_containing_oneof()) {
      const auto [other, first] = chosen.emplace(oneof, key);
      if (!first) return Fault(path, absl::StrCat("both ", other->second, " and ", key, " are set"));
    }
    const auto status = FillField(value, Below(path, field->json_name()), *field, message);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status MessageFromJson(std::string_view json, Message& message) {
  const auto tree = ParseJson(json);
  if (!tree.ok()) return tree.status();
  return FillMessage(*tree, "", message);
}

}  // namespace gainsay::client
