#include "service/engine/citations.h"

#include <algorithm>
#include <map>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"

namespace gainsay::engine {
namespace {

void SortOnce(std::vector<uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

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
  std::vector<uint32_t> of_one_side(roster_.sides(), Roster::kNone);
  std::map<std::vector<uint32_t>, uint32_t> of_several;
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
    if (below.size() == 1) {
      group.roots = below.front();
      continue;
    }
    std::vector<uint32_t> roots;
    for (const uint32_t set : below) {
      roots.insert(roots.end(), roots_.begin() + root_sets_[set].begin, roots_.begin() + root_sets_[set].end);
    }
    if (below.empty()) roots.push_back(first_publisher);
    SortOnce(roots);
    uint32_t& number = roots.size() == 1 ? of_one_side[roots.front()]
                                         : of_several.try_emplace(roots, Roster::kNone).first->second;
    if (number == Roster::kNone) {
      number = static_cast<uint32_t>(root_sets_.size());
      const auto first = static_cast<uint32_t>(roots_.size());
      roots_.insert(roots_.end(), roots.begin(), roots.end());
      root_sets_.push_back({first, static_cast<uint32_t>(roots_.size())});
    }
    group.roots = number;
  }
}

std::vector<bool> Citations::LeadToEachOther(absl::Span<const uint32_t> sources) const {
  std::vector<bool> result(sources.size(), false);
  std::vector<uint32_t> targets;  // components
  for (const uint32_t source : sources) targets.push_back(components_[source]);
  SortOnce(targets);
  if (targets.size() == 1) return result;
  std::vector<uint32_t> reached(sources.begin(), sources.end());
  absl::flat_hash_set<uint32_t> seen(sources.begin(), sources.end());
  for (size_t i = 0; i < reached.size(); ++i) {
    for (const uint32_t cited : cites(reached[i])) {
      if (seen.insert(cited).second) reached.push_back(cited);
    }
  }
  std::sort(reached.begin(), reached.end(),
            [this](uint32_t a, uint32_t b) { return components_[a] < components_[b]; });
  absl::flat_hash_map<uint32_t, bool> leads;  // by component: to one of the sources in another
  for (const uint32_t source : reached) {
    bool leading = leads[components_[source]];
    for (const uint32_t cited : cites(source)) {
      const uint32_t to = components_[cited];
      if (leading || to == components_[source]) continue;
      leading = std::binary_search(targets.begin(), targets.end(), to) || leads.at(to);
    }
    leads[components_[source]] = leading;
  }
  for (size_t i = 0; i < sources.size(); ++i) result[i] = leads.at(components_[sources[i]]);
  return result;
}

}  // namespace gainsay::engine
