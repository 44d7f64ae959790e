#ifndef GAINSAY_SERVICE_ENGINE_GRAPH_H_
#define GAINSAY_SERVICE_ENGINE_GRAPH_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace gainsay::engine {

// Nodes, numbered as they are added, and which leads to which. One list of edges for all: those of each node
// are added before the next node is.
class Graph {
 public:
  void Reserve(size_t nodes) { first_.reserve(nodes + 1); }
  void AddNode() { first_.push_back(static_cast<uint32_t>(to_.size())); }
  // Of the node added last.
  void AddEdge(uint32_t to) { to_.push_back(to); }

  size_t size() const { return first_.size(); }
  bool has_edges() const { return !to_.empty(); }
  absl::Span<const uint32_t> From(size_t node) const {
    const size_t end = node + 1 < first_.size() ? first_[node + 1] : to_.size();
    return {to_.data() + first_[node], end - first_[node]};
  }

 private:
  std::vector<uint32_t> first_;
  std::vector<uint32_t> to_;
};

// Groups nodes that reach each other: the strongly connected components of a graph (Tarjan, SIAM J. Comput.
// 1(2), 1972, without recursion, so that depth costs no stack). Returns each node's component, numbered so
// that every edge leads to a component of the same or a lower number. Linear in nodes and edges.
std::vector<uint32_t> Components(const Graph& graph);

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_GRAPH_H_
