#include "service/rpc/writing.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "service/ledger/content_id.h"
#include "service/rpc/field_path.h"
#include "service/rpc/reading.h"
#include "service/rpc/request_bytes.h"

namespace gainsay::rpc {
namespace {

constexpr size_t kLongestRequestId = 100;

bool IsRequestId(const std::string& id) {
  return id.size() <= kLongestRequestId && std::all_of(id.begin(), id.end(), [](char c) {
           return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '-';
         });
}

}  // namespace

absl::StatusOr<ledger::WriteScope> WriteScopeFromProto(const std::string& workspace,
                                                       const std::string& request_id,
                                                       const google::protobuf::Message& request) {
  absl::StatusOr<std::string> in = WorkspaceFromProto(workspace);
  if (!in.ok()) return in.status();
  if (request_id.empty()) return ledger::WriteScope(*in);
  if (!IsRequestId(request_id)) {
    return FieldError("requestId", "is not 1 to 100 letters, digits, '.', '_' and '-'");
  }
  return ledger::WriteScope(*std::move(in), request_id,
                            ledger::ContentId(RequestBytes(request, {"request_id"})));
}

}  // namespace gainsay::rpc
