#include "service/rpc/admin_methods.h"

#include <utility>

#include "gainsay/v1/admin_service.pb.h"
#include "service/ledger/export.h"
#include "service/rpc/reading.h"

namespace gainsay::rpc {
namespace {

absl::Status FillStats(const ledger::Ledger& ledger, const Call& call, const v1::StatsRequest& request,
                       v1::StatsResponse& response) {
  const absl::StatusOr<std::string> workspace = WorkspaceFromProto(request.workspace());
  if (!workspace.ok()) return workspace.status();
  const absl::StatusOr<store::Statistics> store = ledger.store.GetStatistics();
  if (!store.ok()) return store.status();
  const absl::StatusOr<ledger::RecordCounts> counts = ledger::CountRecords(ledger, *workspace);
  if (!counts.ok()) return counts.status();
  response.set_engine(store->engine);
  // Of the machine, and of every workspace together.
  if (call.caller().In(*workspace).Has(Role::kAdmin)) {
    response.set_location(store->location);
    response.set_bytes_on_disk(store->bytes_on_disk);
  }
  response.set_revision(counts->revision);
  response.set_entities(counts->entities);
  response.set_sources(counts->sources);
  response.set_topics(counts->topics);
  response.set_questions(counts->questions);
  response.set_claims(counts->claims);
  response.set_silences(counts->silences);
  response.set_relations(counts->relations);
  response.set_withdrawals(counts->withdrawals);
  return absl::OkStatus();
}

}  // namespace

Methods AdminMethods(const ledger::Ledger& ledger, std::string version) {
  Methods methods(*v1::StatsRequest::descriptor()->file()->FindServiceByName("AdminService"));
  methods.Serve<v1::StatsRequest, v1::StatsResponse>(
      "Stats",
      [&ledger, version = std::move(version)](const Call& call, const auto& request, auto& response) {
        response.set_version(version);
        return FillStats(ledger, call, request, response);
      });
  return methods;
}

}  // namespace gainsay::rpc
