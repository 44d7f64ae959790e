#include "service/ledger/history.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include "service/engine/compare.h"
#include "service/engine/sides.h"
#include "service/ledger/case_reader.h"
#include "service/ledger/record_name.h"

namespace gainsay::ledger {
namespace {

using engine::CaseFile;
using engine::Turn;
using model::Edtf;

// A question as it was at one revision, and since when it has been so.
struct Held {
  CaseFile file;
  LastChange change;
};

absl::StatusOr<Held> ReadHeld(const store::Snapshot& snapshot, const std::string& workspace,
                              const std::string& question, const engine::Policy& policy) {
  const absl::Status parties = CheckParties(snapshot, workspace, policy.parties);
  if (!parties.ok()) return parties;
  CaseReader reader(snapshot, workspace);
  auto file = reader.Read(question, policy.parties);
  if (!file.ok()) return file.status();
  return Held{*std::move(file), reader.last_change()};
}

// When the latest of what a revision says was said or withdrawn; empty if nothing of it is dated.
std::string SaidTimeOf(const CaseFile& file, store::Revision revision) {
  std::optional<Edtf> latest;
  const auto take = [&](store::Revision of, const std::optional<Edtf>& time) {
    if (of != revision || !time) return;
    const auto order = [](const Edtf& at) { return std::make_tuple(engine::LastMomentOf(at), at.text()); };
    if (!latest || order(*latest) < order(*time)) latest = time;
  };
  for (const auto& claim : file.question.claims) take(claim.revision, claim.record.said_time);
  for (const auto* withdrawals : {&file.question.withdrawals, &file.source_withdrawals}) {
    for (const auto& withdrawal : *withdrawals) take(withdrawal.revision, withdrawal.record.time);
  }
  return latest ? latest->text() : "";
}

Turn TurnOf(const Held& held, const CompareOptions& options) {
  const LastChange& change = held.change;
  Turn turn{.verdict = engine::VerdictOf(held.file, options.policy, options.times),
            .said_time = SaidTimeOf(held.file, change.revision),
            .known = change.time,
            .revision = change.revision,
            .causes = {change.records.begin(), change.records.end()}};
  std::stable_partition(turn.causes.begin(), turn.causes.end(), [](const std::string& name) {
    const std::optional<model::NameKind> kind = KindOfName(name);
    return kind && !HasRevisions(*kind);
  });
  return turn;
}

absl::StatusOr<std::vector<Turn>> SaidTurns(const CaseFile& file, const CompareOptions& options, GoOn go_on) {
  absl::Status status;
  auto turns = engine::SaidHistory(file, options.policy, options.times, [&] {
    status = go_on();
    return status.ok();
  });
  if (!turns) return status;
  return *std::move(turns);
}

// The answers given before `held` became one, oldest first, and it.
absl::StatusOr<std::vector<Turn>> KnownTurns(const Ledger& ledger, const std::string& workspace, Held held,
                                             const CompareOptions& options, GoOn go_on) {
  const std::string question = held.file.question.question.name;
  std::vector<Turn> turns;  // latest first
  while (true) {
    Turn turn = TurnOf(held, options);
    const store::Revision before = turn.revision - 1;
    // Of a run of one status, the first step is the turn.
    if (!turns.empty() && turns.back().verdict.status == turn.verdict.status) turns.pop_back();
    turns.push_back(std::move(turn));
    absl::Status status = go_on();
    if (!status.ok()) return status;
    const auto snapshot = ledger.store.GetSnapshot(before);
    if (!snapshot.ok()) return snapshot.status();
    auto earlier = ReadHeld(**snapshot, workspace, question, options.policy);
    if (absl::IsNotFound(earlier.status())) break;
    if (!earlier.ok()) return earlier.status();
    held = *std::move(earlier);
  }
  if (turns.back().verdict.status == engine::Status::kNoStatements) turns.pop_back();
  std::reverse(turns.begin(), turns.end());
  return turns;
}

}  // namespace

absl::StatusOr<History> GetHistory(const Ledger& ledger, std::string_view workspace,
                                   const std::string& question, HistoryAxis axis,
                                   const CompareOptions& options, GoOn go_on) {
  const auto snapshot = SnapshotFor(ledger, options);
  if (!snapshot.ok()) return snapshot.status();
  absl::StatusOr<Held> held = ReadHeld(**snapshot, std::string(workspace), question, options.policy);
  if (!held.ok()) return held.status();
  History history{
      .title = held->file.question.question.title, .turns = {}, .revision = (*snapshot)->revision()};
  switch (axis) {
    case HistoryAxis::kSaid: {
      auto turns = SaidTurns(held->file, options, go_on);
      if (!turns.ok()) return turns.status();
      history.turns = *std::move(turns);
      break;
    }
    case HistoryAxis::kKnown: {
      auto turns = KnownTurns(ledger, std::string(workspace), *std::move(held), options, go_on);
      if (!turns.ok()) return turns.status();
      history.turns = *std::move(turns);
      break;
    }
  }
  return history;
}

}  // namespace gainsay::ledger
