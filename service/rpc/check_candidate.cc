#include "service/rpc/check_candidate.h"

#include <utility>

#include "service/rpc/check_converter.h"
#include "service/rpc/model_views.h"
#include "service/rpc/reading.h"
#include "service/rpc/search_handler.h"

namespace gainsay::rpc {

absl::StatusOr<CheckedCandidate> CheckCandidate(search::CandidateChecker& checker, const CheckingBy& by,
                                                const Call& call, const ledger::Candidate& candidate) {
  const ledger::Ledger& ledger = by.index.ledger();
  auto found = checker.Check(
      candidate, [&](store::Revision revision) { return AwaitIndexed(by.index, call, revision); },
      [&] { return CheckAwaited(ledger, call); });
  if (!found.ok()) return found.status();
  CheckedCandidate checked{std::move(found->statement), {}};
  const auto* wording = std::get_if<ledger::Wording>(&candidate);
  if (wording == nullptr || found->candidates.empty()) return checked;

  std::vector<std::string>& missing = checked.statement.answer.missing;
  const absl::Status ranked =
      RankByModel(by.models, ModelPatience(ledger, call), wording->text, found->candidates);
  if (!ranked.ok()) missing.emplace_back(ranked.message());
  for (const auto& each : found->candidates) *checked.candidates.Add() = CandidateQuestionToProto(each);
  const absl::Status judged = JudgeByModel(by.models, ModelPatience(ledger, call), wording->text,
                                           found->candidates, checked.candidates);
  if (!judged.ok()) missing.emplace_back(judged.message());
  return checked;
}

}  // namespace gainsay::rpc
