#ifndef GAINSAY_SERVICE_ENGINE_POSITIONS_H_
#define GAINSAY_SERVICE_ENGINE_POSITIONS_H_

#include <cstddef>
#include <vector>

#include "service/engine/reading.h"
#include "service/engine/relate.h"

namespace gainsay::engine {

// Statements with equal sets, and how every statement stands to them.
struct Stance {
  // A statement as it stands to the position.
  struct Row {
    const Statement* statement = nullptr;
    Related related;  // of the statement's value to the position's
  };

  std::vector<const Statement*> members;  // by said time, then name
  std::vector<Row> supporters;            // rows are by said time, then name
  std::vector<Row> opposers;
  std::vector<Row> compatible;
  bool updated = false;  // a later statement of a member's kind of amount goes further

  const Possibilities& set() const { return members.front()->set; }
};

// Whether two statements cannot hold together: disjoint, of times that overlap, and neither bringing the
// other up to date. A model's word alone does not make them so.
bool Conflict(const Statement& a, const Statement& b, const Comparator& comparator,
              model::Evolution evolution);

// Whether any two of `statements`, of different sides, conflict. Ends with the first pair that does.
bool AnyConflict(const std::vector<Statement>& statements, const Comparator& comparator,
                 model::Evolution evolution);

// Relates one question's statements pair by pair.
class Stances {
 public:
  // Groups `statements`, which are by said time, then name and must outlive this, into positions, in the
  // order of their first statements.
  Stances(const std::vector<Statement>& statements, const Comparator& comparator, model::Evolution evolution);

  const std::vector<Stance>& all() const { return stances_; }

  // Returns how every statement stands to `candidate`, which is none of them and must outlive the result.
  Stance StanceOf(const Statement& candidate) const;

  // As the free function, of this question's.
  bool Conflict(const Statement& a, const Statement& b) const {
    return engine::Conflict(a, b, comparator_, evolution_);
  }

 private:
  // Sorts every statement by how it stands to the stance's members.
  void Fill(Stance& stance) const;
  Related RelateTo(const Statement& statement, Stance& stance, const Related& of_sets) const;

  const std::vector<Statement>& statements_;
  const Comparator& comparator_;
  model::Evolution evolution_;
  std::vector<size_t> stance_of_;  // by statement
  std::vector<Stance> stances_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_POSITIONS_H_
