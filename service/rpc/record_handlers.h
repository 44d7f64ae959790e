#ifndef GAINSAY_SERVICE_RPC_RECORD_HANDLERS_H_
#define GAINSAY_SERVICE_RPC_RECORD_HANDLERS_H_

#include <google/protobuf/repeated_field.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "gainsay/v1/ledger_service.pb.h"
#include "service/ledger/recording.h"
#include "service/rpc/field_path.h"
#include "service/rpc/reading.h"
#include "service/rpc/source_mask.h"
#include "service/rpc/speaking_for.h"
#include "service/rpc/unary_call.h"
#include "service/rpc/writing.h"
#include "service/search/search_index.h"

namespace gainsay::rpc {

// The methods over records that never change.

inline constexpr int kMaxBatch = 1'000;

// Returns the items of a batch, which is the request's field `field`.
// INVALID_ARGUMENT: it is empty or too long, or an item is wrong ("claims[3].party: ...").
template <class Item, class Proto>
absl::StatusOr<std::vector<Item>> BatchFromProto(std::string_view field,
                                                 const google::protobuf::RepeatedPtrField<Proto>& protos,
                                                 absl::StatusOr<Item> (*from_proto)(const Proto&)) {
  if (protos.empty()) return FieldError(field, "is empty");
  if (protos.size() > kMaxBatch) {
    return FieldError(field,
                      absl::StrCat("has ", protos.size(), " items; at most ", kMaxBatch, " are taken"));
  }
  std::vector<Item> items;
  items.reserve(static_cast<size_t>(protos.size()));
  for (int i = 0; i < protos.size(); ++i) {
    absl::StatusOr<Item> item = from_proto(protos[i]);
    if (!item.ok()) return UnderField(Indexed(field, i), item.status());
    items.push_back(*std::move(item));
  }
  return items;
}

// Returns OK if the caller may write each item. PERMISSION_DENIED: they may not ("claims[3].party: ...").
// NOT_FOUND: it withdraws a source that they may not know of.
template <class Item>
absl::Status CheckBatch(const ledger::Ledger& ledger, const ledger::WriteScope& scope, const Caller& caller,
                        std::string_view field, const std::vector<Item>& items) {
  for (size_t i = 0; i < items.size(); ++i) {
    absl::Status may;
    if constexpr (std::is_same_v<Item, model::Withdrawal>) {
      may = CheckShown(ledger, caller, scope.workspace, "source", items[i].target);
    }
    // Other records are not for who is bound to parties at all.
    if constexpr (std::is_same_v<Item, model::Claim> || std::is_same_v<Item, model::Withdrawal>) {
      if (may.ok()) may = CheckMayWrite(ledger, scope.workspace, caller, items[i]);
    }
    if (!may.ok()) return UnderField(Indexed(field, static_cast<int>(i)), may);
  }
  return absl::OkStatus();
}

// Fills the answer to a batch.
template <class Response>
void FillRecorded(const ledger::RecordedBatch& recorded, Response& response) {
  for (const ledger::RecordOutcome& outcome : recorded.outcomes) {
    v1::RecordResult& result = *response.add_results();
    result.set_name(outcome.name);
    result.set_existed(outcome.existed);
  }
  response.set_revision(recorded.revision);
}

// Serves RecordSilences, RecordRelations and Withdraw: `protos` is the field `field` of
// `request`.
template <class Item, class Request, class Response, class Proto>
absl::Status RecordBatch(const ledger::Ledger& ledger, const Call& call, const Request& request,
                         std::string_view field, const google::protobuf::RepeatedPtrField<Proto>& protos,
                         absl::StatusOr<Item> (*from_proto)(const Proto&), Response& response) {
  const absl::StatusOr<ledger::WriteScope> scope = BeginWrite(request);
  if (!scope.ok()) return scope.status();
  const absl::StatusOr<std::vector<Item>> items = BatchFromProto(field, protos, from_proto);
  if (!items.ok()) return items.status();
  const absl::Status may = CheckBatch(ledger, *scope, call.caller(), field, *items);
  if (!may.ok()) return may;
  const auto recorded = ledger::RecordAll<Item>(ledger, *scope, *items, field);
  if (!recorded.ok()) return recorded.status();
  FillRecorded(*recorded, response);
  return absl::OkStatus();
}

// Serves RecordClaims: a few claims on the thread on which the call arrives, which does not wait for the
// disk. The index and its ledger must outlive the call.
void ServeRecordClaims(search::SearchIndex& index, UnaryCall& call);

// Serves GetClaim.
absl::Status GetClaim(const ledger::Ledger& ledger, const Call& call, const v1::GetClaimRequest& request,
                      v1::GetClaimResponse& response);

// Serves ListClaims.
absl::Status ListClaims(const ledger::Ledger& ledger, const Call& call, const v1::ListClaimsRequest& request,
                        v1::ListClaimsResponse& response);

}  // namespace gainsay::rpc

#endif  // GAINSAY_SERVICE_RPC_RECORD_HANDLERS_H_
