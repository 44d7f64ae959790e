#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "service/engine/independence.h"

namespace gainsay::engine {
namespace {

void SortOnce(std::vector<size_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// Finds the roots of what some documents lead to, where some are first-hand: those are roots themselves,
// whatever they cite.
void WalkToRoots(std::vector<size_t> open, const std::unordered_set<size_t>& first_hand, size_t own,
                 const Citations& citations, Origins& origins) {
  std::unordered_set<size_t> seen(open.begin(), open.end());
  // Components with an edge that leaves them are no roots.
  std::unordered_map<size_t, size_t> roots;
  std::unordered_set<size_t> passed;
  while (!open.empty()) {
    const size_t source = open.back();
    open.pop_back();
    const size_t publisher = citations.publisher(source);
    if (first_hand.contains(source)) {
      origins.certain.push_back(publisher);
      origins.possible.push_back(publisher);
      continue;
    }
    const size_t component = citations.component(source);
    origins.circular |= citations.circular(source);
    const auto [root, is_new] = roots.try_emplace(component, publisher);
    root->second = std::min(root->second, publisher);
    for (const size_t cited : citations.cites(source)) {
      if (citations.component(cited) != component) passed.insert(component);
      if (seen.insert(cited).second) open.push_back(cited);
    }
  }
  for (const auto& [component, publisher] : roots) {
    if (passed.contains(component)) continue;
    origins.possible.push_back(publisher);
    if (publisher == own) origins.certain.push_back(publisher);
  }
}

}  // namespace

Origins OriginsOf(const Statement& statement, const Citations& citations) {
  Origins origins;
  const size_t own = citations.NumberOf(statement.side());
  std::unordered_set<size_t> first_hand;
  std::vector<size_t> sources;
  for (const model::Appearance* appearance : statement.appearances) {
    const size_t source = citations.IndexOf(appearance->source);
    if (source == Citations::kNone) continue;
    sources.push_back(source);
    const bool witnessed = appearance->access == model::Access::kFirstHand;
    if (witnessed || citations.publisher(source) == own) origins.attribution = Attribution::kFirstHand;
    if (witnessed) first_hand.insert(source);
  }
  if (sources.empty()) return origins;
  if (!origins.attribution) origins.attribution = Attribution::kRelayed;
  if (!first_hand.empty()) {
    WalkToRoots(std::move(sources), first_hand, own, citations, origins);
  } else {
    for (const size_t source : sources) {
      const std::vector<size_t>& roots = citations.roots(source);
      origins.possible.insert(origins.possible.end(), roots.begin(), roots.end());
      origins.circular |= citations.leads_into_circle(source);
    }
    if (std::find(origins.possible.begin(), origins.possible.end(), own) != origins.possible.end()) {
      origins.certain.push_back(own);
    }
  }
  SortOnce(origins.certain);
  SortOnce(origins.possible);
  return origins;
}

std::vector<const model::Appearance*> LeadingAppearances(const Statement& statement,
                                                         const Citations& citations) {
  std::vector<size_t> sources;
  std::vector<const model::Appearance*> leading;
  std::vector<const model::Appearance*> others;
  for (const model::Appearance* appearance : statement.appearances) {
    const size_t source = citations.IndexOf(appearance->source);
    if (source == Citations::kNone) {
      leading.push_back(appearance);
      continue;
    }
    sources.push_back(source);
    others.push_back(appearance);
  }
  if (sources.size() < 2) return {statement.appearances.begin(), statement.appearances.end()};
  const std::vector<bool> passes_on = citations.LeadToEachOther(sources);
  for (size_t i = 0; i < sources.size(); ++i) {
    if (!passes_on[i] || others[i]->access == model::Access::kFirstHand) leading.push_back(others[i]);
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
