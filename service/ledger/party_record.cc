#include "service/ledger/party_record.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "service/engine/compare.h"
#include "service/engine/sides.h"
#include "service/ledger/cases.h"
#include "service/ledger/claim_index.h"
#include "service/ledger/reader.h"
#include "service/ledger/side_members.h"

namespace gainsay::ledger {
namespace {

// The questions that someone of the party's side, at whatever time, has made a claim on.
absl::StatusOr<std::set<std::string>> QuestionsOf(const Reader& reader, const std::string& party,
                                                  const std::string& topic) {
  const absl::StatusOr<std::set<std::string>> side = SideMembersOf(reader, party);
  if (!side.ok()) return side.status();
  std::vector<ClaimIndex> indexes;
  for (const std::string& member : *side) indexes.push_back(ClaimsByParty(reader, member));
  std::set<std::string> questions;
  const absl::Status visited = VisitClaims(
      reader, indexes, topic, "", [&questions](const Recorded<model::Record>& found) -> absl::StatusOr<bool> {
        questions.insert(std::get<model::Claim>(found.record).question);
        return true;
      });
  if (!visited.ok()) return visited;
  return questions;
}

// Gathers a party's claims, question by question.
class Gathering {
 public:
  Gathering(const std::string& party, const engine::Policy& policy, const engine::ReadTimes& times)
      : party_(party), policy_(policy), times_(times) {}

  void Add(const engine::PreparedCase& prepared) {
    const std::vector<engine::ClaimOutcome> outcomes = engine::OutcomesOf(prepared, policy_, times_);
    const engine::CaseFile& file = prepared.file();
    auto entities = file.entities;
    MakeRoot(entities);
    const engine::Sides sides(entities);
    std::unordered_map<std::string_view, const model::Claim*> claims;
    for (const auto& claim : file.question.claims) claims[claim.record.name] = &claim.record;
    for (const engine::ClaimOutcome& fared : outcomes) {
      const model::Claim& claim = *claims.at(fared.claim);
      if (sides.RootAt(claim.party, fared.said) != party_) continue;
      claims_.push_back({.claim = claim.name,
                         .party = claim.party,
                         .outcome = fared.outcome,
                         .stated = {claim.value, claim.polarity},
                         .speech_act = claim.speech_act,
                         .said_time = fared.said_text,
                         .title = file.question.question.title});
    }
  }

  std::vector<PartyClaim> Finish() && {
    std::sort(claims_.begin(), claims_.end(), [](const PartyClaim& a, const PartyClaim& b) {
      return std::tie(a.outcome, a.claim) < std::tie(b.outcome, b.claim);
    });
    return std::move(claims_);
  }

 private:
  // Cuts the party's own ties, so that whoever is on its side, and not only on that of someone above it, has
  // it as its root.
  void MakeRoot(std::unordered_map<std::string, model::Entity>& entities) const {
    const auto found = entities.find(party_);
    if (found == entities.end()) return;
    found->second.speaks_for.reset();
    found->second.spoke_for.clear();
    found->second.owned_by.clear();
  }

  const std::string& party_;
  const engine::Policy& policy_;
  const engine::ReadTimes& times_;
  std::vector<PartyClaim> claims_;
};

// The policy with the party among those that are compared.
engine::Policy PolicyWith(const std::string& party, engine::Policy policy) {
  std::vector<std::string>& parties = policy.parties;
  const bool compared = parties.empty() || std::find(parties.begin(), parties.end(), party) != parties.end();
  if (!compared) parties.push_back(party);
  return policy;
}

}  // namespace

absl::StatusOr<PartyRecord> GetPartyRecord(const Ledger& ledger, std::string_view workspace,
                                           const std::string& party, const std::string& topic,
                                           const CompareOptions& options, GoOn go_on) {
  const auto snapshot = SnapshotFor(ledger, options);
  if (!snapshot.ok()) return snapshot.status();
  const Reader reader(**snapshot, std::string(workspace));
  absl::Status status = reader.Get<model::Entity>(party, "party").status();
  if (status.ok() && !topic.empty()) status = reader.Get<model::Topic>(topic, "topic").status();
  if (status.ok()) status = CheckParties(**snapshot, workspace, options.policy.parties);
  if (!status.ok()) return status;
  const absl::StatusOr<std::set<std::string>> questions = QuestionsOf(reader, party, topic);
  if (!questions.ok()) return questions.status();
  PartyRecord record{
      .claims = {}, .policy = PolicyWith(party, options.policy), .revision = (*snapshot)->revision()};
  Cases cases(ledger, **snapshot, workspace);
  Gathering gathering(party, record.policy, options.times);
  for (const std::string& question : *questions) {
    status = go_on();
    if (!status.ok()) return status;
    const auto standing = cases.Get(question, record.policy.parties);
    if (!standing.ok()) return standing.status();
    gathering.Add(*(*standing)->prepared());
  }
  record.claims = std::move(gathering).Finish();
  return record;
}

}  // namespace gainsay::ledger
