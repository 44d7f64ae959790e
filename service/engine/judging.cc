#include "service/engine/judging.h"

#include <algorithm>
#include <unordered_set>

#include "service/engine/consensus.h"
#include "service/engine/support.h"

namespace gainsay::engine {
namespace {

bool MayDeny(const Statement& statement) {
  return statement.first().polarity == model::Polarity::kDenies ||
         std::holds_alternative<model::None>(*statement.first().value) ||
         std::holds_alternative<bool>(statement.set.atom);
}

// Judges one position by those that oppose it.
class Opposition {
 public:
  Opposition(const Bench& bench, const Stance& stance) : bench_(bench), stance_(stance) {}

  // Sets what follows from conflicting statements.
  void Weigh(Judgement& judgement) const {
    for (const Stance::Row& opposer : stance_.opposers) {
      if (opposer.related.model_judged) continue;
      for (const Stance::Row& supporter : stance_.supporters)
        WeighPair(*supporter.statement, *opposer.statement, judgement);
    }
  }

 private:
  void WeighPair(const Statement& supporter, const Statement& opposer, Judgement& judgement) const {
    const bool one_side = supporter.side == opposer.side;
    if (one_side && supporter.party == opposer.party) return;
    const bool known = one_side ? judgement.flags.contains(Flag::kInternalConflict) : Settled(judgement);
    if (known || !bench_.stances.Conflict(supporter, opposer)) return;
    if (one_side) {
      judgement.flags.insert(Flag::kInternalConflict);
      return;
    }
    judgement.status = Status::kConflicting;
    if (!judgement.conflict_kind) judgement.conflict_kind = ConflictKind::kDifferentValues;
    if (KindOfConflict(supporter, opposer) != ConflictKind::kDenial) return;
    judgement.conflict_kind = ConflictKind::kDenial;
    if (SpeaksForRespondent(opposer.party, opposer.said, bench_.question, bench_.sides)) {
      judgement.flags.insert(Flag::kRespondentDenies);
    }
  }

  // Whether no further pair of sides could add anything.
  bool Settled(const Judgement& judgement) const {
    if (judgement.status != Status::kConflicting) return false;
    if (!may_deny_) return true;
    return judgement.flags.contains(Flag::kRespondentDenies) ||
           (judgement.conflict_kind == ConflictKind::kDenial && bench_.question.respondents.empty());
  }

