#include "service/rpc/comparison_service.h"

#include <string>

#include "service/ledger/checking.h"
#include "service/ledger/comparing.h"
#include "service/rpc/call.h"
#include "service/rpc/check_converter.h"
#include "service/rpc/check_stream.h"
#include "service/rpc/compare_answer.h"
#include "service/rpc/compare_options_converter.h"
#include "service/rpc/comparison_converter.h"
#include "service/rpc/history_handler.h"
#include "service/rpc/party_record_handler.h"
#include "service/rpc/status_converter.h"

namespace gainsay::rpc {
namespace {

absl::Status Compare(const ledger::Ledger& ledger, const grpc::ServerContext& context,
                     const v1::CompareQuestionRequest& request, v1::CompareQuestionResponse& response) {
  const absl::Status name = CheckNameField("question", model::NameKind::kQuestion, request.question());
  if (!name.ok()) return name;
  const auto options = CompareOptionsFromProto(request.read_times(), request.policy(), request.explain());
  if (!options.ok()) return options.status();
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, context, request);
  if (!workspace.ok()) return workspace.status();
  const auto compared = ledger::CompareQuestion(ledger, *workspace, request.question(), *options);
  if (!compared.ok()) return ExplainKnownAt(compared.status(), *options);
  for (const auto& comparison : compared->comparisons) {
    *response.add_comparisons() = ComparisonToProto(comparison);
  }
  Echo(request, options->policy, compared->revision, response);
  return absl::OkStatus();
}

absl::Status Compare(const ledger::Ledger& ledger, const grpc::ServerContext& context,
                     const v1::CompareTopicRequest& request, v1::CompareTopicResponse& response) {
  const absl::Status name = CheckNameField("topic", model::NameKind::kTopic, request.topic());
  if (!name.ok()) return name;
  auto options = CompareOptionsFromProto(request.read_times(), request.policy(), request.explain());
  if (!options.ok()) return options.status();
  const absl::StatusOr<AnswerPage> page = AnswerPageFromProto(request);
  if (!page.ok()) return page.status();
  if (page->revision) options->known_at = *page->revision;
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, context, request);
  if (!workspace.ok()) return workspace.status();
  const auto compared = ledger::CompareTopic(ledger, *workspace, request.topic(), *options);
  if (!compared.ok()) return ExplainKnownAt(compared.status(), *options);
  FillAnswerPage(request, *page, compared->comparisons, compared->revision, ComparisonToProto,
                 *response.mutable_comparisons(), response);
  Echo(request, options->policy, compared->revision, response);
  return absl::OkStatus();
}

absl::Status Check(const ledger::Ledger& ledger, const grpc::ServerContext& context,
                   const v1::CheckClaimRequest& request, v1::CheckClaimResponse& response) {
  const absl::StatusOr<ledger::Candidate> candidate = CandidateFromProto(request.candidate());
  if (!candidate.ok()) return UnderField("candidate", candidate.status());
  const auto options = CompareOptionsFromProto(request.read_times(), request.policy(), request.explain());
  if (!options.ok()) return options.status();
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, context, request);
  if (!workspace.ok()) return workspace.status();
  const auto checked = ledger::Checker(ledger, *workspace, *options).Check(*candidate);
  if (absl::IsInvalidArgument(checked.status())) return UnderField("candidate", checked.status());
  if (!checked.ok()) return ExplainKnownAt(checked.status(), *options);
  *response.mutable_check() = CheckToProto(*checked);
  Echo(request, options->policy, checked->revision, response);
  return absl::OkStatus();
}

}  // namespace

grpc::Status ComparisonService::CompareQuestion(grpc::ServerContext* context,
                                                const v1::CompareQuestionRequest* request,
                                                v1::CompareQuestionResponse* response) {
  return Reply(gate_, [&] { return Compare(ledger_, *context, *request, *response); });
}

grpc::Status ComparisonService::CompareTopic(grpc::ServerContext* context,
                                             const v1::CompareTopicRequest* request,
                                             v1::CompareTopicResponse* response) {
  return Reply(gate_, [&] { return Compare(ledger_, *context, *request, *response); });
}

grpc::Status ComparisonService::CheckClaim(grpc::ServerContext* context, const v1::CheckClaimRequest* request,
                                           v1::CheckClaimResponse* response) {
  return Reply(gate_, [&] { return Check(ledger_, *context, *request, *response); });
}

grpc::Status ComparisonService::CheckClaims(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<v1::CheckClaimsResponse, v1::CheckClaimsRequest>* stream) {
  return Reply(gate_, [&] { return ServeCheckClaims(ledger_, *context, *stream); });
}

grpc::Status ComparisonService::GetHistory(grpc::ServerContext* context, const v1::GetHistoryRequest* request,
                                           v1::GetHistoryResponse* response) {
  return Reply(gate_, [&] { return rpc::GetHistory(ledger_, *context, *request, *response); });
}

grpc::Status ComparisonService::GetPartyRecord(grpc::ServerContext* context,
                                               const v1::GetPartyRecordRequest* request,
                                               v1::GetPartyRecordResponse* response) {
  return Reply(gate_, [&] { return rpc::GetPartyRecord(ledger_, *context, *request, *response); });
}

}  // namespace gainsay::rpc
