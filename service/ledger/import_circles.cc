#include "service/ledger/import_circles.h"

#include <algorithm>
#include <utility>

namespace gainsay::ledger {
namespace {

// Tarjan's algorithm, with its own stack of half-visited nodes.
class Search {
 public:
  explicit Search(const std::vector<std::vector<size_t>>& edges) : edges_(edges), nodes_(edges.size()) {}

  std::vector<std::vector<size_t>> Run() && {
    for (size_t node = 0; node < nodes_.size(); ++node) {
      if (nodes_[node].number == 0) VisitFrom(node);
    }
    return std::move(circles_);
  }

 private:
  struct Node {
    size_t number = 0;  // in order of visit, from 1
    size_t lowest = 0;  // number of the earliest open node it leads to
    size_t next_edge = 0;
    bool open = false;
  };

  void VisitFrom(size_t start) {
    Enter(start);
    while (!path_.empty()) {
      const size_t node = path_.back();
      if (nodes_[node].next_edge < edges_[node].size()) {
        Follow(node, edges_[node][nodes_[node].next_edge++]);
        continue;
      }
      path_.pop_back();
      if (!path_.empty()) Lower(path_.back(), nodes_[node].lowest);
      if (nodes_[node].lowest == nodes_[node].number) Close(node);
    }
  }

  void Enter(size_t node) {
    nodes_[node].number = nodes_[node].lowest = ++visited_;
    nodes_[node].open = true;
    open_.push_back(node);
    path_.push_back(node);
  }

  void Follow(size_t from, size_t to) {
    if (nodes_[to].number == 0) {
      Enter(to);
    } else if (nodes_[to].open) {
      Lower(from, nodes_[to].number);
    }
  }

  void Lower(size_t node, size_t number) { nodes_[node].lowest = std::min(nodes_[node].lowest, number); }

  void Close(size_t first) {
    std::vector<size_t> circle;
    do {
      circle.push_back(open_.back());
      nodes_[open_.back()].open = false;
      open_.pop_back();
    } while (circle.back() != first);
    if (circle.size() > 1) circles_.push_back(std::move(circle));
  }

  const std::vector<std::vector<size_t>>& edges_;
  std::vector<Node> nodes_;
  std::vector<size_t> path_;  // from where the visit started to where it is
  std::vector<size_t> open_;  // visited, and not yet known to which set they belong
  size_t visited_ = 0;
  std::vector<std::vector<size_t>> circles_;
};

}  // namespace

std::vector<std::vector<size_t>> FindCircles(const std::vector<std::vector<size_t>>& edges) {
  return Search(edges).Run();
}

}  // namespace gainsay::ledger
