#include "service/rpc/record_handlers.h"

#include <algorithm>
#include <utility>

#include "service/ledger/claims.h"
#include "service/rpc/claim_converter.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/message_bytes.h"
#include "service/rpc/paging.h"
#include "service/rpc/selecting.h"
#include "service/rpc/status_converter.h"
#include "service/rpc/status_field.h"
#include "service/rpc/withdrawal_converter.h"
#include "service/search/similar.h"

namespace gainsay::rpc {
namespace {

absl::StatusOr<ledger::ClaimFilter> ClaimFilterFromProto(const v1::ListClaimsRequest& request) {
  FieldReader fields;
  ledger::ClaimFilter filter;
  filter.parent = request.parent();
  const bool topic = model::CheckName(model::NameKind::kTopic, filter.parent).ok();
  const bool question = model::CheckName(model::NameKind::kQuestion, filter.parent).ok();
  fields.Require(filter.parent.empty() || topic || question, "parent",
                 "is neither topics/{id} nor topics/{id}/questions/{id}");
  filter.party = fields.OptionalName("party", model::NameKind::kEntity, request.party());
  filter.source = fields.OptionalName("source", model::NameKind::kSource, request.source());
  filter.said_time = fields.Time("saidTime", request.said_time());
  return fields.Finish(std::move(filter));
}

// So few claims are checked in less time than handing them to another thread would delay them.
constexpr int kFewClaims = 8;

absl::Status BeginRecording(const ledger::Ledger& ledger, UnaryCall& call,
                            const v1::RecordClaimsRequest& request) {
  const absl::StatusOr<ledger::WriteScope> scope = BeginWrite(request);
  if (!scope.ok()) return scope.status();
  const auto claims = BatchFromProto<model::Claim>("claims", request.claims(), ClaimFromProto);
  if (!claims.ok()) return claims.status();
  const absl::Status may = CheckBatch(ledger, *scope, call.caller(), "claims", *claims);
  if (!may.ok()) return may;
  ledger::RecordLater<model::Claim>(ledger, *scope, *claims, "claims",
                                    [&call](absl::StatusOr<ledger::RecordedBatch> recorded) {
                                      if (!recorded.ok()) return call.Finish(recorded.status());
                                      v1::RecordClaimsResponse response;
                                      FillRecorded(*recorded, response);
                                      call.Finish(BytesOf(response));
                                    });
  return absl::OkStatus();
}

constexpr size_t kMostSimilar = 5;
// Looking for similar claims may take so long, and no more than half of what is left of the call.
constexpr absl::Duration kSimilarPatience = absl::Seconds(10);

// Names claims similar to those recorded, as far as there is time.
void FillSimilar(search::SearchIndex& index, const UnaryCall& call, const std::string& workspace,
                 v1::RecordClaimsResponse& response) {
  const ledger::Ledger& ledger = index.ledger();
  const absl::Time now = ledger.now();
  const absl::Time until = now + std::min(kSimilarPatience, (call.deadline() - now) / 2);
  const absl::Status indexed = AwaitUntil(ledger, call, until, "the search index", [&](absl::Time moment) {
    return index.Await(response.revision(), moment);
  });
  if (!indexed.ok()) return;
  for (v1::RecordResult& result : *response.mutable_results()) {
    if (ledger.now() >= until || call.cancelled()) return;
    const auto similar = search::SimilarTo(index, workspace, result.name(), kMostSimilar,
                                           !call.hides_sources(), [&] { return CheckAwaited(ledger, call); });
    if (!similar.ok()) return;
    for (const std::string& name : *similar) result.add_similar(name);
  }
}

}  // namespace

void ServeRecordClaims(search::SearchIndex& index, UnaryCall& call) {
  const ledger::Ledger& ledger = index.ledger();
  v1::RecordClaimsRequest request;
  const absl::Status parsed = ParseBytes(call.request(), request);
  if (!parsed.ok()) return call.Finish(parsed);
  if (request.claims_size() <= kFewClaims && !request.find_similar()) {
    const absl::Status begun =
        WithoutExceptions<absl::Status>([&] { return BeginRecording(ledger, call, request); });
    if (!begun.ok()) call.Finish(begun);
    return;
  }
  call.Work([&ledger, &index, &call, request = std::move(request)]() -> absl::StatusOr<grpc::ByteBuffer> {
    v1::RecordClaimsResponse response;
    const absl::Status recorded = RecordBatch<model::Claim>(ledger, call, request, "claims", request.claims(),
                                                            ClaimFromProto, response);
    if (!recorded.ok()) return recorded;
    if (request.find_similar()) {
      FillSimilar(index, call, WorkspaceFromProto(request.workspace()).value(), response);
    }
    return BytesOf(response);
  });
}

absl::Status GetClaim(const ledger::Ledger& ledger, const Call& call, const v1::GetClaimRequest& request,
                      v1::GetClaimResponse& response) {
  const absl::Status name = CheckNameField("name", model::NameKind::kClaim, request.name());
  if (!name.ok()) return name;
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, call, request);
  if (!workspace.ok()) return workspace.status();
  const auto found = ledger::GetClaim(ledger, *workspace, request.name());
  if (!found.ok()) return found.status();
  *response.mutable_claim() = ClaimToProto(found->claim);
  for (const auto& withdrawal : found->withdrawals) {
    *response.add_withdrawals() = WithdrawalToProto(withdrawal);
  }
  response.set_revision(found->revision);
  return absl::OkStatus();
}

absl::Status ListClaims(const ledger::Ledger& ledger, const Call& call, const v1::ListClaimsRequest& request,
                        v1::ListClaimsResponse& response) {
  absl::StatusOr<ledger::ClaimFilter> filter = ClaimFilterFromProto(request);
  if (!filter.ok()) return filter.status();
  absl::StatusOr<ledger::Page> page = PageFromProto(request, model::NameKind::kClaim);
  if (!page.ok()) return page.status();
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, call, request);
  if (!workspace.ok()) return workspace.status();
  if (!filter->source.empty()) {
    const absl::Status shown = CheckShown(ledger, call.caller(), *workspace, "source", filter->source);
    if (!shown.ok()) return shown;
  }
  const std::optional<SourceMask> mask = MaskFor(ledger, call.caller(), *workspace);
  filter->dated_by_confidential = !mask;
  if (page->revision == 0) page->revision = ledger.store.GetLatestRevision();
  const auto to_proto = [](const ledger::Recorded<model::Claim>& claim) { return ClaimToProto(claim); };
  const auto status = ClaimStatus(ledger, *workspace, page->revision);
  const auto selection =
      SelectionFromProto<model::Claim>(ledger, call, request.filter(), to_proto, mask, {status});
  if (!selection.ok()) return selection.status();
  const auto listing = ledger::ListClaims(ledger, *workspace, *filter, *page, *selection);
  if (!listing.ok()) return listing.status();
  FillPage(request, *listing, to_proto, *response.mutable_claims(), response);
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
