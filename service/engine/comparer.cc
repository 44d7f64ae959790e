#include "service/engine/comparer.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "service/engine/changes.h"
#include "service/engine/consensus.h"
#include "service/engine/explanation.h"
#include "service/engine/rendering.h"
#include "service/engine/respondents.h"
#include "service/engine/steadiness.h"
#include "service/engine/sums.h"
#include "service/engine/support.h"

namespace gainsay::engine {
namespace {

// Of several positions' kinds and grades, a question has the stronger.
template <class Answer>
void AddKinds(const Judgement& judgement, Answer& answer) {
  if (judgement.conflict_kind &&
      (!answer.conflict_kind || judgement.conflict_kind == ConflictKind::kDenial)) {
    answer.conflict_kind = judgement.conflict_kind;
  }
  if (judgement.grade && (!answer.grade || judgement.grade == Grade::kCounterparty)) {
    answer.grade = judgement.grade;
  }
}

void Add(const Judgement& judgement, Comparison& comparison) {
  comparison.flags.insert(judgement.flags);
  AddKinds(judgement, comparison);
}

Outcome OutcomeOf(OtherReason reason) {
  switch (reason) {
    case OtherReason::kWithdrawn:
      return Outcome::kWithdrawn;
    case OtherReason::kEarlier:
      return Outcome::kReplaced;
    case OtherReason::kSpeechAct:
    case OtherReason::kUnknownValue:
    case OtherReason::kUncommitted:
    case OtherReason::kOtherTime:
      break;
  }
  return Outcome::kNotCompared;
}

// How the statements that are a position's own have fared: each by those who speak of its own time.
class Fates {
 public:
  Fates(const Bench& bench, const Judgement& judgement)
      : bench_(bench), judgement_(judgement), standing_(bench.stances.StandingTo(*judgement.stance)) {
    if (judgement.status != Status::kConfirmed) return;
    Judgement weighed;
    const Support support = WeighSupport(bench, standing_.supporters(), weighed);
    for (size_t i = 0; i < standing_.supporters().size(); ++i) {
      if (support.independence.voices[i] == Independence::kNoVoice) continue;
      heard_.insert(standing_.supporters()[i].statement);
    }
  }

  Outcome Of(const Statement& member) const {
    if (judgement_.status == Status::kConfirmed) {
      return heard_.contains(&member) ? Outcome::kConfirmed : Outcome::kUnanswered;
    }
    bool contradicted = judgement_.status == Status::kConflicting && !judgement_.model_opposers.empty();
    standing_.ForEachOpposer([&](const Statement& opposer, SetRelation) {
      contradicted =
          contradicted || (opposer.party() != member.party() && bench_.stances.Conflict(member, opposer));
      return !contradicted;
    });
    return contradicted ? Outcome::kContradicted : Outcome::kUnanswered;
  }

