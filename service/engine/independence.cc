#include "service/engine/independence.h"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "absl/strings/str_cat.h"

namespace gainsay::engine {
namespace {

using model::Access;
using model::EntityKind;

// Whose word a document repeats, each with a source that shows it.
struct Repeated {
  std::map<size_t, std::string> sides;           // by node
  std::map<std::string, std::string> stand_ins;  // publishers of documents that carry nobody's statement

  bool empty() const { return sides.empty() && stand_ins.empty(); }
  void Add(const Repeated& other) {
    sides.insert(other.sides.begin(), other.sides.end());
    stand_ins.insert(other.stand_ins.begin(), other.stand_ins.end());
  }
};

// Settles who relies on whom among the sides behind one position. A node is a supporting side or, after
// those, a publisher who stands in for the statement that its document must carry.
class Deriver {
 public:
  Deriver(const std::vector<const Statement*>& supporters, const std::vector<bool>& counts,
          const Citations& citations, const Sides& sides)
      : supporters_(supporters), counts_(counts), citations_(citations), sides_(sides) {}

  Independence Derive() {
    for (const Statement* statement : supporters_) NodeOf(statement->side());
    supporting_sides_ = names_.size();
    NoteCarriers();
    std::vector<std::vector<const Statement*>> by_side(supporting_sides_);
    for (const Statement* statement : supporters_) by_side[nodes_.at(statement->side())].push_back(statement);
    for (size_t side = 0; side < supporting_sides_; ++side) {
      DeriveByCitation(side, by_side[side]);
      DeriveByHearsay(side, by_side[side]);
    }
    Settle();
    return std::move(result_);
  }

 private:
  size_t NodeOf(const std::string& side) {
    const auto [node, is_new] = nodes_.try_emplace(side, names_.size());
    if (is_new) {
      names_.push_back(side);
      edges_.emplace_back();
    }
    return node->second;
  }

  bool IsSupporting(const std::string& side) const {
    const auto node = nodes_.find(side);
    return node != nodes_.end() && node->second < supporting_sides_;
  }

  // Which sides' supporting statements each source carries.
  void NoteCarriers() {
    for (const Statement* statement : supporters_) {
      for (const model::Appearance* appearance : statement->appearances) {
        const size_t source = citations_.IndexOf(appearance->source);
        if (source != Citations::kNone) carried_[source].insert(nodes_.at(statement->side()));
      }
    }
  }

  // Follows the citations of `source` until they come to others' statements. What those rely on in turn is
  // theirs to derive, so the walk ends there. Every document on the way that carries nobody's statement
  // stands in for its publisher: two that lead through the same agency are one voice, whatever it relies on.
  Repeated ReachedFrom(size_t side, size_t source) const {
    Repeated reached;
    std::vector<size_t> open = citations_.cites(source);
    std::unordered_set<size_t> seen(open.begin(), open.end());
    while (!open.empty()) {
      const size_t at = open.back();
      open.pop_back();
      const auto carriers = carried_.find(at);
      if (carriers != carried_.end()) {
        for (const size_t carrier : carriers->second) reached.sides.emplace(carrier, citations_.name(source));
        if (carriers->second.size() > 1 || !carriers->second.contains(side)) continue;
      } else if (const std::string& publisher = citations_.publisher_side(at); IsSupporting(publisher)) {
        reached.sides.emplace(nodes_.at(publisher), citations_.name(source));
      } else {
        reached.stand_ins.emplace(publisher, citations_.name(source));
      }
      for (const size_t cited : citations_.cites(at)) {
        if (seen.insert(cited).second) open.push_back(cited);
      }
    }
    reached.sides.erase(side);
    return reached;
  }

  // Whose word a document of `side` repeats in what it says in its own voice; nobody's if it is another's
  // document.
  Repeated RepeatedIn(size_t side, const Statement& statement, size_t source) const {
    if (citations_.publisher_side(source) != names_[side]) return {};
    Repeated repeated = ReachedFrom(side, source);
    const bool outlet = sides_.KindOf(statement.party()) == EntityKind::kOutlet ||
                        sides_.KindOf(names_[side]) == EntityKind::kOutlet;
    if (outlet) {
      // What an outlet says in its own voice and quotes in the same document, it has from those it quotes.
      for (const size_t quoted : carried_.at(source)) repeated.sides.emplace(quoted, citations_.name(source));
      repeated.sides.erase(side);
    }
    return repeated;
  }

