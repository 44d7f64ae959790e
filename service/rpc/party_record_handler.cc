#include "service/rpc/party_record_handler.h"

#include <string>
#include <utility>

#include "service/ledger/party_record.h"
#include "service/rpc/compare_answer.h"
#include "service/rpc/compare_options_converter.h"
#include "service/rpc/field_reader.h"
#include "service/rpc/party_record_converter.h"
#include "service/rpc/reading.h"

namespace gainsay::rpc {
namespace {

struct PartyQuery {
  std::string party;
  std::string topic;
  AnswerPage page;
  ledger::CompareOptions options;
};

absl::StatusOr<PartyQuery> PartyQueryFromProto(const v1::GetPartyRecordRequest& request) {
  auto options = CompareOptionsFromProto(request.read_times(), request.policy(), false);
  if (!options.ok()) return options.status();
  const absl::StatusOr<AnswerPage> page = AnswerPageFromProto(request);
  if (!page.ok()) return page.status();
  FieldReader fields;
  PartyQuery query{.page = *page, .options = *std::move(options)};
  if (page->revision) query.options.known_at = *page->revision;
  query.party = fields.Name("party", model::NameKind::kEntity, request.party());
  query.topic = fields.OptionalName("topic", model::NameKind::kTopic, request.topic());
  return fields.Finish(std::move(query));
}

// Fills the numbers of all pages, and the page asked for.
void FillPartyRecord(const v1::GetPartyRecordRequest& request, const AnswerPage& page,
                     const ledger::PartyRecord& record, v1::GetPartyRecordResponse& response) {
  response.set_party(request.party());
  v1::Tally& own = *response.mutable_own();
  v1::Tally& side = *response.mutable_side();
  for (const ledger::PartyClaim& claim : record.claims) {
    AddToTally(claim, side);
    if (claim.party == request.party()) AddToTally(claim, own);
  }
  FillAnswerPage(request, page, record.claims, record.revision, PartyClaimToProto, *response.mutable_claims(),
                 response);
  Echo(request, record.policy, record.revision, response);
}

}  // namespace

absl::Status GetPartyRecord(const ledger::Ledger& ledger, const Call& call,
                            const v1::GetPartyRecordRequest& request, v1::GetPartyRecordResponse& response) {
  const absl::StatusOr<PartyQuery> query = PartyQueryFromProto(request);
  if (!query.ok()) return query.status();
  const absl::StatusOr<std::string> workspace = BeginRead(ledger, call, request);
  if (!workspace.ok()) return workspace.status();
  const auto record = ledger::GetPartyRecord(ledger, *workspace, query->party, query->topic, query->options,
                                             [&] { return CheckAwaited(ledger, call); });
  if (!record.ok()) return ExplainKnownAt(record.status(), query->options);
  FillPartyRecord(request, query->page, *record, response);
  return absl::OkStatus();
}

}  // namespace gainsay::rpc
