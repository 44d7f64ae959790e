#ifndef GAINSAY_SERVICE_ENGINE_HIERARCHY_H_
#define GAINSAY_SERVICE_ENGINE_HIERARCHY_H_

#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "service/model/records.h"

namespace gainsay::engine {

// What is a kind, part or member of what, through `broader`. Does not own the entities, which must outlive
// it. Thread-safe: it remembers what it has walked under a lock.
class Hierarchy {
 public:
  explicit Hierarchy(const std::unordered_map<std::string, model::Entity>& entities);

  // Whether `entity` is `broader` or lies under it.
  bool IsWithin(const std::string& entity, const std::string& broader) const;

  // Whether two entities, neither within the other, may yet have something in common: either is a CONCEPT,
  // or something on file lies under both.
  bool MayMeet(const std::string& a, const std::string& b) const;

  // Whether nothing is broader or narrower than the entity, and it is no CONCEPT: it then has nothing in
  // common with any other such.
  bool IsAlone(const std::string& entity) const;

 private:
  using Names = std::unordered_set<std::string>;

  bool IsConcept(const std::string& entity) const;
  // The entity and all above, or all under it. They stay where they are.
  const Names& Upwards(const std::string& entity) const;
  const Names& Downwards(const std::string& entity) const;

  const std::unordered_map<std::string, model::Entity>& entities_;
  std::unordered_map<std::string, std::vector<std::string>> narrower_;
  mutable std::mutex walking_;
  mutable std::unordered_map<std::string, Names> upwards_;
  mutable std::unordered_map<std::string, Names> downwards_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_HIERARCHY_H_
