#ifndef GAINSAY_SERVICE_ENGINE_POSITIONS_H_
#define GAINSAY_SERVICE_ENGINE_POSITIONS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "service/engine/answers.h"
#include "service/engine/statement.h"

namespace gainsay::engine {

// Statements with equal sets.
struct Stance {
  std::vector<const Statement*> members;  // by said time, then name

  uint32_t answer() const { return members.front()->answer(); }
};

// What statements are related to: a position of theirs, or a set that is asked about. Refers to both.
struct Subject {
  const Stance& stance;
  uint32_t answer = Answers::kNone;  // kNone: none of the sets on file
  const Possibilities& set;
  const Place& place;
};

// Whether some moment is one of which a member of each of two positions speaks.
bool SpeakOfOneTime(const Stance& a, const Stance& b);

// A statement as it stands to a position.
struct Row {
  const Statement* statement = nullptr;
  SetRelation relation = SetRelation::kUndecided;  // of the statement's value to the position's
  bool model_judged = false;                       // only a model's word made it so
};

// Whether two statements cannot hold together: disjoint, of times that overlap, and neither bringing the
// other up to date. A model's word alone does not make them so.
bool Conflict(const Statement& a, const Statement& b, const Answers& answers, model::Evolution evolution);

// Returns the first statement that conflicts with one before it of another side, after that one; nothing if
// none does, or none is found among as many pairs as are quickly looked at.
using StatementPair = std::pair<const Statement*, const Statement*>;
std::optional<StatementPair> FirstConflict(const std::vector<Statement>& statements, const Answers& answers,
                                           model::Evolution evolution);

class Stances;

// How every statement stands to one position: in full for those that support it, counted and one after the
// other for the rest. Refers to the stances and the stance.
class Standing {
 public:
  // By said time, then name, as all rows are.
  const std::vector<Row>& supporters() const { return supporters_; }
  int opposers() const { return opposers_; }
  int compatible() const { return compatible_; }
  // Takes those supporters that `keep` is false of for none of the position's; they are no longer listed.
  void KeepSupporters(absl::FunctionRef<bool(const Statement& statement)> keep);
  // Whether a later statement of a member's kind of amount goes further.
  bool updated() const { return updated_; }

  // Whether any of the compatible relates to it so.
  bool any_succession() const { return any_succession_; }
  bool any_undecided() const { return any_undecided_; }
  // Whether all of the compatible are undecided.
  bool only_undecided() const { return only_undecided_; }

  // Call `visit` for each of the rest, by said time, then name, until it returns false.
  using Visit = absl::FunctionRef<bool(const Statement& statement, SetRelation relation)>;
  void ForEachOpposer(Visit visit) const;
  void ForEachCompatible(Visit visit) const;
  // How one of the question's statements stands to the position.
  Row RowOf(const Statement& statement) const;
  // Whether only a model's word makes one of them oppose the position.
  bool IsModelJudged(const Statement& statement) const {
    return may_be_model_judged_ && RowOf(statement).model_judged;
  }
  // Why one of them cannot be related to it; empty if it can.
  std::string ReasonOf(const Row& row) const;
  // Whether `statement` opposes the position.
  bool Opposes(const Statement& statement) const;

 private:
  friend class Stances;
  Standing(const Stances& stances, const Subject& subject, bool may_be_model_judged)
      : stances_(stances), subject_(subject), may_be_model_judged_(may_be_model_judged) {}

  SetRelation RelationOf(size_t statement) const;
  SetRelation RelationOfSet(uint32_t answer) const;
  void ForEach(bool opposing, int how_many, Visit visit) const;

  const Stances& stances_;
  const Subject subject_;
  const bool may_be_model_judged_;
  std::vector<Row> supporters_;
  int opposers_ = 0;
  int compatible_ = 0;
  bool updated_ = false;
  bool any_succession_ = false;
  bool any_undecided_ = false;
  bool only_undecided_ = false;
  // How relations are told: by the sets alone, by the sets and what was said when, or one by one.
  enum class Told { kBySets, kByOrder, kOneByOne };
  Told told_ = Told::kBySets;
  std::vector<SetRelation> relations_;  // kOneByOne: by statement
};

// Relates one question's statements. Where all are stretches of one line, and nothing depends on when they
// were said or of which time they speak, what stands how is found by order; else pair by pair.
class Stances {
 public:
  // Groups `statements`, which are by said time, then name and must outlive this, into positions, in the
  // order of their first statements.
  Stances(const std::vector<Statement>& statements, const Answers& answers, model::Evolution evolution);
  Stances(const Stances&) = delete;
  Stances& operator=(const Stances&) = delete;

  const std::vector<Stance>& all() const { return stances_; }
  const std::vector<Statement>& statements() const { return statements_; }

  // The index of one of them.
  size_t IndexOf(const Statement& statement) const {
    return static_cast<size_t>(&statement - statements_.data());
  }

  // Whether it is certain that no two statements are undecided or incomparable.
  bool all_related() const;

  // Returns how every statement stands to `stance`, one of these, or to another subject, which must outlive
  // the result.
  Standing StandingTo(const Stance& stance) const;
  Standing StandingTo(const Subject& subject) const;

  // As the free function, of this question's.
  bool Conflict(const Statement& a, const Statement& b) const {
    return engine::Conflict(a, b, answers_, evolution_);
  }

 private:
  friend class Standing;

  void SortOnLine();
  void CountOpposersByOrder();
  void FindOnLine(Standing& standing) const;
  void FindByOrder(Standing& standing) const;
  SetRelation RelateByOrder(const Statement& statement, const Subject& subject) const;
  void FindPairByPair(Standing& standing) const;
  SetRelation RelateTo(const Statement& statement, const Subject& subject, SetRelation of_sets,
                       bool& updated) const;

  const std::vector<Statement>& statements_;
  const Answers& answers_;
  model::Evolution evolution_;
  std::vector<Stance> stances_;
  bool depends_on_times_ = false;
  bool same_line_ = false;
  // Where all lie on one line, and the sets alone tell or are exact amounts that rise (fall): the stances by
  // their lower and by their higher ends, and how many statements are behind the first so many of them.
  bool on_line_ = false;
  bool by_order_ = false;
  std::vector<int> opposers_by_order_;   // by stance
  std::vector<int64_t> furthest_since_;  // by statement: how far it or any after it goes
  std::vector<size_t> by_low_;
  std::vector<size_t> by_high_;
  std::vector<int> behind_low_;
  std::vector<int> behind_high_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_POSITIONS_H_
