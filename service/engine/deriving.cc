#include "service/engine/deriving.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "service/engine/carriage.h"
#include "service/engine/number_set.h"

namespace gainsay::engine {
namespace {

using model::EntityKind;

// Whom the documents by which a side's statements came to be known rely on. Documents that cite each other in
// a circle are one: what one of them repeats, all do.
class Repeated {
 public:
  struct Of {
    uint32_t origin = 0;
    uint32_t whom = 0;
    uint32_t source = 0;  // that shows it
  };
  using Ofs = absl::InlinedVector<Of, 8>;

  void Clear() {
    origins_.clear();
    repeated_.clear();
  }
  // Opens a document's group; what is added until the next one is what that repeats.
  void Open(uint32_t origin) { origins_.emplace_back(origin, false); }
  void Add(uint32_t whom, uint32_t source) {
    origins_.back().second = true;
    repeated_.push_back({origins_.back().first, whom, source});
  }
  // That the group repeats somebody who is not listed here.
  void AddOther() { origins_.back().second = true; }

  bool empty() const { return repeated_.empty(); }
  // Whether every group repeats somebody.
  bool EachRepeats() {
    // Those that do come first of each group.
    std::sort(origins_.begin(), origins_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    for (size_t i = 0; i < origins_.size(); ++i) {
      const bool first = i == 0 || origins_[i].first != origins_[i - 1].first;
      if (first && !origins_[i].second) return false;
    }
    return true;
  }
  // Everyone once, in order, by what shows it first.
  const Ofs& Everyone() {
    return Once([](const Of& of) { return std::make_tuple(of.whom); });
  }
  // Everyone once a group, by group, in order.
  const Ofs& EveryoneByOrigin() {
    return Once([](const Of& of) { return std::make_tuple(of.origin, of.whom); });
  }

 private:
  template <class Key>
  const Ofs& Once(Key key) {
    if (repeated_.size() < 2) return repeated_;
    std::stable_sort(repeated_.begin(), repeated_.end(), [&](const Of& a, const Of& b) {
      return key(a) != key(b) ? key(a) < key(b) : a.origin < b.origin;
    });
    repeated_.erase(std::unique(repeated_.begin(), repeated_.end(),
                                [&](const Of& a, const Of& b) { return key(a) == key(b); }),
                    repeated_.end());
    return repeated_;
  }

  absl::InlinedVector<std::pair<uint32_t, bool>, 8> origins_;
  Ofs repeated_;
};

class Deriver {
 public:
  Deriver(const std::vector<const Statement*>& supporters, const Citations& citations, const Roster& roster)
      : supporters_(supporters), citations_(citations), roster_(roster) {}

  Derived Derive() {
    result_.nodes.reserve(supporters_.size());
    result_.sides.reserve(supporters_.size());
    result_.relies_on.Reserve(supporters_.size());
    result_.reliances.reserve(supporters_.size());
    for (const Statement* statement : supporters_) result_.nodes.push_back(NodeOf(statement->side()));
    result_.supporting = result_.sides.size();
    absl::InlinedVector<std::pair<uint32_t, size_t>, kFew> by_side;
    by_side.reserve(supporters_.size());
    for (size_t i = 0; i < supporters_.size(); ++i) by_side.emplace_back(result_.nodes[i], i);
    std::sort(by_side.begin(), by_side.end());
    Statements statements;
    for (auto next = by_side.begin(); next != by_side.end();) {
      const uint32_t node = next->first;
      statements.clear();
      for (; next != by_side.end() && next->first == node; ++next) {
        statements.push_back(supporters_[next->second]);
      }
      result_.relies_on.AddNode();
      DeriveByCitation(node, statements);
      DeriveByHearsay(node, statements);
    }
    while (result_.relies_on.size() < result_.sides.size()) result_.relies_on.AddNode();
    return std::move(result_);
  }

 private:
  // As many as are found faster one after the other than by hash.
  static constexpr size_t kFew = 32;
  using Statements = absl::InlinedVector<const Statement*, 8>;

  uint32_t NodeOf(uint32_t side) {
    uint32_t node = Find(side);
    if (node != Roster::kNone) return node;
    node = static_cast<uint32_t>(result_.sides.size());
    if (supporters_.size() > kFew) nodes_.emplace(side, node);
    result_.sides.push_back(side);
    return node;
  }

  // The node of a side; kNone if it has none yet.
  uint32_t Find(uint32_t side) const {
    if (supporters_.size() > kFew) {
      const auto node = nodes_.find(side);
      return node == nodes_.end() ? Roster::kNone : node->second;
    }
    const auto node = std::find(result_.sides.begin(), result_.sides.end(), side);
    return node == result_.sides.end() ? Roster::kNone : static_cast<uint32_t>(node - result_.sides.begin());
  }

  // The node of a side, if it supports; else kNone.
  uint32_t SupportingNodeOf(uint32_t side) const {
    const uint32_t node = Find(side);
    return node < result_.supporting ? node : Roster::kNone;
  }

  // Which sides' supporting statements each source carries.
  void NoteCarriers() {
    carriers_noted_ = true;
    for (size_t i = 0; i < supporters_.size(); ++i) {
      for (const Entry::Seen& seen : supporters_[i]->seen) {
        if (seen.on_file) carriers_.Add(seen.source, result_.nodes[i]);
      }
    }
    carriers_.Sort();
  }

  void AddSide(uint32_t node, uint32_t of, uint32_t source) {
    if (of == node) return;
    by_side_.Add(of, source);
    by_stand_in_.AddOther();
  }
  void AddStandIn(uint32_t publisher, uint32_t source) {
    by_stand_in_.Add(publisher, source);
    by_side_.AddOther();
  }

