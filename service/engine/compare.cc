#include "service/engine/compare.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/time/time.h"
#include "service/engine/citations.h"
#include "service/engine/consensus.h"
#include "service/engine/explanation.h"
#include "service/engine/judging.h"
#include "service/engine/rendering.h"
#include "service/engine/respondents.h"
#include "service/engine/standing.h"
#include "service/engine/sums.h"

namespace gainsay::engine {
namespace {

// Compares one file at any cut: what does not depend on the cut is prepared once.
class Comparer {
 public:
  Comparer(const CaseFile& file, const Policy& policy)
      : file_(file),
        policy_(policy),
        question_(file.question.question),
        domain_(question_),
        hierarchy_(file.entities),
        texts_(file.question.relations, file.question.claims, domain_),
        comparator_(domain_, hierarchy_, texts_),
        sides_(file.entities),
        citations_(file.sources, sides_) {}

  Comparison At(const Cut& cut, bool explain) {
    const Reading reading =
        Read(file_, file_.question, domain_, comparator_, sides_, cut, policy_.parties);
    const Stances stances(reading.statements, comparator_, question_.evolution);
    const Bench bench{file_, question_, policy_, reading, stances, comparator_, citations_, sides_};
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

  // The status alone at a cut.
  Status StatusAt(const Cut& cut) {
    const Reading reading =
        Read(file_, file_.question, domain_, comparator_, sides_, cut, policy_.parties);
    const Stances stances(reading.statements, comparator_, question_.evolution);
    const Bench bench{file_, question_, policy_, reading, stances, comparator_, citations_, sides_};
    return StatusOf(Judge(bench), reading);
  }

 private:
  static Status StatusOf(const std::vector<Judgement>& judgements, const Reading& reading) {
    if (!judgements.empty()) return judgements.front().status;
    return reading.withdrawn.empty() ? Status::kNoStatements : Status::kWithdrawn;
  }

  static void Add(const Bench& bench, const Judgement& judgement, Comparison& comparison) {
    comparison.flags.insert(judgement.flags.begin(), judgement.flags.end());
    if (judgement.conflict_kind &&
        (!comparison.conflict_kind || judgement.conflict_kind == ConflictKind::kDenial)) {
      comparison.conflict_kind = judgement.conflict_kind;
    }
    if (judgement.grade && (!comparison.grade || judgement.grade == Grade::kCounterparty)) {
      comparison.grade = judgement.grade;
    }
    comparison.positions.push_back(RenderPosition(bench, judgement));
  }

  static Counts CountsOf(const std::vector<Judgement>& judgements) {
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

  void FlagQuestion(const Reading& reading, const Cut& cut, Comparison& comparison) {
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

  bool HasInconsistentSum(const Reading& reading, const Cut& cut) {
    if (question_.parts.empty() || file_.parts.size() != question_.parts.size()) return false;
    std::vector<Domain> domains;
    std::vector<Reading> readings;
    for (const QuestionFile& part : file_.parts) {
      domains.emplace_back(part.question);
      const TextRelations no_texts;
      const Comparator comparator(domains.back(), hierarchy_, no_texts);
      readings.push_back(Read(file_, part, domains.back(), comparator, sides_, cut, policy_.parties));
    }
    std::vector<Part> parts;
    for (size_t i = 0; i < domains.size(); ++i) parts.push_back({&domains[i], &readings[i].statements});
    return !SidesWithInconsistentSum(domain_, reading.statements, parts).empty();
  }

  const CaseFile& file_;
  const Policy& policy_;
  const model::Question& question_;
  const Domain domain_;
  Hierarchy hierarchy_;
  const TextRelations texts_;
  const Comparator comparator_;
  const Sides sides_;
  const Citations citations_;
};

// A moment at which something was said or withdrawn, with its cause.
struct Event {
  Moment moment = kUndatedMoment;
  std::string text;       // EDTF; empty: undated
  absl::Time known;       // when the record was made
};

// What may have changed the status, latest first; of one moment, the last recorded.
std::vector<Event> EventsOf(const CaseFile& file, const Cut& cut) {
  std::vector<Event> events;
  const auto add = [&](const std::optional<model::Edtf>& time, const std::vector<model::Appearance>& appearances,
                       absl::Time recorded) {
    Event event{.moment = LastMomentOf(time), .text = time ? time->text() : "", .known = recorded};
    if (!time) {
      event.moment = FirstPublication(appearances, file.sources);
      for (const model::Appearance& appearance : appearances) {
        const auto source = file.sources.find(appearance.source);
        if (source == file.sources.end() || !source->second.publish_time) continue;
        if (LastMomentOf(source->second.publish_time) != event.moment) continue;
        event.text = source->second.publish_time->text();
      }
    }
    if (event.moment <= cut.said_until) events.push_back(std::move(event));
  };
  for (const auto& claim : file.question.claims) {
    add(claim.record.said_time, claim.record.appearances, claim.record_time);
  }
  const auto add_withdrawal = [&](const OnFile<model::Withdrawal>& withdrawal) {
    if (withdrawal.record.kind != model::WithdrawalKind::kVoided) {
      add(withdrawal.record.time, withdrawal.record.appearances, withdrawal.record_time);
    }
  };
  for (const auto& withdrawal : file.question.withdrawals) add_withdrawal(withdrawal);
  for (const auto& withdrawal : file.source_withdrawals) add_withdrawal(withdrawal);
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(b.moment, b.known, b.text) < std::tie(a.moment, a.known, a.text);
  });
  return events;
}

// Since when the status has held, in the order in which things were said.
std::optional<Since> SinceOf(const CaseFile& file, Comparer& comparer, const Cut& cut, Status status) {
  const std::vector<Event> events = EventsOf(file, cut);
  if (events.empty()) return std::nullopt;
  const Event* last = &events.front();
  for (const Event& event : events) {
    if (event.moment == last->moment) continue;
    const Cut before{.said_until = event.moment, .valid_at = cut.valid_at};
    if (comparer.StatusAt(before) != status) break;
    last = &event;
  }
  return Since{last->text, absl::FormatTime(absl::RFC3339_full, last->known, absl::UTCTimeZone())};
}

}  // namespace

Comparison Compare(const CaseFile& file, const Policy& policy, const ReadTimes& times, bool explain) {
  Comparer comparer(file, policy);
  Cut cut;
  if (times.said_until) cut.said_until = LastMomentOf(times.said_until);
  if (times.valid_at) cut.valid_at = times.valid_at->span();
  Comparison comparison = comparer.At(cut, explain);
  comparison.since = SinceOf(file, comparer, cut, comparison.status);
  return comparison;
}

bool ShownBefore(const Comparison& a, const Comparison& b) {
  return std::make_tuple(a.status, -a.counts.sides, std::cref(a.question)) <
         std::make_tuple(b.status, -b.counts.sides, std::cref(b.question));
}

}  // namespace gainsay::engine