 private:
  const Bench& bench_;
  const Judgement& judgement_;
  const Standing standing_;
  std::unordered_set<const Statement*> heard_;
};

// The most claims that form no position that a comparison lists.
constexpr size_t kMostOthers = 2'000;

Status StatusOf(const std::vector<Judgement>& judgements, const Reading& reading) {
  if (!judgements.empty()) return judgements.front().status;
  return reading.withdrawn.empty() ? Status::kNoStatements : Status::kWithdrawn;
}

bool HasInconsistentSum(const CaseIndex& index, const Policy& policy, const Reading& reading,
                        const Cut& cut) {
  const auto& matters = index.parts();
  if (matters.empty() || matters.size() != index.matter().question.parts.size()) return false;
  std::vector<Reading> readings;
  for (const auto& matter : matters) {
    readings.push_back(ReadAt(index, *matter, policy, cut, ReadingDepth::kPositions));
  }
  std::vector<Part> parts;
  for (size_t i = 0; i < matters.size(); ++i)
    parts.push_back({&matters[i]->answers, &readings[i].statements});
  return AnyInconsistentSum(index.matter().answers, reading.statements, parts);
}

void FlagQuestion(const CaseIndex& index, const Policy& policy, const Reading& reading, const Cut& cut,
                  Comparison& comparison) {
  for (const Respondent& respondent : comparison.respondents) {
    if (respondent.state == RespondentState::kSilent) comparison.flags.insert(Flag::kRespondentSilent);
  }
  for (const auto& [party, changes] : reading.changes) comparison.flags.insert(changes);
  if (reading.misattribution_claimed) comparison.flags.insert(Flag::kMisattributionClaimed);
  if (!reading.withdrawn.empty() && reading.statements.empty()) {
    comparison.flags.insert(Flag::kRetractedSupport);
  }
  if (HasInconsistentSum(index, policy, reading, cut)) comparison.flags.insert(Flag::kInconsistentSum);
}

void ListOthers(const Reading& reading, const Exhibits& exhibits, Comparison& comparison) {
  const size_t listed = std::min(reading.others.size(), kMostOthers);
  comparison.unlisted_others = static_cast<int>(reading.others.size() - listed);
  comparison.others.reserve(listed);
  for (size_t i = 0; i < listed; ++i) {
    const Reading::Other& other = reading.others[i];
    const Exhibit& claim = exhibits.Of(*other.claim);
    const Exhibit& statement = exhibits.Of(*other.statement);
    comparison.others.push_back({.claim = claim.shown.claim,
                                 .reason = other.reason,
                                 .party = claim.shown.party,
                                 .side = statement.shown.side,
                                 .speech_act = other.claim->claim->speech_act,
                                 .stated = claim.shown.stated,
                                 .said_time = statement.shown.said_time,
                                 .text = claim.text});
  }
}

// Since when the status at a cut is certain to have been what it is.
Moment SteadySince(const Sitting& sitting, const Docket& docket, const std::vector<Judgement>& judgements,
                   Status status, Moment cut) {
  const Bench& bench = sitting.bench;
  const auto& statements = sitting.reading.statements;
  if (const auto conflict = FirstConflict(statements, bench.answers, bench.question.evolution)) {
    return ConflictingSince(docket, *conflict, cut);
  }
  return UnopposedSince(bench, docket, judgements, status, cut);
}

}  // namespace

Comparison Comparer::At(const Cut& cut, bool explain, std::forward_list<Exhibit>& own,
                        Reached& reached) const {
  const Sitting sitting(index_, policy_, cut, own);
  const Bench& bench = sitting.bench;
  Tallies tallies(bench);
  std::vector<Judgement> judgements = Judge(sitting.field, &tallies);
  Comparison comparison{.question = index_.question(), .title = index_.title()};
  comparison.status = StatusOf(judgements, sitting.reading);
  reached.status = comparison.status;
  reached.since = SteadySince(sitting, index_.matter().docket, judgements, comparison.status, cut.said_until);
  for (const Judgement& judgement : judgements) Add(judgement, comparison);
  comparison.counts = CountsOf(bench, judgements, tallies);
  comparison.consensus = ConsensusOf(judgements, bench.answers);
  comparison.respondents = RespondentsOf(index_.file(), sitting.reading, index_.roster(), cut);
  ListOthers(sitting.reading, index_.exhibits(), comparison);
  FlagQuestion(index_, policy_, sitting.reading, cut, comparison);
  const size_t listed = std::min(judgements.size(), bench.limits.positions);
  comparison.unlisted_positions = static_cast<int>(judgements.size() - listed);
  judgements.resize(listed);
  comparison.positions.reserve(listed);
  for (const Judgement& judgement : judgements) {
    comparison.positions.push_back(RenderPosition(bench, judgement));
  }
  if (explain) {
    comparison.explanation = Explain(bench, judgements);
    AddChanges(bench, judgements, cut, comparison.status, comparison.explanation);
  }
  return comparison;
}

Verdict Comparer::VerdictAt(const Cut& cut) const {
  const Sitting sitting(index_, policy_, cut);
  const std::vector<Judgement> judgements = Judge(sitting.field);
  Verdict verdict{.status = StatusOf(judgements, sitting.reading)};
  for (const Judgement& judgement : judgements) AddKinds(judgement, verdict);
  verdict.consensus = ConsensusOf(judgements, sitting.bench.answers);
  return verdict;
}

Reached Comparer::StatusAt(const Cut& cut) const {
  const Sitting sitting(index_, policy_, cut);
  const Docket& docket = index_.matter().docket;
  const auto& statements = sitting.reading.statements;
  // Of a conflict nothing need be judged.
  if (const auto conflict =
          FirstConflict(statements, sitting.bench.answers, sitting.bench.question.evolution)) {
    return {Status::kConflicting, ConflictingSince(docket, *conflict, cut.said_until)};
  }
  const std::vector<Judgement> judgements = JudgeStatuses(sitting.field);
  const Status status = StatusOf(judgements, sitting.reading);
  return {status, UnopposedSince(sitting.bench, docket, judgements, status, cut.said_until)};
}

std::optional<Status> Comparer::StatusOfPosition(const std::string& key, const Cut& cut) const {
  const Sitting sitting(index_, policy_, cut);
  for (const Judgement& judgement : JudgeStatuses(sitting.field)) {
    if (sitting.bench.answers[judgement.stance->answer()].key == key) return judgement.status;
  }
  return std::nullopt;
}

std::vector<ClaimOutcome> Comparer::OutcomesAt(const Cut& cut) const {
  std::forward_list<Exhibit> own;
  const Sitting sitting(index_, policy_, cut, own);
  std::unordered_map<const Entry*, Outcome> fared;
  for (const Reading::Other& other : sitting.reading.others) {
    fared.emplace(other.claim, OutcomeOf(other.reason));
  }
  for (const Judgement& judgement : Judge(sitting.field)) {
    const Fates fates(sitting.bench, judgement);
    for (const Statement* member : judgement.stance->members) {
      const Outcome outcome = fates.Of(*member);
      for (const Entry* entry : member->entries) fared.emplace(entry, outcome);
    }
  }
  std::vector<ClaimOutcome> outcomes;
  for (const Entry& entry : index_.matter().docket.entries()) {
    const auto found = fared.find(&entry);
    if (found == fared.end()) continue;
    outcomes.push_back({entry.claim->name, found->second, entry.said, std::string(entry.said_text)});
  }
  return outcomes;
}

ClaimStatuses Comparer::ClaimStatusesAt(const Cut& cut) const {
  std::forward_list<Exhibit> own;
  const Sitting sitting(index_, policy_, cut, own);
  ClaimStatuses statuses;
  for (const Judgement& judgement : Judge(sitting.field)) {
    for (const Statement* member : judgement.stance->members) {
      for (const Entry* entry : member->entries) statuses.emplace(entry->claim->name, judgement.status);
    }
  }
  return statuses;
}

}  // namespace gainsay::engine
