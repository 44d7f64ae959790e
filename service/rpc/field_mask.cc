#include "service/rpc/field_mask.h"

#include <google/protobuf/util/field_mask_util.h>

#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "service/rpc/field_path.h"

namespace gainsay::rpc {
namespace {

using google::protobuf::util::FieldMaskUtil;

bool IsEveryField(const google::protobuf::FieldMask& mask) {
  return mask.paths().empty() || (mask.paths_size() == 1 && mask.paths(0) == "*");
}

}  // namespace

absl::Status CheckMask(const google::protobuf::FieldMask& mask, const google::protobuf::Descriptor& message) {
  if (IsEveryField(mask)) return absl::OkStatus();
  for (const std::string& path : mask.paths()) {
    if (FieldMaskUtil::GetFieldDescriptors(&message, path, nullptr)) continue;
    return FieldError("updateMask",
                      absl::StrCat("\"", absl::CHexEscape(path), "\" is no field of ", message.name()));
  }
  return absl::OkStatus();
}

void MergeMasked(const google::protobuf::FieldMask& mask, const google::protobuf::Message& from,
                 google::protobuf::Message& to) {
  if (IsEveryField(mask)) {
    to.CopyFrom(from);
    return;
  }
  FieldMaskUtil::MergeOptions options;
  options.set_replace_message_fields(true);
  options.set_replace_repeated_fields(true);
  FieldMaskUtil::MergeMessageTo(from, mask, options, &to);
}

}  // namespace gainsay::rpc
