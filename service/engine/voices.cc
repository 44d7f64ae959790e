#include "service/engine/voices.h"

#include <algorithm>
#include <utility>

namespace gainsay::engine {
namespace {

// Settles which groups of sides are voices of their own.
class Settler {
 public:
  Settler(Derived derived, const std::vector<bool>& counts) : derived_(std::move(derived)), counts_(counts) {}

  Independence Settle() {
    component_ = Components(derived_.relies_on);
    MakeGroups();
    Independence result;
    result.independent.reserve(counts_.size());
    result.voices.reserve(counts_.size());
    for (size_t i = 0; i < counts_.size(); ++i) {
      Group& group = groups_[component_[derived_.nodes[i]]];
      group.counts = group.counts || counts_[i];
      result.independent.push_back(!group.relies);
      result.voices.push_back(component_[derived_.nodes[i]]);
      result.derived = result.derived || group.relies;
    }
    CountVoices(result);
    result.derivations.reserve(derived_.reliances.size());
    for (const Derived::Reliance& reliance : derived_.reliances) {
      result.circular = result.circular || (reliance.derivation.by_citation &&
                                            component_[reliance.node] == component_[reliance.on]);
      result.derivations.push_back(reliance.derivation);
    }
    return result;
  }

 private:
  // A group of sides that rely on each other, all told.
  struct Group {
    uint32_t side = Roster::kNone;  // the first member
    uint32_t one_with = 0;          // groups resting on the same stand-ins are one voice
    bool stands_in = true;          // no supporting side among the members
    bool relies = false;            // on another group
    bool has_ground = false;  // it, or one it relies on however far, is a supporting side that relies on none
    bool counts = false;      // some member made a statement that counts
    bool relied_on = false;   // it stands in for one that has no ground
  };

  void MakeGroups() {
    const size_t nodes = derived_.sides.size();
    groups_.resize(nodes == 0 ? 0 : *std::max_element(component_.begin(), component_.end()) + 1);
    std::vector<std::pair<uint32_t, uint32_t>> members;  // nodes, by group
    members.reserve(nodes);
    for (uint32_t node = 0; node < nodes; ++node) members.emplace_back(component_[node], node);
    std::sort(members.begin(), members.end());
    for (uint32_t g = 0; g < groups_.size(); ++g) groups_[g].one_with = g;
    // Edges lead to lower numbers, so what a group relies on is settled before it.
    for (size_t begin = 0, end = 0; begin < members.size(); begin = end) {
      while (end < members.size() && members[end].first == members[begin].first) ++end;
      SettleGroup(absl::MakeConstSpan(members).subspan(begin, end - begin));
    }
  }

  void SettleGroup(absl::Span<const std::pair<uint32_t, uint32_t>> members) {
    const uint32_t g = members.front().first;
    Group& group = groups_[g];
    for (const auto& [own, node] : members) {
      group.side = std::min(group.side, derived_.sides[node]);
      group.stands_in = group.stands_in && node >= derived_.supporting;
      for (const uint32_t to : derived_.relies_on.From(node)) {
        if (component_[to] == g) continue;
        group.relies = true;
        group.has_ground = group.has_ground || groups_[component_[to]].has_ground;
      }
    }
    if (!group.relies) {
      group.has_ground = !group.stands_in;
    } else if (!group.has_ground) {
      for (const auto& [own, node] : members) {
        for (const uint32_t to : derived_.relies_on.From(node)) {
          groups_[Root(component_[to])].one_with = Root(g);
        }
      }
    }
  }

  uint32_t Root(uint32_t g) const {
    while (groups_[g].one_with != g) g = groups_[g].one_with;
    return g;
  }

  // A supporting side that relies on none is a voice. So are, together, all that rest on the same stand-ins
  // alone: two papers that only cite one agency are one side, and a paper that cites two is no more.
  void CountVoices(Independence& result) {
    std::vector<uint32_t> standing_in(groups_.size(), Roster::kNone);  // by root: the first side
    std::vector<bool> confirming(groups_.size(), false);               // by root
    // A stand-in that only grounded sides lead to adds no voice.
    for (uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].relies && !groups_[g].has_ground) groups_[Root(g)].relied_on = true;
    }
    for (uint32_t g = 0; g < groups_.size(); ++g) {
      const Group& group = groups_[g];
      if (group.has_ground && group.relies) continue;
      const uint32_t root = Root(g);
      if (group.counts && !confirming[root]) {
        confirming[root] = true;
        ++result.confirming;
      }
      if (group.has_ground) {
        result.sides.push_back(group.side);
      } else if (group.stands_in) {
        standing_in[root] = std::min(standing_in[root], group.side);
      }
    }
    for (uint32_t root = 0; root < groups_.size(); ++root) {
      if (standing_in[root] != Roster::kNone && groups_[root].relied_on) {
        result.sides.push_back(standing_in[root]);
      }
    }
    std::sort(result.sides.begin(), result.sides.end());
  }

  const Derived derived_;
  const std::vector<bool>& counts_;
  std::vector<uint32_t> component_;  // by node
  std::vector<Group> groups_;
};

}  // namespace

Independence VoicesAmong(Derived derived, const std::vector<bool>& counts) {
  return Settler(std::move(derived), counts).Settle();
}

}  // namespace gainsay::engine
