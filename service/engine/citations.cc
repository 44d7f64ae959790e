#include "service/engine/citations.h"

#include <algorithm>

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
  for (size_t i = 0; i < names_.size(); ++i) {
    const model::Source& source = sources.at(names_[i]);
    publisher_sides_.push_back(source.publisher.empty()
                                   ? names_[i]
                                   : sides.RootAt(source.publisher, LastMomentOf(source.publish_time)));
    for (const model::Citation& citation : source.cites) {
      const size_t cited = IndexOf(citation.source);
      if (cited != kNone && cited != i) cites_[i].push_back(cited);
    }
  }
  components_ = Components(cites_);
  component_sizes_.resize(names_.size());
  for (const size_t component : components_) ++component_sizes_[component];
}

bool Citations::LeadsTo(size_t source, const std::unordered_set<size_t>& targets) const {
  std::vector<size_t> open = {source};
  std::unordered_set<size_t> seen = {source};
  while (!open.empty()) {
    const size_t at = open.back();
    open.pop_back();
    for (const size_t cited : cites_[at]) {
      if (!seen.insert(cited).second) continue;
      if (targets.contains(cited) && components_[cited] != components_[source]) return true;
      open.push_back(cited);
    }
  }
  return false;
}

size_t Citations::IndexOf(const std::string& source) const {
  const auto found = index_.find(source);
  return found == index_.end() ? kNone : found->second;
}

}  // namespace gainsay::engine