  // A side relies on others if every document by which its statements came to be known repeats somebody.
  // Documents that cite each other in a circle are one: what one of them repeats, all do.
  void DeriveByCitation(size_t side, const std::vector<const Statement*>& statements) {
    std::map<size_t, Repeated> by_origin;
    for (const Statement* statement : statements) {
      if (statement->appearances.empty()) return;
      for (const model::Appearance* appearance : LeadingAppearances(*statement, citations_)) {
        const size_t source = citations_.IndexOf(appearance->source);
        if (source == Citations::kNone || appearance->access == Access::kFirstHand) return;
        by_origin[citations_.component(source)].Add(RepeatedIn(side, *statement, source));
      }
    }
    Repeated all;
    for (const auto& [origin, repeated] : by_origin) {
      if (repeated.empty()) return;
      all.Add(repeated);
    }
    for (const auto& [from, source] : all.sides) LinkByCitation(side, names_[from], source);
    for (const auto& [from, source] : all.stand_ins) LinkByCitation(side, from, source);
  }

  void LinkByCitation(size_t side, const std::string& from, const std::string& source) {
    Link(side, from, absl::StrCat(source, " relies on ", from), true);
  }

  // A side is hearsay if every document by which its statements came to be known is another supporting
  // side's, and that is no outlet.
  void DeriveByHearsay(size_t side, const std::vector<const Statement*>& statements) {
    std::map<size_t, std::map<std::string, std::string>> tellers_by_origin;  // with a document of each
    for (const Statement* statement : statements) {
      if (statement->appearances.empty() || IsSeenInDocumentOf(names_[side], *statement, citations_)) return;
      for (const model::Appearance* appearance : LeadingAppearances(*statement, citations_)) {
        const size_t source = citations_.IndexOf(appearance->source);
        if (source == Citations::kNone) return;
        auto& tellers = tellers_by_origin[citations_.component(source)];
        const std::string& teller = citations_.publisher_side(source);
        if (IsSupporting(teller) && sides_.KindOf(teller) != EntityKind::kOutlet) {
          tellers.emplace(teller, appearance->source);
        }
      }
    }
    for (const auto& [origin, tellers] : tellers_by_origin) {
      if (tellers.empty()) return;
    }
    for (const auto& [origin, tellers] : tellers_by_origin) {
      for (const auto& [from, source] : tellers) {
        Link(side, from, absl::StrCat(names_[side], " is known only through ", source, " of ", from), false);
      }
    }
  }

  void Link(size_t side, const std::string& from, std::string edge, bool by_citation) {
    const size_t to = NodeOf(from);
    if (to == side) return;
    edges_[side].push_back(to);
    result_.derivations.push_back({names_[side], from, std::move(edge), by_citation});
  }

  // A group of sides that rely on each other, all told.
  struct Group {
    std::string name;         // the first member's
    bool stands_in = false;   // no supporting side among the members
    bool relies = false;      // on another group
    bool has_ground = false;  // it, or one it relies on however far, is a supporting side that relies on none
    bool counts = false;      // some member made a statement that counts
    size_t one_with = 0;      // groups resting on the same stand-ins are one voice
  };

  void Settle() {
    component_ = Components(edges_);
    std::vector<Group> groups(names_.empty() ? 0
                                             : *std::max_element(component_.begin(), component_.end()) + 1);
    std::vector<std::vector<size_t>> members(groups.size());
    for (size_t node = 0; node < names_.size(); ++node) members[component_[node]].push_back(node);
    for (size_t g = 0; g < groups.size(); ++g) groups[g].one_with = g;
    // Edges lead to lower numbers, so what a group relies on is settled before it.
    for (size_t g = 0; g < groups.size(); ++g) SettleGroup(g, members[g], groups);
    for (size_t i = 0; i < supporters_.size(); ++i) {
      Group& group = groups[component_[nodes_.at(supporters_[i]->side())]];
      group.counts = group.counts || counts_[i];
      result_.independent.push_back(!group.relies);
      result_.voices.push_back(component_[nodes_.at(supporters_[i]->side())]);
      result_.derived = result_.derived || group.relies;
    }
    CountVoices(groups);
    result_.circular = std::any_of(
        result_.derivations.begin(), result_.derivations.end(), [this](const Derivation& derivation) {
          return derivation.by_citation &&
                 component_[nodes_.at(derivation.side)] == component_[nodes_.at(derivation.from)];
        });
  }