  const Bench& bench_;
  const Stance& stance_;
  const bool may_deny_ = std::any_of(stance_.supporters.begin(), stance_.supporters.end(),
                                     [](const Stance::Row& row) { return MayDeny(*row.statement); }) ||
                         std::any_of(stance_.opposers.begin(), stance_.opposers.end(),
                                     [](const Stance::Row& row) { return MayDeny(*row.statement); });
};

// Whether other sides speak, and nothing they say can be related to the position.
bool IsIndeterminate(const Stance& stance) {
  std::unordered_set<std::string> own;
  for (const Statement* member : stance.members) own.insert(member->side);
  if (own.size() > 1) return false;
  bool others_speak = false;
  for (const auto* rows : {&stance.supporters, &stance.opposers, &stance.compatible}) {
    for (const Stance::Row& row : *rows) {
      if (own.contains(row.statement->side)) continue;
      const SetRelation relation = row.related.relation;
      if (relation != SetRelation::kUndecided && relation != SetRelation::kIncomparable) return false;
      others_speak = true;
    }
  }
  return others_speak;
}

// Whether a statement is of another side than some member of the position.
bool OfAnotherSide(const Statement& statement, const Stance& stance) {
  return std::any_of(stance.members.begin(), stance.members.end(),
                     [&](const Statement* member) { return member->side != statement.side; });
}

void FlagCompatible(const Stance& stance, Judgement& judgement) {
  for (const Stance::Row& row : stance.compatible) {
    const SetRelation relation = row.related.relation;
    if (relation == SetRelation::kSuccession) judgement.flags.insert(Flag::kSuccession);
    if (relation == SetRelation::kUndecided && OfAnotherSide(*row.statement, stance)) {
      judgement.flags.insert(Flag::kUndecidedText);
    }
  }
  for (const Statement* a : stance.members) {
    if (!TimesOverlap(a->valid, stance.members.front()->valid)) judgement.flags.insert(Flag::kSuccession);
  }
  if (stance.updated) judgement.flags.insert(Flag::kUpdated);
}

Grade GradeOf(const Bench& bench, const Judgement& judgement) {
  const Stance& stance = *judgement.stance;
  const Statement* first = stance.members.front();
  const auto is_first = [first](const Stance::Row& row) { return row.statement == first; };
  const auto first_row = std::find_if(stance.supporters.begin(), stance.supporters.end(), is_first);
  const size_t first_voice =
      judgement.independence.voices[static_cast<size_t>(first_row - stance.supporters.begin())];
  for (size_t i = 0; i < stance.supporters.size(); ++i) {
    const Statement& statement = *stance.supporters[i].statement;
    if (judgement.independence.independent[i] && judgement.counted[i] && statement.side != first->side &&
        judgement.independence.voices[i] != first_voice &&
        SpeaksForRespondent(statement.party, statement.said, bench.question, bench.sides)) {
      return Grade::kCounterparty;
    }
  }
  return Grade::kThirdParty;
}

Judgement JudgeOne(const Bench& bench, const Stance& stance) {
  Judgement judgement = JudgeCandidate(bench, stance);
  FlagCompatible(stance, judgement);
  if (judgement.status == Status::kConfirmed) judgement.grade = GradeOf(bench, judgement);
  if (judgement.status == Status::kUnconfirmed && IsIndeterminate(stance)) {
    judgement.status = Status::kIndeterminate;
  }
  return judgement;
}
// Lets a model's word that two texts contradict make a conflict where nothing else has been confirmed.
void HearModels(std::vector<Judgement>& judgements) {
  std::unordered_set<std::string> confirmed;
  for (const Judgement& judgement : judgements) {
    if (judgement.status == Status::kConfirmed) confirmed.insert(judgement.stance->set().key);
  }
  for (Judgement& judgement : judgements) {
    for (const Stance::Row& row : judgement.stance->opposers) {
      if (!row.related.model_judged) continue;
      judgement.flags.insert(Flag::kModelJudged);
      if (!OfAnotherSide(*row.statement, *judgement.stance) || judgement.status == Status::kConfirmed ||
          confirmed.contains(row.statement->set.key)) {
        continue;
      }
      judgement.status = Status::kConflicting;
      if (!judgement.conflict_kind) judgement.conflict_kind = ConflictKind::kDifferentValues;
    }
  }
}

void FlagPartlyConfirmed(const Bench& bench, std::vector<Judgement>& judgements) {
  for (Judgement& judgement : judgements) {
    if (judgement.status == Status::kConfirmed) continue;
    for (const Judgement& other : judgements) {
      const Possibilities& general = other.stance->set();
      if (other.status != Status::kConfirmed ||
          ShownValue(*other.stance).polarity == model::Polarity::kDenies) {
        continue;
      }
      if (bench.comparator.Relate(judgement.stance->set(), general).relation == SetRelation::kRefines) {
        judgement.flags.insert(Flag::kPartiallyConfirmed);
      }
    }
  }
}

// What parties withdrew, where it would support a position that they no longer do.
void FlagWithdrawn(const Bench& bench, std::vector<Judgement>& judgements) {
  for (Judgement& judgement : judgements) {
    std::unordered_set<std::string> parties;
    for (const Stance::Row& row : judgement.stance->supporters) parties.insert(row.statement->party);
    for (const Statement& withdrawn : bench.reading.withdrawn) {
      if (!parties.contains(withdrawn.party) &&
          Entails(bench.comparator.Relate(withdrawn.set, judgement.stance->set()).relation)) {
        judgement.flags.insert(Flag::kRetractedSupport);
      }
    }
  }
}

bool ShownBefore(const Judgement& a, const Judgement& b) {
  if (a.status != b.status) return a.status < b.status;
  if (a.counts.sides != b.counts.sides) return a.counts.sides > b.counts.sides;
  return SaidBefore(*a.stance->members.front(), *b.stance->members.front());
}

}  // namespace

Judgement JudgeCandidate(const Bench& bench, const Stance& stance) {
  Judgement judgement{.stance = &stance};
  WeighSupport(bench, stance, judgement);
  Opposition(bench, stance).Weigh(judgement);
  const bool opposed = std::any_of(stance.opposers.begin(), stance.opposers.end(),
                                   [](const Stance::Row& row) { return !row.related.model_judged; });
  if (judgement.counts.confirming_sides >= bench.policy.min_sides && !opposed) {
    judgement.status = Status::kConfirmed;
  }
  return judgement;
}

bool SpeaksForRespondent(const std::string& party, Moment said, const model::Question& question,
                         const Sides& sides) {
  if (question.respondents.empty()) return false;
  const std::string root = sides.SpokenForAt(party, said);
  return std::any_of(
      question.respondents.begin(), question.respondents.end(),
      [&](const std::string& respondent) { return sides.SpokenForAt(respondent, said) == root; });
}

ConflictKind KindOfConflict(const Statement& a, const Statement& b) {
  if (std::holds_alternative<bool>(a.set.atom)) return ConflictKind::kDenial;
  const auto denies = [](const Statement& s) { return s.first().polarity == model::Polarity::kDenies; };
  const auto none = [](const Statement& s) { return std::holds_alternative<model::None>(*s.first().value); };
  return denies(a) != denies(b) || none(a) != none(b) ? ConflictKind::kDenial
                                                      : ConflictKind::kDifferentValues;
}

std::vector<Judgement> Judge(const Bench& bench) {
  std::vector<Judgement> judgements;
  for (const Stance& stance : bench.stances.all()) judgements.push_back(JudgeOne(bench, stance));
  HearModels(judgements);
  FlagPartlyConfirmed(bench, judgements);
  FlagWithdrawn(bench, judgements);
  std::sort(judgements.begin(), judgements.end(), ShownBefore);
  return judgements;
}

}  // namespace gainsay::engine
