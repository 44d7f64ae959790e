#include "service/rpc/field_path.h"

#include <cstddef>

#include "absl/strings/ascii.h"

namespace gainsay::rpc {
namespace {

constexpr std::string_view kSeparator = ": ";

// Whether a status of this code may be a field's fault.
bool BlamesAField(absl::StatusCode code) {
  return code == absl::StatusCode::kInvalidArgument || code == absl::StatusCode::kNotFound ||
         code == absl::StatusCode::kAlreadyExists || code == absl::StatusCode::kFailedPrecondition ||
         code == absl::StatusCode::kAborted || code == absl::StatusCode::kOutOfRange ||
         code == absl::StatusCode::kPermissionDenied;
}

// Whether `segment` is `name` or `name[3]`.
bool IsSegment(std::string_view segment) {
  if (segment.ends_with(']')) {
    const size_t open = segment.find('[');
    if (open == std::string_view::npos || open + 2 >= segment.size()) return false;
    for (const char c : segment.substr(open + 1, segment.size() - open - 2)) {
      if (!absl::ascii_isdigit(c)) return false;
    }
    segment = segment.substr(0, open);
  }
  if (segment.empty() || !absl::ascii_islower(segment.front())) return false;
  for (const char c : segment) {
    if (!absl::ascii_isalnum(c)) return false;
  }
  return true;
}

// Whether `text` is a path.
bool IsFieldPath(std::string_view text) {
  while (true) {
    const size_t dot = text.find('.');
    if (!IsSegment(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

absl::Status FieldError(std::string_view field, std::string_view reason) {
  std::string message(field);
  message.append(kSeparator).append(reason);
  return absl::InvalidArgumentError(message);
}

absl::Status UnderField(std::string_view parent, const absl::Status& status) {
  if (!BlamesAField(status.code())) return status;
  std::string message(parent);
  message.append(FaultOf(status).field.empty() ? kSeparator : ".").append(std::string(status.message()));
  return absl::Status(status.code(), message);
}

std::string Indexed(std::string_view field, int index) {
  return std::string(field) + "[" + std::to_string(index) + "]";
}

FieldFault FaultOf(const absl::Status& status) {
  const std::string message(status.message());
  const size_t end = message.find(kSeparator);
  if (end == std::string::npos || !IsFieldPath(message.substr(0, end))) return {"", message};
  return {message.substr(0, end), message.substr(end + kSeparator.size())};
}

}  // namespace gainsay::rpc
