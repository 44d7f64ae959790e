#include "service/ledger/watching.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "service/engine/compare.h"
#include "service/ledger/affected_questions.h"
#include "service/ledger/comparing.h"
#include "service/ledger/side_members.h"

namespace gainsay::ledger {
namespace {

using Side = std::set<std::string>;

// Entities and sources that a reader keeps for the next question of the same commit.
constexpr size_t kMostKept = 20'000;

bool IsWithin(const std::string& scope, const std::string& question) {
  return scope.empty() || question == scope || model::ParentOf(question) == scope;
}

// Who was on the side that is watched; nothing if all are.
absl::StatusOr<std::optional<Side>> SideAt(const store::Snapshot& snapshot, const WatchOptions& options) {
  if (options.party.empty()) return std::nullopt;
  absl::StatusOr<Side> side = SideMembersOf(Reader(snapshot, options.workspace), options.party);
  if (!side.ok()) return side.status();
  return *std::move(side);
}

// Questions as they stood at one revision.
class Reading {
 public:
  Reading(const store::Snapshot& snapshot, const WatchOptions& options, std::optional<Side> side)
      : options_(options), side_(std::move(side)), reader_(snapshot, options.workspace) {}

  struct Seen {
    engine::Verdict verdict;
    bool party_spoke = false;
  };

  // A question that is not on file has no statements.
  absl::StatusOr<Seen> Look(const std::string& question) {
    if (reader_.kept() > kMostKept) reader_.Forget();
    const absl::StatusOr<engine::CaseFile> file = reader_.Read(question, options_.policy.parties);
    if (absl::IsNotFound(file.status())) return Seen{};
    if (!file.ok()) return file.status();
    const auto& claims = file->question.claims;
    return Seen{engine::VerdictOf(*file, options_.policy, {}),
                !side_ || std::any_of(claims.begin(), claims.end(), [this](const auto& claim) {
                  return side_->contains(claim.record.party);
                })};
  }

 private:
  const WatchOptions& options_;
  const std::optional<Side> side_;
  CaseReader reader_;
};

}  // namespace

model::NameKind KindOfScope(std::string_view scope) {
  return model::ParentOf(scope).empty() ? model::NameKind::kTopic : model::NameKind::kQuestion;
}

absl::Status CheckWatched(const store::Snapshot& snapshot, const WatchOptions& options) {
  absl::Status status;
  if (!options.scope.empty()) {
    status = CheckOnFile(snapshot, options.workspace, KindOfScope(options.scope), options.scope, "topic");
  }
  if (status.ok() && !options.party.empty()) {
    status = CheckOnFile(snapshot, options.workspace, model::NameKind::kEntity, options.party, "party");
  }
  return status.ok() ? CheckParties(snapshot, options.workspace, options.policy.parties) : status;
}

absl::Status StatusWatch::Changes(const store::LogEntry& commit, const std::string& after, Visit visit,
                                  GoOn go_on) const {
  const auto earlier = ledger_.store.GetSnapshot(commit.revision - 1);
  if (!earlier.ok()) return earlier.status();
  const auto later = ledger_.store.GetSnapshot(commit.revision);
  if (!later.ok()) return later.status();
  auto affected =
      QuestionsAffected(**earlier, **later, options_.workspace, commit.keys, options_.policy.parties, go_on);
  if (!affected.ok()) return affected.status();
  std::erase_if(*affected, [&](const auto& question) {
    return question.first <= after || !IsWithin(options_.scope, question.first);
  });
  if (affected->empty()) return absl::OkStatus();
  auto side_before = SideAt(**earlier, options_);
  if (!side_before.ok()) return side_before.status();
  auto side_now = SideAt(**later, options_);
  if (!side_now.ok()) return side_now.status();
  Reading before(**earlier, options_, *std::move(side_before));
  Reading now(**later, options_, *std::move(side_now));
  for (auto& [question, causes] : *affected) {
    const absl::StatusOr<Reading::Seen> was = before.Look(question);
    if (!was.ok()) return was.status();
    absl::StatusOr<Reading::Seen> is = now.Look(question);
    if (!is.ok()) return is.status();
    const engine::Status from = was->verdict.status;
    std::optional<StatusChange> change;
    if (IsTold(from, is->verdict.status) && (was->party_spoke || is->party_spoke)) {
      change = {question, from, std::move(is->verdict), {causes.begin(), causes.end()}};
    }
    const absl::Status visited = visit(question, std::move(change));
    if (!visited.ok()) return visited;
  }
  return absl::OkStatus();
}

bool StatusWatch::IsTold(engine::Status from, engine::Status to) const {
  const std::set<engine::Status>& told = options_.statuses;
  return from != to && (told.empty() || told.contains(from) || told.contains(to));
}

}  // namespace gainsay::ledger
