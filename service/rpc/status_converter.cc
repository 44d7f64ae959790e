#include "service/rpc/status_converter.h"

#include <grpc/support/log.h>

#include <iterator>
#include <string>
#include <string_view>

#include "absl/strings/cord.h"
#include "service/rpc/error_details.pb.h"
#include "service/rpc/field_path.h"

namespace gainsay::rpc {
namespace {

// Message and details share a trailer with the rest; clients take 8 KiB by default.
constexpr size_t kMaxMessage = 1'500;

// Of a status whose message is for everyone, its payload of this type is the reason.
constexpr char kPublicReason[] = "gainsay/reason";

// What programs are told of a code; and people, where the message is not for them (else empty).
struct Wording {
  absl::StatusCode code;
  const char* reason;
  std::string_view public_message;
};

constexpr Wording kWordings[] = {
    {absl::StatusCode::kInvalidArgument, "INVALID_FIELD", ""},
    {absl::StatusCode::kNotFound, "NOT_ON_FILE", ""},
    {absl::StatusCode::kAlreadyExists, "NAME_TAKEN", ""},
    {absl::StatusCode::kFailedPrecondition, "STATE_FORBIDS", ""},
    {absl::StatusCode::kAborted, "CHANGED_MEANWHILE", ""},
    {absl::StatusCode::kOutOfRange, "REVISION_NOT_MADE", ""},
    {absl::StatusCode::kDeadlineExceeded, "DEADLINE_EXCEEDED", ""},
    {absl::StatusCode::kCancelled, "CANCELLED", ""},
    {absl::StatusCode::kUnimplemented, "UNIMPLEMENTED", ""},
    {absl::StatusCode::kResourceExhausted, "LIMIT_MET", "a limit is met, or the disk is full"},
    {absl::StatusCode::kUnavailable, "STORE_UNAVAILABLE", "the store cannot be reached; retry with backoff"},
    {absl::StatusCode::kDataLoss, "STORED_BYTES_DAMAGED",
     "stored bytes are damaged; the server's log says where"},
    {absl::StatusCode::kInternal, "INTERNAL", "internal error; the server's log says more"},
};

// The wording of a code; of INTERNAL for one that handlers never mean.
const Wording& WordingOf(absl::StatusCode code) {
  for (const Wording& wording : kWordings) {
    if (wording.code == code) return wording;
  }
  return kWordings[std::size(kWordings) - 1];
}

// Returns at most kMaxMessage bytes of `text`, whole UTF-8 characters.
std::string Shortened(std::string text) {
  if (text.size() <= kMaxMessage) return text;
  size_t end = kMaxMessage;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  return text;
}

template <class Detail>
void AddDetail(const std::string& type, const Detail& detail, wire::Status& status) {
  google::protobuf::Any& any = *status.add_details();
  any.set_type_url("type.googleapis.com/google.rpc." + type);
  any.set_value(detail.SerializeAsString());
}

std::string Details(absl::StatusCode code, const std::string& message, const std::string& reason) {
  wire::Status status;
  status.set_code(static_cast<int>(code));
  status.set_message(message);
  const auto [field, description] = FaultOf(absl::Status(code, message));
  wire::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain("gainsay");
  if (!field.empty()) (*info.mutable_metadata())["field"] = field;
  AddDetail("ErrorInfo", info, status);
  if (code == absl::StatusCode::kInvalidArgument && !field.empty()) {
    wire::BadRequest request;
    request.add_field_violations()->set_field(field);
    request.mutable_field_violations(0)->set_description(description);
    AddDetail("BadRequest", request, status);
  }
  return status.SerializeAsString();
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const Wording& wording = WordingOf(status.code());
  std::string message(Shortened(std::string(status.message())));
  std::string reason = wording.reason;
  if (const auto own_reason = status.GetPayload(kPublicReason)) {
    reason = std::string(*own_reason);
  } else if (!wording.public_message.empty()) {
    gpr_log(GPR_ERROR, "%s", status.ToString().c_str());
    message = wording.public_message;
  }
  // Both enumerations are google.rpc.Code.
  const auto code = static_cast<grpc::StatusCode>(status.code());
  return grpc::Status(code, message, Details(status.code(), message, reason));
}

absl::Status ServerDraining() {
  absl::Status status = absl::UnavailableError("the server is draining; retry with backoff");
  status.SetPayload(kPublicReason, absl::Cord("SERVER_DRAINING"));
  return status;
}

absl::Status TooManyCalls() { return absl::ResourceExhaustedError("too many calls are being served"); }

}  // namespace gainsay::rpc
