#include "service/engine/hierarchy.h"

#include <algorithm>

namespace gainsay::engine {
namespace {

// Everything that `next` leads to from `start`, itself included.
template <class Next>
std::unordered_set<std::string> Closure(const std::string& start, Next next) {
  std::unordered_set<std::string> reached = {start};
  std::vector<std::string> open = {start};
  while (!open.empty()) {
    const std::string entity = std::move(open.back());
    open.pop_back();
    const std::vector<std::string>* neighbours = next(entity);
    if (neighbours == nullptr) continue;
    for (const std::string& neighbour : *neighbours) {
      if (reached.insert(neighbour).second) open.push_back(neighbour);
    }
  }
  return reached;
}

}  // namespace

Hierarchy::Hierarchy(const std::unordered_map<std::string, model::Entity>& entities) : entities_(entities) {
  for (const auto& [name, entity] : entities) {
    for (const std::string& broader : entity.broader) narrower_[broader].push_back(name);
  }
}

bool Hierarchy::IsWithin(const std::string& entity, const std::string& broader) const {
  return entity == broader || Upwards(entity).contains(broader);
}

bool Hierarchy::MayMeet(const std::string& a, const std::string& b) const {
  if (IsConcept(a) || IsConcept(b)) return true;
  const Names& under_a = Downwards(a);
  const Names& under_b = Downwards(b);
  const bool a_fewer = under_a.size() < under_b.size();
  const Names& fewer = a_fewer ? under_a : under_b;
  const Names& more = a_fewer ? under_b : under_a;
  return std::any_of(fewer.begin(), fewer.end(),
                     [&more](const std::string& entity) { return more.contains(entity); });
}

bool Hierarchy::IsAlone(const std::string& entity) const {
  const auto found = entities_.find(entity);
  const bool under_another = found != entities_.end() && !found->second.broader.empty();
  return !under_another && !narrower_.contains(entity) && !IsConcept(entity);
}

bool Hierarchy::IsConcept(const std::string& entity) const {
  const auto found = entities_.find(entity);
  return found != entities_.end() && found->second.kind == model::EntityKind::kConcept;
}

const Hierarchy::Names& Hierarchy::Upwards(const std::string& entity) const {
  const std::lock_guard lock(walking_);
  const auto [walked, is_new] = upwards_.try_emplace(entity);
  if (is_new) {
    walked->second = Closure(entity, [this](const std::string& at) {
      const auto found = entities_.find(at);
      return found == entities_.end() ? nullptr : &found->second.broader;
    });
  }
  return walked->second;
}

const Hierarchy::Names& Hierarchy::Downwards(const std::string& entity) const {
  const std::lock_guard lock(walking_);
  const auto [walked, is_new] = downwards_.try_emplace(entity);
  if (is_new) {
    walked->second = Closure(entity, [this](const std::string& at) {
      const auto found = narrower_.find(at);
      return found == narrower_.end() ? nullptr : &found->second;
    });
  }
  return walked->second;
}

}  // namespace gainsay::engine
