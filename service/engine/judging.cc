#include "service/engine/judging.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "service/engine/consensus.h"
#include "service/engine/opposition.h"
#include "service/engine/support.h"

namespace gainsay::engine {
namespace {

// Whether a statement is of another side than some member of the position.
bool OfAnotherSide(const Statement& statement, const Stance& stance) {
  return std::any_of(stance.members.begin(), stance.members.end(),
                     [&](const Statement* member) { return !OfOneSide(*member, statement); });
}

// Whether other sides speak, and nothing they say can be related to the position.
bool IsIndeterminate(const Stance& stance, const Standing& standing) {
  const Statement& own = *stance.members.front();
  if (OfAnotherSide(own, stance)) return false;
  bool others_speak = false;
  bool related = false;
  const auto visit = [&](const Statement& statement, SetRelation relation) {
    if (OfOneSide(statement, own)) return true;
    others_speak = true;
    related = relation != SetRelation::kUndecided && relation != SetRelation::kIncomparable;
    return !related && !standing.only_undecided();
  };
  for (const Row& row : standing.supporters()) {
    if (!OfOneSide(*row.statement, own)) return false;
  }
  standing.ForEachOpposer(visit);
  if (!related) standing.ForEachCompatible(visit);
  return others_speak && !related;
}

// Whether no two members of a position speak of different times.
bool AllSpeakOfOneTime(const Stance& stance) {
  const Statement* last_to_begin = nullptr;
  const Statement* first_to_end = nullptr;
  for (const Statement* member : stance.members) {
    if (!member->valid()) continue;
    // Zoned and zoneless ones are told apart one by one: there are seldom both.
    if (last_to_begin != nullptr && last_to_begin->valid()->zoned != member->valid()->zoned) {
      return std::all_of(stance.members.begin(), stance.members.end(), [&](const Statement* other) {
        return TimesOverlap(other->valid(), member->valid());
      });
    }
    const auto begin = [](const Statement* s) { return s->valid()->begin.value_or(kUndatedMoment); };
    const auto end = [](const Statement* s) { return s->valid()->end.value_or(kOpenEnd); };
    if (last_to_begin == nullptr || begin(member) > begin(last_to_begin)) last_to_begin = member;
    if (first_to_end == nullptr || end(member) < end(first_to_end)) first_to_end = member;
  }
  return last_to_begin == nullptr || TimesOverlap(last_to_begin->valid(), first_to_end->valid());
}

void FlagTimesAndTexts(const Stance& stance, const Standing& standing, Judgement& judgement) {
  if (standing.any_succession() || !AllSpeakOfOneTime(stance)) judgement.flags.insert(Flag::kSuccession);
  if (standing.updated()) judgement.flags.insert(Flag::kUpdated);
  if (!standing.any_undecided()) return;
  standing.ForEachCompatible([&](const Statement& statement, SetRelation relation) {
    const bool undecided = relation == SetRelation::kUndecided && OfAnotherSide(statement, stance);
    if (undecided) judgement.flags.insert(Flag::kUndecidedText);
    return !undecided;
  });
}

Grade GradeOf(const Stance& stance, const Standing& standing, const Support& support) {
  const Statement* first = stance.members.front();
  const auto& supporters = standing.supporters();
  const auto first_row = std::find_if(supporters.begin(), supporters.end(),
                                      [first](const Row& row) { return row.statement == first; });
  const Independence& independence = support.independence;
  const size_t first_voice = independence.voices[static_cast<size_t>(first_row - supporters.begin())];
  for (size_t i = 0; i < supporters.size(); ++i) {
    const Statement& statement = *supporters[i].statement;
    if (independence.independent[i] && support.counted[i] && !OfOneSide(statement, *first) &&
        independence.voices[i] != first_voice && statement.entry->speaks_for_respondent) {
      return Grade::kCounterparty;
    }
  }
  return Grade::kThirdParty;
}

// Sets the status of a position that so many sides confirm as has been found.
void WeighAgainstOpposition(const Field& field, const Standing& standing, Judgement& judgement) {
  WeighOpposition(field, standing, judgement);
  if (judgement.status != Status::kConflicting && !judgement.opposed &&
      judgement.counts.confirming_sides >= field.bench().policy.min_sides) {
    judgement.status = Status::kConfirmed;
  }
}

// Lets a position that others cannot be related to be indeterminate.
void CompareWithOthers(const Field& field, const Standing& standing, Judgement& judgement) {
  if (judgement.status == Status::kUnconfirmed && field.several_sides() &&
      IsIndeterminate(*judgement.stance, standing)) {
    judgement.status = Status::kIndeterminate;
  }
}

// Sets what the position's supporters and opposers come to.
Support Weigh(const Field& field, const Standing& standing, Judgement& judgement) {
  Support support = WeighSupport(field.bench(), standing.supporters(), judgement);
  WeighAgainstOpposition(field, standing, judgement);
  judgement.supporters = static_cast<int>(standing.supporters().size());
  judgement.opposers = standing.opposers();
  judgement.compatible = standing.compatible();
  return support;
}

// Keeps those supporters that are listed, and what they come to.
void List(const std::vector<Row>& supporters, Support support, size_t most, Judgement& judgement) {
  const size_t listed = std::min(supporters.size(), most);
  judgement.listed.assign(supporters.begin(), supporters.begin() + static_cast<ptrdiff_t>(listed));
  judgement.independent = std::move(support.independence.independent);
  judgement.independent.resize(listed);
  judgement.counted = std::move(support.counted);
  judgement.counted.resize(listed);
  const bool all_stand_alone = std::all_of(supporters.begin(), supporters.end(),
                                           [](const Row& row) { return row.statement->stands_alone; });
  if (all_stand_alone && judgement.sides.size() > listed) judgement.sides.resize(listed);
  judgement.heard.reserve(listed);
  for (size_t i = 0; i < listed; ++i) {
    judgement.heard.push_back(support.independence.voices[i] != Independence::kNoVoice);
  }
}

// Whether some party withdrew what would support the position, and supports it no longer.
bool LostSupport(const Bench& bench, const Stance& stance, const Standing& standing) {
  if (bench.reading.withdrawn.empty()) return false;
  std::unordered_set<uint32_t> parties;
  for (const Row& row : standing.supporters()) parties.insert(row.statement->party());
  return std::any_of(bench.reading.withdrawn.begin(), bench.reading.withdrawn.end(),
                     [&](const Statement& withdrawn) {
                       return !parties.contains(withdrawn.party()) &&
                              Entails(bench.answers.RelationOf(withdrawn.answer(), stance.answer()));
                     });
}

Judgement JudgeOne(const Field& field, const Stance& stance, Tallies* tallies) {
  const Bench& bench = field.bench();
  const Standing standing = bench.stances.StandingTo(stance);
  Judgement judgement{.stance = &stance};
  Support support = Weigh(field, standing, judgement);
  if (tallies != nullptr) {
    DescribeSupport(bench, stance, standing.supporters(), support.independence, *tallies, judgement);
  }
  FlagTimesAndTexts(stance, standing, judgement);
  if (LostSupport(bench, stance, standing)) judgement.flags.insert(Flag::kRetractedSupport);
  if (judgement.status == Status::kConfirmed) judgement.grade = GradeOf(stance, standing, support);
  CompareWithOthers(field, standing, judgement);
  if (tallies != nullptr) List(standing.supporters(), std::move(support), bench.limits.rows, judgement);
  return judgement;
}

Judgement JudgeStatus(const Field& field, const Stance& stance) {
  const Bench& bench = field.bench();
  const Standing standing = bench.stances.StandingTo(stance);
  Judgement judgement{.stance = &stance};
  if (CertainlyConfirm(bench, standing.supporters())) {
    judgement.counts.confirming_sides = bench.policy.min_sides;
  } else {
    WeighSupport(bench, standing.supporters(), judgement);
  }
  WeighAgainstOpposition(field, standing, judgement);
  CompareWithOthers(field, standing, judgement);
  return judgement;
}

// Lets a model's word that two texts contradict make a conflict where nothing else has been confirmed.
void HearModels(std::vector<Judgement>& judgements) {
  std::unordered_set<size_t> confirmed;
  for (const Judgement& judgement : judgements) {
    if (judgement.status == Status::kConfirmed) confirmed.insert(judgement.stance->answer());
  }
  for (Judgement& judgement : judgements) {
    for (const Statement* opposer : judgement.model_opposers) {
      judgement.flags.insert(Flag::kModelJudged);
      if (!OfAnotherSide(*opposer, *judgement.stance) || judgement.status == Status::kConfirmed ||
          confirmed.contains(opposer->answer())) {
        continue;
      }
      judgement.status = Status::kConflicting;
      if (!judgement.conflict_kind) judgement.conflict_kind = ConflictKind::kDifferentValues;
    }
  }
}

void FlagPartlyConfirmed(const Bench& bench, std::vector<Judgement>& judgements) {
  std::vector<const Stance*> confirmed;
  for (const Judgement& judgement : judgements) {
    if (judgement.status == Status::kConfirmed &&
        ShownValue(*judgement.stance).polarity != model::Polarity::kDenies) {
      confirmed.push_back(judgement.stance);
    }
  }
  for (Judgement& judgement : judgements) {
    if (judgement.status == Status::kConfirmed) continue;
    const Stance& stance = *judgement.stance;
    const bool refines = std::any_of(confirmed.begin(), confirmed.end(), [&](const Stance* general) {
      return bench.answers.RelationOf(stance.answer(), general->answer()) == SetRelation::kRefines &&
             SpeakOfOneTime(stance, *general);
    });
    if (refines) judgement.flags.insert(Flag::kPartiallyConfirmed);
  }
}

bool ShownBefore(const Judgement& a, const Judgement& b) {
  if (a.status != b.status) return a.status < b.status;
  if (a.counts.sides != b.counts.sides) return a.counts.sides > b.counts.sides;
  return SaidBefore(*a.stance->members.front(), *b.stance->members.front());
}

}  // namespace

Limits LimitsFor(const Stances& stances) {
  const size_t positions = stances.all().size();
  const size_t statements = stances.statements().size();
  const size_t listed = std::min(positions, kMostPositions);
  if (listed == 0) return {};
  constexpr size_t kListsOfAPosition = 3;
  constexpr size_t kMostPairs = 100;
  const size_t share = kMostRows / (kListsOfAPosition * listed);
  const size_t pairs = std::min(share, kMostPairs);
  if (positions * statements <= kMostRows) return {positions, statements, kMostPairs};
  return {listed, share, pairs};
}

Judgement JudgeCandidate(const Field& field, const Stance& stance, const Standing& standing) {
  Judgement judgement{.stance = &stance};
  Support support = Weigh(field, standing, judgement);
  List(standing.supporters(), std::move(support), field.bench().limits.rows, judgement);
  return judgement;
}

std::vector<Judgement> Judge(const Field& field, Tallies* tallies) {
  const Bench& bench = field.bench();
  std::vector<Judgement> judgements;
  judgements.reserve(bench.stances.all().size());
  for (const Stance& stance : bench.stances.all()) judgements.push_back(JudgeOne(field, stance, tallies));
  if (bench.answers.may_be_model_judged()) HearModels(judgements);
  FlagPartlyConfirmed(bench, judgements);
  std::sort(judgements.begin(), judgements.end(), ShownBefore);
  return judgements;
}

std::vector<Judgement> JudgeStatuses(const Field& field) {
  const Bench& bench = field.bench();
  std::vector<Judgement> judgements;
  judgements.reserve(bench.stances.all().size());
  for (const Stance& stance : bench.stances.all()) judgements.push_back(JudgeStatus(field, stance));
  if (bench.answers.may_be_model_judged()) HearModels(judgements);
  std::stable_sort(judgements.begin(), judgements.end(),
                   [](const Judgement& a, const Judgement& b) { return a.status < b.status; });
  return judgements;
}

}  // namespace gainsay::engine
