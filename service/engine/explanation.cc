#include "service/engine/explanation.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "service/engine/naming.h"
#include "service/engine/sides.h"

namespace gainsay::engine {
namespace {

class Explainer {
 public:
  explicit Explainer(const Bench& bench) : bench_(bench), sides_(bench.file.entities) {}

  std::vector<Explanation> Explain(const std::vector<Judgement>& judgements) {
    for (const Judgement& judgement : judgements) {
      const Standing standing = bench_.stances.StandingTo(*judgement.stance);
      ExplainSides(judgement);
      ExplainSupport(judgement);
      ExplainOpposition(judgement, standing);
      ExplainUntold(judgement, standing);
      ExplainStatus(judgement);
    }
    return std::move(steps_);
  }

 private:
  std::string NameOf(const std::string& entity) const { return NameInWords(bench_.file, entity); }

  std::string SideNamed(uint32_t side) const { return std::string(bench_.roster.side_name(side)); }

  std::vector<std::string> SidesNamed(const std::vector<uint32_t>& sides) const {
    std::vector<std::string> names;
    names.reserve(sides.size());
    for (const uint32_t side : sides) names.push_back(SideNamed(side));
    return names;
  }

  std::string SetOf(const Statement& statement) const {
    return SetInWords(bench_.file, bench_.answers[statement.answer()], bench_.answers.domain());
  }

  const std::string& tolerance() const { return bench_.answers.domain().tolerance_text(); }

  // That a party's word counts as its side's.
  void ExplainSides(const Judgement& judgement) {
    for (const Row& row : judgement.listed) {
      const Statement& statement = *row.statement;
      for (const std::string& edge : sides_.EdgesAt(statement.first().party, statement.said())) {
        if (!told_edges_.insert(edge).second) continue;
        steps_.push_back({.rule = "SIDE",
                          .claims = {statement.name()},
                          .edge = edge,
                          .text = absl::StrCat(NameOf(statement.first().party), " counts as ",
                                               NameOf(SideNamed(statement.side())), ": ", edge, "."),
                          .sides = {SideNamed(statement.side())}});
      }
    }
  }

  void ExplainSupport(const Judgement& judgement) {
    const Statement& first = *judgement.stance->members.front();
    for (size_t i = 0; i < judgement.listed.size(); ++i) {
      const Row& row = judgement.listed[i];
      const Statement& statement = *row.statement;
      std::string text = absl::StrCat(NameOf(statement.first().party), " says ", SetOf(statement));
      if (statement.answer() != first.answer()) absl::StrAppend(&text, ", which entails ", SetOf(first));
      if (!judgement.counted[i]) {
        absl::StrAppend(&text, "; this policy does not count it towards confirmation");
      } else if (!judgement.heard[i]) {
        absl::StrAppend(&text, "; of another time than that at which most confirm it");
      }
      steps_.push_back({.rule = judgement.heard[i] ? "SUPPORT" : "OTHER_TIME",
                        .claims = {statement.name(), first.name()},
                        .relation = row.relation,
                        .sets = {SetOf(statement), SetOf(first)},
                        .tolerance = tolerance(),
                        .text = absl::StrCat(text, "."),
                        .sides = {SideNamed(statement.side()), SideNamed(first.side())},
                        .counted = judgement.counted[i] && judgement.heard[i]});
    }
    for (const Derivation& derivation : judgement.derivations) {
      const std::string side = SideNamed(derivation.side);
      const std::string from = SideNamed(derivation.from);
      const std::string edge = EdgeOf(derivation, bench_.roster);
      steps_.push_back(
          {.rule = derivation.by_citation ? "DERIVED" : "HEARSAY",
           .edge = edge,
           .text = absl::StrCat(NameOf(side), " is not independent of ", NameOf(from), ": ", edge, "."),
           .sides = {side, from}});
    }
  }

  // Pairs that cannot hold together: first those of different sides.
  void ExplainOpposition(const Judgement& judgement, const Standing& standing) {
    std::vector<Explanation> between;
    std::vector<Explanation> within;
    std::vector<Explanation> judged;
    standing.ForEachOpposer([&](const Statement& opposer, SetRelation) {
      const bool model = standing.IsModelJudged(opposer);
      for (const Row& row : standing.supporters()) {
        const Statement& supporter = *row.statement;
        const bool conflict = model ? supporter.answer() == judgement.stance->answer()
                                    : bench_.stances.Conflict(supporter, opposer);
        if (!conflict) continue;
        const bool internal = OfOneSide(supporter, opposer);
        auto& steps = model ? judged : internal ? within : between;
        if (steps.size() < bench_.limits.pairs) steps.push_back(PairOf(supporter, opposer, model, internal));
      }
      return between.size() < bench_.limits.pairs || bench_.answers.may_be_model_judged();
    });
    for (auto* steps : {&between, &within, &judged}) {
      steps_.insert(steps_.end(), steps->begin(), steps->end());
    }
  }

