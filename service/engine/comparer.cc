#include "service/engine/comparer.h"

#include <algorithm>
#include <memory>
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

model::Claim DenialOf(model::Claim claim) {
  claim.polarity =
      claim.polarity == model::Polarity::kAffirms ? model::Polarity::kDenies : model::Polarity::kAffirms;
  return claim;
}

// The file without the dates of sources that were entered in error, which date nothing that was seen in them;
// nothing if there are none.
std::optional<CaseFile> WithoutVoidedDates(const CaseFile& file) {
  std::optional<CaseFile> copy;
  for (const auto& withdrawal : file.source_withdrawals) {
    if (withdrawal.record.kind != model::WithdrawalKind::kVoided) continue;
    if (!copy) copy = file;
    const auto source = copy->sources.find(withdrawal.record.target);
    if (source != copy->sources.end()) source->second.publish_time.reset();
  }
  return copy;
}

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
  comparison.flags.insert(judgement.flags.begin(), judgement.flags.end());
  AddKinds(judgement, comparison);
}

Outcome OutcomeOf(const OtherClaim& other) {
  switch (other.reason) {
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
    const Support support = WeighSupport(bench, *judgement.stance, standing_.supporters(), weighed);
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

}  // namespace

Comparer::Matter::Matter(const CaseFile& file, const QuestionFile& of, Hierarchy& hierarchy,
                         const Sides& sides, const Citations& citations, const model::Claim* asked)
    : question(of),
      domain(of.question),
      texts(of.relations, of.claims, domain),
      comparator(domain, hierarchy, texts),
      answers(domain, comparator),
      docket(file, of, sides, citations, answers) {
  if (asked != nullptr) candidate = Docket::EntryOf(*asked, of.question, answers);
}

Comparer::Sitting::Sitting(const Comparer& comparer, const Cut& cut, ReadingDepth depth)
    : reading(comparer.ReadAt(cut, comparer.matter_, depth)),
      stances(reading.statements, comparer.matter_.answers, comparer.question_.evolution),
      bench{comparer.file_,
            comparer.question_,
            comparer.policy_,
            reading,
            stances,
            comparer.matter_.answers,
            comparer.citations_,
            comparer.sides_,
            LimitsFor(stances),
            depth,
            CountedUnder(comparer.policy_, reading.statements, comparer.file_, comparer.sides_),
            depth == ReadingDepth::kFull ? TracesOf(reading.statements, comparer.citations_)
                                         : std::vector<Trace>()} {}

Comparer::Comparer(const CaseFile& file, const Policy& policy, const model::Claim* candidate)
    : without_voided_dates_(WithoutVoidedDates(file)),
      file_(without_voided_dates_ ? *without_voided_dates_ : file),
      policy_(policy),
      question_(file_.question.question),
      hierarchy_(file_.entities),
      sides_(file_.entities),
      citations_(file_.sources, sides_),
      matter_(file_, file_.question, hierarchy_, sides_, citations_, candidate) {
  if (candidate != nullptr) {
    denial_ = DenialOf(*candidate);
    matter_.denial = Docket::EntryOf(*denial_, question_, matter_.answers);
  }
  matter_.answers.Rank();
}

Reading Comparer::ReadAt(const Cut& cut, const Matter& matter, ReadingDepth depth) const {
  return Read(file_, matter.question.question, matter.docket, matter.answers, sides_, cut, policy_.parties,
              depth);
}

Comparison Comparer::At(const Cut& cut, bool explain) {
  const Sitting sitting(*this, cut, ReadingDepth::kFull);
  std::vector<Judgement> judgements = Judge(sitting.bench);
  Comparison comparison{.question = question_.name, .title = question_.title};
  comparison.status = StatusOf(judgements, sitting.reading);
  for (const Judgement& judgement : judgements) Add(judgement, comparison);
  comparison.counts = CountsOf(sitting.bench, judgements);
  comparison.consensus = ConsensusOf(judgements, matter_.answers);
  comparison.respondents = RespondentsOf(file_, sitting.reading, sides_, cut);
  comparison.others = sitting.reading.others;
  FlagQuestion(sitting.reading, cut, comparison);
  if (comparison.others.size() > kMostOthers) {
    comparison.unlisted_others = static_cast<int>(comparison.others.size() - kMostOthers);
    comparison.others.resize(kMostOthers);
  }
  const size_t listed = std::min(judgements.size(), sitting.bench.limits.positions);
  comparison.unlisted_positions = static_cast<int>(judgements.size() - listed);
  judgements.resize(listed);
  for (const Judgement& judgement : judgements) {
    comparison.positions.push_back(RenderPosition(sitting.bench, judgement));
  }
  if (explain) {
    comparison.explanation = Explain(sitting.bench, judgements);
    AddChanges(sitting.bench, judgements, cut, comparison.status, comparison.explanation);
  }
  return comparison;
}

Verdict Comparer::VerdictAt(const Cut& cut) {
  const Sitting sitting(*this, cut, ReadingDepth::kPositions);
  const std::vector<Judgement> judgements = Judge(sitting.bench);
  Verdict verdict{.status = StatusOf(judgements, sitting.reading)};
  for (const Judgement& judgement : judgements) AddKinds(judgement, verdict);
  verdict.consensus = ConsensusOf(judgements, matter_.answers);
  return verdict;
}

Comparer::Reached Comparer::StatusAt(const Cut& cut) {
  const Sitting sitting(*this, cut, ReadingDepth::kPositions);
  const auto& statements = sitting.reading.statements;
  if (const auto second = FirstConflict(statements, matter_.answers, question_.evolution)) {
    return {Status::kConflicting, ConflictingSince(matter_.docket, statements, *second, cut.said_until)};
  }
  const std::vector<Judgement> judgements = Judge(sitting.bench);
  const Status status = StatusOf(judgements, sitting.reading);
  return {status, UnopposedSince(sitting.bench, matter_.docket, judgements, status, cut.said_until)};
}

std::optional<Status> Comparer::StatusOfPosition(const std::string& key, const Cut& cut) {
  const Sitting sitting(*this, cut, ReadingDepth::kPositions);
  for (const Judgement& judgement : Judge(sitting.bench)) {
    if (matter_.answers[judgement.stance->answer()].key == key) return judgement.status;
  }
  return std::nullopt;
}

std::vector<ClaimOutcome> Comparer::OutcomesAt(const Cut& cut) {
  const Sitting sitting(*this, cut, ReadingDepth::kFull);
  std::unordered_map<std::string, Outcome> fared;
  for (const OtherClaim& other : sitting.reading.others) fared.emplace(other.claim, OutcomeOf(other));
  for (const Judgement& judgement : Judge(sitting.bench)) {
    const Fates fates(sitting.bench, judgement);
    for (const Statement* member : judgement.stance->members) {
      const Outcome outcome = fates.Of(*member);
      for (const model::Claim* claim : member->claims) fared.emplace(claim->name, outcome);
    }
  }
  std::vector<ClaimOutcome> outcomes;
  for (const Entry& entry : matter_.docket.entries()) {
    const auto found = fared.find(entry.claim->name);
    if (found != fared.end()) outcomes.push_back({found->first, found->second, entry.said, entry.said_text});
  }
  return outcomes;
}

Status Comparer::StatusOf(const std::vector<Judgement>& judgements, const Reading& reading) {
  if (!judgements.empty()) return judgements.front().status;
  return reading.withdrawn.empty() ? Status::kNoStatements : Status::kWithdrawn;
}

void Comparer::FlagQuestion(const Reading& reading, const Cut& cut, Comparison& comparison) {
  for (const Respondent& respondent : comparison.respondents) {
    if (respondent.state == RespondentState::kSilent) comparison.flags.insert(Flag::kRespondentSilent);
  }
  for (const auto& [party, changes] : reading.changes) {
    comparison.flags.insert(changes.begin(), changes.end());
  }
  if (reading.misattribution_claimed) comparison.flags.insert(Flag::kMisattributionClaimed);
  if (!reading.withdrawn.empty() && reading.statements.empty()) {
    comparison.flags.insert(Flag::kRetractedSupport);
  }
  if (HasInconsistentSum(reading, cut)) comparison.flags.insert(Flag::kInconsistentSum);
}

bool Comparer::HasInconsistentSum(const Reading& reading, const Cut& cut) {
  if (question_.parts.empty() || file_.parts.size() != question_.parts.size()) return false;
  std::vector<std::unique_ptr<Matter>> matters;
  std::vector<Reading> readings;
  for (const QuestionFile& part : file_.parts) {
    matters.push_back(std::make_unique<Matter>(file_, part, hierarchy_, sides_, citations_, nullptr));
    matters.back()->answers.Rank();
    readings.push_back(ReadAt(cut, *matters.back(), ReadingDepth::kPositions));
  }
  std::vector<Part> parts;
  for (size_t i = 0; i < matters.size(); ++i)
    parts.push_back({&matters[i]->answers, &readings[i].statements});
  return !SidesWithInconsistentSum(matter_.answers, reading.statements, parts).empty();
}

}  // namespace gainsay::engine
