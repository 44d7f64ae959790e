#include <unordered_map>
#include <unordered_set>

#include "service/engine/independence.h"

namespace gainsay::engine {

Origins OriginsOf(const Statement& statement, const Citations& citations) {
  Origins origins;
  std::unordered_set<size_t> first_hand;
  std::vector<size_t> open;
  for (const model::Appearance* appearance : statement.appearances) {
    const size_t source = citations.IndexOf(appearance->source);
    if (source == Citations::kNone) continue;
    open.push_back(source);
    const bool own = citations.publisher_side(source) == statement.side;
    if (appearance->access == model::Access::kFirstHand || own) origins.attribution = Attribution::kFirstHand;
    if (appearance->access == model::Access::kFirstHand) first_hand.insert(source);
  }
  if (open.empty()) return origins;
  if (!origins.attribution) origins.attribution = Attribution::kRelayed;

  std::unordered_set<size_t> seen(open.begin(), open.end());
  // Components with an edge that leaves them are no roots.
  std::unordered_map<size_t, std::string> roots;
  std::unordered_set<size_t> passed;
  while (!open.empty()) {
    const size_t source = open.back();
    open.pop_back();
    const std::string& publisher = citations.publisher_side(source);
    if (first_hand.contains(source)) {
      origins.certain.insert(publisher);
      origins.possible.insert(publisher);
      continue;
    }
    const size_t component = citations.component(source);
    origins.circular |= citations.circular(source);
    std::string& root = roots[component];
    if (root.empty() || publisher < root) root = publisher;
    for (const size_t cited : citations.cites(source)) {
      if (citations.component(cited) != component) passed.insert(component);
      if (seen.insert(cited).second) open.push_back(cited);
    }
  }
  for (const auto& [component, publisher] : roots) {
    if (passed.contains(component)) continue;
    origins.possible.insert(publisher);
    if (publisher == statement.side) origins.certain.insert(publisher);
  }
  return origins;
}

}  // namespace gainsay::engine
