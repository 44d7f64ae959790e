#ifndef GAINSAY_SERVICE_ENGINE_CITATIONS_H_
#define GAINSAY_SERVICE_ENGINE_CITATIONS_H_

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "service/engine/sides.h"
#include "service/model/records.h"

namespace gainsay::engine {

// Groups nodes that reach each other: the strongly connected components of a graph (Tarjan, SIAM J. Comput.
// 1(2), 1972, without recursion, so that depth costs no stack). Returns each node's component, numbered so
// that every edge leads to a component of the same or a lower number. `edges[i]` are the nodes that i leads
// to. Linear in nodes and edges.
std::vector<size_t> Components(const std::vector<std::vector<size_t>>& edges);

// Which document relies on which, with whose voice each is published: a question's whole citation graph,
// cycles and all. Built once for a comparison; immutable, thread-safe.
class Citations {
 public:
  // Takes in every source. Does not keep them.
  Citations(const std::unordered_map<std::string, model::Source>& sources, const Sides& sides);

  // Index of a source; kNone if it is not on file.
  static constexpr size_t kNone = static_cast<size_t>(-1);
  size_t IndexOf(const std::string& source) const;

  size_t size() const { return names_.size(); }
  const std::string& name(size_t source) const { return names_[source]; }
  // The side of its publisher when it was published; without a publisher, the source's own name, so that
  // each such document is an origin of its own.
  const std::string& publisher_side(size_t source) const { return sides_[publishers_[source]]; }
  // Its number: sides are numbered by name.
  size_t publisher(size_t source) const { return publishers_[source]; }
  // Number of a side that published something; kNone of any other.
  size_t NumberOf(const std::string& side) const;
  const std::string& side(size_t number) const { return sides_[number]; }
  // The sources it cites that are on file, other than itself.
  const std::vector<size_t>& cites(size_t source) const { return cites_[source]; }
  // The group of sources that it is one origin with: those that it cites and that cite it, however far.
  size_t component(size_t source) const { return components_[source]; }
  // Returns, for each of `sources`, whether its citations lead, however far, to another of them that is of
  // another group. Linear in what they reach.
  std::vector<bool> LeadToEachOther(const std::vector<size_t>& sources) const;
  // The publishers' sides, by number, at the roots of its citations: groups that cite nothing outside, each
  // by the first of its publishers.
  const std::vector<size_t>& roots(size_t source) const { return root_sets_[roots_[components_[source]]]; }
  // Whether a group on the way to a root, or its own, is a cycle.
  bool leads_into_circle(size_t source) const { return circular_[components_[source]]; }
  // Whether its group is a cycle.
  bool circular(size_t source) const { return component_sizes_[components_[source]] > 1; }

 private:
  void NumberPublishers(std::vector<std::string> sides);
  void FindRoots();

  std::vector<std::string> names_;
  std::unordered_map<std::string, size_t> index_;
  std::vector<std::string> sides_;
  std::vector<size_t> publishers_;
  std::vector<std::vector<size_t>> cites_;
  std::vector<size_t> components_;
  std::vector<size_t> component_sizes_;
  // Of each component.
  std::vector<size_t> roots_;  // index of a set of roots
  std::vector<bool> circular_;
  std::vector<std::vector<size_t>> root_sets_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CITATIONS_H_
