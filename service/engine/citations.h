#ifndef GAINSAY_SERVICE_ENGINE_CITATIONS_H_
#define GAINSAY_SERVICE_ENGINE_CITATIONS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "service/engine/graph.h"
#include "service/engine/roster.h"

namespace gainsay::engine {

// Which document relies on which, with whose voice each is published: a question's whole citation graph,
// cycles and all. Documents and sides go by their numbers on the roster, which must outlive it. Built once
// for a case; immutable, thread-safe.
class Citations {
 public:
  explicit Citations(const Roster& roster);

  // How many documents are named, on file or not.
  size_t size() const { return cites_.size(); }
  bool on_file(uint32_t source) const { return roster_.source(source) != nullptr; }
  // The side of its publisher when it was published; of one without a publisher a side of its own.
  uint32_t publisher(uint32_t source) const { return roster_.publisher_side(source); }
  // The sources it cites that are on file, other than itself.
  absl::Span<const uint32_t> cites(uint32_t source) const { return cites_.From(source); }
  // The group of sources that it is one origin with: those that it cites and that cite it, however far.
  uint32_t component(uint32_t source) const { return components_[source]; }
  // Returns, for each of `sources`, whether its citations lead, however far, to another of them that is of
  // another group. Linear in what they reach.
  std::vector<bool> LeadToEachOther(absl::Span<const uint32_t> sources) const;
  // The publishers' sides at the roots of its citations: groups that cite nothing outside, each by the first
  // of its publishers.
  using Roots = absl::InlinedVector<uint32_t, 2>;
  const Roots& roots(uint32_t source) const { return root_sets_[groups_[components_[source]].roots]; }
  // Whether a group on the way to a root, or its own, is a cycle.
  bool leads_into_circle(uint32_t source) const { return groups_[components_[source]].circular; }
  // Whether its group is a cycle.
  bool circular(uint32_t source) const { return groups_[components_[source]].size > 1; }

 private:
  struct Group {
    uint32_t size = 0;
    uint32_t roots = 0;  // number of a set of roots
    bool circular = false;
  };

  void FindRoots();

  const Roster& roster_;
  Graph cites_;
  std::vector<uint32_t> components_;
  std::vector<Group> groups_;  // by component
  std::vector<Roots> root_sets_;
};

}  // namespace gainsay::engine

#endif  // GAINSAY_SERVICE_ENGINE_CITATIONS_H_
