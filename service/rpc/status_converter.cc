#include "service/rpc/status_converter.h"

#include <grpc/support/log.h>

#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/cord.h"
#include "absl/types/optional.h"
#include "service/model/names.h"
#include "service/rpc/error_details.pb.h"
#include "service/rpc/error_reasons.h"
#include "service/rpc/field_path.h"

namespace gainsay::rpc {
namespace {

// Message and details share a trailer with the rest; clients take 8 KiB by default.
constexpr size_t kMaxMessage = 1'500;

// Holds the reason of a status that has another than its code says.
constexpr char kReason[] = "gainsay/reason";

// How long a client that may try again is asked to wait: longer than a commit or a restart's first moments.
constexpr int kRetryDelaySeconds = 1;

// That what is told is all there is to say of a status, which was made for its reason.
bool IsOfReason(const absl::Status& status) { return status.GetPayload(kReason).has_value(); }

absl::Status OfReason(const ErrorReason& reason) {
  absl::Status status(reason.code, std::string(reason.public_message));
  status.SetPayload(kReason, absl::Cord(reason.reason));
  return status;
}

const ErrorReason& ReasonOf(const absl::Status& status) {
  const absl::optional<absl::Cord> given = status.GetPayload(kReason);
  for (const ErrorReason& reason : kErrorReasons) {
    if (given ? *given == reason.reason : reason.code == status.code()) return reason;
  }
  return kErrorReasons[std::size(kErrorReasons) - 1];
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

// The message that a record of each kind is.
constexpr std::pair<model::NameKind, const char*> kResourceTypes[] = {
    {model::NameKind::kEntity, "gainsay.v1.Entity"},
    {model::NameKind::kSource, "gainsay.v1.Source"},
    {model::NameKind::kTopic, "gainsay.v1.Topic"},
    {model::NameKind::kQuestion, "gainsay.v1.Question"},
    {model::NameKind::kClaim, "gainsay.v1.Claim"},
    {model::NameKind::kSilence, "gainsay.v1.Silence"},
    {model::NameKind::kRelation, "gainsay.v1.Relation"},
    {model::NameKind::kWithdrawal, "gainsay.v1.Withdrawal"},
};

// Adds which record a fault is about, if it begins with its name: "entities/a is not on file".
void AddResource(const FieldFault& fault, wire::Status& status) {
  const std::string name = fault.reason.substr(0, fault.reason.find(' '));
  for (const auto& [kind, type] : kResourceTypes) {
    if (!model::CheckName(kind, name).ok()) continue;
    wire::ResourceInfo resource;
    resource.set_resource_type(type);
    resource.set_resource_name(name);
    AddDetail("ResourceInfo", resource, status);
  }
}

void AddBadRequest(const FieldFault& fault, wire::Status& status) {
  if (fault.field.empty()) return;
  wire::BadRequest request;
  wire::BadRequest::FieldViolation& violation = *request.add_field_violations();
  violation.set_field(fault.field);
  violation.set_description(fault.reason);
  AddDetail("BadRequest", request, status);
}

void AddPrecondition(const ErrorReason& reason, const FieldFault& fault, wire::Status& status) {
  wire::PreconditionFailure failure;
  wire::PreconditionFailure::Violation& violation = *failure.add_violations();
  violation.set_type(reason.reason);
  violation.set_subject(fault.field);
  violation.set_description(fault.reason);
  AddDetail("PreconditionFailure", failure, status);
}

void AddRetry(wire::Status& status) {
  wire::RetryInfo retry;
  retry.mutable_retry_delay()->set_seconds(kRetryDelaySeconds);
  AddDetail("RetryInfo", retry, status);
}

std::string Details(absl::StatusCode code, const std::string& message, const ErrorReason& reason) {
  wire::Status status;
  status.set_code(static_cast<int>(code));
  status.set_message(message);
  const FieldFault fault = FaultOf(absl::Status(code, message));
  wire::ErrorInfo info;
  info.set_reason(reason.reason);
  info.set_domain("gainsay");
  if (!fault.field.empty()) (*info.mutable_metadata())["field"] = fault.field;
  AddDetail("ErrorInfo", info, status);
  if (code == absl::StatusCode::kInvalidArgument) AddBadRequest(fault, status);
  if (code == absl::StatusCode::kFailedPrecondition || code == absl::StatusCode::kAborted) {
    AddPrecondition(reason, fault, status);
  }
  if (code == absl::StatusCode::kNotFound || code == absl::StatusCode::kAlreadyExists) {
    AddResource(fault, status);
  }
  if (reason.retry) AddRetry(status);
  return status.SerializeAsString();
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const ErrorReason& reason = ReasonOf(status);
  std::string message(Shortened(std::string(status.message())));
  if (!reason.public_message.empty() && !IsOfReason(status)) {
    gpr_log(GPR_ERROR, "%s", status.ToString().c_str());
    message = reason.public_message;
  }
  // Both enumerations are google.rpc.Code.
  const auto code = static_cast<grpc::StatusCode>(status.code());
  return grpc::Status(code, message, Details(status.code(), message, reason));
}

absl::Status ServerDraining() { return OfReason(kServerDraining); }

absl::Status CallerChanged() { return OfReason(kCallerChanged); }

absl::Status TooManyCalls() { return OfReason(kTooManyCalls); }

}  // namespace gainsay::rpc
