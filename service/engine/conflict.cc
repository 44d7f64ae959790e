#include <algorithm>

#include "service/engine/evolution.h"
#include "service/engine/positions.h"

namespace gainsay::engine {
namespace {

// The most pairs that are looked at for a conflict, for each statement: most conflicts show among the first
// few.
constexpr size_t kPairsAStatement = 100;

}  // namespace

bool Conflict(const Statement& a, const Statement& b, const Answers& answers, model::Evolution evolution) {
  if (answers.RelationOf(a.answer(), b.answer()) != SetRelation::kDisjoint) return false;
  if (answers.IsModelJudged(a.answer(), b.answer()) || !TimesOverlap(a.valid(), b.valid())) return false;
  const Place& of_a = answers.place(a.answer());
  const Place& of_b = answers.place(b.answer());
  return !IsUpdate(a.said(), of_a, b.said(), of_b, evolution) &&
         !IsUpdate(b.said(), of_b, a.said(), of_a, evolution);
}

bool SpeakOfOneTime(const Stance& a, const Stance& b) {
  return std::any_of(a.members.begin(), a.members.end(), [&b](const Statement* one) {
    return std::any_of(b.members.begin(), b.members.end(),
                       [one](const Statement* other) { return TimesOverlap(one->valid(), other->valid()); });
  });
}

std::optional<StatementPair> FirstConflict(const std::vector<Statement>& statements, const Answers& answers,
                                           model::Evolution evolution) {
  std::vector<absl::InlinedVector<const Statement*, 8>> before;  // by set
  std::vector<uint32_t> by_answer(answers.size(), Answers::kNone);
  size_t pairs = kPairsAStatement * statements.size();
  for (const Statement& statement : statements) {
    for (const auto& same : before) {
      if (pairs < same.size() + 1) return std::nullopt;
      pairs -= same.size() + 1;
      if (answers.RelationOf(same.front()->answer(), statement.answer()) != SetRelation::kDisjoint) continue;
      for (const Statement* other : same) {
        if (!OfOneSide(*other, statement) && Conflict(*other, statement, answers, evolution)) {
          return StatementPair(other, &statement);
        }
      }
    }
    uint32_t& set = by_answer[statement.answer()];
    if (set == Answers::kNone) {
      set = static_cast<uint32_t>(before.size());
      before.emplace_back();
    }
    before[set].push_back(&statement);
  }
  return std::nullopt;
}

}  // namespace gainsay::engine
