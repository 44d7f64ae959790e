#include "service/engine/citations.h"

#include <algorithm>
#include <map>
#include <utility>

#include "service/engine/number_set.h"

namespace gainsay::engine {
namespace {

void SortOnce(std::vector<uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// Numbers different sets of roots.
class RootSets {
 public:
  explicit RootSets(size_t sides) : of_one_(sides, Roster::kNone) {}

  uint32_t Of(uint32_t side) {
    uint32_t& number = of_one_[side];
    if (number == Roster::kNone) number = Add({side});
    return number;
  }

  uint32_t Union(const std::vector<uint32_t>& numbers) {
    std::vector<uint32_t> roots;
    for (const uint32_t number : numbers)
      roots.insert(roots.end(), sets_[number].begin(), sets_[number].end());
    SortOnce(roots);
    if (roots.size() == 1) return Of(roots.front());
    const auto known = of_several_.find(roots);
    if (known != of_several_.end()) return known->second;
    of_several_.emplace(roots, static_cast<uint32_t>(sets_.size()));
    return Add({roots.begin(), roots.end()});
  }

  std::vector<Citations::Roots> Take() && { return std::move(sets_); }

 private:
  uint32_t Add(Citations::Roots roots) {
    sets_.push_back(std::move(roots));
    return static_cast<uint32_t>(sets_.size() - 1);
  }

  std::vector<uint32_t> of_one_;  // by side
  std::map<std::vector<uint32_t>, uint32_t> of_several_;
  std::vector<Citations::Roots> sets_;
};

}  // namespace

Citations::Citations(const Roster& roster) : roster_(roster) {
  const size_t sources = roster.sources().size();
  cites_.Reserve(sources);
  for (uint32_t i = 0; i < sources; ++i) {
    cites_.AddNode();
    if (!on_file(i)) continue;
    for (const model::Citation& citation : roster.source(i)->cites) {
      const uint32_t cited = roster.sources().Find(citation.source);
      if (cited != Roster::kNone && cited != i && on_file(cited)) cites_.AddEdge(cited);
    }
  }
  components_ = Components(cites_);
  groups_.resize(sources);
  for (const uint32_t component : components_) ++groups_[component].size;
  FindRoots();
}

void Citations::FindRoots() {
  // Documents by component: edges lead to lower numbers, so what a group relies on is settled before it.
  std::vector<uint32_t> begin(groups_.size() + 1, 0);
  for (size_t i = 0; i < groups_.size(); ++i) begin[i + 1] = begin[i] + groups_[i].size;
  std::vector<uint32_t> members(components_.size());
  std::vector<uint32_t> next(begin.begin(), begin.end() - 1);
  for (uint32_t i = 0; i < components_.size(); ++i) members[next[components_[i]]++] = i;
  RootSets sets(roster_.sides());
  std::vector<uint32_t> below;  // different sets of roots that a group leads to
  for (uint32_t component = 0; component < groups_.size(); ++component) {
    Group& group = groups_[component];
    if (group.size == 0) continue;
    group.circular = group.size > 1;
    below.clear();
    uint32_t first_publisher = Roster::kNone;
    for (uint32_t i = begin[component]; i < begin[component + 1]; ++i) {
      first_publisher = std::min(first_publisher, publisher(members[i]));
      for (const uint32_t cited : cites_.From(members[i])) {
        const uint32_t to = components_[cited];
        if (to == component) continue;
        below.push_back(groups_[to].roots);
        group.circular = group.circular || groups_[to].circular;
      }
    }
    SortOnce(below);
    group.roots = below.empty()       ? sets.Of(first_publisher)
                  : below.size() == 1 ? below.front()
                                      : sets.Union(below);
  }
  root_sets_ = std::move(sets).Take();
}

std::vector<bool> Citations::LeadToEachOther(absl::Span<const uint32_t> sources) const {
  std::vector<bool> result(sources.size(), false);
  NumberSet targets;  // components
  NumberSet seen;
  for (const uint32_t source : sources) {
    targets.insert(components_[source]);
    seen.insert(source);
  }
  if (targets.size() == 1) return result;
  absl::InlinedVector<std::pair<uint32_t, uint32_t>, 16> reached;  // by component
  for (size_t i = 0; i < seen.size(); ++i) {
    reached.emplace_back(components_[seen[i]], seen[i]);
    for (const uint32_t cited : cites(seen[i])) seen.insert(cited);
  }
  std::sort(reached.begin(), reached.end());
  NumberSet leading;  // components, to one of the sources in another
  for (const auto& [component, source] : reached) {
    for (const uint32_t cited : cites(source)) {
      const uint32_t to = components_[cited];
      if (to != component && (targets.contains(to) || leading.contains(to))) leading.insert(component);
    }
  }
  for (size_t i = 0; i < sources.size(); ++i) result[i] = leading.contains(components_[sources[i]]);
  return result;
}

}  // namespace gainsay::engine
