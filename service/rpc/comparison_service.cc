#include "service/rpc/comparison_service.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "service/ledger/checking.h"
#include "service/ledger/comparing.h"
#include "service/rpc/call.h"
#include "service/rpc/check_converter.h"
#include "service/rpc/check_stream.h"
#include "service/rpc/compare_options_converter.h"
#include "service/rpc/comparison_converter.h"
#include "service/rpc/field_path.h"
#include "service/rpc/page_token.h"
#include "service/rpc/paging.h"
#include "service/rpc/policy_converter.h"
#include "service/rpc/status_converter.h"

namespace gainsay::rpc {
namespace {

// Which comparisons of a topic's result are asked for.
struct ComparisonPage {
  size_t size = 0;
  size_t begin = 0;
  std::optional<store::Revision> revision;  // that the first page was read at
};

absl::StatusOr<ComparisonPage> ComparisonPageFromProto(const v1::CompareTopicRequest& request) {
  const absl::StatusOr<int> size = PageSizeFromProto(request.page_size());
  if (!size.ok()) return size.status();
  ComparisonPage page{static_cast<size_t>(*size), 0, std::nullopt};
  if (request.page_token().empty()) return page;
  const absl::StatusOr<PageToken> token = DecodePageToken(request.page_token(), request);
  if (!token.ok()) return token.status();
  if (!absl::SimpleAtoi(token->after, &page.begin)) return FieldError("pageToken", "is not a page token");
  page.revision = token->revision;
  return page;
}

// Fills what the answers share.
template <class Request, class Response>
void Echo(const Request& request, const ledger::CompareOptions& options, store::Revision revision,
          Response& response) {
  if (request.has_read_times()) *response.mutable_read_times() = request.read_times();
  *response.mutable_policy() = PolicyToProto(options.policy);
  response.set_revision(revision);
}

// Fills the page of the result, and the token of the one after it.
void FillComparisons(const v1::CompareTopicRequest& request, const ComparisonPage& page,
                     const ledger::Compared& compared, v1::CompareTopicResponse& response) {
  const size_t all = compared.comparisons.size();
  size_t next = std::min(page.begin, all);
  const size_t end = next + std::min(page.size, all - next);
  size_t bytes = 0;
  for (; next < end; ++next) {
    v1::Comparison comparison = ComparisonToProto(compared.comparisons[next]);
    bytes += comparison.ByteSizeLong();
    if (bytes > kMaxPageBytes && !response.comparisons().empty()) break;
    *response.add_comparisons() = std::move(comparison);
  }
  if (next == all) return;
  response.set_next_page_token(EncodePageToken({compared.revision, std::to_string(next)}, request));
}

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
  Echo(request, *options, compared->revision, response);
  return absl::OkStatus();
}

absl::Status Compare(const ledger::Ledger& ledger, const grpc::ServerContext& context,
                     const v1::CompareTopicRequest& request, v1::CompareTopicResponse& response) {
  const absl::Status name = CheckNameField("topic", model::NameKind::kTopic, request.topic());
  if (!name.ok()) return name;
  auto options = CompareOptionsFromProto(request.read_times(), request.policy(), request.explain());
  if (!options.ok()) return options.status();
  const absl::StatusOr<ComparisonPage> page = ComparisonPageFromProto(request);
  if (!page.ok()) return page.status();
  if (page->revision) options->known_at = *page->revision;
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, context, request);
  if (!workspace.ok()) return workspace.status();
  const auto compared = ledger::CompareTopic(ledger, *workspace, request.topic(), *options);
  if (!compared.ok()) return ExplainKnownAt(compared.status(), *options);
  FillComparisons(request, *page, *compared, response);
  Echo(request, *options, compared->revision, response);
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
  Echo(request, *options, checked->revision, response);
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

}  // namespace gainsay::rpc
