#include <algorithm>
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

std::vector<const model::Appearance*> LeadingAppearances(const Statement& statement,
                                                         const Citations& citations) {
  std::unordered_set<size_t> carrying;
  for (const model::Appearance* appearance : statement.appearances) {
    carrying.insert(citations.IndexOf(appearance->source));
  }
  std::vector<const model::Appearance*> leading;
  for (const model::Appearance* appearance : statement.appearances) {
    const size_t source = citations.IndexOf(appearance->source);
    const bool passed_on = source != Citations::kNone && appearance->access != model::Access::kFirstHand &&
                           citations.LeadsTo(source, carrying);
    if (!passed_on) leading.push_back(appearance);
  }
  return leading;
}

bool IsSeenInDocumentOf(const std::string& side, const Statement& statement, const Citations& citations) {
  return std::any_of(statement.appearances.begin(), statement.appearances.end(), [&](const auto* appearance) {
    const size_t source = citations.IndexOf(appearance->source);
    return source != Citations::kNone && citations.publisher_side(source) == side;
  });
}

}  // namespace gainsay::engine
