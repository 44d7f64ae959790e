#include "client/cli/input.h"

#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "client/cpp/records_json.h"

namespace gainsay::cli {

absl::Status Input::Open(const std::string& path) {
  if (path == "-") return absl::OkStatus();
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return absl::FailedPreconditionError(path + " is a directory");
  }
  file_.open(path, std::ios::binary);
  if (!file_.good()) return absl::NotFoundError("cannot read " + path);
  const auto size = std::filesystem::file_size(path, error);
  if (!error) size_ = static_cast<int64_t>(size);
  in_ = &file_;
  return absl::OkStatus();
}

bool IsBlank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

absl::Status MessageFromLine(const LineReader& line, google::protobuf::Message& message) {
  if (!line.too_long()) return client::MessageFromJson(line.text(), message);
  return absl::InvalidArgumentError(absl::StrCat("is longer than ", kMostLineBytes, " bytes"));
}

}  // namespace gainsay::cli
