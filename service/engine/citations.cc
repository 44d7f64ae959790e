#include "service/engine/citations.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

namespace gainsay::engine {
namespace {

constexpr size_t kUnseen = static_cast<size_t>(-1);

// One run of Tarjan's algorithm, its call stack made explicit.
class ComponentFinder {
 public:
  explicit ComponentFinder(const std::vector<std::vector<size_t>>& edges)
      : edges_(edges), order_(edges.size(), kUnseen), low_(edges.size()), component_(edges.size(), kUnseen) {}

  std::vector<size_t> Find() {
    for (size_t node = 0; node < edges_.size(); ++node) {
      if (order_[node] == kUnseen) VisitFrom(node);
    }
    return std::move(component_);
  }

 private:
  struct Frame {
    size_t node;
    size_t next_edge = 0;
  };

  void Enter(size_t node) {
    order_[node] = low_[node] = next_order_++;
    path_.push_back(node);
    frames_.push_back({node});
  }

  void VisitFrom(size_t root) {
    Enter(root);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const size_t node = frame.node;
      if (frame.next_edge == edges_[node].size()) {
        Leave(node);
        continue;
      }
      const size_t to = edges_[node][frame.next_edge++];
      if (order_[to] == kUnseen) {
        Enter(to);
      } else if (component_[to] == kUnseen) {
        low_[node] = std::min(low_[node], order_[to]);
      }
    }
  }

  void Leave(size_t node) {
    frames_.pop_back();
    if (!frames_.empty()) low_[frames_.back().node] = std::min(low_[frames_.back().node], low_[node]);
    if (low_[node] != order_[node]) return;
    size_t member;
    do {
      member = path_.back();
      path_.pop_back();
      component_[member] = components_;
    } while (member != node);
    ++components_;
  }

  const std::vector<std::vector<size_t>>& edges_;
  std::vector<size_t> order_;
  std::vector<size_t> low_;
  std::vector<size_t> component_;
  std::vector<size_t> path_;
  std::vector<Frame> frames_;
  size_t next_order_ = 0;
  size_t components_ = 0;
};

}  // namespace

std::vector<size_t> Components(const std::vector<std::vector<size_t>>& edges) {
  return ComponentFinder(edges).Find();
}

Citations::Citations(const std::unordered_map<std::string, model::Source>& sources, const Sides& sides) {
  for (const auto& [name, source] : sources) names_.push_back(name);
  std::sort(names_.begin(), names_.end());
  for (size_t i = 0; i < names_.size(); ++i) index_[names_[i]] = i;
  cites_.resize(names_.size());
  std::vector<std::string> publisher_sides;
  for (size_t i = 0; i < names_.size(); ++i) {
    const model::Source& source = sources.at(names_[i]);
    publisher_sides.push_back(source.publisher.empty()
                                  ? names_[i]
                                  : sides.RootAt(source.publisher, LastMomentOf(source.publish_time)));
    for (const model::Citation& citation : source.cites) {
      const size_t cited = IndexOf(citation.source);
      if (cited != kNone && cited != i) cites_[i].push_back(cited);
    }
  }
  NumberPublishers(std::move(publisher_sides));
  components_ = Components(cites_);
  component_sizes_.resize(names_.size());
  for (const size_t component : components_) ++component_sizes_[component];
  FindRoots();
}

void Citations::NumberPublishers(std::vector<std::string> sides) {
  sides_ = sides;
  std::sort(sides_.begin(), sides_.end());
  sides_.erase(std::unique(sides_.begin(), sides_.end()), sides_.end());
  for (const std::string& side : sides) publishers_.push_back(NumberOf(side));
}

size_t Citations::NumberOf(const std::string& side) const {
  const auto found = std::lower_bound(sides_.begin(), sides_.end(), side);
  return found == sides_.end() || *found != side ? kNone : static_cast<size_t>(found - sides_.begin());
}

void Citations::FindRoots() {
  std::vector<std::vector<size_t>> members(component_sizes_.size());
  for (size_t i = 0; i < names_.size(); ++i) members[components_[i]].push_back(i);
  roots_.resize(members.size());
  circular_.resize(members.size());
  std::map<std::vector<size_t>, size_t> numbered;
  // Citations lead to lower numbers, so what a group relies on is settled before it.
  for (size_t component = 0; component < members.size(); ++component) {
    if (members[component].empty()) continue;
    circular_[component] = members[component].size() > 1;
    std::set<size_t> below;  // different sets of roots that it leads to
    size_t first_publisher = publishers_[members[component].front()];
    for (const size_t source : members[component]) {
      first_publisher = std::min(first_publisher, publishers_[source]);
      for (const size_t cited : cites_[source]) {
        if (components_[cited] == component) continue;
        below.insert(roots_[components_[cited]]);
        circular_[component] = circular_[component] || circular_[components_[cited]];
      }
    }
    if (below.size() == 1) {
      roots_[component] = *below.begin();
      continue;
    }
    std::set<size_t> roots;
    for (const size_t set : below) roots.insert(root_sets_[set].begin(), root_sets_[set].end());
    if (below.empty()) roots.insert(first_publisher);
    const auto [set, is_new] = numbered.try_emplace({roots.begin(), roots.end()}, root_sets_.size());
    if (is_new) root_sets_.push_back(set->first);
    roots_[component] = set->second;
  }
}

std::vector<bool> Citations::LeadToEachOther(const std::vector<size_t>& sources) const {
  std::unordered_map<size_t, bool> leads;  // by component: to one of the sources in another
  std::unordered_set<size_t> targets;
  std::vector<size_t> reached = sources;
  std::unordered_set<size_t> seen(sources.begin(), sources.end());
  for (const size_t source : sources) targets.insert(components_[source]);
  if (targets.size() == 1) return std::vector<bool>(sources.size(), false);
  for (size_t i = 0; i < reached.size(); ++i) {
    for (const size_t cited : cites_[reached[i]]) {
      if (seen.insert(cited).second) reached.push_back(cited);
    }
  }
  std::sort(reached.begin(), reached.end(),
            [this](size_t a, size_t b) { return components_[a] < components_[b]; });
  for (const size_t source : reached) {
    bool& leading = leads[components_[source]];
    for (const size_t cited : cites_[source]) {
      const size_t to = components_[cited];
      if (leading || to == components_[source]) continue;
      leading = targets.contains(to) || leads.at(to);
    }
  }
  std::vector<bool> result;
  for (const size_t source : sources) result.push_back(leads.at(components_[source]));
  return result;
}

size_t Citations::IndexOf(const std::string& source) const {
  const auto found = index_.find(source);
  return found == index_.end() ? kNone : found->second;
}

}  // namespace gainsay::engine
