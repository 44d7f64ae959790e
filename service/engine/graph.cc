#include "service/engine/graph.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gainsay::engine {
namespace {

constexpr uint32_t kUnseen = static_cast<uint32_t>(-1);

// One run of Tarjan's algorithm, its call stack made explicit.
class ComponentFinder {
 public:
  explicit ComponentFinder(const Graph& graph)
      : graph_(graph), nodes_(graph.size()), component_(graph.size(), kUnseen) {
    path_.reserve(graph.size());
    frames_.reserve(graph.size());
  }

  std::vector<uint32_t> Find() {
    for (uint32_t node = 0; node < graph_.size(); ++node) {
      if (nodes_[node].order == kUnseen) VisitFrom(node);
    }
    return std::move(component_);
  }

 private:
  struct Node {
    uint32_t order = kUnseen;
    uint32_t low = 0;
  };
  struct Frame {
    uint32_t node;
    uint32_t next_edge = 0;
  };

  void Enter(uint32_t node) {
    nodes_[node] = {next_order_, next_order_};
    ++next_order_;
    path_.push_back(node);
    frames_.push_back({node});
  }

  void VisitFrom(uint32_t root) {
    Enter(root);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const uint32_t node = frame.node;
      const auto edges = graph_.From(node);
      if (frame.next_edge == edges.size()) {
        Leave(node);
        continue;
      }
      const uint32_t to = edges[frame.next_edge++];
      if (nodes_[to].order == kUnseen) {
        Enter(to);
      } else if (component_[to] == kUnseen) {
        nodes_[node].low = std::min(nodes_[node].low, nodes_[to].order);
      }
    }
  }

  void Leave(uint32_t node) {
    frames_.pop_back();
    const uint32_t low = nodes_[node].low;
    if (!frames_.empty()) {
      Node& above = nodes_[frames_.back().node];
      above.low = std::min(above.low, low);
    }
    if (low != nodes_[node].order) return;
    uint32_t member;
    do {
      member = path_.back();
      path_.pop_back();
      component_[member] = components_;
    } while (member != node);
    ++components_;
  }

  const Graph& graph_;
  std::vector<Node> nodes_;
  std::vector<uint32_t> component_;
  std::vector<uint32_t> path_;
  std::vector<Frame> frames_;
  uint32_t next_order_ = 0;
  uint32_t components_ = 0;
};

}  // namespace

std::vector<uint32_t> Components(const Graph& graph) {
  if (graph.has_edges()) return ComponentFinder(graph).Find();
  std::vector<uint32_t> each(graph.size());
  std::iota(each.begin(), each.end(), 0U);
  return each;
}

}  // namespace gainsay::engine
