#include "service/engine/comparer.h"

#include <algorithm>
#include <set>

#include "service/engine/consensus.h"
#include "service/engine/explanation.h"
#include "service/engine/rendering.h"
#include "service/engine/respondents.h"
#include "service/engine/sums.h"

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

void Add(const Bench& bench, const Judgement& judgement, Comparison& comparison) {
  comparison.flags.insert(judgement.flags.begin(), judgement.flags.end());
  AddKinds(judgement, comparison);
  comparison.positions.push_back(RenderPosition(bench, judgement));
}

Counts CountsOf(const std::vector<Judgement>& judgements) {
  std::set<std::string> sides;
  std::set<std::string> certain;
  std::set<std::string> possible;
  std::set<std::string> documents;
  Counts counts;
  for (const Judgement& judgement : judgements) {
    sides.insert(judgement.independence.sides.begin(), judgement.independence.sides.end());
    certain.insert(judgement.certain_origins.begin(), judgement.certain_origins.end());
    possible.insert(judgement.possible_origins.begin(), judgement.possible_origins.end());
    documents.insert(judgement.documents.begin(), judgement.documents.end());
    counts.confirming_sides = std::max(counts.confirming_sides, judgement.counts.confirming_sides);
  }
  counts.sides = static_cast<int>(sides.size());
  counts.origins_min = OriginsMin(certain, possible);
  counts.origins_max = static_cast<int>(possible.size());
  counts.documents = static_cast<int>(documents.size());
  return counts;
}

}  // namespace

Cut CutOf(const ReadTimes& times) {
  Cut cut;
  if (times.said_until) cut.said_until = LastMomentOf(times.said_until);
  if (times.valid_at) cut.valid_at = times.valid_at->span();
  return cut;
}

Comparer::Comparer(const CaseFile& file, const Policy& policy)
    : file_(file),
      policy_(policy),
      question_(file.question.question),
      domain_(question_),
      hierarchy_(file.entities),
      texts_(file.question.relations, file.question.claims, domain_),
      comparator_(domain_, hierarchy_, texts_),
      sides_(file.entities),
      citations_(file.sources, sides_) {}

Reading Comparer::ReadAt(const Cut& cut, const QuestionFile& question, const Domain& domain,
                         const Comparator& comparator) const {
  return Read(file_, question, domain, comparator, sides_, cut, policy_.parties);
}

Bench Comparer::BenchOf(const Reading& reading, const Stances& stances) const {
  return {file_, question_, policy_, reading, stances, comparator_, citations_, sides_};
}

Comparison Comparer::At(const Cut& cut, bool explain) {
  const Reading reading = ReadAt(cut, file_.question, domain_, comparator_);
  const Stances stances(reading.statements, comparator_, question_.evolution);
  const Bench bench = BenchOf(reading, stances);
  const std::vector<Judgement> judgements = Judge(bench);
  Comparison comparison{.question = question_.name, .title = question_.title};
  comparison.status = StatusOf(judgements, reading);
  for (const Judgement& judgement : judgements) Add(bench, judgement, comparison);
  comparison.counts = CountsOf(judgements);
  comparison.consensus = ConsensusOf(judgements, domain_, comparator_);
  comparison.respondents = RespondentsOf(file_, reading, sides_, cut);
  comparison.others = reading.others;
  FlagQuestion(reading, cut, comparison);
  if (explain) comparison.explanation = Explain(bench, judgements, domain_);
  return comparison;
}

Verdict Comparer::VerdictAt(const Cut& cut) {
  const Reading reading = ReadAt(cut, file_.question, domain_, comparator_);
  const Stances stances(reading.statements, comparator_, question_.evolution);
  const std::vector<Judgement> judgements = Judge(BenchOf(reading, stances));
  Verdict verdict{.status = StatusOf(judgements, reading)};
  for (const Judgement& judgement : judgements) AddKinds(judgement, verdict);
  verdict.consensus = ConsensusOf(judgements, domain_, comparator_);
  return verdict;
}

Status Comparer::StatusAt(const Cut& cut) {
  const Reading reading = ReadAt(cut, file_.question, domain_, comparator_);
  if (AnyConflict(reading.statements, comparator_, question_.evolution)) return Status::kConflicting;
  const Stances stances(reading.statements, comparator_, question_.evolution);
  return StatusOf(Judge(BenchOf(reading, stances)), reading);
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
  if (!reading.withdrawn.empty() && comparison.positions.empty()) {
    comparison.flags.insert(Flag::kRetractedSupport);
  }
  if (HasInconsistentSum(reading, cut)) comparison.flags.insert(Flag::kInconsistentSum);
}

bool Comparer::HasInconsistentSum(const Reading& reading, const Cut& cut) {
  if (question_.parts.empty() || file_.parts.size() != question_.parts.size()) return false;
  std::vector<Domain> domains;
  std::vector<Reading> readings;
  for (const QuestionFile& part : file_.parts) {
    domains.emplace_back(part.question);
    const TextRelations no_texts;
    const Comparator comparator(domains.back(), hierarchy_, no_texts);
    readings.push_back(ReadAt(cut, part, domains.back(), comparator));
  }
  std::vector<Part> parts;
  for (size_t i = 0; i < domains.size(); ++i) parts.push_back({&domains[i], &readings[i].statements});
  return !SidesWithInconsistentSum(domain_, reading.statements, parts).empty();
}

}  // namespace gainsay::engine
