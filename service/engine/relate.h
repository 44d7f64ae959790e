#ifndef GAINSAY_SERVICE_ENGINE_RELATE_H_
#define GAINSAY_SERVICE_ENGINE_RELATE_H_

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "service/engine/case_file.h"
#include "service/engine/comparison.h"
#include "service/engine/hierarchy.h"
#include "service/engine/possibilities.h"

namespace gainsay::engine {

// How one set relates to another, and why not if it cannot be told.
struct Related {
  SetRelation relation = SetRelation::kUndecided;
  std::string reason;         // kIncomparable and kUndecided only
  bool model_judged = false;  // only a model's word made it so
};

// The same seen from the other set.
Related Inverse(Related related);

// Whether a relation is that of a value which entails the other.
inline bool Entails(SetRelation relation) {
  return relation == SetRelation::kEqual || relation == SetRelation::kRefines;
}

// What people and models have said about pairs of texts on one question: each word holds for all claims of
// the same folded texts and polarities. A person's outranks a model's; persons who differ decide nothing.
class TextRelations {
 public:
  TextRelations() = default;
  // Takes in the relations among `claims`; one that names other claims is passed over.
  TextRelations(const std::vector<OnFile<model::Relation>>& relations,
                const std::vector<OnFile<model::Claim>>& claims, const Domain& domain);

  // How the text set keyed `a` relates to that keyed `b`.
  Related Find(const std::string& a, const std::string& b) const;

  // Whether no word relates the text set of that key to any other.
  bool IsUntold(const std::string& key) const { return !told_of_.contains(key); }
  // Whether a model has said anything.
  bool has_models() const { return has_models_; }

 private:
  // What was said of one ordered pair, by persons and by models.
  struct Words {
    bool entails = false;
    bool contradicts = false;
    bool neutral = false;
  };
  struct Judged {
    Words by_person;
    Words by_model;
  };

  const Judged* At(const std::string& from, const std::string& to) const;

  std::map<std::pair<std::string, std::string>, Judged> judged_;
  std::unordered_set<std::string> told_of_;
  bool has_models_ = false;
};

// Relates the sets of one question's claims: one small algebra, in which each kind of value supplies four
// facts about two sets (inside, around, apart, covering all) and a denial is the complement.
// Thread-safe.
class Comparator {
 public:
  Comparator(const Domain& domain, const Hierarchy& hierarchy, const TextRelations& texts)
      : domain_(domain), hierarchy_(hierarchy), texts_(texts) {}

  // Returns how `a` relates to `b`, both of the domain; times of validity are not looked at.
  Related Relate(const Possibilities& a, const Possibilities& b) const;

  // Whether an affirmed set relates to all other affirmed ones that are isolated in the same way: an entity
  // outside every hierarchy, a text of which no relation is on file.
  bool IsIsolated(const Possibilities& set) const;

  // Whether a model's word may decide a relation.
  bool may_be_model_judged() const { return texts_.has_models(); }

 private:
  const Domain& domain_;
  const Hierarchy& hierarchy_;
  const TextRelations& texts_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_RELATE_H_
