#include <unordered_map>

#include "service/engine/relate.h"

namespace gainsay::engine {
namespace {

constexpr char kNoRelation[] = "no comparator can tell these texts, and no relation is on file";
constexpr char kPersonsDiffer[] = "the relations on file differ";

}  // namespace

TextRelations::TextRelations(const std::vector<OnFile<model::Relation>>& relations,
                             const std::vector<OnFile<model::Claim>>& claims, const Domain& domain) {
  if (relations.empty()) return;
  std::unordered_map<std::string, std::string> keys;
  for (const auto& claim : claims) {
    if (!claim.record.value) continue;
    const auto set = domain.SetOf(*claim.record.value, claim.record.polarity);
    if (set) keys[claim.record.name] = set->key;
  }
  for (const auto& [relation, revision, record_time] : relations) {
    const auto from = keys.find(relation.from);
    const auto to = keys.find(relation.to);
    if (from == keys.end() || to == keys.end()) continue;
    Judged& judged = judged_[{from->second, to->second}];
    told_of_.insert({from->second, to->second});
    has_models_ = has_models_ || relation.method == model::RelationMethod::kModel;
    Words& words = relation.method == model::RelationMethod::kHuman ? judged.by_person : judged.by_model;
    switch (relation.kind) {
      case model::RelationKind::kEntails:
        words.entails = true;
        break;
      case model::RelationKind::kContradicts:
        words.contradicts = true;
        break;
      case model::RelationKind::kNeutral:
        words.neutral = true;
        break;
    }
  }
}

const TextRelations::Judged* TextRelations::At(const std::string& from, const std::string& to) const {
  const auto found = judged_.find({from, to});
  return found == judged_.end() ? nullptr : &found->second;
}

Related TextRelations::Find(const std::string& a, const std::string& b) const {
  if (judged_.empty()) return {SetRelation::kUndecided, kNoRelation};
  const Judged* forth = At(a, b);
  const Judged* back = At(b, a);
  const auto decide = [](const Words& ab, const Words& ba) -> Related {
    const bool entails = ab.entails || ba.entails;
    const bool contradicts = ab.contradicts || ba.contradicts;
    // Being neutral one way does not gainsay entailing the other way.
    const bool neutral = ab.neutral || ba.neutral;
    const bool differ = (entails && contradicts) || (contradicts && neutral) || (ab.entails && ab.neutral) ||
                        (ba.entails && ba.neutral);
    if (differ) return {SetRelation::kUndecided, kPersonsDiffer};
    if (contradicts) return {SetRelation::kDisjoint, ""};
    if (ab.entails && ba.entails) return {SetRelation::kEqual, ""};
    if (ab.entails) return {SetRelation::kRefines, ""};
    if (ba.entails) return {SetRelation::kGeneralizes, ""};
    if (neutral) return {SetRelation::kOverlaps, ""};
    return {SetRelation::kUndecided, kNoRelation};
  };
  const Words none;
  const Related by_person = decide(forth ? forth->by_person : none, back ? back->by_person : none);
  if (by_person.relation != SetRelation::kUndecided || by_person.reason == kPersonsDiffer) return by_person;
  Related by_model = decide(forth ? forth->by_model : none, back ? back->by_model : none);
  by_model.model_judged = by_model.relation != SetRelation::kUndecided;
  return by_model;
}

}  // namespace gainsay::engine