  // Follows the citations of `source` until they come to others' statements. What those rely on in turn is
  // theirs to derive, so the walk ends there. Every document on the way that carries nobody's statement
  // stands in for its publisher: two that lead through the same agency are one voice, whatever it relies on.
  void Follow(uint32_t node, uint32_t source) {
    const auto cites = citations_.cites(source);
    open_.assign(cites.begin(), cites.end());
    walked_.clear();
    for (const uint32_t cited : cites) walked_.insert(cited);
    while (!open_.empty()) {
      const uint32_t at = open_.back();
      open_.pop_back();
      const auto carriers = carriers_.Of(at);
      if (!carriers.empty()) {
        for (const auto& [document, carrier] : carriers) AddSide(node, carrier, source);
        if (carriers.size() > 1 || carriers.front().second != node) continue;
      } else if (const uint32_t publisher = SupportingNodeOf(citations_.publisher(at));
                 publisher != Roster::kNone) {
        AddSide(node, publisher, source);
      } else {
        AddStandIn(citations_.publisher(at), source);
      }
      for (const uint32_t cited : citations_.cites(at)) {
        if (walked_.insert(cited)) open_.push_back(cited);
      }
    }
  }

  // Whose word a document of a side repeats in what that says in its own voice; nobody's if it is another's
  // document.
  void AddRepeatedIn(uint32_t node, const Statement& statement, uint32_t source) {
    by_side_.Open(citations_.component(source));
    by_stand_in_.Open(citations_.component(source));
    if (citations_.publisher(source) != result_.sides[node]) return;
    if (!citations_.cites(source).empty()) Follow(node, source);
    const bool outlet = roster_.KindOf(statement.party()) == EntityKind::kOutlet ||
                        roster_.KindOf(result_.sides[node]) == EntityKind::kOutlet;
    if (!outlet) return;
    // What an outlet says in its own voice and quotes in the same document, it has from those it quotes.
    for (const auto& [document, quoted] : carriers_.Of(source)) AddSide(node, quoted, source);
  }

  // A side relies on others if every document by which its statements came to be known repeats somebody.
  void DeriveByCitation(uint32_t node, const Statements& statements) {
    for (const Statement* statement : statements) {
      if (statement->seen.empty() || std::any_of(statement->seen.begin(), statement->seen.end(), IsGround)) {
        return;
      }
    }
    // Most sides have some ground: what others' documents carry need not be known.
    if (!carriers_noted_) NoteCarriers();
    by_side_.Clear();
    by_stand_in_.Clear();
    for (const Statement* statement : statements) {
      for (const Entry::Seen& seen : statement->seen) {
        if (!seen.passes_on) AddRepeatedIn(node, *statement, seen.source);
      }
    }
    if (!by_side_.EachRepeats()) return;
    for (const Repeated::Of& of : by_side_.Everyone()) Link(node, of.whom, of.source, true);
    for (const Repeated::Of& of : by_stand_in_.Everyone()) Link(node, NodeOf(of.whom), of.source, true);
  }

  static bool IsGround(const Entry::Seen& seen) {
    return !seen.on_file || seen.appearance->access == model::Access::kFirstHand;
  }

  // A side is hearsay if every document by which its statements came to be known is another supporting
  // side's, and that is no outlet.
  void DeriveByHearsay(uint32_t node, const Statements& statements) {
    const uint32_t side = result_.sides[node];
    for (const Statement* statement : statements) {
      if (statement->seen.empty()) return;
      for (const Entry::Seen& seen : statement->seen) {
        if (!seen.on_file || citations_.publisher(seen.source) == side) return;
      }
    }
    by_side_.Clear();
    for (const Statement* statement : statements) {
      for (const Entry::Seen& seen : statement->seen) {
        if (seen.passes_on) continue;
        by_side_.Open(citations_.component(seen.source));
        const uint32_t teller = citations_.publisher(seen.source);
        const bool tells =
            SupportingNodeOf(teller) != Roster::kNone && roster_.KindOf(teller) != EntityKind::kOutlet;
        if (tells) by_side_.Add(teller, seen.source);
      }
    }
    if (!by_side_.EachRepeats()) return;
    for (const Repeated::Of& of : by_side_.EveryoneByOrigin()) {
      Link(node, SupportingNodeOf(of.whom), of.source, false);
    }
  }

  void Link(uint32_t node, uint32_t on, uint32_t source, bool by_citation) {
    if (on == node) return;
    result_.relies_on.AddEdge(on);
    const Derivation derivation{result_.sides[node], result_.sides[on], source, by_citation};
    result_.reliances.push_back({node, on, derivation});
  }

  const std::vector<const Statement*>& supporters_;
  const Citations& citations_;
  const Roster& roster_;
  absl::flat_hash_map<uint32_t, uint32_t> nodes_;  // by side, where there are more than a few
  Carriers carriers_;                              // by node
  bool carriers_noted_ = false;
  // Of the side that is being derived: the sides, by node, and the stand-ins that it repeats.
  Repeated by_side_;
  Repeated by_stand_in_;
  absl::InlinedVector<uint32_t, 16> open_;
  NumberSet walked_;
  Derived result_;
};

}  // namespace

Derived DerivedAmong(const std::vector<const Statement*>& supporters, const Citations& citations,
                     const Roster& roster) {
  return Deriver(supporters, citations, roster).Derive();
}

}  // namespace gainsay::engine
