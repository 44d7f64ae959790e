#ifndef GAINSAY_CLIENT_CLI_VALUE_OPTIONS_H_
#define GAINSAY_CLIENT_CLI_VALUE_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <string>

#include "absl/status/status.h"
#include "client/cli/record_options.h"
#include "gainsay/v1/value.pb.h"

namespace gainsay::cli {

// What a command line says the answer is: --value, with --bound and --unit or --radius, or --none or
// --unknown.
class ValueOptions {
 public:
  // Lets a command that writes this record take them. Refers to this object.
  void AddTo(CLI::App& command, RecordOptions& record);

  // Whether reading it takes the question's value type.
  bool NeedsType() const { return !text_.empty(); }

  // Fills an empty value as one of this type; leaves it empty if none is given.
  // INVALID_ARGUMENT: the option at fault, and why.
  absl::Status Fill(v1::ValueType type, v1::Value& value) const;

 private:
  absl::Status FillQuantity(v1::Quantity& quantity) const;
  absl::Status FillPoint(v1::Point& point) const;
  // INVALID_ARGUMENT: an option that says nothing about a value of this type.
  absl::Status CheckFits(v1::ValueType type) const;

  std::string text_;
  std::string bound_;
  std::string unit_;
  std::string radius_;
  bool none_ = false;
  bool unknown_ = false;
};

}  // namespace gainsay::cli

#endif  // GAINSAY_CLIENT_CLI_VALUE_OPTIONS_H_
