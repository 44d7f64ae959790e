#include "service/rpc/comparison_methods.h"

#include <string>

#include "gainsay/v1/comparison_service.pb.h"
#include "service/ledger/comparing.h"
#include "service/rpc/check_candidate.h"
#include "service/rpc/check_converter.h"
#include "service/rpc/check_stream.h"
#include "service/rpc/compare_answer.h"
#include "service/rpc/compare_options_converter.h"
#include "service/rpc/compare_question.h"
#include "service/rpc/comparison_converter.h"
#include "service/rpc/history_handler.h"
#include "service/rpc/party_record_handler.h"
#include "service/rpc/reading.h"
#include "service/rpc/source_mask.h"
#include "service/rpc/watch_stream.h"

namespace gainsay::rpc {
namespace {

absl::Status Compare(const ledger::Ledger& ledger, const Call& call, const v1::CompareTopicRequest& request,
                     v1::CompareTopicResponse& response) {
  const absl::Status name = CheckNameField("topic", model::NameKind::kTopic, request.topic());
  if (!name.ok()) return name;
  auto options = CompareOptionsFromProto(request.read_times(), request.policy(), request.explain());
  if (!options.ok()) return options.status();
  const absl::StatusOr<AnswerPage> page = AnswerPageFromProto(request);
  if (!page.ok()) return page.status();
  if (page->revision) options->known_at = *page->revision;
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, call, request);
  if (!workspace.ok()) return workspace.status();
  const auto compared = ledger::CompareTopic(ledger, *workspace, request.topic(), *options);
  if (!compared.ok()) return ExplainKnownAt(compared.status(), *options);
  FillAnswerPage(request, *page, compared->comparisons, compared->revision, ComparisonToProto,
                 *response.mutable_comparisons(), response);
  Echo(request, options->policy, compared->revision, response);
  return absl::OkStatus();
}

absl::Status Check(const CheckingBy& by, const Call& call, const v1::CheckClaimRequest& request,
                   v1::CheckClaimResponse& response) {
  const absl::StatusOr<ledger::Candidate> candidate = CandidateFromProto(request.candidate());
  if (!candidate.ok()) return UnderField("candidate", candidate.status());
  const auto options = CompareOptionsFromProto(request.read_times(), request.policy(), request.explain());
  if (!options.ok()) return options.status();
  const absl::StatusOr<std::string> workspace = BeginRead(by.index.ledger(), call, request);
  if (!workspace.ok()) return workspace.status();
  const bool confidential = !MaskFor(by.index.ledger(), call.caller(), *workspace);
  search::CandidateChecker checker(by.index, *workspace, *options, confidential);
  const auto checked = CheckCandidate(checker, by, call, *candidate);
  if (absl::IsInvalidArgument(checked.status())) return UnderField("candidate", checked.status());
  if (!checked.ok()) return ExplainKnownAt(checked.status(), *options);
  v1::Check& check = *response.mutable_check() = CheckToProto(checked->statement);
  *check.mutable_candidates() = checked->candidates;
  Echo(request, options->policy, checked->statement.revision, response);
  return absl::OkStatus();
}

}  // namespace

Methods ComparisonMethods(search::SearchIndex& index, const inference::Models& models) {
  const ledger::Ledger& ledger = index.ledger();
  const CheckingBy by{index, models};
  Methods methods(*v1::CheckClaimRequest::descriptor()->file()->FindServiceByName("ComparisonService"));
  methods.ServeArriving("CompareQuestion",
                        [&ledger](UnaryCall& call) { ServeCompareQuestion(ledger, call); });
  methods.Serve<v1::CompareTopicRequest, v1::CompareTopicResponse>(
      "CompareTopic", [&ledger](const Call& call, const auto& request, auto& response) {
        return Compare(ledger, call, request, response);
      });
  methods.Serve<v1::CheckClaimRequest, v1::CheckClaimResponse>(
      "CheckClaim", [by](const Call& call, const auto& request, auto& response) {
        return Check(by, call, request, response);
      });
  methods.Serve<v1::GetHistoryRequest, v1::GetHistoryResponse>(
      "GetHistory", [&ledger](const Call& call, const auto& request, auto& response) {
        return GetHistory(ledger, call, request, response);
      });
  methods.Serve<v1::GetPartyRecordRequest, v1::GetPartyRecordResponse>(
      "GetPartyRecord", [&ledger](const Call& call, const auto& request, auto& response) {
        return GetPartyRecord(ledger, call, request, response);
      });
  methods.ServeStream<v1::CheckClaimsRequest, v1::CheckClaimsResponse>(
      "CheckClaims", [by](Call& call, CheckStream& stream) { return ServeCheckClaims(by, call, stream); });
  methods.ServeStream<v1::WatchRequest, v1::WatchResponse>(
      "Watch", [&ledger](const Call& call, WatchStream& stream) { return ServeWatch(ledger, call, stream); });
  return methods;
}

}  // namespace gainsay::rpc
