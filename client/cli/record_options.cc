#include "client/cli/record_options.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/cli/input.h"
#include "client/cpp/enum_names.h"
#include "client/cpp/json_text.h"
#include "client/cpp/records_json.h"
#include "gainsay/v1/record.pb.h"

namespace gainsay::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// "claims[0].appearances[0].source" gives "appearances.source": the path within the record.
std::string WithinRecord(const std::string& path) {
  std::string within;
  bool index = false;
  for (const char letter : path.substr(std::min(path.size(), path.find('.') + 1))) {
    index = letter == '[' || (index && letter != ']');
    if (!index && letter != ']') within += letter;
  }
  return within;
}

// The form of an import, {"topic":{…}}: whether `text` is in it.
bool IsEnveloped(const std::string& text, const std::string& noun) {
  const auto tree = client::ParseJson(text);
  return tree.ok() && tree->is_object() && tree->size() == 1 && tree->contains(noun) &&
         tree->at(noun).is_object();
}

}  // namespace

void RecordOptions::AddTo(CLI::App& command) {
  json_option_ =
      command
          .add_option("--json", json_,
                      "the whole record instead, as in import: '{…}', a file, or - for standard input")
          ->type_name("JSON");
  for (const RecordField& field : fields_) AddField(command, field);
  command
      .add_option("--request-id", request_id_,
                  "an id of your own: the same request sent again with it\nwithin 24 hours is done once")
      ->type_name("ID");
  command.parse_complete_callback([this] {
    for (const RecordField& field : fields_) {
      const bool is_argument = !absl::StartsWith(field.option, "--");
      if (is_argument && !is_json() && !given_.contains(&field)) throw CLI::RequiredError(field.option);
    }
  });
}

void RecordOptions::Add(CLI::Option& option, const std::string& path) {
  option.excludes(json_option_);
  options_by_path_[path] = option.get_name();
}

void RecordOptions::AddField(CLI::App& command, const RecordField& field) {
  const FieldDescriptor& descriptor = FieldAt(*type_.GetDescriptor(), field);
  std::string what = field.what;
  CLI::Option* option = nullptr;
  if (*field.means != '\0') {
    option = command.add_flag_function(
        field.option,
        [this, &field](int64_t times) {
          if (times > 0) given_[&field] = {field.means};
          if (times < 0) given_[&field] = {"false"};
        },
        what);
  } else if (descriptor.is_repeated()) {
    option =
        command
            .add_option_function<std::vector<std::string>>(
                field.option, [this, &field](const std::vector<std::string>& all) { given_[&field] = all; },
                what + "; may be repeated")
            ->allow_extra_args(false);
  } else {
    if (descriptor.enum_type() != nullptr) {
      absl::StrAppend(&what, ":\n", client::ShortNames(*descriptor.enum_type()));
    }
    option = command.add_option_function<std::string>(
        field.option, [this, &field](const std::string& text) { given_[&field] = {text}; }, what);
  }
  if (descriptor.enum_type() != nullptr && *field.means == '\0') {
    std::vector<std::string> names;
    const auto& values = *descriptor.enum_type();
    for (int i = 1; i < values.value_count(); ++i) names.push_back(client::ShortName(*values.value(i)));
    option->check(CLI::IsMember(names, CLI::ignore_case));
  }
  option->type_name(field.type);
  Add(*option, field.path);
  if (field.reads != Reads::kTarget) return;
  for (const char* target : {"silence", "source"}) options_by_path_[target] = field.option;
}

absl::Status RecordOptions::Fill(const Console& console, Message& record) const {
  if (is_json()) return FillFromJson(console, record);
  for (const auto& [field, given] : given_) {
    const absl::Status status = cli::Fill(*field, given, record);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status RecordOptions::FillFromJson(const Console& console, Message& record) const {
  std::string text = json_;
  if (!absl::StartsWith(absl::StripLeadingAsciiWhitespace(text), "{")) {
    Input input(console);
    const absl::Status opened = input.Open(json_);
    if (!opened.ok()) return opened;
    text.assign(std::istreambuf_iterator<char>(input.in()), {});
  }
  if (text.size() > kMostLineBytes) return absl::InvalidArgumentError("--json: is too long");
  const std::string noun = absl::AsciiStrToLower(type_.GetDescriptor()->name());
  absl::Status status;
  if (IsEnveloped(text, noun)) {
    v1::Record envelope;
    status = client::MessageFromJson(text, envelope);
    record.CopyFrom(
        envelope.GetReflection()->GetMessage(envelope, envelope.GetDescriptor()->FindFieldByName(noun)));
  } else {
    status = client::MessageFromJson(text, record);
  }
  return status.ok() ? status : absl::InvalidArgumentError(absl::StrCat("--json: ", status.message()));
}

google::protobuf::FieldMask RecordOptions::Given() const {
  google::protobuf::FieldMask mask;
  for (const auto& [field, given] : given_) {
    if (std::string_view(field->path) != "name") mask.add_paths(MaskPath(*type_.GetDescriptor(), *field));
  }
  return mask;
}

absl::Status RecordOptions::InOptions(const absl::Status& error) const {
  const std::string message(error.message());
  const size_t end = message.find(": ");
  if (is_json() || end == std::string::npos) return error;
  const std::string path = WithinRecord(message.substr(0, end));
  // The longest path that leads to the field, or through it.
  const std::string* found = nullptr;
  size_t length = 0;
  for (const auto& [known, option] : options_by_path_) {
    if (known.size() < length || (path != known && !absl::StartsWith(path, known + "."))) continue;
    found = &option;
    length = known.size();
  }
  if (message.starts_with("requestId: "))
    return {error.code(), absl::StrCat("--request-id", message.substr(end))};
  return found == nullptr ? error : absl::Status(error.code(), absl::StrCat(*found, message.substr(end)));
}

}  // namespace gainsay::cli
