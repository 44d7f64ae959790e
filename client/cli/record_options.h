#ifndef GAINSAY_CLIENT_CLI_RECORD_OPTIONS_H_
#define GAINSAY_CLIENT_CLI_RECORD_OPTIONS_H_

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <CLI/CLI.hpp>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "client/cli/console.h"
#include "client/cli/record_fields.h"

namespace gainsay::cli {

// What a command line says of the one record that it writes: an option a field, or the whole record as JSON.
// The message is empty and names the type; it outlives this, as do the fields.
class RecordOptions {
 public:
  RecordOptions(const google::protobuf::Message& type, std::span<const RecordField> fields)
      : type_(type), fields_(fields) {}
  RecordOptions(const RecordOptions&) = delete;
  RecordOptions& operator=(const RecordOptions&) = delete;

  // Lets a command take the options, --json and --request-id. Refers to this object.
  void AddTo(CLI::App& command);
  // Adds an option that does not go with --json, and that fields of this path (by JSON names) come from.
  void Add(CLI::Option& option, const std::string& path);

  bool is_json() const { return !json_.empty(); }
  const std::string& request_id() const { return request_id_; }

  // Fills an empty record.
  // INVALID_ARGUMENT: the option at fault, and why. NOT_FOUND: the file of --json cannot be read.
  absl::Status Fill(const Console& console, google::protobuf::Message& record) const;

  // Returns the fields that options were given for; empty for JSON.
  google::protobuf::FieldMask Given() const;

  // Returns a server's error with the option or argument in front in place of the field's path. An error
  // of a record given as JSON stays as it is.
  absl::Status InOptions(const absl::Status& error) const;

 private:
  void AddField(CLI::App& command, const RecordField& field);
  absl::Status FillFromJson(const Console& console, google::protobuf::Message& record) const;

  const google::protobuf::Message& type_;
  std::span<const RecordField> fields_;
  std::map<const RecordField*, std::vector<std::string>> given_;
  std::map<std::string, std::string> options_by_path_;
  CLI::Option* json_option_ = nullptr;
  std::string json_;
  std::string request_id_;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_RECORD_OPTIONS_H_
