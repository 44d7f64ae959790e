#include "client/cli/record_fields.h"

#include <google/protobuf/descriptor.h>

#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/cli/resource_names.h"
#include "client/cpp/enum_names.h"

namespace gainsay::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

absl::Status Fault(const RecordField& field, const std::string& reason) {
  return absl::InvalidArgumentError(absl::StrCat(field.option, ": ", reason));
}

// The fields on the path, from the record down.
std::vector<const FieldDescriptor*> FieldsOn(const Descriptor& type, const RecordField& field) {
  std::vector<const FieldDescriptor*> fields;
  const Descriptor* within = &type;
  const std::vector<std::string> parts = absl::StrSplit(field.path, '.');
  for (const std::string& part : parts) {
    fields.push_back(within->FindFieldByCamelcaseName(part));
    within = fields.back()->message_type();
  }
  return fields;
}

std::string NameFor(Reads reads, const std::string& text) {
  switch (reads) {
    case Reads::kText:
      return text;
    case Reads::kEntity:
      return EntityName(text);
    case Reads::kSource:
      return SourceName(text);
    case Reads::kTopics:
      return TopicsName(text);
    case Reads::kTarget:
      return AnyName(text);
  }
  return text;
}

// The field for a name that decides which it is.
const FieldDescriptor& TargetFor(const std::string& name, const FieldDescriptor& field) {
  const Descriptor& type = *field.containing_type();
  if (KindOf(name) == NameKind::kSource) return *type.FindFieldByName("source");
  if (KindOf(name) == NameKind::kSilence) return *type.FindFieldByName("silence");
  return field;
}

absl::Status SetScalar(const RecordField& option, const FieldDescriptor& field, const std::string& text,
                       Message& message) {
  const auto& reflection = *message.GetReflection();
  if (field.type() == FieldDescriptor::TYPE_BOOL) {
    reflection.SetBool(&message, &field, text == "true");
  } else if (field.type() == FieldDescriptor::TYPE_ENUM) {
    const auto* value = client::FindEnumValue(*field.enum_type(), absl::AsciiStrToUpper(text));
    if (value == nullptr) {
      return Fault(option,
                   absl::StrCat("\"", text, "\" is not one of ", client::ShortNames(*field.enum_type())));
    }
    reflection.SetEnum(&message, &field, value);
  } else if (field.is_repeated()) {
    reflection.AddString(&message, &field, NameFor(option.reads, text));
  } else {
    reflection.SetString(&message, &field, NameFor(option.reads, text));
  }
  return absl::OkStatus();
}

// "NAME=WORD", or "KEY=TEXT" of a map: the message's first two fields.
absl::Status SetPair(const RecordField& option, const std::string& text, bool both, Message& message) {
  const std::pair<std::string, std::string> parts = absl::StrSplit(text, absl::MaxSplits('=', 1));
  if (both && (parts.first.empty() || parts.second.empty())) {
    return Fault(option, absl::StrCat("\"", text, "\" is not of the form ", option.type));
  }
  const Descriptor& type = *message.GetDescriptor();
  const absl::Status status = SetScalar(option, *type.field(0), parts.first, message);
  if (!status.ok() || parts.second.empty()) return status;
  RecordField second = option;
  second.reads = Reads::kText;
  return SetScalar(second, *type.field(1), parts.second, message);
}

absl::Status FillOne(const RecordField& option, const FieldDescriptor& field, const std::string& text,
                     Message& message) {
  const auto& reflection = *message.GetReflection();
  if (option.reads == Reads::kTarget)
    return SetScalar(option, TargetFor(AnyName(text), field), text, message);
  if (field.message_type() == nullptr) return SetScalar(option, field, text, message);
  Message& element = field.is_repeated() ? *reflection.AddMessage(&message, &field)
                                         : *reflection.MutableMessage(&message, &field);
  return SetPair(option, text, std::string_view(option.type).find("[=") == std::string_view::npos, element);
}

}  // namespace

const FieldDescriptor& FieldAt(const Descriptor& type, const RecordField& field) {
  return *FieldsOn(type, field).back();
}

std::string MaskPath(const Descriptor& type, const RecordField& field) {
  return absl::StrJoin(FieldsOn(type, field), ".",
                       [](std::string* path, const FieldDescriptor* part) { *path += part->name(); });
}

absl::Status Fill(const RecordField& field, const std::vector<std::string>& given, Message& record) {
  std::vector<const FieldDescriptor*> path = FieldsOn(*record.GetDescriptor(), field);
  const FieldDescriptor& last = *path.back();
  path.pop_back();
  for (const std::string& text : given) {
    if (text.empty()) continue;
    Message* holder = &record;
    for (const FieldDescriptor* step : path) {
      const auto& reflection = *holder->GetReflection();
      if (!step->is_repeated()) {
        holder = reflection.MutableMessage(holder, step);
      } else if (reflection.FieldSize(*holder, step) == 0) {
        holder = reflection.AddMessage(holder, step);
      } else {
        holder = reflection.MutableRepeatedMessage(holder, step, 0);
      }
    }
    const absl::Status status = FillOne(field, last, text, *holder);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace gainsay::cli
