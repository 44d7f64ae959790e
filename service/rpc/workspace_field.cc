#include "service/rpc/workspace_field.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>
#include <grpc/support/log.h>
#include <grpcpp/support/slice.h>

#include "absl/types/span.h"
#include "service/rpc/reading.h"

namespace gainsay::rpc {
namespace {

using google::protobuf::internal::WireFormatLite;

// Finds the field at the end of `path`; of several the last, as parsing does. False: no message.
bool FindLast(google::protobuf::io::CodedInputStream& input, absl::Span<const int> path, std::string& value) {
  while (const uint32_t tag = input.ReadTag()) {
    const bool is_field = WireFormatLite::GetTagFieldNumber(tag) == path.front() &&
                          WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
    if (!is_field) {
      if (!WireFormatLite::SkipField(&input, tag)) return false;
      continue;
    }
    if (path.size() == 1) {
      if (!WireFormatLite::ReadBytes(&input, &value)) return false;
      continue;
    }
    const auto limit = input.ReadLengthAndPushLimit();
    if (!FindLast(input, path.subspan(1), value) || !input.CheckEntireMessageConsumedAndPopLimit(limit))
      return false;
  }
  return true;
}

}  // namespace

WorkspaceField::WorkspaceField(const google::protobuf::Descriptor& request) {
  const auto* field = request.FindFieldByName("workspace");
  if (field == nullptr) {
    const auto* options = request.FindFieldByName("options");
    GPR_ASSERT(options != nullptr);
    path_.push_back(options->number());
    field = options->message_type()->FindFieldByName("workspace");
  }
  GPR_ASSERT(field != nullptr);
  path_.push_back(field->number());
}

std::optional<std::string> WorkspaceField::In(const grpc::ByteBuffer& request) const {
  grpc::Slice bytes;
  if (!request.DumpToSingleSlice(&bytes).ok()) return std::nullopt;
  google::protobuf::io::CodedInputStream input(bytes.begin(), static_cast<int>(bytes.size()));
  std::string workspace;
  if (!FindLast(input, path_, workspace) || !input.ConsumedEntireMessage()) return std::nullopt;
  return workspace.empty() ? kDefaultWorkspace : workspace;
}

}  // namespace gainsay::rpc