  Explanation PairOf(const Statement& supporter, const Statement& opposer, bool model, bool internal) const {
    const char* why = model      ? ": a model judged that both cannot hold."
                      : internal ? ": one side contradicts itself."
                                 : ": both cannot hold.";
    return {.rule = model      ? "MODEL_JUDGED"
                    : internal ? "INTERNAL_CONFLICT"
                               : "CONFLICT",
            .claims = {supporter.name(), opposer.name()},
            .relation = SetRelation::kDisjoint,
            .sets = {SetOf(supporter), SetOf(opposer)},
            .tolerance = tolerance(),
            .text = absl::StrCat(NameOf(supporter.first().party), " says ", SetOf(supporter), ", ",
                                 NameOf(opposer.first().party), " says ", SetOf(opposer), why),
            .sides = {SideNamed(supporter.side()), SideNamed(opposer.side())}};
  }

  // Pairs that no comparator can tell; and where there are such, what of other sides' it can.
  void ExplainUntold(const Judgement& judgement, const Standing& standing) {
    const Statement& first = *judgement.stance->members.front();
    std::vector<Explanation> untold;
    std::optional<Explanation> told;
    standing.ForEachCompatible([&](const Statement& statement, SetRelation relation) {
      const bool related = relation != SetRelation::kUndecided && relation != SetRelation::kIncomparable;
      if (related && (told || OfOneSide(statement, first))) return true;
      Explanation step{.rule = related ? "COMPATIBLE" : "UNTOLD",
                       .claims = {first.name(), statement.name()},
                       .relation = Inverse({relation, ""}).relation,
                       .sets = {SetOf(first), SetOf(statement)},
                       .sides = {SideNamed(first.side()), SideNamed(statement.side())}};
      const std::string reason = related ? "both can hold" : standing.ReasonOf(standing.RowOf(statement));
      step.text = absl::StrCat(SetOf(first), " and ", SetOf(statement), ": ", reason, ".");
      if (related) {
        told = std::move(step);
      } else if (untold.size() < bench_.limits.pairs) {
        untold.push_back(std::move(step));
      }
      return untold.size() < bench_.limits.pairs || !told;
    });
    if (untold.empty()) return;
    steps_.insert(steps_.end(), untold.begin(), untold.end());
    if (told) steps_.push_back(*std::move(told));
  }

  void ExplainStatus(const Judgement& judgement) {
    const Statement& first = *judgement.stance->members.front();
    const std::string set = SetOf(first);
    const int sides = judgement.counts.confirming_sides;
    Explanation step{.rule = "STATUS",
                     .claims = {first.name()},
                     .sides = SidesNamed(judgement.sides),
                     .status = judgement.status,
                     .confirming_sides = sides};
    const std::string who = sides == 0   ? "no side"
                            : sides == 1 ? "1 independent side"
                                         : absl::StrCat(sides, " independent sides");
    const std::string needed = absl::StrCat(bench_.policy.min_sides, " needed");
    switch (judgement.status) {
      case Status::kConflicting:
        step.text = absl::StrCat(set, " is conflicting: other sides contradict it.");
        break;
      case Status::kConfirmed:
        step.text = absl::StrCat(set, " is confirmed by ", who, " (", needed, "), contradicted by none.");
        break;
      case Status::kUnconfirmed:
        step.text = absl::StrCat(
            set, " is unconfirmed: ",
            judgement.opposed ? "its own side contradicts it" : absl::StrCat(who, " of ", needed), ".");
        break;
      case Status::kIndeterminate:
        step.text =
            absl::StrCat(set, " is indeterminate: others speak, but nothing they say can be related to it.");
        break;
      case Status::kWithdrawn:
      case Status::kNoStatements:
        break;
    }
    steps_.push_back(std::move(step));
  }

  const Bench& bench_;
  const Sides sides_;
  std::set<std::string> told_edges_;
  std::vector<Explanation> steps_;
};

}  // namespace

std::vector<Explanation> Explain(const Bench& bench, const std::vector<Judgement>& judgements) {
  return Explainer(bench).Explain(judgements);
}

}  // namespace gainsay::engine
