#include "client/cli/cause_lookup.h"

#include <set>
#include <utility>

#include "client/cli/glossary_lookup.h"
#include "client/cli/resource_names.h"

namespace gainsay::cli {
namespace {

using Ledger = v1::LedgerService::StubInterface;

// The claims and the withdrawals among the causes that are told.
struct Wanted {
  std::set<std::string> claims;
  std::set<std::string> withdrawals;
};

Wanted WantedFor(const v1::GetHistoryResponse& history) {
  Wanted wanted;
  for (const auto& entry : history.entries()) {
    int left = kMostCauses;
    for (const std::string& cause : entry.causes()) {
      const bool is_claim = KindOf(cause) == NameKind::kClaim;
      if (!is_claim && KindOf(cause) != NameKind::kWithdrawal) continue;
      if (left-- == 0) break;
      (is_claim ? wanted.claims : wanted.withdrawals).insert(cause);
    }
  }
  return wanted;
}

// Withdrawals are read from an export: no call gets one by its name.
absl::Status LookUpWithdrawals(const client::Connection& connection, const std::string& topic, Wanted& wanted,
                               CauseRecords& causes) {
  v1::ExportRequest request;
  request.set_workspace(connection.workspace());
  request.set_topic(topic);
  const auto context = connection.StreamContext();
  const auto stream = connection.ledger().Export(context.get(), request);
  v1::ExportResponse answer;
  while (stream->Read(&answer)) {
    for (const auto& record : answer.records()) {
      if (record.has_source()) causes.titles[record.source().name()] = record.source().title();
      const v1::Withdrawal& withdrawal = record.withdrawal();
      if (wanted.withdrawals.count(withdrawal.name()) == 0) continue;
      if (withdrawal.has_claim()) wanted.claims.insert(withdrawal.claim());
      causes.withdrawals[withdrawal.name()] = withdrawal;
    }
  }
  return client::StatusOf(stream->Finish());
}

}  // namespace

absl::StatusOr<CauseRecords> LookUpCauses(const client::Connection& connection,
                                          const v1::GetHistoryResponse& history, Glossary& glossary) {
  CauseRecords causes;
  Wanted wanted = WantedFor(history);
  if (!wanted.withdrawals.empty()) {
    const std::string topic = history.question().substr(0, history.question().find("/questions/"));
    const absl::Status status = LookUpWithdrawals(connection, topic, wanted, causes);
    if (!status.ok()) return status;
  }
  v1::ListClaimsResponse found;
  for (const std::string& name : wanted.claims) {
    v1::GetClaimRequest request;
    request.set_name(name);
    const auto answer = connection.Call(connection.ledger(), &Ledger::GetClaim, std::move(request));
    if (absl::IsNotFound(answer.status())) continue;
    if (!answer.ok()) return answer.status();
    *found.add_claims() = causes.claims[name] = answer->claim();
  }
  const absl::Status status = LookUpEntities(connection, found, glossary);
  if (!status.ok()) return status;
  return causes;
}

}  // namespace gainsay::cli
