#include "service/engine/opposition.h"

#include <algorithm>
#include <utility>

namespace gainsay::engine {
namespace {

bool Denies(const Statement& statement) { return statement.first().polarity == model::Polarity::kDenies; }

bool SaysNone(const Statement& statement) {
  return std::holds_alternative<model::None>(*statement.first().value);
}

ConflictKind KindOfConflict(const Statement& a, const Statement& b, const Answers& answers) {
  if (std::holds_alternative<bool>(answers[a.answer()].atom)) return ConflictKind::kDenial;
  return Denies(a) != Denies(b) || SaysNone(a) != SaysNone(b) ? ConflictKind::kDenial
                                                              : ConflictKind::kDifferentValues;
}

// Judges one position by those that oppose it.
class Opposition {
 public:
  Opposition(const Field& field, const Standing& standing)
      : bench_(field.bench()), field_(field), standing_(standing) {}

  // Sets what follows from conflicting statements.
  void Weigh(Judgement& judgement) const {
    if (standing_.opposers() == 0) return;
    if (HasInternalConflict()) judgement.flags.insert(Flag::kInternalConflict);
    const bool models = bench_.answers.may_be_model_judged();
    standing_.ForEachOpposer([&](const Statement& opposer, SetRelation) {
      if (models && standing_.IsModelJudged(opposer)) {
        judgement.model_opposers.push_back(&opposer);
        return true;
      }
      judgement.opposed = true;
      if (!IsSettled(judgement)) WeighOpposer(opposer, judgement);
      return models || !IsSettled(judgement);
    });
  }

 private:
  // Whether one side's parties contradict each other over the position.
  bool HasInternalConflict() const {
    if (!field_.any_side_of_several()) return false;
    for (const Row& supporter : standing_.supporters()) {
      const auto* side = field_.OfSideOfSeveral(*supporter.statement);
      if (side == nullptr) continue;
      for (const Statement* other : *side) {
        if (other->party() != supporter.statement->party() && standing_.Opposes(*other) &&
            bench_.stances.Conflict(*supporter.statement, *other)) {
          return true;
        }
      }
    }
    return false;
  }

  // Looks for a supporter of another side that cannot hold together with the opposer, best in a denial.
  void WeighOpposer(const Statement& opposer, Judgement& judgement) const {
    if (!field_.several_sides()) return;
    const bool may_add_denial = judgement.conflict_kind != ConflictKind::kDenial;
    const bool may_add_respondent = opposer.entry->speaks_for_respondent;
    const bool conflicting = judgement.status == Status::kConflicting;
    if (conflicting && (!field_.may_deny() || (!may_add_denial && !may_add_respondent))) return;
    for (const Row& supporter : standing_.supporters()) {
      const Statement& statement = *supporter.statement;
      if (OfOneSide(statement, opposer)) continue;
      const bool denial = KindOfConflict(statement, opposer, bench_.answers) == ConflictKind::kDenial;
      if (judgement.status == Status::kConflicting && !denial) continue;
      if (!bench_.stances.Conflict(statement, opposer)) continue;
      judgement.status = Status::kConflicting;
      if (!judgement.conflict_kind) judgement.conflict_kind = ConflictKind::kDifferentValues;
      if (denial) {
        judgement.conflict_kind = ConflictKind::kDenial;
        if (may_add_respondent) judgement.flags.insert(Flag::kRespondentDenies);
        return;
      }
      if (!field_.may_deny()) return;
    }
  }

  // Whether no further opposer could add anything.
  bool IsSettled(const Judgement& judgement) const {
    if (judgement.status != Status::kConflicting) return false;
    if (!field_.may_deny()) return true;
    if (judgement.conflict_kind != ConflictKind::kDenial) return false;
    return !field_.respondent_spoke() || judgement.flags.contains(Flag::kRespondentDenies);
  }

  const Bench& bench_;
  const Field& field_;
  const Standing& standing_;
};

}  // namespace

Field::Field(const Bench& bench) : bench_(bench) {
  constexpr uint32_t kSeveral = Roster::kNone - 1;
  const auto& statements = bench.stances.statements();
  bool sides_of_several = false;
  std::vector<uint32_t> first_party(bench.roster.sides(), Roster::kNone);
  for (const Statement& statement : statements) {
    may_deny_ = may_deny_ || Denies(statement) || SaysNone(statement) ||
                std::holds_alternative<bool>(bench.answers[statement.answer()].atom);
    respondent_spoke_ = respondent_spoke_ || statement.entry->speaks_for_respondent;
    several_sides_ = several_sides_ || !OfOneSide(statement, statements.front());
    uint32_t& party = first_party[statement.side()];
    if (party == Roster::kNone) party = statement.party();
    if (party == statement.party() || party == kSeveral) continue;
    party = kSeveral;
    sides_of_several = true;
  }
  if (!sides_of_several) return;
  for (const Statement& statement : statements) {
    if (first_party[statement.side()] == kSeveral) sides_of_several_[statement.side()].push_back(&statement);
  }
}

const std::vector<const Statement*>* Field::OfSideOfSeveral(const Statement& statement) const {
  const auto found = sides_of_several_.find(statement.side());
  return found == sides_of_several_.end() ? nullptr : &found->second;
}

void WeighOpposition(const Field& field, const Standing& standing, Judgement& judgement) {
  Opposition(field, standing).Weigh(judgement);
}

}  // namespace gainsay::engine
