#include "service/rpc/authorization.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/rpc/message_bytes.h"

namespace gainsay::rpc {
namespace {

constexpr Access Reading(std::string_view method) { return {method, Role::kReader, false, true}; }
constexpr Access Writing(std::string_view method) { return {method, Role::kWriter}; }
constexpr Access WritingByParty(std::string_view method) { return {method, Role::kWriter, false, true}; }

// A method without a row is for no one.
constexpr Access kTable[] = {
    Writing("gainsay.v1.LedgerService.CreateEntity"),
    Reading("gainsay.v1.LedgerService.GetEntity"),
    Writing("gainsay.v1.LedgerService.UpdateEntity"),
    Reading("gainsay.v1.LedgerService.ListEntities"),
    WritingByParty("gainsay.v1.LedgerService.CreateSource"),
    Reading("gainsay.v1.LedgerService.GetSource"),
    Writing("gainsay.v1.LedgerService.UpdateSource"),
    Reading("gainsay.v1.LedgerService.ListSources"),
    Writing("gainsay.v1.LedgerService.CreateTopic"),
    Reading("gainsay.v1.LedgerService.GetTopic"),
    Writing("gainsay.v1.LedgerService.UpdateTopic"),
    Reading("gainsay.v1.LedgerService.ListTopics"),
    Writing("gainsay.v1.LedgerService.CreateQuestion"),
    Reading("gainsay.v1.LedgerService.GetQuestion"),
    Writing("gainsay.v1.LedgerService.UpdateQuestion"),
    Reading("gainsay.v1.LedgerService.ListQuestions"),
    WritingByParty("gainsay.v1.LedgerService.RecordClaims"),
    Writing("gainsay.v1.LedgerService.RecordSilences"),
    Writing("gainsay.v1.LedgerService.RecordRelations"),
    Writing("gainsay.v1.LedgerService.RelateTexts"),
    WritingByParty("gainsay.v1.LedgerService.Withdraw"),
    Reading("gainsay.v1.LedgerService.GetClaim"),
    Reading("gainsay.v1.LedgerService.ListClaims"),
    Reading("gainsay.v1.LedgerService.Search"),
    WritingByParty("gainsay.v1.LedgerService.Import"),
    {"gainsay.v1.LedgerService.Export", Role::kReader, true, true},
    Reading("gainsay.v1.ComparisonService.CompareQuestion"),
    Reading("gainsay.v1.ComparisonService.CompareTopic"),
    Reading("gainsay.v1.ComparisonService.CheckClaim"),
    Reading("gainsay.v1.ComparisonService.CheckClaims"),
    Reading("gainsay.v1.ComparisonService.GetHistory"),
    Reading("gainsay.v1.ComparisonService.GetPartyRecord"),
    Reading("gainsay.v1.ComparisonService.Watch"),
    Reading("gainsay.v1.AdminService.Stats"),
};

std::string_view NameOf(Role role) {
  switch (role) {
    case Role::kReader:
      return "reader";
    case Role::kWriter:
      return "writer";
    case Role::kAdmin:
      return "admin";
    case Role::kSources:
      return "sources";
  }
  return "";
}

absl::Status Denied(const Caller& caller, Role role, std::string_view workspace) {
  return absl::PermissionDeniedError(absl::StrCat(caller.name, " does not have the role ",
                                                  std::string(NameOf(role)), " in the workspace ",
                                                  std::string(workspace)));
}

}  // namespace

absl::Span<const Access> AccessTable() { return kTable; }

absl::Status CheckAccess(const Caller& caller, const google::protobuf::MethodDescriptor& method,
                         std::string_view workspace) {
  const auto* access = std::find_if(std::begin(kTable), std::end(kTable),
                                    [&](const Access& row) { return row.method == method.full_name(); });
  if (access == std::end(kTable)) return absl::PermissionDeniedError("the method is for no one");
  const Roles roles = caller.In(workspace);
  if (!roles.Has(access->role)) return Denied(caller, access->role, workspace);
  if (access->shows_sources && !roles.Has(Role::kSources)) return Denied(caller, Role::kSources, workspace);
  if (caller.parties && !access->by_party) {
    return absl::PermissionDeniedError(
        absl::StrCat(caller.name, " may write what its parties say, and nothing else"));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<SourceMask>> Admit(const Caller& caller,
                                                const google::protobuf::MethodDescriptor& method,
                                                const WorkspaceField& workspace,
                                                const grpc::ByteBuffer& request, const MaskSources& mask) {
  if (caller.MayEverything()) return std::optional<SourceMask>();
  const std::optional<std::string> named = workspace.In(request);
  if (!named) return NotA(method.input_type()->full_name());
  const absl::Status may = CheckAccess(caller, method, *named);
  if (!may.ok()) return may;
  return mask(caller, *named);
}

}  // namespace gainsay::rpc
