#include <algorithm>
#include <utility>

#include "service/engine/independence.h"
#include "service/engine/number_set.h"

namespace gainsay::engine {
namespace {

void SortOnce(Origins::Sides& numbers) {
  if (numbers.size() < 2) return;
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// Finds the roots of what some documents lead to, where some are first-hand: those are roots themselves,
// whatever they cite.
void WalkToRoots(NumberSet sources, const NumberSet& first_hand, uint32_t own, const Citations& citations,
                 Origins& origins) {
  absl::InlinedVector<std::pair<uint32_t, uint32_t>, 8> roots;  // component, publisher
  // Components with an edge that leaves them are no roots.
  NumberSet passed;
  for (size_t i = 0; i < sources.size(); ++i) {
    const uint32_t source = sources[i];
    const uint32_t publisher = citations.publisher(source);
    if (first_hand.contains(source)) {
      origins.certain.push_back(publisher);
      origins.possible.push_back(publisher);
      continue;
    }
    const uint32_t component = citations.component(source);
    origins.circular |= citations.circular(source);
    roots.emplace_back(component, publisher);
    for (const uint32_t cited : citations.cites(source)) {
      if (citations.component(cited) != component) passed.insert(component);
      sources.insert(cited);
    }
  }
  std::sort(roots.begin(), roots.end());
  for (size_t i = 0; i < roots.size(); ++i) {
    const auto& [component, publisher] = roots[i];
    const bool first = i == 0 || roots[i - 1].first != component;
    if (!first || passed.contains(component)) continue;
    origins.possible.push_back(publisher);
    if (publisher == own) origins.certain.push_back(publisher);
  }
}

bool IsFirstHand(const Entry::Seen& seen) { return seen.appearance->access == model::Access::kFirstHand; }

void WalkFrom(absl::Span<const Entry::Seen> seen, uint32_t own, const Citations& citations,
              Origins& origins) {
  NumberSet sources;
  NumberSet first_hand;
  for (const Entry::Seen& each : seen) {
    if (!each.on_file) continue;
    sources.insert(each.source);
    if (IsFirstHand(each)) first_hand.insert(each.source);
  }
  WalkToRoots(std::move(sources), first_hand, own, citations, origins);
}

}  // namespace

Origins OriginsOf(uint32_t side, absl::Span<const Entry::Seen> seen, const Citations& citations) {
  Origins origins;
  bool any = false;
  bool any_first_hand = false;
  bool all_first_hand = true;
  for (const Entry::Seen& each : seen) {
    if (!each.on_file) continue;
    any = true;
    const bool witnessed = IsFirstHand(each);
    any_first_hand = any_first_hand || witnessed;
    all_first_hand = all_first_hand && witnessed;
    if (witnessed || citations.publisher(each.source) == side) origins.attribution = Attribution::kFirstHand;
  }
  if (!any) return origins;
  if (!origins.attribution) origins.attribution = Attribution::kRelayed;
  if (all_first_hand) {
    for (const Entry::Seen& each : seen) {
      if (each.on_file) origins.possible.push_back(citations.publisher(each.source));
    }
    origins.certain = origins.possible;
  } else if (any_first_hand) {
    WalkFrom(seen, side, citations, origins);
  } else {
    for (const Entry::Seen& each : seen) {
      if (!each.on_file) continue;
      const Citations::Roots& roots = citations.roots(each.source);
      origins.possible.insert(origins.possible.end(), roots.begin(), roots.end());
      origins.circular |= citations.leads_into_circle(each.source);
    }
    const bool own =
        std::find(origins.possible.begin(), origins.possible.end(), side) != origins.possible.end();
    if (own) origins.certain.push_back(side);
  }
  SortOnce(origins.certain);
  SortOnce(origins.possible);
  return origins;
}

}  // namespace gainsay::engine
