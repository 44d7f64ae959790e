#ifndef GAINSAY_SERVICE_ENGINE_OPPOSITION_H_
#define GAINSAY_SERVICE_ENGINE_OPPOSITION_H_

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "service/engine/judging.h"

namespace gainsay::engine {

// What the statements of a question have in common that bears on how any of them conflict. Prepared once;
// refers to the bench.
class Field {
 public:
  explicit Field(const Bench& bench);

  const Bench& bench() const { return bench_; }
  // Whether some conflict may be of kind DENIAL.
  bool may_deny() const { return may_deny_; }
  bool respondent_spoke() const { return respondent_spoke_; }
  bool several_sides() const { return several_sides_; }

  bool any_side_of_several() const { return !sides_of_several_.empty(); }
  // What everyone of a statement's side says, if that is of several parties; null for a side of one.
  const std::vector<const Statement*>* OfSideOfSeveral(const Statement& statement) const;

 private:
  const Bench& bench_;
  bool may_deny_ = false;
  bool respondent_spoke_ = false;
  bool several_sides_ = false;
  std::unordered_map<uint32_t, std::vector<const Statement*>> sides_of_several_;
};

// Judges a position by those that oppose it: sets the judgement's status and conflict kind where it is
// CONFLICTING, whether it is opposed and by whom on a model's word alone, and the flags that follow. A
// conflict is a DENIAL if just one of the two denies a value that is not a boolean, or says there is none, or
// if they are a boolean and its negation.
void WeighOpposition(const Field& field, const Standing& standing, Judgement& judgement);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_OPPOSITION_H_