  void SettleGroup(size_t g, const std::vector<size_t>& members, std::vector<Group>& groups) const {
    Group& group = groups[g];
    group.stands_in = true;
    for (const size_t node : members) {
      if (group.name.empty() || names_[node] < group.name) group.name = names_[node];
      group.stands_in = group.stands_in && node >= supporting_sides_;
      for (const size_t to : edges_[node]) {
        if (component_[to] == g) continue;
        group.relies = true;
        group.has_ground = group.has_ground || groups[component_[to]].has_ground;
      }
    }
    if (!group.relies) {
      group.has_ground = !group.stands_in;
    } else if (!group.has_ground) {
      for (const size_t node : members) {
        for (const size_t to : edges_[node]) groups[Root(component_[to], groups)].one_with = Root(g, groups);
      }
    }
  }

  static size_t Root(size_t g, const std::vector<Group>& groups) {
    while (groups[g].one_with != g) g = groups[g].one_with;
    return g;
  }

  // A supporting side that relies on none is a voice. So are, together, all that rest on the same stand-ins
  // alone: two papers that only cite one agency are one side, and a paper that cites two is no more.
  void CountVoices(const std::vector<Group>& groups) {
    std::map<size_t, std::string> standing_in;  // by root: the first name
    std::set<size_t> confirming;
    for (size_t g = 0; g < groups.size(); ++g) {
      const Group& group = groups[g];
      if (group.has_ground && group.relies) continue;
      const size_t root = Root(g, groups);
      if (group.counts) confirming.insert(root);
      if (group.has_ground) {
        result_.sides.push_back(group.name);
      } else if (group.stands_in) {
        std::string& name = standing_in[root];
        if (name.empty() || group.name < name) name = group.name;
      }
    }
    // A stand-in that only grounded sides lead to adds no voice.
    std::set<size_t> relied_on;
    for (size_t g = 0; g < groups.size(); ++g) {
      if (groups[g].relies && !groups[g].has_ground) relied_on.insert(Root(g, groups));
    }
    for (const auto& [root, name] : standing_in) {
      if (relied_on.contains(root)) result_.sides.push_back(name);
    }
    std::sort(result_.sides.begin(), result_.sides.end());
    result_.confirming = static_cast<int>(confirming.size());
  }

  const std::vector<const Statement*>& supporters_;
  const std::vector<bool>& counts_;
  const Citations& citations_;
  const Sides& sides_;
  std::unordered_map<std::string, size_t> nodes_;
  std::vector<std::string> names_;
  size_t supporting_sides_ = 0;
  std::vector<std::vector<size_t>> edges_;
  std::vector<size_t> component_;
  std::unordered_map<size_t, std::set<size_t>> carried_;
  Independence result_;
};

// Everyone relies on nobody, so every side is a voice.
Independence AllIndependent(const std::vector<const Statement*>& supporters,
                            const std::vector<bool>& counts) {
  Independence result;
  result.independent.assign(supporters.size(), true);
  std::vector<std::pair<size_t, const std::string*>> sides;
  std::vector<size_t> confirming;
  for (size_t i = 0; i < supporters.size(); ++i) {
    const Entry& entry = *supporters[i]->entry;
    sides.emplace_back(entry.side_number, &entry.side);
    result.voices.push_back(entry.side_number);
    if (counts[i]) confirming.push_back(entry.side_number);
  }
  const auto keep_once = [](auto& numbers, auto same) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end(), same), numbers.end());
  };
  keep_once(sides, [](const auto& a, const auto& b) { return a.first == b.first; });
  keep_once(confirming, std::equal_to<>());
  for (const auto& [number, side] : sides) result.sides.push_back(*side);
  result.confirming = static_cast<int>(confirming.size());
  return result;
}

}  // namespace

Independence IndependenceOf(const std::vector<const Statement*>& supporters, const std::vector<bool>& counts,
                            const Citations& citations, const Sides& sides) {
  const bool all_stand_alone =
      std::all_of(supporters.begin(), supporters.end(),
                  [](const Statement* statement) { return statement->stands_alone; });
  if (all_stand_alone) return AllIndependent(supporters, counts);
  return Deriver(supporters, counts, citations, sides).Derive();
}

}  // namespace gainsay::engine
